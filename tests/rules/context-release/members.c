// A reference of its own for an object that remembers the context: which one is
// given back is told by how it is reached.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _REQUEST {
  PSTREAM_CONTEXT Ctx;
  PSTREAM_CONTEXT Spare;
  ULONG Flags;
} REQUEST, *PREQUEST;

NTSTATUS bothReleased_ok(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReferenceContext(Ctx);
  Request->Ctx = Ctx;
  if (Ctx->Flags == 0) {
    FltReleaseContext(Request->Ctx);
    Request->Ctx = NULL;
    Status = STATUS_NOT_FOUND;
  }
  FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS oneTooMany(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltReferenceContext(Ctx);
  // expected-note@-1{{a reference to context 'Ctx' is added here}}
  Request->Ctx = Ctx;
  if (Ctx->Flags == 0) {
  // expected-note@-1{{Assuming field 'Flags' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Request->Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
    Request->Ctx = NULL;
    FltReleaseContext(Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
  }
  FltReleaseContext(Ctx);
  // expected-warning@-1{{context 'Ctx' is released twice}}
  // expected-note@-2{{context 'Ctx' is released twice}}
  return STATUS_SUCCESS;
}

NTSTATUS ownForgotten(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltReferenceContext(Ctx);
  // expected-note@-1{{a reference to context 'Ctx' is added here}}
  Request->Ctx = Ctx;
  if (Ctx->Flags == 0) {
  // expected-note@-1{{Assuming field 'Flags' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Request->Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
    Request->Ctx = NULL;
    return STATUS_NOT_FOUND;
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  }
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

// The request keeps its own, and somebody else may release it.
NTSTATUS kept_ok(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReferenceContext(Ctx);
  Request->Ctx = Ctx;
  FltReleaseContext(Ctx);
  Request->Flags = 1;
  return STATUS_SUCCESS;
}

NTSTATUS twoKept_ok(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReferenceContext(Ctx);
  Request->Ctx = Ctx;
  FltReferenceContext(Ctx);
  Request->Spare = Ctx;
  if (Ctx->Flags == 0) {
    FltReleaseContext(Request->Spare);
    FltReleaseContext(Request->Ctx);
  }
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS twoKeptOneTooMany(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  FltReferenceContext(Ctx);
  // expected-note@-1{{a reference to context 'Ctx' is added here}}
  Request->Ctx = Ctx;
  FltReferenceContext(Ctx);
  // expected-note@-1{{a reference to context 'Ctx' is added here}}
  Request->Spare = Ctx;
  FltReleaseContext(Request->Spare);
  // expected-note@-1{{context 'Ctx' is released here}}
  FltReleaseContext(Request->Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  FltReleaseContext(Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  FltReleaseContext(Ctx);
  // expected-warning@-1{{context 'Ctx' is released twice}}
  // expected-note@-2{{context 'Ctx' is released twice}}
  return STATUS_SUCCESS;
}

// One reference, which belongs to the request once it is stored there.
NTSTATUS handedOn_ok(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Request->Ctx = Ctx;
  if (Ctx->Flags == 0)
    FltReleaseContext(Request->Ctx);
  return STATUS_SUCCESS;
}

// Stored first, then added to.
NTSTATUS addedThroughTheMember_ok(PREQUEST Request,
                                  PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Request->Ctx = Ctx;
  FltReferenceContext(Request->Ctx);
  if (Ctx->Flags == 0) {
    FltReleaseContext(Request->Ctx);
    Request->Ctx = NULL;
  }
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

// By way of a variable.
NTSTATUS takenOut_ok(PREQUEST Request, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx, Kept;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReferenceContext(Ctx);
  Request->Ctx = Ctx;
  Kept = Request->Ctx;
  Request->Ctx = NULL;
  FltReleaseContext(Kept);
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

// What comes out of a list may bring the reference that the list had.
VOID FindListed(PVOID *Listed);

typedef struct _LISTED {
  LIST_ENTRY Links;
} LISTED, *PLISTED;

static VOID unlink(PLISTED Listed) {
  RemoveEntryList(&Listed->Links);
  FltReleaseContext(Listed);
}

VOID takenOutOfAList_ok(BOOLEAN Remove) {
  PLISTED Listed;

  FindListed((PVOID *)&Listed);
  if (Remove)
    unlink(Listed);
  FltReleaseContext(Listed);
}
