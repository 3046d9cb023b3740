// What raises an exception, and what never does.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS probePages(PSTREAM_CONTEXT Ctx, PMDL Mdl) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS probePages_ok(PSTREAM_CONTEXT Ctx, PMDL Mdl) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS quota(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    Ctx->Buffer = ExAllocatePoolWithQuotaTag(PagedPool, 64, STREAM_TAG);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INSUFFICIENT_RESOURCES;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// The cache manager reports errors by exceptions.
NTSTATUS cacheManager(PSTREAM_CONTEXT Ctx, PFILE_OBJECT File,
                      PLARGE_INTEGER Offset, PVOID Buffer) {
  IO_STATUS_BLOCK Io;

  __try {
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    if (!CcCopyRead(File, Offset, 512, TRUE, Buffer, &Io)) {
    // expected-note@-1{{Assuming an exception is raised here}}
      FltReleaseResource(&Ctx->Lock);
      return STATUS_PENDING;
    }
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS cacheManager_ok(PSTREAM_CONTEXT Ctx, PFILE_OBJECT File,
                         PLARGE_INTEGER Offset, PVOID Buffer) {
  IO_STATUS_BLOCK Io;

  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    CcCopyRead(File, Offset, 512, TRUE, Buffer, &Io);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Ctx->Lock);
    return GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS raisesForSure(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    Status = WorkOn(Ctx);
    if (!NT_SUCCESS(Status))
    // expected-note@-1{{Assuming 'Status' is < 0}}
    // expected-note@-2{{'Status' is < 0}}
    // expected-note@-3{{Taking true branch}}
      ExRaiseStatus(Status);
      // expected-note@-1{{An exception is raised here}}
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

// Nothing behind the raise runs.
NTSTATUS raisesForSure_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (Check()) {
      FltReleaseResource(&Ctx->Lock);
      ExRaiseStatus(STATUS_CANCELLED);
    }
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The convention of the file systems: raise, and callers clean up.
NTSTATUS finallyOfARaise(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    if (Check()) {
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      FltReleaseResource(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is released here}}
      ExRaiseStatus(STATUS_CANCELLED);
      // expected-note@-1{{An exception is raised here}}
    }
  } __finally {
  // expected-note@-1{{Control passes to the '__finally' block}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS finallyOfARaise_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      ExRaiseStatus(STATUS_CANCELLED);
    WorkOn(Ctx);
  } __finally {
    if (AbnormalTermination())
      Ctx->Flags = 0;
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// Outside of any __try the raise ends the path: whose handler would run is not
// known.
NTSTATUS raiseWithoutATry_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    ExRaiseStatus(STATUS_CANCELLED);
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Acquiring and releasing do not raise: held at neither of the two probes.
NTSTATUS modelledRoutines_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  __try {
    ProbeForRead(User, 4, 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&Globals.Lock, TRUE);
    ExReleaseResourceLite(&Globals.Lock);
    KeLeaveCriticalRegion();
    FltReleaseResource(&Ctx->Lock);
    ProbeForWrite(User, 4, 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  return STATUS_SUCCESS;
}

// Neither does a routine of which nothing is known, beside one that does.
NTSTATUS unknownRoutine_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  __try {
    ProbeForRead(User, 4, 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    WorkOn(Ctx);
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  return STATUS_SUCCESS;
}

// Where nothing else is there, the handler was written for the one call.
NTSTATUS onlyAnUnknownRoutine(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    WorkOn(Ctx);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS onlyAnUnknownRoutine_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    Status = WorkOn(Ctx);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// A part that is not reached does not raise.
NTSTATUS onlyIfThereIsABuffer_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  if (User != NULL)
    FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (User != NULL && *User == 1)
      Status = Work();
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Ctx->Lock);
    return GetExceptionCode();
  }
  if (User != NULL)
    FltReleaseResource(&Ctx->Lock);
  return Status;
}

// The lock is taken before the access in the same statement.
NTSTATUS raisedInTheMiddle(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    Ctx->Flags = ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE) ? *User : 0;
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    // expected-note@-2{{'?' condition is true}}
    // expected-note@-3{{Assuming an exception is raised here}}
    ExReleaseResourceLite(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

// Released before the access in the same statement: not held at the raise.
NTSTATUS raisedInTheMiddle_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    FltReleaseResource(&Ctx->Lock), Ctx->Flags = *User;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The same without "noreturn": the model says that it raises.
NTSYSAPI VOID NTAPI RtlRaiseException(PEXCEPTION_RECORD Record);

NTSTATUS raiseUnhandledByTheModel(PSTREAM_CONTEXT Ctx, PEXCEPTION_RECORD Record) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Check()) {
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    RtlRaiseException(Record);
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
    return STATUS_CANCELLED;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS raiseByTheModel(PSTREAM_CONTEXT Ctx, PEXCEPTION_RECORD Record) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      RtlRaiseException(Record);
      // expected-note@-1{{An exception is raised here}}
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_CANCELLED;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}
