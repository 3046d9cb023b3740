// A context that was got is released once on every path.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

NTSTATUS gotAndForgotten(PCFLT_RELATED_OBJECTS Objects) {
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
  Ctx->Flags = 1;
  return STATUS_SUCCESS;
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
}

NTSTATUS gotAndReleased_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Ctx->Flags = 1;
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS earlyReturn(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    goto Cleanup;
  Status = Work();
  if (Status == STATUS_PENDING)
  // expected-note@-1{{Assuming 'Status' is equal to STATUS_PENDING}}
  // expected-note@-2{{Taking true branch}}
    return Status;
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
Cleanup:
  if (Ctx != NULL)
    FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS releasedIfThere_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Status = Work();
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Ctx->Flags = 0;
Cleanup:
  if (Ctx != NULL)
    FltReleaseContext(Ctx);
  return Status;
}

// The samples' way: the status is not looked at at all.
VOID statusIgnored_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  FltGetVolumeContext(Globals.Filter, Objects->Volume, &Ctx);
  if (Ctx != NULL)
    FltReleaseContext(Ctx);
}

VOID fiveContexts_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Volume = NULL, Instance = NULL, File = NULL, Stream = NULL,
               Handle = NULL;

  FltGetVolumeContext(Globals.Filter, Objects->Volume, &Volume);
  FltGetInstanceContext(Objects->Instance, &Instance);
  FltGetFileContext(Objects->Instance, Objects->FileObject, &File);
  FltGetStreamContext(Objects->Instance, Objects->FileObject, &Stream);
  FltGetStreamHandleContext(Objects->Instance, Objects->FileObject, &Handle);
  if (Volume)
    FltReleaseContext(Volume);
  if (Instance)
    FltReleaseContext(Instance);
  if (File)
    FltReleaseContext(File);
  if (Stream)
    FltReleaseContext(Stream);
  if (Handle)
    FltReleaseContext(Handle);
}

NTSTATUS secondGetFails(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream = NULL, Handle = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Stream' is returned here by 'FltGetStreamContext'}}
                               (PFLT_CONTEXT *)&Stream);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltGetStreamHandleContext(Objects->Instance, Objects->FileObject,
                                     (PFLT_CONTEXT *)&Handle);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    return Status;
    // expected-warning@-1{{context 'Stream', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note@-2{{context 'Stream', returned by 'FltGetStreamContext', is not released when the function returns}}
  FltReleaseContext(Handle);
  FltReleaseContext(Stream);
  return STATUS_SUCCESS;
}

NTSTATUS secondGetFails_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream = NULL, Handle = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Stream);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltGetStreamHandleContext(Objects->Instance, Objects->FileObject,
                                     (PFLT_CONTEXT *)&Handle);
  if (!NT_SUCCESS(Status)) {
    FltReleaseContext(Stream);
    return Status;
  }
  FltReleaseContext(Handle);
  FltReleaseContext(Stream);
  return STATUS_SUCCESS;
}

NTSTATUS overwritten(PCFLT_RELATED_OBJECTS Objects) {
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
  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    return Status;
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS throughAnAlias_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Any = NULL;
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, &Any);
  if (!NT_SUCCESS(Status))
    return Status;
  Ctx = (PSTREAM_CONTEXT)Any;
  Ctx->Flags = 1;
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS sectionContext_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status =
      FltGetSectionContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (Status == STATUS_NOT_FOUND || Status == STATUS_NOT_SUPPORTED)
    return STATUS_SUCCESS;
  if (NT_SUCCESS(Status))
    FltReleaseContext(Ctx);
  return Status;
}

VOID gotInALoop(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  ULONG I;

  for (I = 0; I < Count(); I++) {
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Loop condition is true.  Entering loop body}}
  // expected-note@-4{{Assuming the condition is false}}
  // expected-note-re@-5{{Loop condition is false. Execution {{jumps to the end of the function|continues on line [0-9]+}}}}
  // expected-note@-6{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    if (!NT_SUCCESS(FltGetStreamContext(
    // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
    // expected-note@-2{{Assuming the condition is true}}
    // expected-note@-3{{Taking false branch}}
            Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Ctx)))
      break;
    if (Ctx->Flags)
    // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
    // expected-note@-2{{Taking true branch}}
      continue;
      // expected-note@-1{{ Execution continues on line}}
    FltReleaseContext(Ctx);
  }
}

VOID releasedInEachRound_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  ULONG I;

  for (I = 0; I < Count(); I++) {
    if (!NT_SUCCESS(FltGetStreamContext(
            Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Ctx)))
      break;
    if (Ctx->Flags) {
      FltReleaseContext(Ctx);
      continue;
    }
    FltReleaseContext(Ctx);
  }
}
