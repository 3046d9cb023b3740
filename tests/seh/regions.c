// Critical regions and the Executive's locks in code with exceptions.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

// The resource is released, the region is not left.
NTSTATUS regionForgotten(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  try {
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      return STATUS_CANCELLED;
      // expected-warning@-1{{critical region is still entered when the function returns}}
      // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
      // expected-note@-3{{critical region is still entered when the function returns}}
    WorkOn(Ctx);
  } finally {
    ExReleaseResourceLite(&Ctx->Lock);
    if (!AbnormalTermination())
    // expected-note@-1{{'AbnormalTermination()' is 1}}
    // expected-note@-2{{Taking false branch}}
      KeLeaveCriticalRegion();
  }
  return STATUS_SUCCESS;
}

NTSTATUS region_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  try {
    if (Check())
      return STATUS_CANCELLED;
    WorkOn(Ctx);
  } finally {
    ExReleaseResourceLite(&Ctx->Lock);
    KeLeaveCriticalRegion();
  }
  return STATUS_SUCCESS;
}

// FltReleaseResource has left the region.
NTSTATUS redundant(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  try {
    WorkOn(Ctx);
  } finally {
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{critical region is left here}}
    KeLeaveCriticalRegion();
    // expected-warning@-1{{'KeLeaveCriticalRegion' is redundant: 'FltReleaseResource' has already left the critical region}}
    // expected-note@-2{{'KeLeaveCriticalRegion' is redundant: 'FltReleaseResource' has already left the critical region}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS handlerForgetsTheRegion(PVOID User) {
  FsRtlEnterFileSystem();
  // expected-note@-1{{critical region is entered here}}
  try {
    ProbeForRead(User, 4, 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{critical region is still entered when the function returns}}
    // expected-note@-2{{critical region is still entered when the function returns}}
  }
  FsRtlExitFileSystem();
  return STATUS_SUCCESS;
}

// As the entry points of a file system have it.
NTSTATUS entryPoint_ok(PVOID User) {
  NTSTATUS Status;

  FsRtlEnterFileSystem();
  try {
    ProbeForRead(User, 4, 1);
    Status = Work();
  } except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FsRtlExitFileSystem();
  return Status;
}

// Acquired without waiting: the flag says whether.
NTSTATUS mayNotWait_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  NTSTATUS Status = STATUS_PENDING;
  BOOLEAN Acquired = FALSE;

  KeEnterCriticalRegion();
  try {
    Acquired = ExAcquireResourceSharedLite(&Ctx->Lock, Wait);
    if (!Acquired)
      leave;
    Status = WorkOn(Ctx);
    if (!NT_SUCCESS(Status))
      return Status;
  } finally {
    if (Acquired)
      ExReleaseResourceLite(&Ctx->Lock);
    KeLeaveCriticalRegion();
  }
  return Status;
}

NTSTATUS mayNotWait(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  NTSTATUS Status = STATUS_PENDING;
  BOOLEAN Acquired = FALSE;

  KeEnterCriticalRegion();
  try {
    if (!ExAcquireResourceSharedLite(&Ctx->Lock, Wait))
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    // expected-note@-2{{Assuming the condition is false}}
    // expected-note@-3{{Taking false branch}}
      leave;
    Status = WorkOn(Ctx);
    if (!NT_SUCCESS(Status))
    // expected-note@-1{{Assuming 'Status' is < 0}}
    // expected-note@-2{{'Status' is < 0}}
    // expected-note@-3{{Taking true branch}}
      return Status;
      // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
      // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
      // expected-note@-3{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    Acquired = TRUE;
  } finally {
    if (Acquired)
    // expected-note@-1{{'Acquired' is 0}}
    // expected-note@-2{{Taking false branch}}
      ExReleaseResourceLite(&Ctx->Lock);
    KeLeaveCriticalRegion();
  }
  return Status;
}

// A push lock, released in the handler and behind it.
NTSTATUS handlerAndBehind(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  try {
    ProbeForRead(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
    Ctx->Flags = *User;
  } except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    FltReleasePushLock(&Ctx->PushLock);
    // expected-note@-1{{push lock 'Ctx->PushLock' is released here}}
    Status = GetExceptionCode();
  }
  FltReleasePushLock(&Ctx->PushLock);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is released twice}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is released twice}}
  return Status;
}

NTSTATUS onlyBehind_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquirePushLockExclusive(&Ctx->PushLock);
  try {
    ProbeForRead(User, sizeof(ULONG), 1);
    Ctx->Flags = *User;
  } except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleasePushLock(&Ctx->PushLock);
  return Status;
}
