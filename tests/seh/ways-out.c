// Correct code: every way out with the release where it belongs.
// RUN: %flt_verify %s
// expected-no-diagnostics
#include "Inputs/driver.h"

// Out of both loops and the block at once.
NTSTATUS gotoOutOfLoops_ok(PSTREAM_CONTEXT Ctx) {
  ULONG I;

  for (I = 0; I < Count(); ++I) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      while (Check())
        if (!NT_SUCCESS(WorkOn(Ctx)))
          goto Failed;
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  }
  return STATUS_SUCCESS;
Failed:
  return STATUS_UNSUCCESSFUL;
}

NTSTATUS returnFromASwitch_ok(PSTREAM_CONTEXT Ctx, ULONG Code) {
  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    switch (Code) {
    case 0:
      return WorkOn(Ctx);
    case 1:
      return Work();
    default:
      return STATUS_NOT_SUPPORTED;
    }
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

// Released in the body on one way, behind it on the others.
NTSTATUS bodyOrBehind_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    Status = WorkOn(Ctx);
    if (!NT_SUCCESS(Status)) {
      FltReleaseResource(&Ctx->Lock);
      return Status;
    }
  } __finally {
    Work();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// Normal ends are undone behind the block, abnormal ones in the __finally.
NTSTATUS byTheKindOfEnd_ok(PSTREAM_CONTEXT Ctx, ULONG Code) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (Code == 1)
      return STATUS_CANCELLED;
    if (Code == 2)
      __leave;
    if (Code == 3)
      goto Cancelled;
    if (Code == 4)
      ExRaiseStatus(STATUS_UNSUCCESSFUL);
    WorkOn(Ctx);
  } __finally {
    if (AbnormalTermination())
      FltReleaseResource(&Ctx->Lock);
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
Cancelled:
  return STATUS_PENDING;
}

// The inner block ends abnormally, the outer one normally.
NTSTATUS abnormalInside_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      if (Check())
        goto Inside;
      FltReleaseResource(&Ctx->Lock);
    } __finally {
      if (AbnormalTermination())
        FltReleaseResource(&Ctx->Lock);
    }
  Inside:
    Work();
  } __finally {
    if (AbnormalTermination())
      Work();
  }
  return STATUS_SUCCESS;
}

// A return without a value, out of two blocks and a loop.
VOID returnWithoutAValue_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Globals.Lock);
  __try {
    for (;;) {
      FltAcquireResourceExclusive(&Ctx->Lock);
      __try {
        if (!NT_SUCCESS(WorkOn(Ctx)))
          return;
      } __finally {
        FltReleaseResource(&Ctx->Lock);
      }
    }
  } __finally {
    FltReleaseResource(&Globals.Lock);
  }
}

// The returned value is computed under the lock.
ULONG valueUnderTheLock_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    return Ctx->Flags & 0xFF;
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

// What the function returns tells its caller whether the lock is held.
static BOOLEAN tryIt(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Held = FALSE;

  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    Held = TRUE;
    if (!NT_SUCCESS(WorkOn(Ctx)))
      return FALSE;
    Held = FALSE;
    return TRUE;
  } __finally {
    if (Held)
      FltReleaseResource(&Ctx->Lock);
  }
}

NTSTATUS heldIfItSaysSo_ok(PSTREAM_CONTEXT Ctx) {
  if (!tryIt(Ctx))
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Handlers: each way out.
NTSTATUS handlerLeavesTheOuterBlock_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      Ctx->Flags = *User;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      Status = GetExceptionCode();
      __leave;
    }
    Status = WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

NTSTATUS handlerBreaks_ok(PSTREAM_CONTEXT Ctx, PULONG *Users, ULONG N) {
  NTSTATUS Status = STATUS_SUCCESS;
  ULONG I;

  FltAcquireResourceShared(&Ctx->Lock);
  for (I = 0; I < N; ++I) {
    __try {
      ProbeForRead(Users[I], sizeof(ULONG), 1);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      Status = GetExceptionCode();
      break;
    }
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS returnInATryWithAHandler_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    if (*User == 0) {
      FltReleaseResource(&Ctx->Lock);
      return STATUS_SUCCESS;
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Work();
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_UNSUCCESSFUL;
}

// The handler ends what it was in the middle of, and goes on.
NTSTATUS handlerInALoop_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  ULONG Tries = 0;

  do {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      Ctx->Flags = *User;
      FltReleaseResource(&Ctx->Lock);
      return STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      FltReleaseResource(&Ctx->Lock);
    }
  } while (++Tries < 3);
  return STATUS_UNSUCCESSFUL;
}
