// A __finally that many returns pass: what limits the paths of a branch must not
// cut off those that are told apart only behind it.
// RUN: flt-tidy -quiet -checks='-*,flt-*' %s -- --config=%standalone_cfg \
// RUN:   2>/dev/null | FileCheck %s
#include "Inputs/driver.h"

// The contract: held if TRUE is returned.
BOOLEAN TryLockFirst(PSTREAM_CONTEXT Ctx, ULONG Code) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    switch (Code) {
    case 0:
      // CHECK: many-returns.c:[[@LINE+1]]:7: warning: resource 'Ctx->Lock', acquired exclusively, is still held when the function returns
      return FALSE;
    case 1:
      return TRUE;
    case 2:
      return TRUE;
    case 3:
      return TRUE;
    case 4:
      return TRUE;
    case 5:
      return TRUE;
    case 6:
      return TRUE;
    case 7:
      return TRUE;
    case 8:
      return TRUE;
    case 9:
      return TRUE;
    case 10:
      return TRUE;
    default:
      FltReleaseResource(&Ctx->Lock);
      return FALSE;
    }
  } __finally {
    Work();
  }
}

BOOLEAN TryLockLast(PSTREAM_CONTEXT Ctx, ULONG Code) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    switch (Code) {
    case 1:
      return TRUE;
    case 2:
      return TRUE;
    case 3:
      return TRUE;
    case 4:
      return TRUE;
    case 5:
      return TRUE;
    case 6:
      return TRUE;
    case 7:
      return TRUE;
    case 8:
      return TRUE;
    case 9:
      return TRUE;
    case 10:
      return TRUE;
    case 11:
      // CHECK: many-returns.c:[[@LINE+1]]:7: warning: resource 'Ctx->Lock', acquired exclusively, is still held when the function returns
      return FALSE;
    default:
      FltReleaseResource(&Ctx->Lock);
      return FALSE;
    }
  } __finally {
    Work();
  }
}

// CHECK-NOT: warning:
BOOLEAN TryLock_ok(PSTREAM_CONTEXT Ctx, ULONG Code) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    switch (Code) {
    case 1:
      return TRUE;
    case 2:
      return TRUE;
    case 3:
      return TRUE;
    case 4:
      return TRUE;
    case 5:
      return TRUE;
    case 6:
      return TRUE;
    case 7:
      return TRUE;
    case 8:
      return TRUE;
    case 9:
      return TRUE;
    default:
      FltReleaseResource(&Ctx->Lock);
      return FALSE;
    }
  } __finally {
    Work();
  }
}
