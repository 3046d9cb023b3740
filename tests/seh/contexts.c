// Context references and structured exceptions.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS handlerKeepsTheReference(PCFLT_RELATED_OBJECTS Objects, PULONG User) {
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
  __try {
    ProbeForWrite(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
    *User = Ctx->Flags;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  }
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS handlerFallsThrough_ok(PCFLT_RELATED_OBJECTS Objects, PULONG User) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  __try {
    ProbeForWrite(User, sizeof(ULONG), 1);
    *User = Ctx->Flags;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleaseContext(Ctx);
  return Status;
}

// try_leave and one place that releases, as in Microsoft's samples.
NTSTATUS oneWayOut_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  try {
    Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                 (PFLT_CONTEXT *)&Ctx);
    if (!NT_SUCCESS(Status))
      leave;
    if (Ctx->Flags == 0)
      try_leave(Status = STATUS_NOT_FOUND);
    Status = WorkOn(Ctx->Buffer);
  } finally {
    if (Ctx != NULL)
      FltReleaseContext(Ctx);
  }
  return Status;
}

NTSTATUS returnsEarly(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  try {
    Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
    // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                                 (PFLT_CONTEXT *)&Ctx);
    if (!NT_SUCCESS(Status))
    // expected-note@-1{{Assuming 'Status' is >= 0}}
    // expected-note@-2{{'Status' is >= 0}}
    // expected-note@-3{{Taking false branch}}
      return Status;
    if (Ctx->Flags == 0)
    // expected-note@-1{{Assuming field 'Flags' is equal to 0}}
    // expected-note@-2{{Taking true branch}}
      return STATUS_NOT_FOUND;
      // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
      // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
      // expected-note@-3{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    FltReleaseContext(Ctx);
  } finally {
    Work();
  }
  return STATUS_SUCCESS;
}

NTSTATUS twiceOnOnePath(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  try {
    Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
    // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                                 (PFLT_CONTEXT *)&Ctx);
    if (!NT_SUCCESS(Status))
    // expected-note@-1{{Assuming 'Status' is >= 0}}
    // expected-note@-2{{'Status' is >= 0}}
    // expected-note@-3{{Taking false branch}}
      leave;
    FltReleaseContext(Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
    Status = Work();
  } finally {
    if (Ctx != NULL)
    // expected-note@-1{{'Ctx' is not equal to NULL}}
    // expected-note@-2{{Taking true branch}}
      FltReleaseContext(Ctx);
      // expected-warning@-1{{context 'Ctx' is released twice}}
      // expected-note@-2{{context 'Ctx' is released twice}}
  }
  return Status;
}

NTSTATUS setToNull_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  try {
    Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                 (PFLT_CONTEXT *)&Ctx);
    if (!NT_SUCCESS(Status))
      leave;
    FltReleaseContext(Ctx);
    Ctx = NULL;
    Status = Work();
  } finally {
    if (Ctx != NULL)
      FltReleaseContext(Ctx);
  }
  return Status;
}

// The new context is released by the __finally only after a failure.
NTSTATUS onlyAfterAFailure(PCFLT_RELATED_OBJECTS Objects, PFLT_FILTER Filter,
                         PULONG User) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Filter, FLT_STREAM_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  try {
    ProbeForRead(User, sizeof(ULONG), 1);
    Ctx->Flags = *User;
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  } finally {
    if (AbnormalTermination())
    // expected-note@-1{{'AbnormalTermination()' is 0}}
    // expected-note@-2{{Taking false branch}}
      FltReleaseContext(Ctx);
  }
  return Status;
  // expected-warning@-1{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
}

NTSTATUS onAllWays_ok(PCFLT_RELATED_OBJECTS Objects, PFLT_FILTER Filter,
                              PULONG User) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Filter, FLT_STREAM_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  try {
    ProbeForRead(User, sizeof(ULONG), 1);
    Ctx->Flags = *User;
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  } finally {
    FltReleaseContext(Ctx);
  }
  return Status;
}

// The handler runs before the Set as well as after it.
NTSTATUS oldContext(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                    PULONG User) {
  PSTREAM_CONTEXT Old = NULL;
  NTSTATUS Status;

  try {
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
    // expected-note@-1{{context 'Old' is returned here by 'FltSetStreamContext'}}
                                 FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New,
                                 (PFLT_CONTEXT *)&Old);
    ProbeForWrite(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
    *User = (ULONG)Status;
  } except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{old context 'Old', which 'FltSetStreamContext' may have returned, is not released}}
    // expected-note@-2{{old context 'Old', which 'FltSetStreamContext' may have returned, is not released}}
  }
  if (Old != NULL)
    FltReleaseContext(Old);
  return Status;
}

NTSTATUS oldContext_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                       PULONG User) {
  PSTREAM_CONTEXT Old = NULL;
  NTSTATUS Status;

  try {
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                 FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New,
                                 (PFLT_CONTEXT *)&Old);
    ProbeForWrite(User, sizeof(ULONG), 1);
    *User = (ULONG)Status;
  } except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  if (Old != NULL)
    FltReleaseContext(Old);
  return Status;
}
