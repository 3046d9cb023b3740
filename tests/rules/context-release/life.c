// Allocate, set, reference, delete: who owes how many releases.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

// What an allocation gives is owed whatever the Set returns: the Filter
// Manager takes a reference of its own.
NTSTATUS setAndForgotten(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Ctx->Flags = 0;
  return FltSetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-warning@-1{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
                             FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
}

NTSTATUS setAndReleased_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Ctx->Flags = 0;
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS releasedOnlyOnFailure(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_INSTANCE_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), NonPagedPoolNx, &Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltSetInstanceContext(Objects->Instance,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    FltReleaseContext(Ctx);
  return Status;
  // expected-warning@-1{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
}

NTSTATUS releasedTwiceAfterSet(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_INSTANCE_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), NonPagedPoolNx, &Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltSetInstanceContext(Objects->Instance,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    FltReleaseContext(Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
  FltReleaseContext(Ctx);
  // expected-warning@-1{{context 'Ctx' is released twice}}
  // expected-note@-2{{context 'Ctx' is released twice}}
  return Status;
}

NTSTATUS failsBeforeSet(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Ctx->Resource = ExAllocatePoolZero(NonPagedPoolNx, sizeof(ERESOURCE),
                                     STREAM_TAG);
  if (Ctx->Resource == NULL)
  // expected-note@-1{{Assuming field 'Resource' is equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_INSUFFICIENT_RESOURCES;
    // expected-warning@-1{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS failsBeforeSet_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Ctx->Resource = ExAllocatePoolZero(NonPagedPoolNx, sizeof(ERESOURCE),
                                     STREAM_TAG);
  if (Ctx->Resource == NULL) {
    FltReleaseContext(Ctx);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  FltReleaseContext(Ctx);
  return Status;
}

// Get or create, every exit gives one reference away.
NTSTATUS getOrCreate_ok(PCFLT_RELATED_OBJECTS Objects,
                        PSTREAM_CONTEXT *Result) {
  PSTREAM_CONTEXT Ctx = NULL, Old = NULL;
  NTSTATUS Status;

  *Result = NULL;
  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (Status == STATUS_NOT_FOUND) {
    Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
                                sizeof(STREAM_CONTEXT), PagedPool,
                                (PFLT_CONTEXT *)&Ctx);
    if (!NT_SUCCESS(Status))
      return Status;
    RtlZeroMemory(Ctx, sizeof(STREAM_CONTEXT));
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx,
                                 (PFLT_CONTEXT *)&Old);
    if (!NT_SUCCESS(Status)) {
      FltReleaseContext(Ctx);
      if (Status != STATUS_FLT_CONTEXT_ALREADY_DEFINED)
        return Status;
      Ctx = Old;
      Status = STATUS_SUCCESS;
    }
  }
  if (NT_SUCCESS(Status))
    *Result = Ctx;
  return Status;
}

NTSTATUS getOrCreateLosesNew(PCFLT_RELATED_OBJECTS Objects,
                             PSTREAM_CONTEXT *Result) {
  PSTREAM_CONTEXT Ctx = NULL, Old = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (Status == STATUS_NOT_FOUND) {
  // expected-note@-1{{Assuming 'Status' is equal to STATUS_NOT_FOUND}}
  // expected-note@-2{{Taking true branch}}
    Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
    // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                                sizeof(STREAM_CONTEXT), PagedPool,
                                (PFLT_CONTEXT *)&Ctx);
    if (!NT_SUCCESS(Status))
    // expected-note@-1{{Assuming 'Status' is >= 0}}
    // expected-note@-2{{'Status' is >= 0}}
    // expected-note@-3{{Taking false branch}}
      return Status;
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx,
                                 (PFLT_CONTEXT *)&Old);
    if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED) {
    // expected-note@-1{{Assuming 'Status' is not equal to STATUS_FLT_CONTEXT_ALREADY_DEFINED}}
    // expected-note@-2{{Taking false branch}}
      Ctx = Old;
      Status = STATUS_SUCCESS;
    }
  }
  if (NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{Taking false branch}}
    *Result = Ctx;
  return Status;
  // expected-warning@-1{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
}

// delete.c of the samples: a Get that fails with something else than NOT_FOUND
// leaves what was there before.
NTSTATUS otherFailureOfGet(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT New = NULL, Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
  // expected-note@-1{{context 'New' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&New);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (NT_SUCCESS(Status)) {
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseContext(New);
    FltReleaseContext(Ctx);
    return Status;
  }
  if (Status != STATUS_NOT_FOUND)
  // expected-note@-1{{Assuming 'Status' is not equal to STATUS_NOT_FOUND}}
  // expected-note@-2{{Taking true branch}}
    return Status;
    // expected-warning@-1{{context 'New', returned by 'FltAllocateContext', is not released when the function returns}}
    // expected-note@-2{{context 'New', returned by 'FltAllocateContext', is not released when the function returns}}
  FltReleaseContext(New);
  return STATUS_SUCCESS;
}

