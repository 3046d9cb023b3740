// A jump or return out of the __finally itself: Clang warns of it, and it ends
// whatever was on its way, an exception too.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS returnOutOfFinally(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    Work();
  } __finally {
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      return STATUS_CANCELLED;
      // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
      // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS returnOutOfFinally_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      return WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
    return STATUS_SUCCESS;
  }
}

// The return takes the place of the exception.
NTSTATUS returnInsteadOfTheException(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      ExRaiseStatus(STATUS_CANCELLED);
      // expected-note@-1{{An exception is raised here}}
    FltReleaseResource(&Ctx->Lock);
  } __finally {
  // expected-note@-1{{Control passes to the '__finally' block}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
}

NTSTATUS gotoOutOfFinally_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      return STATUS_CANCELLED;
  } __finally {
    goto Cleanup;
  }
  return STATUS_SUCCESS;
Cleanup:
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS breakOutOfFinally(PSTREAM_CONTEXT Ctx) {
  while (Check()) {
  // expected-note@-1{{Loop condition is true.  Entering loop body}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      Work();
    } __finally {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        break;
        // expected-note@-1{{Execution continues on line}}
      FltReleaseResource(&Ctx->Lock);
    }
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID breakOutOfFinally_ok(PSTREAM_CONTEXT Ctx) {
  while (Check()) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      Work();
    } __finally {
      FltReleaseResource(&Ctx->Lock);
      if (Check())
        break;
      if (Check())
        continue;
    }
  }
}

// Out of an inner __finally through an outer one, which releases.
NTSTATUS throughTheOuterBlock_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    __try {
      Work();
    } __finally {
      if (Check())
        return STATUS_CANCELLED;
    }
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS throughTheOuterBlock(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      Work();
    } __finally {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        return STATUS_CANCELLED;
        // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
        // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
        // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    }
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Work();
  }
  return STATUS_SUCCESS;
}

// The __leave in the inner __finally is the outer block's.
NTSTATUS goInAFinally(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      Work();
    } __finally {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        __leave;
        // expected-note@-1{{Control jumps to line}}
    }
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Work();
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}
