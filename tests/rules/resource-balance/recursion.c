// An ERESOURCE can be acquired again by its owner, but a share can't grow.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID exclusiveTwiceReleasedTwice_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
}

VOID exclusiveTwiceReleasedOnce(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock' is released here}}
  // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID sharedUnderExclusive_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  FltAcquireResourceShared(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
}

static ULONG readFlags(PSTREAM_CONTEXT Ctx) {
  ULONG Flags;

  FltAcquireResourceShared(&Ctx->Lock);
  Flags = Ctx->Flags;
  FltReleaseResource(&Ctx->Lock);
  return Flags;
}

VOID helperSharesWhatItsCallerHolds_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = readFlags(Ctx) + 1;
  FltReleaseResource(&Ctx->Lock);
}

VOID sharedTwice_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  readFlags(Ctx);
  FltReleaseResource(&Ctx->Lock);
}

VOID upgradeWaitsForItself(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  if (Ctx->Flags == 0) {
  // expected-note@-1{{Assuming field 'Flags' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is acquired exclusively while this thread holds it shared: it waits for itself}}
    // expected-note@-2{{resource 'Ctx->Lock' is acquired exclusively while this thread holds it shared: it waits for itself}}
    Ctx->Flags = 1;
    FltReleaseResource(&Ctx->Lock);
  }
  FltReleaseResource(&Ctx->Lock);
}

static VOID setFlags(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is acquired exclusively while this thread holds it shared: it waits for itself}}
  // expected-note@-2{{resource 'Ctx->Lock' is acquired exclusively while this thread holds it shared: it waits for itself}}
  Ctx->Flags = 1;
  FltReleaseResource(&Ctx->Lock);
}

VOID upgradeInAHelper(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  setFlags(Ctx);
  // expected-note@-1{{Calling 'setFlags'}}
  FltReleaseResource(&Ctx->Lock);
}

VOID upgradeAfterDrop_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  if (Ctx->Flags == 0) {
    FltReleaseResource(&Ctx->Lock);
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (Ctx->Flags == 0)
      Ctx->Flags = 1;
  }
  FltReleaseResource(&Ctx->Lock);
}

VOID upgradeWithoutWaiting_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  if (ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE)) {
    Ctx->Flags = 1;
    ExReleaseResourceLite(&Ctx->Lock);
  }
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID otherObjectExclusive_ok(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  FltAcquireResourceShared(&A->Lock);
  FltAcquireResourceExclusive(&B->Lock);
  B->Flags = A->Flags;
  FltReleaseResource(&B->Lock);
  FltReleaseResource(&A->Lock);
}

VOID exclusiveUnderShareUnderExclusive_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  FltAcquireResourceShared(&Ctx->Lock);
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
}
