// An exception leaves the function: what each return gives back must not stay.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

VOID CcSetFileSizes(PFILE_OBJECT File, PCC_FILE_SIZES Sizes);
VOID FreeBuffers(VOID);

NTSTATUS raise(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    ExRaiseStatus(STATUS_DISK_FULL);
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS raise_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Check()) {
    FltReleaseResource(&Ctx->Lock);
    ExRaiseStatus(STATUS_DISK_FULL);
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// In a function that is called.
static VOID failOn(ULONG Bad) {
  if (Bad)
  // expected-note@-1{{Assuming 'Bad' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    ExRaiseStatus(STATUS_INVALID_PARAMETER);
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when an exception leaves the function}}
    // expected-note@-2{{An exception is raised here}}
    // expected-note@-3{{resource 'Ctx->Lock', acquired shared, is still held when an exception leaves the function}}
}

NTSTATUS raiseInCallee(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  failOn(Ctx->Flags);
  // expected-note@-1{{Calling 'failOn'}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS raiseInCallee_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    failOn(Ctx->Flags);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// The block that cleans up has forgotten one of two.
NTSTATUS finallyForgets(PSTREAM_CONTEXT Ctx, PSTREAM_CONTEXT Other,
                        PFILE_OBJECT File, PCC_FILE_SIZES Sizes) {
  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    FltAcquireResourceExclusive(&Other->Lock);
    // expected-note@-1{{resource 'Other->Lock' is acquired exclusively here}}
    CcSetFileSizes(File, Sizes);
    // expected-note@-1{{Assuming an exception is raised here}}
    FltReleaseResource(&Other->Lock);
  } __finally {
  // expected-note@-1{{Control passes to the '__finally' block}}
    FltReleaseResource(&Ctx->Lock);
  }
  // expected-warning@-1{{resource 'Other->Lock', acquired exclusively, is still held when an exception leaves the function}}
  // expected-note@-2{{resource 'Other->Lock', acquired exclusively, is still held when an exception leaves the function}}
  return STATUS_SUCCESS;
}

NTSTATUS abnormalOnly_ok(PSTREAM_CONTEXT Ctx, PFILE_OBJECT File,
                         PCC_FILE_SIZES Sizes) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    CcSetFileSizes(File, Sizes);
  } __finally {
    if (AbnormalTermination())
      FltReleaseResource(&Ctx->Lock);
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// What a filter turns down is a bug check: nobody cleans up for it.
NTSTATUS filterDeclines_ok(PSTREAM_CONTEXT Ctx, PFILE_OBJECT File,
                           PCC_FILE_SIZES Sizes) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    CcSetFileSizes(File, Sizes);
  } __except (FsRtlIsNtstatusExpected(GetExceptionCode())
                  ? EXCEPTION_EXECUTE_HANDLER
                  : EXCEPTION_CONTINUE_SEARCH) {
    Status = GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// ... unless a block around it is there for just that.
NTSTATUS filterDeclinesIntoFinally(PSTREAM_CONTEXT Ctx, PFILE_OBJECT File,
                                   PCC_FILE_SIZES Sizes) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    __try {
      CcSetFileSizes(File, Sizes);
      // expected-note@-1{{Assuming an exception is raised here}}
    } __except (FsRtlIsNtstatusExpected(GetExceptionCode())
    // expected-note@-1{{Assuming the condition is false}}
    // expected-note@-2{{'?' condition is false}}
    // expected-note@-3{{The filter passes the exception on}}
                    ? EXCEPTION_EXECUTE_HANDLER
                    : EXCEPTION_CONTINUE_SEARCH) {
      Status = GetExceptionCode();
    }
  } __finally {
  // expected-note@-1{{Control passes to the '__finally' block}}
    if (AbnormalTermination())
    // expected-note@-1{{'AbnormalTermination()' is 1}}
    // expected-note@-2{{Taking true branch}}
      FreeBuffers();
  }
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// Acquires for its caller: who releases if it fails is not known.
VOID acquireForCaller_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Check())
    ExRaiseStatus(STATUS_CANCELLED);
}

// Whose lock it is that was taken before is the caller's business.
VOID callersLock_ok(PSTREAM_CONTEXT Ctx) {
  FltReleaseResource(&Ctx->Lock);
  FreeBuffers();
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Check())
    ExRaiseStatus(STATUS_CANCELLED);
}

NTSTATUS region(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    ExRaiseStatus(STATUS_CANCELLED);
    // expected-warning@-1{{critical region is still entered when an exception leaves the function}}
    // expected-note@-2{{critical region is still entered when an exception leaves the function}}
  KeLeaveCriticalRegion();
  return STATUS_SUCCESS;
}

NTSTATUS region_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  __try {
    if (Check())
      ExRaiseStatus(STATUS_CANCELLED);
  } __finally {
    KeLeaveCriticalRegion();
  }
  return STATUS_SUCCESS;
}

NTSTATUS context(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  if (Ctx->Flags)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    ExRaiseStatus(STATUS_CANCELLED);
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when an exception leaves the function}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when an exception leaves the function}}
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS context_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  __try {
    if (Ctx->Flags)
      ExRaiseStatus(STATUS_CANCELLED);
  } __finally {
    FltReleaseContext(Ctx);
  }
  return STATUS_SUCCESS;
}

// A handler of the function itself takes it.
NTSTATUS handled_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    failOn(Ctx->Flags);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// Who gets TRUE holds the lock; who gets an exception does not know.
BOOLEAN tryAcquire(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, Wait))
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
    return FALSE;
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    ExRaiseStatus(STATUS_FILE_CLOSED);
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when an exception leaves the function}}
  return TRUE;
}

BOOLEAN tryAcquire_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, Wait))
    return FALSE;
  if (Check()) {
    ExReleaseResourceLite(&Ctx->Lock);
    ExRaiseStatus(STATUS_FILE_CLOSED);
  }
  return TRUE;
}

// One that may be raised: few leave a region for that.
NTSTATUS regionMayRaise_ok(PSTREAM_CONTEXT Ctx, PFILE_OBJECT File,
                           PCC_FILE_SIZES Sizes) {
  KeEnterCriticalRegion();
  __try {
    CcSetFileSizes(File, Sizes);
  } __finally {
    Ctx->Flags = 0;
  }
  KeLeaveCriticalRegion();
  return STATUS_SUCCESS;
}

// The same lock by another name.
NTSTATUS otherName_ok(PSTREAM_CONTEXT Ctx, PFILE_OBJECT File,
                      PCC_FILE_SIZES Sizes) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    CcSetFileSizes(File, Sizes);
  } __finally {
    if (AbnormalTermination()) {
      PSTREAM_CONTEXT Same = File->FsContext2;
      FltReleaseResource(&Same->Lock);
    } else {
      FltReleaseResource(&Ctx->Lock);
    }
  }
  return STATUS_SUCCESS;
}

// Who gets the object, and catches it, knows what to release.
VOID handOverHand_ok(PSTREAM_CONTEXT *Current) {
  PSTREAM_CONTEXT Next = (*Current)->Parent;

  FltAcquireResourceExclusive(&Next->Lock);
  FltReleaseResource(&(*Current)->Lock);
  *Current = Next;
  if (Check())
    ExRaiseStatus(STATUS_CANCELLED);
}
