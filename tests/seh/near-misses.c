// Correct code that looks wrong: what is held is told by flags, pointers,
// statuses and helpers.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

typedef struct _IRP_CONTEXT {
  ULONG Flags;
  NTSTATUS ExceptionStatus;
  PSTREAM_CONTEXT Fcb;
} IRP_CONTEXT, *PIRP_CONTEXT;

#define CONTEXT_WAIT 0x1
#define CONTEXT_HELD 0x2

// A bit in a structure of the driver's own.
NTSTATUS bitInAStructure_ok(PSTREAM_CONTEXT Ctx) {
  IRP_CONTEXT Irp = {0};

  try {
    if (Check())
      try_return(Irp.ExceptionStatus = STATUS_CANCELLED);
    FltAcquireResourceExclusive(&Ctx->Lock);
    SetFlag(Irp.Flags, CONTEXT_HELD);
    Irp.ExceptionStatus = WorkOn(Ctx);
    if (!NT_SUCCESS(Irp.ExceptionStatus))
      leave;
    FltReleaseResource(&Ctx->Lock);
    ClearFlag(Irp.Flags, CONTEXT_HELD);
    Irp.ExceptionStatus = Work();
  try_exit:
    NOTHING;
  } finally {
    if (FlagOn(Irp.Flags, CONTEXT_HELD))
      FltReleaseResource(&Ctx->Lock);
  }
  return Irp.ExceptionStatus;
}

NTSTATUS pointerIsSetToNull_ok(PSTREAM_CONTEXT Ctx) {
  PERESOURCE Held = NULL;
  NTSTATUS Status;

  try {
    Status = Work();
    if (!NT_SUCCESS(Status))
      return Status;
    Held = &Ctx->Lock;
    FltAcquireResourceShared(Held);
    Status = WorkOn(Ctx);
    if (Status == STATUS_PENDING) {
      FltReleaseResource(Held);
      Held = NULL;
    }
  } finally {
    if (Held != NULL)
      FltReleaseResource(Held);
  }
  return Status;
}

// Each lock has a flag; the order of the releases does not matter.
NTSTATUS aFlagForEach_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  NTSTATUS Status = STATUS_CANT_WAIT;
  BOOLEAN VcbHeld = FALSE, FcbHeld = FALSE;

  KeEnterCriticalRegion();
  try {
    if (!ExAcquireResourceSharedLite(&Globals.Lock, Wait))
      try_return(Status = STATUS_CANT_WAIT);
    VcbHeld = TRUE;
    if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, Wait))
      try_return(Status = STATUS_CANT_WAIT);
    FcbHeld = TRUE;
    Status = WorkOn(Ctx);
  try_exit:
    NOTHING;
  } finally {
    if (VcbHeld)
      ExReleaseResourceLite(&Globals.Lock);
    if (FcbHeld)
      ExReleaseResourceLite(&Ctx->Lock);
    KeLeaveCriticalRegion();
  }
  return Status;
}

// The purpose of the function is to return with the lock, unless it fails.
NTSTATUS AcquireForWork_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  try {
    ProbeForRead(User, sizeof(ULONG), 1);
    Ctx->Flags = *User;
  } except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
    FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

NTSTATUS AcquireUnlessAbnormal_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  try {
    Ctx->Flags = 0;
    if (Check())
      ExRaiseStatus(STATUS_CANCELLED);
  } finally {
    if (AbnormalTermination())
      FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// The handler passes on what it can't handle.
NTSTATUS raisedAgain_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Ctx->Lock);
    ExRaiseStatus(GetExceptionCode());
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// A helper does what the __finally has to do, by the same flag.
static VOID undo(PSTREAM_CONTEXT Ctx, BOOLEAN Held) {
  if (Held)
    FltReleaseResource(&Ctx->Lock);
}

NTSTATUS helperUndoes_ok(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Held = FALSE;

  try {
    if (Check())
      return STATUS_CANCELLED;
    FltAcquireResourceExclusive(&Ctx->Lock);
    Held = TRUE;
    if (Check())
      return STATUS_PENDING;
  } finally {
    undo(Ctx, Held);
  }
  return STATUS_SUCCESS;
}

