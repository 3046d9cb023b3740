// Acquired by one family and released by another that disagrees about the
// region. The hold itself is balanced in all of these.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID filterManagerThenExecutive(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-note@-2{{critical region is still entered when the function returns}}
}

VOID executiveThenFilterManager(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{'FltReleaseResource' leaves the critical region, which 'ExAcquireResourceExclusiveLite' did not enter}}
  // expected-note@-2{{'FltReleaseResource' leaves the critical region, which 'ExAcquireResourceExclusiveLite' did not enter}}
}

VOID combinedThenExecutive(PSTREAM_CONTEXT Ctx) {
  ExEnterCriticalRegionAndAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  WorkOn(Ctx->Buffer);
  ExReleaseResourceLite(&Ctx->Lock);
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-note@-2{{critical region is still entered when the function returns}}
}

VOID executiveThenCombined(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  WorkOn(Ctx->Buffer);
  ExReleaseResourceAndLeaveCriticalRegion(&Ctx->Lock);
  // expected-warning@-1{{'ExReleaseResourceAndLeaveCriticalRegion' leaves the critical region, which 'ExAcquireResourceSharedLite' did not enter}}
  // expected-note@-2{{'ExReleaseResourceAndLeaveCriticalRegion' leaves the critical region, which 'ExAcquireResourceSharedLite' did not enter}}
}

VOID pushFilterManagerThenExecutive(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{critical region is entered here}}
  Ctx->Flags = 0;
  ExReleasePushLockExclusive(&Ctx->PushLock);
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-note@-2{{critical region is still entered when the function returns}}
}

VOID pushExecutiveThenFilterManager(PSTREAM_CONTEXT Ctx) {
  ExAcquirePushLockShared(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired shared here}}
  WorkOn(Ctx->Buffer);
  FltReleasePushLock(&Ctx->PushLock);
  // expected-warning@-1{{'FltReleasePushLockEx' leaves the critical region, which 'ExAcquirePushLockSharedEx' did not enter}}
  // expected-note@-2{{'FltReleasePushLockEx' leaves the critical region, which 'ExAcquirePushLockSharedEx' did not enter}}
}

// The two families of one kind agree.
VOID combinedThenFilterManager_ok(PSTREAM_CONTEXT Ctx) {
  ExEnterCriticalRegionAndAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

VOID filterManagerThenCombined_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  ExReleaseResourceAndLeaveCriticalRegion(&Ctx->Lock);
}

// By hand what the other family does by itself.
VOID enteredByHandLeftByRelease_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

VOID enteredByAcquireLeftByHand_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// Which release answers which acquisition does not matter for the count.
VOID crossed_ok(VOID) {
  FltAcquireResourceExclusive(&Globals.Lock);
  ExAcquireResourceExclusiveLite(&Globals.OtherLock, TRUE);
  ExReleaseResourceLite(&Globals.Lock);
  FltReleaseResource(&Globals.OtherLock);
}

// The Executive's routines need a region; a caller may have entered it.
VOID executiveWithoutRegion_ok(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
}
