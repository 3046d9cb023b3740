// Released twice, released without being held, the wrong one of two.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

NTSTATUS twiceThroughLabel(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Status = Work();
  if (!NT_SUCCESS(Status)) {
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    goto Cleanup;
    // expected-note@-1{{Control jumps to line}}
  }
  Ctx->Flags = 0;

Cleanup:
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  return Status;
}

NTSTATUS labelBehindTheRelease_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  Status = Work();
  if (!NT_SUCCESS(Status)) {
    FltReleaseResource(&Ctx->Lock);
    goto Cleanup;
  }
  FltReleaseResource(&Ctx->Lock);
  Status = Work();

Cleanup:
  return Status;
}

VOID twiceInARow(PSTREAM_CONTEXT Ctx) {
  ExEnterCriticalRegionAndAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  ExReleaseResourceAndLeaveCriticalRegion(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is released here}}
  ExReleaseResourceAndLeaveCriticalRegion(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
}

VOID releasedAndTakenAgain_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  Work();
  FltAcquireResourceShared(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  FltReleaseResource(&Ctx->Lock);
}

VOID onAPathThatHasNone(PSTREAM_CONTEXT Ctx, BOOLEAN Write) {
  if (Write)
  // expected-note@-1{{Assuming 'Write' is 0}}
  // expected-note@-2{{Taking false branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released but not held on this path}}
  // expected-note@-2{{resource 'Ctx->Lock' is released but not held on this path}}
}

VOID eitherModeThenOneRelease_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Write) {
  if (Write)
    FltAcquireResourceExclusive(&Ctx->Lock);
  else
    FltAcquireResourceShared(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  FltReleaseResource(&Ctx->Lock);
}

VOID wrongOneOfTwo(VOID) {
  FltAcquireResourceExclusive(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired exclusively here}}
  Work();
  FltReleaseResource(&Globals.OtherLock);
  // expected-warning@-1{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
}

VOID twoInAnyOrder_ok(VOID) {
  FltAcquireResourceExclusive(&Globals.Lock);
  FltAcquireResourceShared(&Globals.OtherLock);
  Work();
  FltReleaseResource(&Globals.Lock);
  FltReleaseResource(&Globals.OtherLock);
}

VOID oneOfTwoReleasedTwice(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  FltAcquireResourceExclusive(&A->Lock);
  // expected-note@-1{{resource 'A->Lock' is acquired exclusively here}}
  FltAcquireResourceExclusive(&B->Lock);
  A->Flags = B->Flags;
  FltReleaseResource(&A->Lock);
  // expected-note@-1{{resource 'A->Lock' is released here}}
  FltReleaseResource(&A->Lock);
  // expected-warning@-1{{resource 'A->Lock' is released twice}}
  // expected-note@-2{{resource 'A->Lock' is released twice}}
  FltReleaseResource(&B->Lock);
}

VOID twoObjectsOfOneType_ok(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  FltAcquireResourceExclusive(&A->Lock);
  FltAcquireResourceExclusive(&B->Lock);
  A->Flags = B->Flags;
  FltReleaseResource(&B->Lock);
  FltReleaseResource(&A->Lock);
}
