// What one mistake causes is one finding, whoever calls and however often it
// repeats itself.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}"
#include "../Inputs/driver.h"

typedef struct _SHELF {
  ERESOURCE Lock;
  ULONG Books[16];
} SHELF, *PSHELF;
typedef struct _ROOM {
  SHELF Left, Right;
  PSHELF Best;
} ROOM, *PROOM;

//===-- Bad ---------------------------------------------------------------===//

// The walk goes on after it gave the lock back: whatever comes next releases
// again, in the loop or behind it.
ULONG countBig(PSHELF Shelf, ULONG Limit) {
  ULONG Found = 0, I;
  FltAcquireResourceShared(&Shelf->Lock);
  for (I = 0; I < 16; I++) {
    if (Shelf->Books[I] > Limit) {
      Found++;
      // CHECK: :[[#@LINE+1]]:7: warning: resource 'Shelf->Lock' is released twice
      FltReleaseResource(&Shelf->Lock);
    }
  }
  FltReleaseResource(&Shelf->Lock);
  return Found;
}

// Two calls too many are two mistakes.
VOID twoTooMany(PSHELF Shelf, ULONG Mode) {
  FltAcquireResourceShared(&Shelf->Lock);
  FltReleaseResource(&Shelf->Lock);
  if (Mode == 1)
    // CHECK: :[[#@LINE+1]]:5: warning: resource 'Shelf->Lock' is released twice
    FltReleaseResource(&Shelf->Lock);
  else if (Mode == 2)
    // CHECK: :[[#@LINE+1]]:5: warning: resource 'Shelf->Lock' is released twice
    FltReleaseResource(&Shelf->Lock);
}

// Each caller has another name for what the helper keeps.
static ULONG firstOf(PSHELF Shelf) {
  ULONG Book;
  FltAcquireResourceExclusive(&Shelf->Lock);
  Book = Shelf->Books[0];
  if (Book == 0)
    // CHECK: :[[#@LINE+1]]:5: warning: resource '{{.*}}', acquired exclusively, is still held
    return 0;
  FltReleaseResource(&Shelf->Lock);
  return Book;
}
ULONG left(PROOM Room) { return firstOf(&Room->Left); }
ULONG right(PROOM Room) { return firstOf(&Room->Right); }
ULONG best(PROOM Room) { return firstOf(Room->Best); }

// A function that others may call, too, is looked at by itself.
VOID keep(PSHELF Shelf) {
  FltAcquireResourceExclusive(&Shelf->Lock);
  // CHECK: warning: resource '{{.*}}', acquired exclusively, is still held
  Shelf->Books[1] = 0;
}
VOID keepBest(PROOM Room) {
  keep(Room->Best);
  Room->Best = NULL;
}

//===-- Good --------------------------------------------------------------===//

ULONG firstBig(PSHELF Shelf, ULONG Limit) {
  ULONG I;
  FltAcquireResourceShared(&Shelf->Lock);
  for (I = 0; I < 16; I++) {
    if (Shelf->Books[I] > Limit) {
      FltReleaseResource(&Shelf->Lock);
      return I;
    }
  }
  FltReleaseResource(&Shelf->Lock);
  return 16;
}

ULONG afterTheFirst(PSHELF Shelf, ULONG Limit) {
  ULONG I;
  FltAcquireResourceShared(&Shelf->Lock);
  for (I = 0; I < 16; I++)
    if (Shelf->Books[I] > Limit)
      break;
  FltReleaseResource(&Shelf->Lock);
  return I;
}

VOID eachAnew(PSHELF Shelf) {
  ULONG I;
  for (I = 0; I < 16; I++) {
    FltAcquireResourceExclusive(&Shelf->Lock);
    Shelf->Books[I] = 0;
    FltReleaseResource(&Shelf->Lock);
  }
}
