// Where the notes stand, to the column, and which lines they name.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -analyzer-output=text %s \
// RUN:   2>&1 | FileCheck %s
#include "Inputs/driver.h"

NTSTATUS thruFinally(PSTREAM_CONTEXT Ctx) {
  // CHECK: notes.c:[[@LINE+12]]:5: warning: resource 'Ctx->Lock' is released twice
  // CHECK: notes.c:[[@LINE+1]]:3: note: resource 'Ctx->Lock' is acquired exclusively here
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    // CHECK: notes.c:[[@LINE+2]]:5: note: resource 'Ctx->Lock' is released here
    // CHECK: notes.c:[[@LINE+2]]:5: note: The return leaves the '__try' block through '__finally'
    FltReleaseResource(&Ctx->Lock);
    return Work();
  } __finally {
    // CHECK-NOT: note: Control jumps
    // CHECK: notes.c:[[@LINE+2]]:5: note: resource 'Ctx->Lock' is released twice
    // CHECK-NOT: note:
    FltReleaseResource(&Ctx->Lock);
  }
}

NTSTATUS byLeave(PSTREAM_CONTEXT Ctx) {
  // CHECK: notes.c:[[@LINE+15]]:3: warning: resource 'Ctx->Lock', acquired exclusively, is still held
  __try {
    // CHECK: notes.c:[[@LINE+1]]:5: note: resource 'Ctx->Lock' is acquired exclusively here
    FltAcquireResourceExclusive(&Ctx->Lock);
    // CHECK: notes.c:[[@LINE+2]]:9: note: Assuming the condition is true
    // CHECK: notes.c:[[@LINE+1]]:5: note: Taking true branch
    if (Check())
      // CHECK: notes.c:[[@LINE+1]]:7: note: Control jumps to line [[@LINE+4]]
      __leave;
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Ctx->Flags = 0;
  }
  // CHECK: notes.c:[[@LINE+2]]:3: note: resource 'Ctx->Lock', acquired exclusively, is still held
  // CHECK-NOT: note:
  return STATUS_SUCCESS;
}

NTSTATUS byGoto(PSTREAM_CONTEXT Ctx) {
  // CHECK: notes.c:[[@LINE+16]]:3: warning: resource 'Ctx->Lock', acquired shared, is still held
  // CHECK: notes.c:[[@LINE+1]]:3: note: resource 'Ctx->Lock' is acquired shared here
  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    // CHECK: note: Assuming the condition is true
    // CHECK: note: Taking true branch
    if (Check())
      // CHECK: notes.c:[[@LINE+2]]:7: note: The goto leaves the '__try' block through '__finally'
      // CHECK: notes.c:[[@LINE+1]]:7: note: Control jumps to line [[@LINE+8]]
      goto Out;
  } __finally {
    Work();
  }
  FltReleaseResource(&Ctx->Lock);
Out:
  // CHECK: notes.c:[[@LINE+1]]:3: note: resource 'Ctx->Lock', acquired shared, is still held
  return STATUS_SUCCESS;
}

NTSTATUS byAnException(PSTREAM_CONTEXT Ctx, PULONG User) {
  // CHECK: notes.c:[[@LINE+17]]:5: warning: resource 'Ctx->Lock', acquired exclusively, is still held
  // CHECK: notes.c:[[@LINE+1]]:3: note: resource 'Ctx->Lock' is acquired exclusively here
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    __try {
      // CHECK: notes.c:[[@LINE+3]]:20: note: Assuming the condition is true
      // CHECK: notes.c:[[@LINE+2]]:20: note: '?' condition is true
      // CHECK: notes.c:[[@LINE+1]]:30: note: Assuming an exception is raised here
      Ctx->Flags = Check() ? *User : 0;
      // CHECK: notes.c:[[@LINE+1]]:7: note: Control passes to the '__finally' block
    } __finally {
      Work();
    }
    // CHECK: notes.c:[[@LINE+1]]:5: note: Control passes to the '__except' handler
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    // CHECK: notes.c:[[@LINE+2]]:5: note: resource 'Ctx->Lock', acquired exclusively, is still held
    // CHECK-NOT: note:
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}
