// Rows that depend on what is passed, and rows that say that nobody knows.
// RUN: %flt_verify -analyzer-config flt.Model:Files=%S/Inputs/rows.yaml %s
#include "../Inputs/driver.h"

typedef struct _INNER {
  EX_PUSH_LOCK Inner;
} INNER;

typedef struct _BOX {
  INNER; // Its fields are those of the box.
  struct {
    ULONG Size;
    EX_PUSH_LOCK Lock;
  };
  ERESOURCE Resource;
} BOX, *PBOX;

typedef struct _BIN {
  EX_PUSH_LOCK Lock;
  ERESOURCE Resource;
} BIN, *PBIN;

typedef struct {
  EX_PUSH_LOCK Lock;
  PBIN Bin;
} CRATE, *PCRATE;

typedef enum _BOX_MODE { BoxNone, BoxShared, BoxExclusive } BOX_MODE;

VOID BoxLock(PBOX Box, BOX_MODE Mode);
VOID BoxUnlock(PBOX Box, BOX_MODE Mode);
BOOLEAN BoxTryLock(PBOX Box);
NTSTATUS BoxTryEnter(VOID);
VOID BoxNext(ULONG Index, PBOX *Box);
VOID BoxInner(PBOX Box);
VOID BoxTouch(PBOX Box);
VOID BoxOpaque(PBOX Box);
VOID BinTouchSome(VOID);
VOID CrateTouchSome(VOID);
VOID BoxTouchRegion(VOID);
VOID BoxTouchGuarded(VOID);
VOID BoxDelete(PBOX Box);
NTSTATUS BoxDeleteIfEmpty(PBOX Box);

VOID byArgument(PBOX Box) {
  BoxLock(Box, BoxExclusive);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  if (Box->Size == 0)
  // expected-note@-1{{Assuming field 'Size' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  BoxUnlock(Box, BoxExclusive);
}

VOID byArgument_ok(PBOX Box) {
  BoxLock(Box, BoxShared);
  Box->Size = 0;
  BoxUnlock(Box, BoxShared);
}

VOID notAtAll_ok(PBOX Box) {
  BoxLock(Box, BoxNone);
  Box->Size = 0;
}

VOID onlyNotReleased(PBOX Box) {
  BoxLock(Box, BoxShared);
  // expected-note@-1{{push lock 'Box->Lock' is acquired shared here}}
  Box->Size = 0;
  BoxUnlock(Box, BoxNone);
  // expected-warning@-1{{push lock 'Box->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{push lock 'Box->Lock', acquired shared, is still held when the function returns}}
}

// What was passed is known by then.
VOID knownByTest_ok(PBOX Box, BOX_MODE Mode) {
  if (Mode != BoxExclusive)
    return;
  BoxLock(Box, Mode);
  Box->Size = 0;
  BoxUnlock(Box, Mode);
}

