// The OldContext of a Set is the caller's to release: on ALREADY_DEFINED when
// the existing one is kept, on success when it is replaced.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

NTSTATUS keepNeverLooksAtOld(PCFLT_RELATED_OBJECTS Objects,
                             PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;

  return FltSetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-warning@-1{{old context 'Old', which 'FltSetStreamContext' may have returned, is not released}}
  // expected-note@-2{{context 'Old' is returned here by 'FltSetStreamContext'}}
  // expected-note@-3{{old context 'Old', which 'FltSetStreamContext' may have returned, is not released}}
                             FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
}

NTSTATUS noOldWanted_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New) {
  return FltSetStreamContext(Objects->Instance, Objects->FileObject,
                             FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, NULL);
}

NTSTATUS keepReleasedIfThere_ok(PCFLT_RELATED_OBJECTS Objects,
                                PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
  if (Old != NULL)
    FltReleaseContext(Old);
  return Status;
}

NTSTATUS keepReleasedOnAlreadyDefined_ok(PCFLT_RELATED_OBJECTS Objects,
                                         PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old;
  NTSTATUS Status;

  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
  if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED)
    FltReleaseContext(Old);
  return Status;
}

NTSTATUS keepLeaksOnAlreadyDefined(PCFLT_RELATED_OBJECTS Objects,
                                   PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetStreamHandleContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Old' is returned here by 'FltSetStreamHandleContext'}}
                                     FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
  if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED)
  // expected-note@-1{{Assuming 'Status' is equal to STATUS_FLT_CONTEXT_ALREADY_DEFINED}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{old context 'Old', returned by 'FltSetStreamHandleContext', is not released}}
    // expected-note@-2{{old context 'Old', returned by 'FltSetStreamHandleContext', is not released}}
  return Status;
}

// With KEEP nothing is returned on success.
NTSTATUS keepSuccess_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetFileContext(Objects->Instance, Objects->FileObject,
                             FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
  if (NT_SUCCESS(Status))
    return STATUS_SUCCESS;
  if (Old != NULL)
    FltReleaseContext(Old);
  return Status;
}

NTSTATUS keepOtherFailures_ok(PCFLT_RELATED_OBJECTS Objects,
                              PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
  switch (Status) {
  case STATUS_FLT_CONTEXT_ALREADY_DEFINED:
    FltReleaseContext(Old);
    break;
  case STATUS_FLT_DELETING_OBJECT:
    return STATUS_FLT_DELETING_OBJECT;
  case STATUS_NOT_SUPPORTED:
    return STATUS_SUCCESS;
  default:
    break;
  }
  return Status;
}

NTSTATUS replaceLeaksOnSuccess(PCFLT_RELATED_OBJECTS Objects,
                               PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Old' is returned here by 'FltSetStreamContext'}}
                               FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New, &Old);
  if (NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{old context 'Old', which 'FltSetStreamContext' may have returned, is not released}}
    // expected-note@-2{{old context 'Old', which 'FltSetStreamContext' may have returned, is not released}}
  if (Old != NULL)
    FltReleaseContext(Old);
  return Status;
}

NTSTATUS replaceReleased_ok(PCFLT_RELATED_OBJECTS Objects,
                            PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New, &Old);
  if (NT_SUCCESS(Status) && Old != NULL)
    FltReleaseContext(Old);
  return Status;
}

// With REPLACE there is no ALREADY_DEFINED, and failures return nothing.
NTSTATUS replaceFailure_ok(PCFLT_RELATED_OBJECTS Objects,
                           PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetInstanceContext(Objects->Instance,
                                 FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New, &Old);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Old)
    FltReleaseContext(Old);
  return STATUS_SUCCESS;
}

// The operation is not known: either outcome may return the old one.
NTSTATUS eitherOperation(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                         FLT_SET_CONTEXT_OPERATION Operation) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetVolumeContext(Objects->Volume, Operation, New, &Old);
  // expected-note@-1{{context 'Old' is returned here by 'FltSetVolumeContext'}}
  if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED)
  // expected-note@-1{{Assuming 'Status' is not equal to STATUS_FLT_CONTEXT_ALREADY_DEFINED}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseContext(Old);
  return Status;
  // expected-warning@-1{{old context 'Old', which 'FltSetVolumeContext' may have returned, is not released}}
  // expected-note@-2{{old context 'Old', which 'FltSetVolumeContext' may have returned, is not released}}
}

NTSTATUS eitherOperation_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                            BOOLEAN Replace) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetStreamHandleContext(
      Objects->Instance, Objects->FileObject,
      Replace ? FLT_SET_CONTEXT_REPLACE_IF_EXISTS
              : FLT_SET_CONTEXT_KEEP_IF_EXISTS,
      New, &Old);
  if (!NT_SUCCESS(Status)) {
    if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED)
      FltReleaseContext(Old);
    return Status;
  }
  if (Replace && Old != NULL)
    FltReleaseContext(Old);
  return Status;
}

NTSTATUS oldOfTransaction(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltSetTransactionContext(Objects->Instance, Objects->Transaction,
  // expected-note@-1{{context 'Old' is returned here by 'FltSetTransactionContext'}}
                                    FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
  if (!NT_SUCCESS(Status) && Status != STATUS_FLT_CONTEXT_ALREADY_DEFINED)
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Left side of '&&' is true}}
  // expected-note@-4{{Assuming 'Status' is equal to STATUS_FLT_CONTEXT_ALREADY_DEFINED}}
  // expected-note@-5{{Taking false branch}}
    return Status;
  return STATUS_SUCCESS;
  // expected-warning@-1{{old context 'Old', returned by 'FltSetTransactionContext', is not released}}
  // expected-note@-2{{old context 'Old', returned by 'FltSetTransactionContext', is not released}}
}

// minispy's way: what was there is used instead of the new one.
NTSTATUS oldTakesThePlaceOfNew_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT New = NULL, Old = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_TRANSACTION_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&New);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltSetTransactionContext(Objects->Instance, Objects->Transaction,
                                    FLT_SET_CONTEXT_KEEP_IF_EXISTS, New,
                                    (PFLT_CONTEXT *)&Old);
  if (!NT_SUCCESS(Status)) {
    FltReleaseContext(New);
    if (Status != STATUS_FLT_CONTEXT_ALREADY_DEFINED)
      return Status;
    New = Old;
  }
  Status = WorkOn(New->Buffer);
  FltReleaseContext(New);
  return Status;
}

NTSTATUS oldTakesThePlaceAndLeaks(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT New = NULL, Old = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&New);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Old' is returned here by 'FltSetStreamContext'}}
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, New,
                               (PFLT_CONTEXT *)&Old);
  FltReleaseContext(New);
  if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED) {
  // expected-note@-1{{Assuming 'Status' is equal to STATUS_FLT_CONTEXT_ALREADY_DEFINED}}
  // expected-note@-2{{Taking true branch}}
    New = Old;
    Status = WorkOn(New->Buffer);
  }
  return Status;
  // expected-warning@-1{{old context 'Old', returned by 'FltSetStreamContext', is not released}}
  // expected-note@-2{{old context 'Old', returned by 'FltSetStreamContext', is not released}}
}
