// Exception filters and GetExceptionCode().
// RUN: %flt_verify %s
#include "Inputs/driver.h"

LONG UnknownFilter(NTSTATUS Code, PEXCEPTION_POINTERS Pointers);

NTSTATUS unknownFilter(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    ProbeForRead(User, 4, 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (UnknownFilter(GetExceptionCode(), GetExceptionInformation())) {
  // expected-note@-1{{Assuming the filter takes the exception}}
  // expected-note@-2{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS unknownFilter_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForRead(User, 4, 1);
  } __except (UnknownFilter(GetExceptionCode(), GetExceptionInformation())) {
    Status = STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// A filter that never takes anything: the handler is dead code.
NTSTATUS searches_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForRead(User, 4, 1);
  } __except (EXCEPTION_CONTINUE_SEARCH) {
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// A filter in the same file is followed.
static LONG handleAll(NTSTATUS Code) {
  if (Code == STATUS_IN_PAGE_ERROR)
    Globals.Current = NULL;
  return EXCEPTION_EXECUTE_HANDLER;
}

static LONG handleNone(NTSTATUS Code) {
  if (Code == STATUS_IN_PAGE_ERROR)
    Globals.Current = NULL;
  return EXCEPTION_CONTINUE_SEARCH;
}

NTSTATUS knownFilter(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    ProbeForRead(User, 4, 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (handleAll(GetExceptionCode())) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS knownFilter_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForRead(User, 4, 1);
  } __except (handleNone(GetExceptionCode())) {
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// The code of a certain raise is known, in the filter and in the handler.
NTSTATUS knownCode_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      ExRaiseStatus(STATUS_CANCELLED);
  } __except (GetExceptionCode() == STATUS_CANCELLED
                  ? EXCEPTION_EXECUTE_HANDLER
                  : EXCEPTION_CONTINUE_SEARCH) {
    Status = GetExceptionCode();
  }
  if (Status == STATUS_CANCELLED || Status == STATUS_SUCCESS)
    FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS knownCode(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      ExRaiseStatus(STATUS_CANCELLED);
      // expected-note@-1{{An exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    Status = GetExceptionCode();
  }
  if (Status != STATUS_CANCELLED)
  // expected-note@-1{{'Status' is equal to STATUS_CANCELLED}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseResource(&Ctx->Lock);
  return Status;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

// Every code of an exception is a failure.
NTSTATUS codeIsAFailure_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForRead(User, 4, 1);
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  if (!NT_SUCCESS(Status))
    FltReleaseResource(&Ctx->Lock);
  return Status;
}

// The code does not change while the handler runs.
NTSTATUS codeIsKept_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  __try {
    ProbeForRead(User, 4, 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    if (GetExceptionCode() == STATUS_ACCESS_VIOLATION)
      FltAcquireResourceExclusive(&Ctx->Lock);
    Work();
    if (GetExceptionCode() == STATUS_ACCESS_VIOLATION)
      FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS ExpectedOnly(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  __try {
    ProbeForRead(User, 4, 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (FsRtlIsNtstatusExpected(GetExceptionCode())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{'?' condition is true}}
  // expected-note@-3{{Control passes to the '__except' handler}}
                  ? EXCEPTION_EXECUTE_HANDLER
                  : EXCEPTION_CONTINUE_SEARCH) {
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// The comma operator: as in Microsoft's file systems.
static VOID record(NTSTATUS Code) { Globals.Current = NULL; }

NTSTATUS commaInAFilter_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    ProbeForRead(User, 4, 1);
  } __except (record(GetExceptionCode()), EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// The filter runs before the __finally blocks inside of its __try: the flag is
// still set when it looks.
NTSTATUS filterRunsFirst(PSTREAM_CONTEXT Ctx, PVOID User) {
  BOOLEAN Held = FALSE;

  FltAcquireResourceExclusive(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired exclusively here}}
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    Held = TRUE;
    __try {
      ProbeForRead(User, 4, 1);
      // expected-note@-1{{Assuming an exception is raised here}}
    } __finally {
    // expected-note@-1{{Control passes to the '__finally' block}}
      FltReleaseResource(&Ctx->Lock);
      Held = FALSE;
    }
  } __except (Held ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
  // expected-note@-1{{'Held' is 1}}
  // expected-note@-2{{'?' condition is true}}
  // expected-note@-3{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Globals.Lock);
  return STATUS_SUCCESS;
}

NTSTATUS filterRunsFirst_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  BOOLEAN Done = FALSE;

  FltAcquireResourceExclusive(&Globals.Lock);
  __try {
    __try {
      ProbeForRead(User, 4, 1);
    } __finally {
      Done = TRUE;
    }
  } __except (Done ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Globals.Lock);
  return STATUS_SUCCESS;
}

// Execution goes on where the exception was raised, as if there had been none.
NTSTATUS continues_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceExclusive(&Globals.Lock);
  __try {
    __try {
      ProbeForRead(User, 4, 1);
    } __except (EXCEPTION_CONTINUE_EXECUTION) {
      return STATUS_CANCELLED;
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Globals.Lock);
  return STATUS_SUCCESS;
}

// The search goes on outside, before the __finally in between runs.
NTSTATUS outerFilterRunsFirst(PSTREAM_CONTEXT Ctx, PVOID User) {
  ULONG Depth = 2;

  FltAcquireResourceExclusive(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired exclusively here}}
  __try {
    __try {
      __try {
        __try {
          ProbeForRead(User, 4, 1);
          // expected-note@-1{{Assuming an exception is raised here}}
        } __finally {
        // expected-note@-1{{Control passes to the '__finally' block}}
          --Depth;
        }
      } __except (Depth == 0 ? EXCEPTION_EXECUTE_HANDLER
      // expected-note@-1{{'Depth' is not equal to 0}}
      // expected-note@-2{{'?' condition is false}}
      // expected-note@-3{{The filter passes the exception on}}
                             : EXCEPTION_CONTINUE_SEARCH) {
        Ctx->Flags = 0;
      }
    } __finally {
    // expected-note@-1{{Control passes to the '__finally' block}}
      --Depth;
    }
  } __except (Depth == 2 ? EXCEPTION_EXECUTE_HANDLER
  // expected-note@-1{{'Depth' is equal to 2}}
  // expected-note@-2{{'?' condition is true}}
  // expected-note@-3{{Control passes to the '__except' handler}}
                         : EXCEPTION_CONTINUE_SEARCH) {
    if (Depth == 0)
    // expected-note@-1{{'Depth' is equal to 0}}
    // expected-note@-2{{Taking true branch}}
      return STATUS_INVALID_USER_BUFFER;
      // expected-warning@-1{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
      // expected-note@-2{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Globals.Lock);
  return STATUS_SUCCESS;
}

// Handlers that decline, without a __finally in them but with one around.
NTSTATUS declinersInside(PSTREAM_CONTEXT Ctx, PVOID User) {
  BOOLEAN Held = FALSE;

  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    Held = TRUE;
    __try {
      __try {
        __try {
          ProbeForRead(User, 4, 1);
          // expected-note@-1{{Assuming an exception is raised here}}
        } __except (EXCEPTION_CONTINUE_SEARCH) {
        // expected-note@-1{{The filter passes the exception on}}
          Work();
        }
      } __except (GetExceptionCode() == STATUS_IN_PAGE_ERROR
      // expected-note@-1{{Assuming the condition is false}}
      // expected-note@-2{{'?' condition is false}}
      // expected-note@-3{{The filter passes the exception on}}
                      ? EXCEPTION_EXECUTE_HANDLER
                      : EXCEPTION_CONTINUE_SEARCH) {
        Work();
      }
      FltReleaseResource(&Ctx->Lock);
      Held = FALSE;
    } __finally {
    // expected-note@-1{{Control passes to the '__finally' block}}
      Work();
    }
  } __except (Held ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
  // expected-note@-1{{'Held' is 1}}
  // expected-note@-2{{'?' condition is true}}
  // expected-note@-3{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}
