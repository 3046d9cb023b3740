// Rows that release, convert, delete, take or add only when the call returns
// this or that: the path goes on in both ways.
// RUN: %flt_verify -analyzer-config flt.Model:Files=%S/Inputs/conditional.yaml %s
#include "../Inputs/driver.h"

typedef struct _BOX {
  ULONG Size;
  EX_PUSH_LOCK Lock;
  ERESOURCE Resource;
} BOX, *PBOX;

BOOLEAN BoxTryUnlock(PBOX Box);
NTSTATUS BoxFlush(PBOX Box);
NTSTATUS BoxCommit(PBOX Box);
BOOLEAN BoxDowngrade(PBOX Box);
NTSTATUS BoxShut(PBOX Box);
NTSTATUS BoxQueue(PBOX Box, PFLT_CONTEXT Ctx);
BOOLEAN BoxRefuse(PBOX Box, PFLT_CONTEXT Ctx);
NTSTATUS BoxPin(PFLT_CONTEXT Ctx);
NTSTATUS BoxFinish(PBOX Box, PFLT_CONTEXT Ctx);
VOID BoxStash(PFLT_CONTEXT Ctx, BOOLEAN Keep);
BOOLEAN BoxAskFor(PBOX Box, ULONG Mode);

//===----------------------------------------------------------------------===//
// Releases
//===----------------------------------------------------------------------===//

VOID releasedOnFailure_ok(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  if (!NT_SUCCESS(BoxFlush(Box)))
    ExReleasePushLockExclusive(&Box->Lock);
}

NTSTATUS statusLookedAtLater_ok(PBOX Box) {
  NTSTATUS Status;

  ExAcquirePushLockExclusive(&Box->Lock);
  Status = BoxFlush(Box);
  WorkOn(Box);
  if (!NT_SUCCESS(Status))
    ExReleasePushLockExclusive(&Box->Lock);
  return Status;
}

VOID nobodyLooks(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  BoxFlush(Box);
  // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
}

VOID leftOnFailure(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  if (!NT_SUCCESS(BoxFlush(Box)))
  // expected-note@-1{{Taking true branch}}
    return;
    // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  Box->Size = 0;
}

VOID releasedInBothCases(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  BoxFlush(Box);
  // expected-note@-1{{push lock 'Box->Lock' is released here}}
  ExReleasePushLockExclusive(&Box->Lock);
  // expected-warning@-1{{push lock 'Box->Lock' is released twice}}
  // expected-note@-2{{push lock 'Box->Lock' is released twice}}
}

VOID releasedInTheWrongCase(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  // expected-note@-1 2 {{push lock 'Box->Lock' is acquired exclusively here}}
  if (NT_SUCCESS(BoxFlush(Box)))
  // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Taking false branch}}
  // expected-note@-3{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-4{{push lock 'Box->Lock' is released here}}
  // expected-note@-5{{Taking true branch}}
    ExReleasePushLockExclusive(&Box->Lock);
    // expected-warning@-1{{push lock 'Box->Lock' is released twice}}
    // expected-note@-2{{push lock 'Box->Lock' is released twice}}
}

// The other way round.
VOID releasedByFailure_ok(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  if (NT_SUCCESS(BoxCommit(Box)))
    ExReleasePushLockExclusive(&Box->Lock);
}

VOID releasedByFailureAndHere(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  // expected-note@-1 2 {{push lock 'Box->Lock' is acquired exclusively here}}
  if (BoxCommit(Box) == STATUS_UNSUCCESSFUL)
  // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Taking false branch}}
  // expected-note@-3{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-4{{push lock 'Box->Lock' is released here}}
  // expected-note@-5{{Assuming the condition is true}}
  // expected-note@-6{{Taking true branch}}
    ExReleasePushLockExclusive(&Box->Lock);
    // expected-warning@-1{{push lock 'Box->Lock' is released twice}}
    // expected-note@-2{{push lock 'Box->Lock' is released twice}}
}

VOID triedUntilReleased_ok(PBOX Box) {
  ExAcquirePushLockShared(&Box->Lock);
  while (!BoxTryUnlock(Box))
    Box->Size++;
}

VOID triedOnce(PBOX Box) {
  ExAcquirePushLockShared(&Box->Lock);
  // expected-note@-1{{push lock 'Box->Lock' is acquired shared here}}
  if (BoxTryUnlock(Box))
  // expected-warning@-1{{push lock 'Box->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{Taking false branch}}
  // expected-note@-3{{push lock 'Box->Lock', acquired shared, is still held when the function returns}}
    Box->Size = 0;
}