// Tried again until it works, each time with the lock.
NTSTATUS triedAgain_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  for (;;) {
    FltAcquireResourceShared(&Ctx->Lock);
    try {
      Status = WorkOn(Ctx);
      if (Status == STATUS_RETRY)
        continue;
      break;
    } finally {
      FltReleaseResource(&Ctx->Lock);
    }
  }
  return Status;
}

// Dropped for a while in the middle.
NTSTATUS droppedForAWhile_ok(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Held;
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  Held = TRUE;
  try {
    FltReleaseResource(&Ctx->Lock);
    Held = FALSE;
    Status = Work();
    if (!NT_SUCCESS(Status))
      return Status;
    FltAcquireResourceExclusive(&Ctx->Lock);
    Held = TRUE;
    Status = WorkOn(Ctx);
  } finally {
    if (Held)
      FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

// As above, but the flag is not cleared.
NTSTATUS flagIsNotCleared(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Held;
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Held = TRUE;
  try {
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    Status = Work();
    if (!NT_SUCCESS(Status))
    // expected-note@-1{{Assuming 'Status' is < 0}}
    // expected-note@-2{{'Status' is < 0}}
    // expected-note@-3{{Taking true branch}}
      return Status;
      // expected-note@-1{{The return leaves the '__try' block through '__finally'}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    Status = WorkOn(Ctx);
  } finally {
    if (Held)
    // expected-note@-1{{'Held' is 1}}
    // expected-note@-2{{Taking true branch}}
      FltReleaseResource(&Ctx->Lock);
      // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
      // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  }
  return Status;
}

// Two blocks behind each other: the second one undoes what the first one did.
NTSTATUS twoBlocks_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;
  ULONG Value = 0;

  try {
    ProbeForRead(User, sizeof(ULONG), 1);
    Value = *User;
  } except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  FltAcquireResourceExclusive(&Ctx->Lock);
  try {
    if (Value == 0)
      try_leave(Status = STATUS_INVALID_PARAMETER);
    Ctx->Flags = Value;
  } finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

// Pages are locked before the lock is taken.
NTSTATUS pagesFirst_ok(PSTREAM_CONTEXT Ctx, PMDL Mdl) {
  try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  MmUnlockPages(Mdl);
  return STATUS_SUCCESS;
}

// The wrappers of a file system: the macro raises where it can't wait.
static BOOLEAN AcquireFcb(PIRP_CONTEXT Irp, PSTREAM_CONTEXT Fcb) {
  return ExAcquireResourceExclusiveLite(&Fcb->Lock,
                                        FlagOn(Irp->Flags, CONTEXT_WAIT));
}

static VOID ReleaseFcb(PSTREAM_CONTEXT Fcb) { ExReleaseResourceLite(&Fcb->Lock); }

NTSTATUS wrappers_ok(PIRP_CONTEXT Irp, PSTREAM_CONTEXT Fcb) {
  BOOLEAN FcbAcquired = FALSE;
  NTSTATUS Status;

  try {
    FcbAcquired = AcquireFcb(Irp, Fcb);
    if (!FcbAcquired)
      ExRaiseStatus(STATUS_CANT_WAIT);
    Status = WorkOn(Fcb);
  } finally {
    if (FcbAcquired)
      ReleaseFcb(Fcb);
  }
  return Status;
}

// The release is in the __finally of a function that is called in the __try.
static NTSTATUS workAndUndo(PSTREAM_CONTEXT Ctx) {
  try {
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      return STATUS_CANCELLED;
      // expected-note@-1{{The return leaves the '__try' block through '__finally'}}
    return WorkOn(Ctx);
  } finally {
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
  }
}

NTSTATUS calleeUndoes_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    Status = workAndUndo(Ctx);
  } finally {
    Work();
  }
  return Status;
}

NTSTATUS calleeAndCallerUndo(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  try {
    return workAndUndo(Ctx);
    // expected-note@-1{{Calling 'workAndUndo'}}
    // expected-note@-2{{Returning from 'workAndUndo'}}
    // expected-note@-3{{The return leaves the '__try' block through '__finally'}}
  } finally {
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  }
}
