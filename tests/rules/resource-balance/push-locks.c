// Push locks: not recursive; released by mode in the Executive's family.
// RUN: %flt_verify %s
// RUN: %flt_verify -DFLT_SKIP_PUSH_LOCK_REDIRECTION %s
#include "../Inputs/driver.h"

VOID pushLeak(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  if (Ctx->Flags)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{push lock 'Ctx->PushLock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{push lock 'Ctx->PushLock', acquired exclusively, is still held when the function returns}}
  Ctx->Flags = 1;
  FltReleasePushLock(&Ctx->PushLock);
}

VOID oneReleaseForBothModes_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Write) {
  if (Write)
    FltAcquirePushLockExclusive(&Ctx->PushLock);
  else
    FltAcquirePushLockShared(&Ctx->PushLock);
  WorkOn(Ctx->Buffer);
  FltReleasePushLock(&Ctx->PushLock);
}

VOID pushLockReleasedTwice(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockShared(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired shared here}}
  WorkOn(Ctx->Buffer);
  FltReleasePushLock(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is released here}}
  FltReleasePushLock(&Ctx->PushLock);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is released twice}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is released twice}}
}

VOID exclusiveUnderExclusive(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is acquired while this thread already holds it: a push lock is not recursive}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is acquired while this thread already holds it: a push lock is not recursive}}
  FltReleasePushLock(&Ctx->PushLock);
  FltReleasePushLock(&Ctx->PushLock);
}

VOID sharedUnderExclusive(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  FltAcquirePushLockShared(&Ctx->PushLock);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is acquired while this thread already holds it: a push lock is not recursive}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is acquired while this thread already holds it: a push lock is not recursive}}
  FltReleasePushLock(&Ctx->PushLock);
  FltReleasePushLock(&Ctx->PushLock);
}

// Granted, unless somebody waits for exclusive access in between.
VOID sharedUnderShared(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockShared(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired shared here}}
  FltAcquirePushLockShared(&Ctx->PushLock);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is acquired while this thread already holds it: a push lock is not recursive}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is acquired while this thread already holds it: a push lock is not recursive}}
  FltReleasePushLock(&Ctx->PushLock);
  FltReleasePushLock(&Ctx->PushLock);
}

VOID anotherObjectsPushLock_ok(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  FltAcquirePushLockShared(&A->PushLock);
  FltAcquirePushLockExclusive(&B->PushLock);
  B->Flags = A->Flags;
  FltReleasePushLock(&B->PushLock);
  FltReleasePushLock(&A->PushLock);
}

VOID takenAgainAfterRelease_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockShared(&Ctx->PushLock);
  WorkOn(Ctx->Buffer);
  FltReleasePushLock(&Ctx->PushLock);
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  Ctx->Flags = 0;
  FltReleasePushLock(&Ctx->PushLock);
}

VOID modesOfTheExecutive_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquirePushLockExclusive(&Ctx->PushLock);
  Ctx->Flags = 0;
  ExReleasePushLockExclusive(&Ctx->PushLock);
  ExAcquirePushLockShared(&Ctx->PushLock);
  ExReleasePushLockShared(&Ctx->PushLock);
  KeLeaveCriticalRegion();
}

VOID sharedReleasedAsExclusive(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquirePushLockShared(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired shared here}}
  WorkOn(Ctx->Buffer);
  ExReleasePushLockExclusive(&Ctx->PushLock);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is held shared but released with 'ExReleasePushLockExclusiveEx'}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is held shared but released with 'ExReleasePushLockExclusiveEx'}}
  KeLeaveCriticalRegion();
}

VOID exclusiveReleasedAsShared(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquirePushLockExclusiveEx(&Ctx->PushLock, 0);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  WorkOn(Ctx->Buffer);
  ExReleasePushLockSharedEx(&Ctx->PushLock, 0);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is held exclusively but released with 'ExReleasePushLockSharedEx'}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is held exclusively but released with 'ExReleasePushLockSharedEx'}}
  KeLeaveCriticalRegion();
}

VOID releasedByTheModeOfThePath_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Write) {
  KeEnterCriticalRegion();
  if (Write)
    ExAcquirePushLockExclusive(&Ctx->PushLock);
  else
    ExAcquirePushLockShared(&Ctx->PushLock);
  WorkOn(Ctx->Buffer);
  if (Write)
    ExReleasePushLockExclusive(&Ctx->PushLock);
  else
    ExReleasePushLockShared(&Ctx->PushLock);
  KeLeaveCriticalRegion();
}

VOID tryForm_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (ExTryAcquirePushLockExclusiveEx(&Ctx->PushLock, 0)) {
    Ctx->Flags = 0;
    ExReleasePushLockExclusiveEx(&Ctx->PushLock, 0);
  }
  KeLeaveCriticalRegion();
}

VOID tryFormLeaks(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (ExTryAcquirePushLockSharedEx(&Ctx->PushLock, 0) && Ctx->Flags == 0)
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired shared here}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Left side of '&&' is true}}
  // expected-note@-4{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-5{{Taking false branch}}
    ExReleasePushLockSharedEx(&Ctx->PushLock, 0);
  KeLeaveCriticalRegion();
  // expected-warning@-1{{push lock 'Ctx->PushLock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{push lock 'Ctx->PushLock', acquired shared, is still held when the function returns}}
}

VOID tryThenWait_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (!ExTryAcquirePushLockExclusiveEx(&Ctx->PushLock, 0))
    ExAcquirePushLockExclusiveEx(&Ctx->PushLock, 0);
  Ctx->Flags = 0;
  ExReleasePushLockExclusiveEx(&Ctx->PushLock, 0);
  KeLeaveCriticalRegion();
}

VOID tryWhileHeld_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquirePushLockSharedEx(&Ctx->PushLock, 0);
  if (ExTryAcquirePushLockSharedEx(&Ctx->PushLock, 0))
    ExReleasePushLockSharedEx(&Ctx->PushLock, 0);
  ExReleasePushLockSharedEx(&Ctx->PushLock, 0);
  KeLeaveCriticalRegion();
}

VOID triedAndNotLookedAt(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExTryAcquirePushLockExclusiveEx(&Ctx->PushLock, 0);
  // expected-warning@-1{{the result of 'ExTryAcquirePushLockExclusiveEx', which does not wait, is not checked: push lock 'Ctx->PushLock' may not be held}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  // expected-note@-3{{the result of 'ExTryAcquirePushLockExclusiveEx', which does not wait, is not checked: push lock 'Ctx->PushLock' may not be held}}
  Ctx->Flags = 0;
  ExReleasePushLockExclusiveEx(&Ctx->PushLock, 0);
  KeLeaveCriticalRegion();
}
