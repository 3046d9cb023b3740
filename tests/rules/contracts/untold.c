// A function that acquires for its caller must tell it of what: the caller can't
// release what it knows nothing of.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _NONPAGED {
  ERESOURCE Lock;
} NONPAGED, *PNONPAGED;

typedef struct _FCB {
  PNONPAGED Nonpaged;
  struct _FCB *Parent;
  ULONG References;
} FCB, *PFCB;

PFCB LookUp(PVOID Vcb, ULONG Id);
PFCB Create(PVOID Vcb, ULONG Id);

#define ReleaseFcb(F) ExReleaseResourceLite(&(F)->Nonpaged->Lock)

_Acquires_exclusive_lock_((*Found)->Nonpaged->Lock)
NTSTATUS find(PVOID Vcb, ULONG Id, PFCB *Found) {
  PFCB Fcb = LookUp(Vcb, Id);

  ExAcquireResourceExclusiveLite(&(Fcb)->Nonpaged->Lock, TRUE);
  // expected-note@-1{{resource 'Fcb->Nonpaged->Lock' is acquired exclusively here}}
  if (Fcb->References == 0)
  // expected-note@-1{{Assuming field 'References' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{resource 'Fcb->Nonpaged->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Fcb->Nonpaged->Lock', acquired exclusively, is still held when the function returns}}
  *Found = Fcb;
  return STATUS_SUCCESS;
}

// From one object to the next, whatever becomes of the first.
_Acquires_exclusive_lock_((*Current)->Nonpaged->Lock)
NTSTATUS descend(PVOID Vcb, ULONG Id, PFCB *Current) {
  PFCB Next = Create(Vcb, Id);

  ExAcquireResourceExclusiveLite(&Next->Nonpaged->Lock, TRUE);
  // expected-note@-1{{resource 'Next->Nonpaged->Lock' is acquired exclusively here}}
  ReleaseFcb(*Current);
  if (Next->References == 0)
  // expected-note@-1{{Assuming field 'References' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{resource 'Next->Nonpaged->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Next->Nonpaged->Lock', acquired exclusively, is still held when the function returns}}
  *Current = Next;
  return STATUS_SUCCESS;
}

_Acquires_exclusive_lock_((*Current)->Nonpaged->Lock)
NTSTATUS descend_ok(PVOID Vcb, ULONG Id, PFCB *Current) {
  PFCB Next = Create(Vcb, Id);

  ExAcquireResourceExclusiveLite(&Next->Nonpaged->Lock, TRUE);
  if (Next->References == 0) {
    ReleaseFcb(Next);
    return STATUS_NOT_FOUND;
  }
  ReleaseFcb(*Current);
  *Current = Next;
  return STATUS_SUCCESS;
}

// Told before it is held, by a member, by the result.
_Acquires_exclusive_lock_((*Found)->Nonpaged->Lock)
VOID toldBefore_ok(PVOID Vcb, BOOLEAN First, PFCB *Found) {
  PFCB Fcb = LookUp(Vcb, 1);

  if (First) {
    *Found = Fcb;
    ExAcquireResourceExclusiveLite(&Fcb->Nonpaged->Lock, TRUE);
  } else {
    ExAcquireResourceExclusiveLite(&Fcb->Nonpaged->Lock, TRUE);
    *Found = Fcb;
  }
}

typedef struct _SEARCH {
  struct {
    PFCB Fcb;
  } Result;
} SEARCH, *PSEARCH;

_Acquires_exclusive_lock_(Search->Result.Fcb->Nonpaged->Lock)
VOID toldInAMember_ok(PVOID Vcb, BOOLEAN First, PSEARCH Search) {
  PFCB Fcb = LookUp(Vcb, 1);

  if (First)
    Search->Result.Fcb = Fcb;
  ExAcquireResourceExclusiveLite(&Fcb->Nonpaged->Lock, TRUE);
  if (!First)
    Search->Result.Fcb = Fcb;
}

_Acquires_exclusive_lock_(Child->Parent->Nonpaged->Lock)
VOID parent_ok(PFCB Child, PFCB *Found) {
  ExAcquireResourceExclusiveLite(&Child->Parent->Nonpaged->Lock, TRUE);
  if (Found != NULL)
    *Found = Child->Parent;
}

PFCB acquireResult_ok(PVOID Vcb, PFCB *Also) {
  PFCB Fcb = LookUp(Vcb, 1);

  ExAcquireResourceExclusiveLite(&Fcb->Nonpaged->Lock, TRUE);
  if (Also != NULL)
    *Also = Fcb;
  return Fcb;
}

// No path tells: the caller has ways of its own.
_Acquires_exclusive_lock_(Lock)
VOID byOtherMeans_ok(PVOID Vcb) {
  PFCB Fcb = LookUp(Vcb, 1);

  ExAcquireResourceExclusiveLite(&Fcb->Nonpaged->Lock, TRUE);
}