VOID referencedAndReleased_ok(PSTREAM_CONTEXT Ctx) {
  FltReferenceContext(Ctx);
  WorkOn(Ctx->Buffer);
  FltReleaseContext(Ctx);
}

VOID referencedOnly(PSTREAM_CONTEXT Ctx) {
  FltReferenceContext(Ctx);
  // expected-note@-1{{a reference to context 'Ctx' is added here}}
  if (!NT_SUCCESS(Work()))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{the reference added to context 'Ctx' is not released when the function returns}}
    // expected-note@-2{{the reference added to context 'Ctx' is not released when the function returns}}
  FltReleaseContext(Ctx);
}

VOID referencedForAnother_ok(PSTREAM_CONTEXT Child, PSTREAM_CONTEXT Ctx) {
  FltReferenceContext(Ctx);
  Child->Parent = Ctx;
}

VOID referencedForAWorker_ok(PSTREAM_CONTEXT Ctx) {
  FltReferenceContext(Ctx);
  if (!NT_SUCCESS(WorkOn(Ctx)))
    FltReleaseContext(Ctx);
}

NTSTATUS gotReferencedStored_ok(PCFLT_RELATED_OBJECTS Objects,
                                PSTREAM_CONTEXT Child) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReferenceContext(Ctx);
  Child->Parent = Ctx;
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS twoReferencesOneRelease(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltReferenceContext(Ctx);
  // expected-note@-1{{a reference to context 'Ctx' is added here}}
  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  return STATUS_SUCCESS;
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
}

NTSTATUS usedBetweenTwoReleases_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReferenceContext(Ctx);
  FltReleaseContext(Ctx);
  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

// FltDeleteContext takes nothing from the caller.
NTSTATUS deletedAndReleased_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltDeleteContext(Ctx);
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS deletedOnly(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltDeleteContext(Ctx);
  return STATUS_SUCCESS;
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
}

// avscan's way: delete what is set, then release the own reference.
NTSTATUS deletedByObject_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status =
      FltGetStreamHandleContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltDeleteStreamHandleContext(Objects->Instance, Objects->FileObject, NULL);
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS neverSetDeleted(VOID) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool, &Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltDeleteContext(Ctx);
  // expected-warning@-1{{context 'Ctx' is passed to 'FltDeleteContext' but was never set}}
  // expected-note@-2{{context 'Ctx' is passed to 'FltDeleteContext' but was never set}}
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

// minispy: enlisting failed, so what was set goes away again.
NTSTATUS setThenDeleted_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_TRANSACTION_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool, &Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltSetTransactionContext(Objects->Instance, Objects->Transaction,
                                    FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  if (NT_SUCCESS(Status)) {
    Status = FltEnlistInTransaction(Objects->Instance, Objects->Transaction,
                                    Ctx, 1);
    if (!NT_SUCCESS(Status))
      FltDeleteContext(Ctx);
  }
  FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS setFailedThenDeleted(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool, &Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    FltDeleteContext(Ctx);
    // expected-warning@-1{{context 'Ctx' is passed to 'FltDeleteContext' but was never set}}
    // expected-note@-2{{context 'Ctx' is passed to 'FltDeleteContext' but was never set}}
  FltReleaseContext(Ctx);
  return Status;
}

// Set, released at once, used on: the Filter Manager's reference keeps it
// alive as long as the object lives.
NTSTATUS usedWhileSet_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_INSTANCE_CONTEXT,
                              sizeof(STREAM_CONTEXT), NonPagedPoolNx,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltSetInstanceContext(Objects->Instance,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  FltReleaseContext(Ctx);
  if (NT_SUCCESS(Status))
    Ctx->Flags = 1;
  return Status;
}

NTSTATUS usedAlthoughNotSet(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_INSTANCE_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), NonPagedPoolNx,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltSetInstanceContext(Objects->Instance,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  FltReleaseContext(Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    DbgPrint("flags %x\n", Ctx->Flags);
    // expected-warning@-1{{context 'Ctx' is used after its last reference was released}}
    // expected-note@-2{{context 'Ctx' is used after its last reference was released}}
  return Status;
}
