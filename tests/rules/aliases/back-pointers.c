// A pointer that is read in an object may lead back to where its reader came from:
// what a callee that is too large to follow may do to the lock behind it, it may do
// to the caller's.
// RUN: not %fltcheck --quiet --no-cache -j1 --model=%S/Inputs/back-pointers.yaml %s 2>&1 | FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}"
#include "../Inputs/driver.h"

struct _PART;
typedef struct _WHOLE {
  ERESOURCE Guard;
  struct _PART *Part;
  ULONG Parts;
} WHOLE, *PWHOLE;
typedef struct _PART {
  PWHOLE Whole;
  ERESOURCE Guard;
  ULONG Size;
} PART, *PPART;

// Rows, in place of bodies: both may release Part->Whole->Guard, the second one
// Part->Guard.
VOID dropPart(PPART Part);
VOID dropSelf(PPART Part);

//===-- Good --------------------------------------------------------------===//

VOID byBackPointer(PWHOLE Whole) {
  FltAcquireResourceExclusive(&Whole->Guard);
  if (Whole->Parts > 1)
    dropPart(Whole->Part);
  else
    FltReleaseResource(&Whole->Guard);
}

VOID byVariable(PWHOLE Whole) {
  PPART Part = Whole->Part;
  FltAcquireResourceShared(&Whole->Guard);
  if (Part) {
    dropPart(Part);
    return;
  }
  FltReleaseResource(&Whole->Guard);
}

//===-- Bad ---------------------------------------------------------------===//

// Another member, of the object that was passed.
VOID anotherMember(PPART Part) {
  FltAcquireResourceExclusive(&Part->Guard);
  if (Part->Size > 1) {
    dropPart(Part);
    // CHECK: back-pointers.c:[[#@LINE+1]]:5: warning: resource 'Part->Guard', acquired exclusively, is still held
    return;
  }
  FltReleaseResource(&Part->Guard);
}

// The object that is passed is no other one.
VOID anotherObject(PPART First, PPART Second) {
  FltAcquireResourceExclusive(&First->Guard);
  if (First->Size > 1) {
    dropSelf(Second);
    // CHECK: back-pointers.c:[[#@LINE+1]]:5: warning: resource 'First->Guard', acquired exclusively, is still held
    return;
  }
  FltReleaseResource(&First->Guard);
}