// Whoever calls it holds the lock.
BOOLEAN BoxUnlockForTheCaller(PBOX Box) { return BoxTryUnlock(Box); }

//===----------------------------------------------------------------------===//
// Conversions and deletions
//===----------------------------------------------------------------------===//

VOID convertedOrNot_ok(PBOX Box) {
  FltAcquireResourceExclusive(&Box->Resource);
  if (BoxDowngrade(Box))
    Box->Size = 0;
  FltReleaseResource(&Box->Resource);
}

// Exclusively once more: only if it is still exclusive.
VOID acquiredAgain_ok(PBOX Box) {
  FltAcquireResourceExclusive(&Box->Resource);
  if (!BoxDowngrade(Box)) {
    FltAcquireResourceExclusive(&Box->Resource);
    FltReleaseResource(&Box->Resource);
  }
  FltReleaseResource(&Box->Resource);
}

VOID acquiredAgain(PBOX Box) {
  FltAcquireResourceExclusive(&Box->Resource);
  // expected-note@-1{{resource 'Box->Resource' is acquired exclusively here}}
  if (BoxDowngrade(Box)) {
  // expected-note@-1{{resource 'Box->Resource' is converted to shared here}}
  // expected-note@-2{{Taking true branch}}
    FltAcquireResourceExclusive(&Box->Resource);
    // expected-warning@-1{{resource 'Box->Resource' is acquired exclusively while this thread holds it shared: it waits for itself}}
    // expected-note@-2{{resource 'Box->Resource' is acquired exclusively while this thread holds it shared: it waits for itself}}
    FltReleaseResource(&Box->Resource);
  }
  FltReleaseResource(&Box->Resource);
}

VOID shutWhileHeld(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Box->Resource, TRUE);
  // expected-note@-1{{resource 'Box->Resource' is acquired exclusively here}}
  if (NT_SUCCESS(BoxShut(Box))) {
  // expected-warning@-1{{resource 'Box->Resource' is deleted while it is held}}
  // expected-note@-2{{resource 'Box->Resource' is deleted while it is held}}
    KeLeaveCriticalRegion();
    return;
  }
  ExReleaseResourceLite(&Box->Resource);
  KeLeaveCriticalRegion();
}

VOID notShut_ok(PBOX Box) {
  if (NT_SUCCESS(BoxShut(Box)))
    return;
  FltAcquireResourceExclusive(&Box->Resource);
  Box->Size = 0;
  FltReleaseResource(&Box->Resource);
}

//===----------------------------------------------------------------------===//
// References
//===----------------------------------------------------------------------===//

VOID queuedOrReleased_ok(PBOX Box, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
    return;
  if (!NT_SUCCESS(BoxQueue(Box, Ctx)))
    FltReleaseContext(Ctx);
}

VOID queueMayFail(PBOX Box, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
    return;
  BoxQueue(Box, Ctx);
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
}

VOID queuedAndReleased(PBOX Box, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
    return;
  BoxQueue(Box, Ctx);
  // expected-note@-1{{context 'Ctx' is released here}}
  FltReleaseContext(Ctx);
  // expected-warning@-1{{context 'Ctx' is released twice}}
  // expected-note@-2{{context 'Ctx' is released twice}}
}

VOID refused_ok(PBOX Box, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
    return;
  if (BoxRefuse(Box, Ctx))
    FltReleaseContext(Ctx);
}

VOID refusedAndReleased(PBOX Box, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
  // expected-note@-1 2 {{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  // expected-note@-2 2 {{Assuming the condition is true}}
  // expected-note@-3 2 {{Taking false branch}}
    return;
  if (!BoxRefuse(Box, Ctx))
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
  // expected-note@-2{{Taking false branch}}
  // expected-note@-3{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
  // expected-note@-4{{context 'Ctx' is released here}}
  // expected-note@-5{{Taking true branch}}
    FltReleaseContext(Ctx);
    // expected-warning@-1{{context 'Ctx' is released twice}}
    // expected-note@-2{{context 'Ctx' is released twice}}
}

VOID pinned_ok(PSTREAM_CONTEXT Ctx) {
  if (!NT_SUCCESS(BoxPin(Ctx)))
    return;
  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
}

VOID pinned(PSTREAM_CONTEXT Ctx) {
  if (!NT_SUCCESS(BoxPin(Ctx)))
  // expected-note@-1{{a reference to context 'Ctx' is added here}}
  // expected-note@-2{{Taking false branch}}
    return;
  Ctx->Flags = 0;
  // expected-warning@-1{{the reference added to context 'Ctx' is not released when the function returns}}
  // expected-note@-2{{the reference added to context 'Ctx' is not released when the function returns}}
}