VOID knownByTest(PBOX Box, BOX_MODE Mode) {
  if (Mode == BoxExclusive) {
  // expected-note@-1{{Assuming 'Mode' is equal to BoxExclusive}}
  // expected-note@-2{{Taking true branch}}
    BoxLock(Box, Mode);
    // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
    Box->Size = 0;
    // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  }
}

// What was passed is not known.
VOID anyMode_ok(PBOX Box, BOX_MODE Mode) {
  BoxLock(Box, Mode);
  if (Box->Size == 0)
    return;
  BoxUnlock(Box, Mode);
  BoxUnlock(Box, Mode);
}

VOID heldBeforeAnyMode_ok(PBOX Box, BOX_MODE Mode) {
  BoxLock(Box, BoxExclusive);
  Box->Size = 0;
  BoxUnlock(Box, Mode);
}

// The region goes with the lock.
VOID byResult_ok(PBOX Box) {
  if (!BoxTryLock(Box))
    return;
  Box->Size = 0;
  FltReleaseResource(&Box->Resource);
}

VOID byResultInTwoSteps_ok(PBOX Box) {
  BOOLEAN Held = BoxTryLock(Box);

  WorkOn(Box->Size ? Box : NULL);
  if (Held)
    FltReleaseResource(&Box->Resource);
}

BOOLEAN byResultOfTheCaller_ok(PBOX Box) { return BoxTryLock(Box); }

VOID byResult(PBOX Box) {
  if (BoxTryLock(Box))
  // expected-note@-1{{resource 'Box->Resource' is acquired exclusively here}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
    Box->Size = 0;
    // expected-warning@-1{{resource 'Box->Resource', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Box->Resource', acquired exclusively, is still held when the function returns}}
}

VOID byResultRegionLeftAlone(PBOX Box) {
  if (!BoxTryLock(Box))
  // expected-note@-1{{critical region is entered here}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
    return;
  ExReleaseResourceLite(&Box->Resource);
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-note@-2{{critical region is still entered when the function returns}}
}

// No lock tells whether a region was entered: in doubt.
VOID regionByResult_ok(VOID) {
  if (NT_SUCCESS(BoxTryEnter()))
    KeLeaveCriticalRegion();
}

VOID behindAPointer(PBOX Box) {
  BoxNext(1, &Box);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  if (Box->Size == 0)
  // expected-note@-1{{Assuming field 'Size' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  ExReleasePushLockExclusive(&Box->Lock);
}

VOID behindAPointer_ok(PBOX Box) {
  BoxNext(1, &Box);
  Box->Size = 0;
  ExReleasePushLockExclusive(&Box->Lock);
}

VOID unnamedMember(PBOX Box) {
  BoxInner(Box);
  // expected-note@-1{{push lock 'Box->Inner' is acquired exclusively here}}
  ExReleasePushLockExclusive(&Box->Lock);
  // expected-warning@-1{{push lock 'Box->Inner', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{push lock 'Box->Inner', acquired exclusively, is still held when the function returns}}
}

VOID unnamedMember_ok(PBOX Box) {
  BoxInner(Box);
  ExReleasePushLockExclusive(&Box->Inner);
}

VOID touched_ok(PBOX Box) {
  BoxTouch(Box);
  ExReleasePushLockExclusive(&Box->Lock);
  BoxLock(Box, BoxExclusive);
  BoxTouch(Box);
}

// That one lock and no other.
VOID otherTouched(PBOX Box) {
  BoxInner(Box);
  // expected-note@-1{{push lock 'Box->Inner' is acquired exclusively here}}
  BoxTouch(Box);
  // expected-warning@-1{{push lock 'Box->Inner', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{push lock 'Box->Inner', acquired exclusively, is still held when the function returns}}
}

// Whatever the arguments lead to.
VOID opaque_ok(PBOX Box) {
  BoxInner(Box);
  BoxLock(Box, BoxExclusive);
  BoxOpaque(Box);
}

VOID opaqueForAnother(PBOX Box, PBOX Other) {
  BoxLock(Box, BoxExclusive);
  // expected-note@-1{{push lock 'Box->Lock' is acquired exclusively here}}
  BoxOpaque(Other);
  // expected-warning@-1{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{push lock 'Box->Lock', acquired exclusively, is still held when the function returns}}
}

//===----------------------------------------------------------------------===//
// Any lock that is this member
//===----------------------------------------------------------------------===//

VOID memberTouched_ok(PBIN Bin, PCRATE Crate) {
  ExAcquirePushLockExclusive(&Bin->Lock);
  ExAcquirePushLockExclusive(&Crate->Bin->Lock);
  BinTouchSome();
}

VOID memberTouchedAndReleased_ok(PBIN Bin) {
  ExAcquirePushLockExclusive(&Bin->Lock);
  BinTouchSome();
  ExReleasePushLockExclusive(&Bin->Lock);
  BinTouchSome();
  ExReleasePushLockExclusive(&Bin->Lock);
}

VOID memberOfATypedef_ok(PCRATE Crate) {
  ExAcquirePushLockExclusive(&Crate->Lock);
  CrateTouchSome();
}

// The same name, in another structure.
VOID memberOfAnother(PCRATE Crate) {
  ExAcquirePushLockExclusive(&Crate->Lock);
  // expected-note@-1{{push lock 'Crate->Lock' is acquired exclusively here}}
  BinTouchSome();
  // expected-warning@-1{{push lock 'Crate->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{push lock 'Crate->Lock', acquired exclusively, is still held when the function returns}}
}

VOID otherMember(PBIN Bin) {
  FltAcquireResourceShared(&Bin->Resource);
  // expected-note@-1{{resource 'Bin->Resource' is acquired shared here}}
  BinTouchSome();
  // expected-warning@-1{{resource 'Bin->Resource', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Bin->Resource', acquired shared, is still held when the function returns}}
}

VOID touchedTooEarly(PBIN Bin) {
  BinTouchSome();
  ExAcquirePushLockExclusive(&Bin->Lock);
  // expected-warning@-1{{push lock 'Bin->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{push lock 'Bin->Lock' is acquired exclusively here}}
  // expected-note@-3{{push lock 'Bin->Lock', acquired exclusively, is still held when the function returns}}
}

//===----------------------------------------------------------------------===//
// Regions, and no locks
//===----------------------------------------------------------------------===//

VOID regionTouched_ok(PBOX Box) {
  KeEnterCriticalRegion();
  BoxTouchRegion();
  if (Box->Size == 0)
    return;
  KeLeaveCriticalRegion();
}

VOID regionEnteredUnseen_ok(VOID) {
  BoxTouchRegion();
  KeLeaveCriticalRegion();
}

VOID otherRegion(PBOX Box) {
  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  BoxTouchGuarded();
  if (Box->Size == 0)
  // expected-note@-1{{Assuming field 'Size' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{critical region is still entered when the function returns}}
    // expected-note@-2{{critical region is still entered when the function returns}}
  KeLeaveCriticalRegion();
}

VOID lockOverARegion(PBOX Box) {
  ExAcquirePushLockExclusive(&Box->Lock);
  BoxTouchRegion();
  if (Box->Size == 0)
    return;
  ExReleasePushLockExclusive(&Box->Lock);
}

//===----------------------------------------------------------------------===//
// Deleted by a function of the project, as fltcheck found out
//===----------------------------------------------------------------------===//

VOID deletedWhileHeld(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Box->Resource, TRUE);
  // expected-note@-1{{resource 'Box->Resource' is acquired exclusively here}}
  BoxDelete(Box);
  // expected-warning@-1{{resource 'Box->Resource' is deleted while it is held}}
  // expected-note@-2{{resource 'Box->Resource' is deleted while it is held}}
  KeLeaveCriticalRegion();
}

