// A __finally runs once on every way out of its __try: by falling through,
// __leave, return and goto.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS fallsThrough(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    WorkOn(Ctx);
  } __finally {
    Work();
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID fallsThrough_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

VOID afterTheFinally_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
  } __finally {
    Work();
  }
  FltReleaseResource(&Ctx->Lock);
}

NTSTATUS skips(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  __try {
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      __leave;
      // expected-note@-1{{Control jumps to line}}
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Work();
  }
  return Status;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}

NTSTATUS skipsNothing_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    if (Check())
      __leave;
    Status = WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

// What follows the __try runs after a __leave, too.
NTSTATUS goesOnBehind_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceShared(&Ctx->Lock);
    if (Check())
      __leave;
    WorkOn(Ctx);
  } __finally {
    Work();
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS returnsEarly(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    Status = WorkOn(Ctx);
    if (!NT_SUCCESS(Status))
    // expected-note@-1{{Assuming 'Status' is < 0}}
    // expected-note@-2{{'Status' is < 0}}
    // expected-note@-3{{Taking true branch}}
      return Status;
      // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
      // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
      // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Work();
  }
  return Status;
}

NTSTATUS returns_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      return WorkOn(Ctx);
    Work();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// The last statement runs only where no return went before.
NTSTATUS againBehind(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    if (Check())
    // expected-note@-1{{Assuming the condition is false}}
    // expected-note@-2{{Taking false branch}}
      return STATUS_UNSUCCESSFUL;
  } __finally {
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
  }
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  return STATUS_SUCCESS;
}

NTSTATUS beforeTheReturn(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    if (Check()) {
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      FltReleaseResource(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is released here}}
      return STATUS_UNSUCCESSFUL;
      // expected-note@-1{{The return leaves the '__try' block through '__finally'}}
    }
  } __finally {
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  }
  return STATUS_SUCCESS;
}

// The flag says whether the __finally still has to release.
NTSTATUS flagTellsTheFinally_ok(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Held = FALSE;

  __try {
    if (Check())
      return STATUS_UNSUCCESSFUL;
    FltAcquireResourceExclusive(&Ctx->Lock);
    Held = TRUE;
    if (Check())
      __leave;
    FltReleaseResource(&Ctx->Lock);
    Held = FALSE;
    return Work();
  } __finally {
    if (Held)
      FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS jumpsPast(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      goto Cleanup;
      // expected-note@-1{{The goto leaves the '__try' block through '__finally'}}
      // expected-note@-2{{Control jumps to line}}
    WorkOn(Ctx);
  } __finally {
    Work();
  }
  FltReleaseResource(&Ctx->Lock);
Cleanup:
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

NTSTATUS jumps_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      goto Cleanup;
    WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  Work();
Cleanup:
  return STATUS_SUCCESS;
}

// A goto to a label in the block does not run the __finally early.
NTSTATUS gotoWithinTheBlock_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      goto Next;
    Work();
  Next:
    WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS gotoBackwards_ok(PSTREAM_CONTEXT Ctx) {
Again:
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (WorkOn(Ctx) == STATUS_RETRY)
      goto Again;
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}
