#include "shelf.h"
BOOLEAN ShelfTryLock(PSHELF Shelf) {
  if (Shelf->Count == 0)
    return FALSE;
  FltAcquireResourceExclusive(&Shelf->Lock);
  return TRUE;
}

VOID ShelfTwice(PSHELF Shelf) {
  FltAcquireResourceShared(&Shelf->Lock);
  FltReleaseResource(&Shelf->Lock);
  KeLeaveCriticalRegion();
}

VOID ShelfKnown(PSHELF Shelf) {
  FltAcquireResourceShared(&Shelf->Lock); // NOLINT(flt-resource-balance)
}

VOID ShelfCount(PSHELF Shelf) {
  Shelf->Count += 1; // NOLINT(flt-resource-balance)
}
