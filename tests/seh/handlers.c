// An __except handler is reached from what may raise, with the state there; it
// may fall through or leave in every other way.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS handlerReturns(PSTREAM_CONTEXT Ctx, PVOID User, ULONG Length) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    ProbeForRead(User, Length, 1);
    // expected-note@-1{{Assuming an exception is raised here}}
    Ctx->Flags = Length;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS handlerFallsThrough_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS handlerUndoes_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Ctx->Lock);
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Falls through to the release behind it.
NTSTATUS handlerUndoesToo(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    Status = STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  return Status;
}

NTSTATUS handlerJumps_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
    goto Cleanup;
  }
  Status = WorkOn(Ctx);
Cleanup:
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS handlerJumps(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    Status = STATUS_INVALID_USER_BUFFER;
    goto Done;
    // expected-note@-1{{Control jumps to line}}
  }
  Status = WorkOn(Ctx);
  FltReleaseResource(&Ctx->Lock);
Done:
  return Status;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

NTSTATUS handlerBreaks(PSTREAM_CONTEXT Ctx, PULONG *Users, ULONG N) {
  ULONG I;

  for (I = 0; I < N; ++I) {
  // expected-note@-1{{Assuming 'I' is < 'N'}}
  // expected-note@-2{{Loop condition is true.  Entering loop body}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      ProbeForRead(Users[I], sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    // expected-note@-1{{Control passes to the '__except' handler}}
      break;
      // expected-note@-1{{Execution continues on line}}
    }
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID handlerContinues_ok(PSTREAM_CONTEXT Ctx, PULONG *Users, ULONG N) {
  ULONG I;

  for (I = 0; I < N; ++I) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      ProbeForRead(Users[I], sizeof(ULONG), 1);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      FltReleaseResource(&Ctx->Lock);
      continue;
    }
    FltReleaseResource(&Ctx->Lock);
  }
}

// __leave is no exception: the handler does not run.
NTSTATUS passesTheHandler(PSTREAM_CONTEXT Ctx, PVOID User) {
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      __leave;
      // expected-note@-1{{Control jumps to line}}
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Globals.Lock);
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

NTSTATUS passesTheHandler_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      __leave;
    ProbeForRead(User, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Ctx->Lock);
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS switchInTheTry_ok(PSTREAM_CONTEXT Ctx, PULONG User, ULONG Code) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    switch (Code) {
    case 1:
      ProbeForRead(User, sizeof(ULONG), 1);
      break;
    case 2:
      __leave;
    case 3:
      FltReleaseResource(&Ctx->Lock);
      return STATUS_SUCCESS;
    default:
      Work();
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Ctx->Lock);
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Released between the two places that may raise: held at the first only.
NTSTATUS stateAtTheRaise(PSTREAM_CONTEXT Ctx, PVOID User, PVOID Other) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    ProbeForRead(Other, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
    return STATUS_INVALID_USER_BUFFER;
  }
  return STATUS_SUCCESS;
}

NTSTATUS flagTellsTheHandler_ok(PSTREAM_CONTEXT Ctx, PVOID User, PVOID Other) {
  NTSTATUS Status = STATUS_SUCCESS;
  BOOLEAN Held = FALSE;

  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    Held = TRUE;
    ProbeForRead(Other, sizeof(ULONG), 1);
    FltReleaseResource(&Ctx->Lock);
    Held = FALSE;
    ProbeForWrite(Other, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  if (Held)
    FltReleaseResource(&Ctx->Lock);
  return Status;
}
