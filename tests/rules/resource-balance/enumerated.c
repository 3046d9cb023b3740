// Locks of what a function enumerates.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _FCB {
  PERESOURCE Resource;
  ERESOURCE Lock;
  ULONG Size;
} FCB, *PFCB;

typedef struct _VCB {
  ULONG Fcbs;
} VCB, *PVCB;

PFCB NextFcb(PVCB Vcb, PFCB Fcb);
PFCB OtherFcb(PVCB Vcb);

VOID oneLoopEach_ok(PVCB Vcb) {
  PFCB Fcb = NULL;

  while ((Fcb = NextFcb(Vcb, Fcb)) != NULL)
    ExAcquireResourceExclusiveLite(Fcb->Resource, TRUE);
  Vcb->Fcbs = 0;
  while ((Fcb = NextFcb(Vcb, Fcb)) != NULL)
    ExReleaseResourceLite(Fcb->Resource);
}

VOID oneLoopEachEmbedded_ok(PVCB Vcb) {
  PFCB Fcb;

  for (Fcb = NextFcb(Vcb, NULL); Fcb != NULL; Fcb = NextFcb(Vcb, Fcb))
    FltAcquireResourceShared(&Fcb->Lock);
  Vcb->Fcbs = 0;
  for (Fcb = NextFcb(Vcb, NULL); Fcb != NULL; Fcb = NextFcb(Vcb, Fcb))
    FltReleaseResource(&Fcb->Lock);
}

VOID oneAtATime_ok(PVCB Vcb) {
  PFCB Fcb = NULL;

  while ((Fcb = NextFcb(Vcb, Fcb)) != NULL) {
    FltAcquireResourceShared(Fcb->Resource);
    Fcb->Size = 0;
    FltReleaseResource(Fcb->Resource);
  }
}

VOID leftEarly(PVCB Vcb) {
  PFCB Fcb = NextFcb(Vcb, NULL);

  if (Fcb == NULL)
  // expected-note@-1{{Assuming 'Fcb' is not equal to NULL}}
  // expected-note@-2{{Taking false branch}}
    return;
  FltAcquireResourceExclusive(Fcb->Resource);
  // expected-note@-1{{resource 'Fcb->Resource' is acquired exclusively here}}
  if (Fcb->Size == 0)
  // expected-note@-1{{Assuming field 'Size' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Fcb->Resource', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Fcb->Resource', acquired exclusively, is still held when the function returns}}
  Fcb->Size = 0;
  FltReleaseResource(Fcb->Resource);
}

VOID leftEarlyInALoop(PVCB Vcb) {
  PFCB Fcb = NULL;

  while ((Fcb = NextFcb(Vcb, Fcb)) != NULL) {
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Loop condition is true.  Entering loop body}}
    FltAcquireResourceExclusive(&Fcb->Lock);
    // expected-note@-1{{resource 'Fcb->Lock' is acquired exclusively here}}
    if (Fcb->Size == 0)
    // expected-note@-1{{Assuming field 'Size' is equal to 0}}
    // expected-note@-2{{Taking true branch}}
      break;
      // expected-note@-1{{ Execution continues on line 82}}
    FltReleaseResource(&Fcb->Lock);
  }
  Vcb->Fcbs = 0;
  // expected-warning@-1{{resource 'Fcb->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Fcb->Lock', acquired exclusively, is still held when the function returns}}
}

// What another function gives is released: not the same.
VOID othersReleased(PVCB Vcb) {
  PFCB Fcb = NextFcb(Vcb, NULL);

  if (Fcb == NULL)
  // expected-note@-1{{Assuming 'Fcb' is not equal to NULL}}
  // expected-note@-2{{Taking false branch}}
    return;
  FltAcquireResourceExclusive(&Fcb->Lock);
  // expected-note@-1{{resource 'Fcb->Lock' is acquired exclusively here}}
  Fcb = OtherFcb(Vcb);
  if (Fcb != NULL)
  // expected-warning@-1{{resource 'Fcb->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Assuming 'Fcb' is equal to NULL}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{resource 'Fcb->Lock', acquired exclusively, is still held when the function returns}}
    FltReleaseResource(&Fcb->Lock);
}