VOID deleted_ok(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Box->Resource, TRUE);
  ExReleaseResourceLite(&Box->Resource);
  BoxDelete(Box);
  KeLeaveCriticalRegion();
}

VOID deletedIfEmpty_ok(PBOX Box) {
  if (!NT_SUCCESS(BoxDeleteIfEmpty(Box))) {
    FltAcquireResourceExclusive(&Box->Resource);
    FltReleaseResource(&Box->Resource);
  }
}

VOID deletedIfEmpty(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Box->Resource, TRUE);
  // expected-note@-1 2{{resource 'Box->Resource' is acquired exclusively here}}
  BoxDeleteIfEmpty(Box);
  // expected-warning@-1{{resource 'Box->Resource' is deleted while it is held}}
  // expected-note@-2{{resource 'Box->Resource' is deleted while it is held}}
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'Box->Resource', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Box->Resource', acquired exclusively, is still held when the function returns}}
}

// The kernel's own does not.
VOID deletedHere(PBOX Box) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Box->Resource, TRUE);
  // expected-note@-1{{resource 'Box->Resource' is acquired exclusively here}}
  ExDeleteResourceLite(&Box->Resource);
  // expected-warning@-1{{resource 'Box->Resource' is deleted while it is held}}
  // expected-note@-2{{resource 'Box->Resource' is deleted while it is held}}
  KeLeaveCriticalRegion();
}