// One call, two effects, of which it has exactly one.
VOID finished_ok(PBOX Box, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
    return;
  ExAcquirePushLockExclusive(&Box->Lock);
  if (NT_SUCCESS(BoxFinish(Box, Ctx)))
    FltReleaseContext(Ctx);
  else
    ExReleasePushLockExclusive(&Box->Lock);
}

VOID finishedButForTheContext(PBOX Box, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
    return;
  ExAcquirePushLockExclusive(&Box->Lock);
  if (!NT_SUCCESS(BoxFinish(Box, Ctx)))
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
  // expected-note@-2{{Taking false branch}}
  // expected-note@-3{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
    ExReleasePushLockExclusive(&Box->Lock);
}

//===----------------------------------------------------------------------===//
// What an out-parameter tells
//===----------------------------------------------------------------------===//

VOID BoxAsk(PBOX Box, PBOOLEAN Held);
NTSTATUS BoxLeave(PBOX Box, PBOOLEAN Kept);
NTSTATUS BoxPart(PBOX Box, PBOOLEAN Both);
BOOLEAN BoxKnown(PBOX Box);

VOID asked_ok(PBOX Box) {
  BOOLEAN Held;

  BoxAsk(Box, &Held);
  if (Held)
    ExReleasePushLockExclusive(&Box->Lock);
}

VOID asked(PBOX Box) {
  BOOLEAN Held;

  BoxAsk(Box, &Held);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  if (!Held)
  // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{'Held' is not equal to 0}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
    ExReleasePushLockExclusive(&Box->Lock);
}

VOID left_ok(PBOX Box) {
  BOOLEAN Kept = FALSE;

  ExAcquirePushLockExclusive(&Box->Lock);
  BoxLeave(Box, &Kept);
  if (Kept)
    ExReleasePushLockExclusive(&Box->Lock);
}

VOID left(PBOX Box) {
  BOOLEAN Kept;

  ExAcquirePushLockExclusive(&Box->Lock);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  BoxLeave(Box, &Kept);
  // expected-note@-1{{push lock 'Box->Lock' is released here}}
  ExReleasePushLockExclusive(&Box->Lock);
  // expected-warning@-1{{push lock 'Box->Lock' is released twice}}
  // expected-note@-2{{push lock 'Box->Lock' is released twice}}
}

NTSTATUS parted_ok(PBOX Box) {
  BOOLEAN Both;
  NTSTATUS Status;

  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Box->Resource, TRUE);
  ExAcquirePushLockExclusive(&Box->Lock);
  Status = BoxPart(Box, &Both);
  if (!Both)
    ExReleaseResourceLite(&Box->Resource);
  if (!NT_SUCCESS(Status))
    ExReleasePushLockExclusive(&Box->Lock);
  KeLeaveCriticalRegion();
  return Status;
}

VOID parted(PBOX Box) {
  BOOLEAN Both;

  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Box->Resource, TRUE);
  // expected-note@-1{{resource 'Box->Resource' is acquired exclusively here}}
  ExAcquirePushLockExclusive(&Box->Lock);
  if (!NT_SUCCESS(BoxPart(Box, &Both)))
  // expected-note@-1{{Taking false branch}}
    ExReleasePushLockExclusive(&Box->Lock);
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'Box->Resource', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Box->Resource', acquired exclusively, is still held when the function returns}}
}

VOID known_ok(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Box->Resource, TRUE);
  if (BoxKnown(Box))
    ExReleaseResourceLite(&Box->Resource);
  KeLeaveCriticalRegion();
}

//===----------------------------------------------------------------------===//
// What a routine does beside that depends on an argument
//===----------------------------------------------------------------------===//

VOID stashed_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
    BoxStash(Ctx, TRUE);
}

VOID maybeStashed_ok(PCFLT_RELATED_OBJECTS Objects, BOOLEAN Keep) {
  PFLT_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
    BoxStash(Ctx, Keep);
}

VOID notStashed(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
    BoxStash(Ctx, FALSE);
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
}

VOID askedForIt_ok(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Box->Resource, TRUE);
  if (BoxAskFor(Box, 1))
    ExReleaseResourceLite(&Box->Resource);
  KeLeaveCriticalRegion();
}

VOID askedForAnother(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Box->Resource, TRUE);
  // expected-note@-1{{resource 'Box->Resource' is acquired shared here}}
  if (BoxAskFor(Box, 0))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking false branch}}
    ExReleaseResourceLite(&Box->Resource);
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'Box->Resource', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Box->Resource', acquired shared, is still held when the function returns}}
}
