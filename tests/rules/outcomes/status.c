// How code decides whether a call gave a context: every spelling counts.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

#define GET(C)                                                                 \
  FltGetStreamContext(Objects->Instance, Objects->FileObject, (C))

VOID byNtSuccess_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;
  NTSTATUS Status = GET(&Ctx);

  if (NT_SUCCESS(Status))
    FltReleaseContext(Ctx);
}

VOID byEquality_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (GET(&Ctx) == STATUS_SUCCESS)
    FltReleaseContext(Ctx);
}

VOID byInequality_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (STATUS_SUCCESS != GET(&Ctx))
    return;
  FltReleaseContext(Ctx);
}

VOID bySign_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;
  NTSTATUS Status = GET(&Ctx);

  if (Status < 0)
    return;
  FltReleaseContext(Ctx);
}

VOID byNtError_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);

  if (NT_ERROR(Status))
    return;
  if (Ctx)
    FltReleaseContext(Ctx);
}

VOID bySwitch_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  switch (GET(&Ctx)) {
  case STATUS_SUCCESS:
    FltReleaseContext(Ctx);
    break;
  case STATUS_NOT_FOUND:
  case STATUS_NOT_SUPPORTED:
    break;
  default:
    break;
  }
}

VOID byNot_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;
  NTSTATUS Status = GET(&Ctx);

  if (!NT_SUCCESS(Status))
    goto Out;
  WorkOn(Objects);
  FltReleaseContext(Ctx);
Out:
  return;
}

VOID byCertainStatus_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;
  NTSTATUS Status = GET(&Ctx);

  if (Status == STATUS_NOT_FOUND || Status == STATUS_NOT_SUPPORTED ||
      !NT_SUCCESS(Status))
    return;
  FltReleaseContext(Ctx);
}

VOID byValue_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  GET(&Ctx);
  if (Ctx == NULL)
    return;
  FltReleaseContext(Ctx);
}

// The value tells what the status was, too.
NTSTATUS valueThenStatus_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);

  if (Ctx != NULL)
    FltReleaseContext(Ctx);
  if (!NT_SUCCESS(Status) && Ctx != NULL)
    FltReleaseContext(Ctx); // Never: it is NULL after a failure.
  return Status;
}

static BOOLEAN succeeded(NTSTATUS Status) { return NT_SUCCESS(Status); }

VOID byHelper_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (succeeded(GET(&Ctx)))
    FltReleaseContext(Ctx);
}

// The status of a later call implies that of the first.
NTSTATUS laterStatus_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);

  if (NT_SUCCESS(Status)) {
    Status = Work();
    FltReleaseContext(Ctx);
  }
  return Status;
}

NTSTATUS savedStatus_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS GetStatus = GET(&Ctx);
  NTSTATUS Status = Work();

  if (NT_SUCCESS(GetStatus))
    FltReleaseContext(Ctx);
  return Status;
}

BOOLEAN truthValue_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  BOOLEAN Found = NT_SUCCESS(GET(&Ctx));

  Work();
  if (Found)
    FltReleaseContext(Ctx);
  return Found;
}

VOID wrongStatus(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}

  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return;
  Status = Work();
  if (NT_SUCCESS(Status))
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{Assuming 'Status' is < 0}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    FltReleaseContext(Ctx);
}

VOID wrongWayRound(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}

  if (Status == STATUS_NOT_FOUND)
  // expected-note@-1{{Assuming 'Status' is not equal to STATUS_NOT_FOUND}}
  // expected-note@-2{{Taking false branch}}
    return;
  if (!NT_SUCCESS(Status))
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{Assuming 'Status' is >= 0}}
  // expected-note@-3{{'Status' is >= 0}}
  // expected-note@-4{{Taking false branch}}
  // expected-note@-5{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    DbgPrint("failed\n");
}

VOID switchForgetsSuccess(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  switch (GET(&Ctx)) {
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-2{{Control jumps to 'case 0:'}}
  case STATUS_SUCCESS:
    Work();
    break;
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note-re@-2{{ Execution {{jumps to the end of the function|continues on line [0-9]+}}}}
    // expected-note@-3{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  case STATUS_NOT_FOUND:
    return;
  default:
    break;
  }
}

VOID nobodyLooks(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  GET(&Ctx);
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-3{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
}

// The path splits once, at the test: many pending outcomes are one path.
NTSTATUS manyPending_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT A = NULL, B = NULL, C = NULL, D = NULL, E = NULL, F = NULL;
  NTSTATUS Status;

  GET(&A);
  GET(&B);
  GET(&C);
  GET(&D);
  GET(&E);
  Status = GET(&F);
  if (A)
    FltReleaseContext(A);
  if (B)
    FltReleaseContext(B);
  if (C)
    FltReleaseContext(C);
  if (D)
    FltReleaseContext(D);
  if (E)
    FltReleaseContext(E);
  if (F)
    FltReleaseContext(F);
  return Status;
}
