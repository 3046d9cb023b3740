// The OldContext of a Delete is the reference that the Filter Manager had.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID deletedAndForgotten(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;

  FltDeleteStreamContext(Objects->Instance, Objects->FileObject, &Old);
  // expected-warning@-1{{old context 'Old', which 'FltDeleteStreamContext' may have returned, is not released}}
  // expected-note@-2{{context 'Old' is returned here by 'FltDeleteStreamContext'}}
  // expected-note@-3{{old context 'Old', which 'FltDeleteStreamContext' may have returned, is not released}}
}

VOID filterManagerReleases_ok(PCFLT_RELATED_OBJECTS Objects) {
  FltDeleteStreamContext(Objects->Instance, Objects->FileObject, NULL);
  FltDeleteStreamHandleContext(Objects->Instance, Objects->FileObject, NULL);
  FltDeleteInstanceContext(Objects->Instance, NULL);
  FltDeleteVolumeContext(Globals.Filter, Objects->Volume, NULL);
}

VOID releasedOnSuccess_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old;
  NTSTATUS Status;

  Status = FltDeleteInstanceContext(Objects->Instance, &Old);
  if (NT_SUCCESS(Status))
    FltReleaseContext(Old);
}

VOID releasedIfThere_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;

  FltDeleteFileContext(Objects->Instance, Objects->FileObject, &Old);
  if (Old != NULL)
    FltReleaseContext(Old);
}

VOID oneBranchForgets(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltDeleteStreamHandleContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Old' is returned here by 'FltDeleteStreamHandleContext'}}
                                        (PFLT_CONTEXT *)&Old);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return;
  if (Old->Flags != 0)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{old context 'Old', returned by 'FltDeleteStreamHandleContext', is not released}}
    // expected-note@-2{{old context 'Old', returned by 'FltDeleteStreamHandleContext', is not released}}
  FltReleaseContext(Old);
}

VOID bothBranchesRelease_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltDeleteStreamHandleContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Old);
  if (!NT_SUCCESS(Status))
    return;
  if (Old->Flags != 0) {
    FltReleaseContext(Old);
    return;
  }
  Work();
  FltReleaseContext(Old);
}

VOID volumeAndTransaction(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;

  if (NT_SUCCESS(FltDeleteVolumeContext(Globals.Filter, Objects->Volume, &Old)))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseContext(Old);
  if (NT_SUCCESS(FltDeleteTransactionContext(Objects->Instance,
  // expected-note@-1{{context 'Old' is returned here by 'FltDeleteTransactionContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
                                             Objects->Transaction, &Old)))
    Work();
    // expected-warning@-1{{old context 'Old', returned by 'FltDeleteTransactionContext', is not released}}
    // expected-note@-2{{old context 'Old', returned by 'FltDeleteTransactionContext', is not released}}
}

VOID oldGoesToAList_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Old = NULL;

  if (NT_SUCCESS(FltDeleteStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Old)))
    InsertTailList(&Globals.List, &Old->Link);
}

NTSTATUS oldIsReturned_ok(PCFLT_RELATED_OBJECTS Objects, PFLT_CONTEXT *Old) {
  return FltDeleteStreamContext(Objects->Instance, Objects->FileObject, Old);
}

// Nothing says what is there when the call fails.
VOID uninitialisedOnFailure(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old;

  FltDeleteStreamContext(Objects->Instance, Objects->FileObject, &Old);
  // expected-note@-1{{context 'Old' is returned here by 'FltDeleteStreamContext'}}
  if (Old != NULL)
  // expected-note@-1{{Assuming 'Old' is not equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Old);
    // expected-warning@-1{{context 'Old' may be uninitialised here: 'FltDeleteStreamContext' is not documented to set it when it fails}}
    // expected-note@-2{{context 'Old' may be uninitialised here: 'FltDeleteStreamContext' is not documented to set it when it fails}}
}

VOID initialised_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;

  FltDeleteStreamContext(Objects->Instance, Objects->FileObject, &Old);
  if (Old != NULL)
    FltReleaseContext(Old);
}

VOID failureReturnsFirst_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old;
  NTSTATUS Status;

  Status =
      FltDeleteStreamContext(Objects->Instance, Objects->FileObject, &Old);
  if (!NT_SUCCESS(Status))
    return;
  if (Old != NULL)
    FltReleaseContext(Old);
}

VOID oldReleasedTwice(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltDeleteInstanceContext(Objects->Instance, &Old);
  // expected-note@-1{{context 'Old' is returned here by 'FltDeleteInstanceContext'}}
  if (NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Old);
    // expected-note@-1{{context 'Old' is released here}}
  if (Old != NULL)
  // expected-note@-1{{'Old' is not equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Old);
    // expected-warning@-1{{context 'Old' is released twice}}
    // expected-note@-2{{context 'Old' is released twice}}
}

VOID setToNullInBetween_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status;

  Status = FltDeleteInstanceContext(Objects->Instance, &Old);
  if (NT_SUCCESS(Status)) {
    FltReleaseContext(Old);
    Old = NULL;
  }
  if (Old != NULL)
    FltReleaseContext(Old);
}
