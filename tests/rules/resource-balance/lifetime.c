// A lock that goes away, or begins anew, must not be held.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID deletedWhileHeld(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  // expected-note@-2{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  ExDeleteResourceLite(&Ctx->Lock);
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-warning@-2{{resource 'Ctx->Lock' is deleted while it is held}}
  // expected-note@-3{{critical region is still entered when the function returns}}
  // expected-note@-4{{resource 'Ctx->Lock' is deleted while it is held}}
}

VOID releasedThenDeleted_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  ExDeleteResourceLite(&Ctx->Lock);
}

VOID releasedDeletedFreed_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(Ctx->Resource);
  Ctx->Flags = 0;
  FltReleaseResource(Ctx->Resource);
  ExDeleteResourceLite(Ctx->Resource);
  ExFreePoolWithTag(Ctx->Resource, STREAM_TAG);
  Ctx->Resource = NULL;
}

VOID otherDeletedWhileThisIsHeld_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Globals.Lock);
  ExDeleteResourceLite(&Ctx->Lock);
  FltReleaseResource(&Globals.Lock);
}

VOID reinitialisedWhileHeld(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  // expected-note@-2{{resource 'Ctx->Lock' is acquired exclusively here}}
  ExReinitializeResourceLite(&Ctx->Lock);
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-warning@-2{{resource 'Ctx->Lock' is re-initialised while it is held}}
  // expected-note@-3{{critical region is still entered when the function returns}}
  // expected-note@-4{{resource 'Ctx->Lock' is re-initialised while it is held}}
}

VOID initialisedAndAcquired_ok(PSTREAM_CONTEXT Ctx) {
  ExInitializeResourceLite(&Ctx->Lock);
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

VOID deletedAndInitialisedAgain_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
  ExDeleteResourceLite(&Ctx->Lock);
  ExInitializeResourceLite(&Ctx->Lock);
  FltAcquireResourceExclusive(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
}

VOID pushLockDeletedWhileHeld(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  Ctx->Flags = 0;
  FltDeletePushLock(&Ctx->PushLock);
  // expected-warning@-1{{push lock 'Ctx->PushLock' is deleted while it is held}}
  // expected-note@-2{{push lock 'Ctx->PushLock' is deleted while it is held}}
}

VOID pushLockReleasedThenDeleted_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  Ctx->Flags = 0;
  FltReleasePushLock(&Ctx->PushLock);
  FltDeletePushLock(&Ctx->PushLock);
}

VOID lockOnTheStack_ok(VOID) {
  ERESOURCE Lock;

  ExInitializeResourceLite(&Lock);
  FltAcquireResourceExclusive(&Lock);
  WorkOn(NULL);
  FltReleaseResource(&Lock);
  ExDeleteResourceLite(&Lock);
}

// Read again after a call that may have put another object there: likely the
// same, but nobody knows.
VOID deletedAfterReread_ok(VOID) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Globals.Current->Lock, TRUE);
  Work();
  ExDeleteResourceLite(&Globals.Current->Lock);
  KeLeaveCriticalRegion();
}

// No call in between: the same.
VOID deletedWhereItIs(VOID) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Globals.Current->Lock, TRUE);
  // expected-note@-1{{resource 'Globals.Current->Lock' is acquired exclusively here}}
  ExDeleteResourceLite(&Globals.Current->Lock);
  // expected-warning@-1{{resource 'Globals.Current->Lock' is deleted while it is held}}
  // expected-note@-2{{resource 'Globals.Current->Lock' is deleted while it is held}}
  KeLeaveCriticalRegion();
}

// A global variable has no other.
VOID deletedGlobal(VOID) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Globals.Lock, TRUE);
  // expected-note@-1{{resource 'Globals.Lock' is acquired exclusively here}}
  Work();
  ExDeleteResourceLite(&Globals.Lock);
  // expected-warning@-1{{resource 'Globals.Lock' is deleted while it is held}}
  // expected-note@-2{{resource 'Globals.Lock' is deleted while it is held}}
  KeLeaveCriticalRegion();
}

VOID otherDeletedAfterReread(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Globals.Current->Lock, TRUE);
  // expected-note@-1{{resource 'Globals.Current->Lock' is acquired exclusively here}}
  Work();
  ExDeleteResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'Globals.Current->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Globals.Current->Lock', acquired exclusively, is still held when the function returns}}
}
