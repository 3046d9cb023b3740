// Released twice, used after the last release, released when NULL.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

NTSTATUS twiceThroughLabel(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = Work();
  if (!NT_SUCCESS(Status)) {
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    FltReleaseContext(Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
    goto Cleanup;
    // expected-note@-1{{Control jumps to line}}
  }
  Ctx->Flags = 1;
Cleanup:
  FltReleaseContext(Ctx);
  // expected-warning@-1{{context 'Ctx' is released twice}}
  // expected-note@-2{{context 'Ctx' is released twice}}
  return Status;
}

NTSTATUS nullTellsThatItIsGone_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = Work();
  if (!NT_SUCCESS(Status)) {
    FltReleaseContext(Ctx);
    Ctx = NULL;
    goto Cleanup;
  }
  Ctx->Flags = 1;
Cleanup:
  if (Ctx != NULL)
    FltReleaseContext(Ctx);
  return Status;
}

#define SAFE_RELEASE(P)                                                        \
  if ((P) != NULL) {                                                           \
    FltReleaseContext(P);                                                      \
    (P) = NULL;                                                                \
  }

NTSTATUS safeRelease_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (NT_SUCCESS(Status) && Ctx->Flags)
    SAFE_RELEASE(Ctx);
  Status = Work();
  SAFE_RELEASE(Ctx);
  return Status;
}

NTSTATUS usedAfterRelease(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltReleaseContext(Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  Ctx->Flags = 0;
  // expected-warning@-1{{context 'Ctx' is used after its last reference was released}}
  // expected-note@-2{{context 'Ctx' is used after its last reference was released}}
  return STATUS_SUCCESS;
}

NTSTATUS itsLockReleasedTooLate(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{context 'Ctx' is used after its last reference was released}}
  // expected-note@-2{{context 'Ctx' is used after its last reference was released}}
  return STATUS_SUCCESS;
}

NTSTATUS itsLockReleasedFirst_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS passedOnAfterRelease(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltReleaseContext(Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  return WorkOn(Ctx);
  // expected-warning@-1{{context 'Ctx' is used after its last reference was released}}
  // expected-note@-2{{context 'Ctx' is used after its last reference was released}}
}

// Comparing or printing a stale pointer reads nothing behind it.
NTSTATUS comparedAfterRelease_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReleaseContext(Ctx);
  DbgPrint("released %p\n", Ctx);
  return Ctx == Globals.Current ? STATUS_SUCCESS : STATUS_NOT_FOUND;
}

NTSTATUS copiedBeforeRelease_ok(PCFLT_RELATED_OBJECTS Objects, PULONG Flags) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  *Flags = Ctx->Flags;
  FltReleaseContext(Ctx);
  return *Flags ? STATUS_SUCCESS : STATUS_NOT_FOUND;
}

VOID releasedWhenNull(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    DbgPrint("failed\n");
  FltReleaseContext(Ctx);
  // expected-warning@-1{{context 'Ctx' is NULL here, which 'FltReleaseContext' does not allow}}
  // expected-note@-2{{context 'Ctx' is NULL here, which 'FltReleaseContext' does not allow}}
}

VOID neverNull_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (NT_SUCCESS(Status))
    FltReleaseContext(Ctx);
}

// The caller's context: released once, it is not this function's any more.
VOID parameterReleasedTwice(PSTREAM_CONTEXT Ctx) {
  FltReleaseContext(Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Ctx);
    // expected-warning@-1{{context 'Ctx' is released twice}}
    // expected-note@-2{{context 'Ctx' is released twice}}
}

VOID parameterReleasedOnce_ok(PSTREAM_CONTEXT Ctx) {
  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
}
