// Helpers in the same file that raise, or hand on what others raise: the handler
// in the caller runs with what they hold.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

static ULONG readUser(PULONG User) {
  ProbeForRead(User, sizeof(ULONG), 1);
  // expected-note@-1 2{{Assuming an exception is raised here}}
  return *User;
}

NTSTATUS callsAHelper(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    Ctx->Flags = readUser(User);
    // expected-note@-1{{Calling 'readUser'}}
    // expected-note@-2{{Returning from 'readUser'}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS callsAHelper_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    Ctx->Flags = readUser(User);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

static VOID kernelWork(PSTREAM_CONTEXT Ctx) {
  Ctx->Flags |= 1;
  Ctx->Parent->Flags |= 1;
}

// This one can't raise.
NTSTATUS helperDoesNotRaise_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    kernelWork(Ctx);
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The lock is acquired and left in the helper.
static VOID updateUnsafely(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = readUser(User);
  // expected-note@-1{{Calling 'readUser'}}
  // expected-note@-2{{Returning from 'readUser'}}
  FltReleaseResource(&Ctx->Lock);
}

NTSTATUS helperForgets(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    updateUnsafely(Ctx, User);
    // expected-note@-1{{Calling 'updateUnsafely'}}
    // expected-note@-2{{Returning from 'updateUnsafely'}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

static VOID updateSafely(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    Ctx->Flags = readUser(User);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

NTSTATUS helperHasAFinally_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    updateSafely(Ctx, User);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// It handles everything: no exception comes out.
static NTSTATUS readHandled(PULONG User, PULONG Value) {
  __try {
    *Value = readUser(User);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

NTSTATUS helperHandles_ok(PSTREAM_CONTEXT Ctx, PULONG User, PVOID Other) {
  NTSTATUS Status;

  __try {
    ProbeForRead(Other, sizeof(ULONG), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    Status = readHandled(User, &Ctx->Flags);
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return Status;
}

// A helper that always raises, through two frames.
static DECLSPEC_NORETURN VOID raiseStatus(PSTREAM_CONTEXT Ctx,
                                          NTSTATUS Status) {
  Ctx->Flags = 0;
  ExRaiseStatus(Status);
  // expected-note@-1{{An exception is raised here}}
}

static VOID raiseOnError(PSTREAM_CONTEXT Ctx, NTSTATUS Status) {
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    raiseStatus(Ctx, Status);
    // expected-note@-1{{Calling 'raiseStatus'}}
    // expected-note@-2{{Returning from 'raiseStatus'}}
}

NTSTATUS raisedTwoFramesBelow(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    raiseOnError(Ctx, WorkOn(Ctx));
    // expected-note@-1{{Calling 'raiseOnError'}}
    // expected-note@-2{{Returning from 'raiseOnError'}}
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS raisedTwoFramesBelow_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    raiseOnError(Ctx, WorkOn(Ctx));
    Work();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// Success does not raise: the path with the raise has a failure.
NTSTATUS raisesOnlyOnFailure_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    raiseOnError(Ctx, STATUS_SUCCESS);
    FltReleaseResource(&Ctx->Lock);
    raiseOnError(Ctx, STATUS_CANCELLED);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The helper has released before it raises.
static VOID giveUp(PSTREAM_CONTEXT Ctx) {
  FltReleaseResource(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is released here}}
  ExRaiseStatus(STATUS_CANCELLED);
  // expected-note@-1{{An exception is raised here}}
}

NTSTATUS helperGivesUp_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (Check())
      giveUp(Ctx);
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

NTSTATUS helperGivesUp(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      giveUp(Ctx);
      // expected-note@-1{{Calling 'giveUp'}}
      // expected-note@-2{{Returning from 'giveUp'}}
  } __finally {
  // expected-note@-1{{Control passes to the '__finally' block}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  }
  return STATUS_SUCCESS;
}

// Without a handler above it, the exception ends the path.
NTSTATUS nobodyHandles_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = readUser(User);
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Calls itself: may raise like the rest of it.
static ULONG sumOf(PULONG User, ULONG N) {
  if (N == 0)
  // expected-note@-1{{Assuming 'N' is not equal to 0}}
  // expected-note@-2{{Taking false branch}}
    return 0;
  ProbeForRead(User, sizeof(ULONG), 1);
  // expected-note@-1{{Assuming an exception is raised here}}
  return *User + sumOf(User + 1, N - 1);
}

NTSTATUS recursiveHelper(PSTREAM_CONTEXT Ctx, PULONG User, ULONG N) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    Ctx->Flags = sumOf(User, N);
    // expected-note@-1{{Calling 'sumOf'}}
    // expected-note@-2{{Returning from 'sumOf'}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}
