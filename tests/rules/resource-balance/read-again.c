// Locks behind pointers that are read again after a call that may change them.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _FCB {
  PERESOURCE Resource;
  ULONG Size;
} FCB, *PFCB;

VOID Opaque(PFCB Fcb);

VOID releasedOnce_ok(PFCB Fcb) {
  ExEnterCriticalRegionAndAcquireResourceExclusive(Fcb->Resource);
  Opaque(Fcb);
  ExReleaseResourceAndLeaveCriticalRegion(Fcb->Resource);
}

VOID releasedTwice(PFCB Fcb) {
  FltAcquireResourceExclusive(Fcb->Resource);
  Opaque(Fcb);
  FltReleaseResource(Fcb->Resource);
  FltReleaseResource(Fcb->Resource);
  // expected-warning@-1{{resource 'Fcb->Resource' is released twice}}
}

VOID releasedTwiceOnOnePath(PFCB Fcb) {
  FltAcquireResourceShared(Fcb->Resource);
  Opaque(Fcb);
  if (Fcb->Size == 0)
    FltReleaseResource(Fcb->Resource);
  FltReleaseResource(Fcb->Resource);
  // expected-warning@-1{{resource 'Fcb->Resource' is released twice}}
}

// It may lead to another lock by then.
VOID readAgainInBetween_ok(PFCB Fcb) {
  FltAcquireResourceExclusive(Fcb->Resource);
  Opaque(Fcb);
  FltReleaseResource(Fcb->Resource);
  Opaque(Fcb);
  FltReleaseResource(Fcb->Resource);
}

VOID acquiredInBetween_ok(PFCB Fcb) {
  FltAcquireResourceExclusive(Fcb->Resource);
  Opaque(Fcb);
  FltReleaseResource(Fcb->Resource);
  FltAcquireResourceShared(Fcb->Resource);
  FltReleaseResource(Fcb->Resource);
}

VOID recursive_ok(PFCB Fcb) {
  FltAcquireResourceExclusive(Fcb->Resource);
  FltAcquireResourceExclusive(Fcb->Resource);
  Opaque(Fcb);
  FltReleaseResource(Fcb->Resource);
  FltReleaseResource(Fcb->Resource);
}

VOID recursiveOneTooMany(PFCB Fcb) {
  FltAcquireResourceExclusive(Fcb->Resource);
  FltAcquireResourceExclusive(Fcb->Resource);
  Opaque(Fcb);
  FltReleaseResource(Fcb->Resource);
  FltReleaseResource(Fcb->Resource);
  FltReleaseResource(Fcb->Resource);
  // expected-warning@-1{{resource 'Fcb->Resource' is released twice}}
}

// The kit gets the variable's address; it leads to the same object, or not.
VOID keyOfATable_ok(PFCB Fcb, PRTL_AVL_TABLE Table) {
  PFCB Found = Fcb;

  FltAcquireResourceExclusive(Fcb->Resource);
  RtlDeleteElementGenericTableAvl(Table, &Found);
  FltReleaseResource(Found->Resource);
}