// Another member of what is enumerated.
VOID otherMemberReleased(PVCB Vcb) {
  PFCB Fcb = NULL;

  while ((Fcb = NextFcb(Vcb, Fcb)) != NULL)
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Loop condition is true.  Entering loop body}}
  // expected-note@-3{{Assuming the condition is false}}
  // expected-note@-4{{Loop condition is false. Execution continues on line 117}}
    FltAcquireResourceExclusive(&Fcb->Lock);
    // expected-note@-1{{resource 'Fcb->Lock' is acquired exclusively here}}
  while ((Fcb = NextFcb(Vcb, Fcb)) != NULL)
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Loop condition is false. Execution continues on line 121}}
    FltReleaseResource(Fcb->Resource);
  Vcb->Fcbs = 0;
  // expected-warning@-1{{resource 'Fcb->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Fcb->Lock', acquired exclusively, is still held when the function returns}}
}

VOID handOverHand_ok(PVCB Vcb) {
  PFCB Fcb = NextFcb(Vcb, NULL), Next;

  if (Fcb == NULL)
    return;
  FltAcquireResourceExclusive(&Fcb->Lock);
  while ((Next = NextFcb(Vcb, Fcb)) != NULL) {
    FltAcquireResourceExclusive(&Next->Lock);
    FltReleaseResource(&Fcb->Lock);
    Fcb = Next;
  }
  FltReleaseResource(&Fcb->Lock);
}

VOID oneOfTwo(PVCB Vcb) {
  PFCB First = NextFcb(Vcb, NULL), Second = NextFcb(Vcb, First);

  if (First == NULL || Second == NULL)
  // expected-note@-1{{Assuming 'First' is not equal to NULL}}
  // expected-note@-2{{Left side of '||' is false}}
  // expected-note@-3{{Assuming 'Second' is not equal to NULL}}
  // expected-note@-4{{Taking false branch}}
    return;
  FltAcquireResourceExclusive(&First->Lock);
  FltAcquireResourceExclusive(&Second->Lock);
  // expected-note@-1{{resource 'Second->Lock' is acquired exclusively here}}
  FltReleaseResource(&First->Lock);
  // expected-warning@-1{{resource 'Second->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Second->Lock', acquired exclusively, is still held when the function returns}}
}

// A loop that keeps what it has for the next round. The function that gives the
// next one sounds as if it released; its body shows that it does not.
typedef struct _CLOSE {
  PFCB Fcb;
} CLOSE, *PCLOSE;

PCLOSE TopOfQueue(VOID);

static PCLOSE removeClose(PFCB Hint) {
  if (Hint != NULL && Hint->Size == 0)
    return NULL;
  return TopOfQueue();
}

VOID keptForTheNext_ok(VOID) {
  PFCB Current = NULL;
  PCLOSE Close;

  while ((Close = removeClose(Current)) != NULL) {
    if (Close->Fcb != Current) {
      if (Current != NULL)
        FltReleaseResource(&Current->Lock);
      Current = Close->Fcb;
      FltAcquireResourceExclusive(&Current->Lock);
    }
    Current->Size = 1;
  }
  if (Current != NULL)
    FltReleaseResource(&Current->Lock);
}

VOID keptForever(VOID) {
  PFCB Current = NULL;
  PCLOSE Close;

  while ((Close = removeClose(Current)) != NULL) {
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Loop condition is true.  Entering loop body}}
  // expected-note@-3{{Assuming the condition is false}}
  // expected-note@-4{{Loop condition is false. Execution continues on line 210}}
    if (Close->Fcb != Current) {
    // expected-note@-1{{Assuming 'Current' is not equal to field 'Fcb'}}
    // expected-note@-2{{Taking true branch}}
      if (Current != NULL)
      // expected-note@-1{{'Current' is equal to NULL}}
      // expected-note@-2{{Taking false branch}}
        FltReleaseResource(&Current->Lock);
      Current = Close->Fcb;
      FltAcquireResourceExclusive(&Current->Lock);
      // expected-note@-1{{resource 'Current->Lock' is acquired exclusively here}}
    }
    Current->Size = 1;
  }
  Work();
  // expected-warning@-1{{resource 'Current->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Current->Lock', acquired exclusively, is still held when the function returns}}
}

// A pointer on the way to the lock is read again: it is the same lock, and says
// nothing of how often the function is called.
VOID readAgain(PVCB Vcb, BOOLEAN Twice) {
  PFCB Fcb = OtherFcb(Vcb);

  FltAcquireResourceExclusive(Fcb->Resource);
  // expected-note@-1{{resource 'Fcb->Resource' is acquired exclusively here}}
  WorkOn(Fcb);
  if (!Twice) {
  // expected-note@-1{{Assuming 'Twice' is not equal to 0}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseResource(Fcb->Resource);
    return;
  }
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Fcb->Resource', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Fcb->Resource', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(Fcb->Resource);
}
