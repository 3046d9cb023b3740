#include "shelf.h"
NTSTATUS ShelfUse(PSHELF Shelf) {
  if (!ShelfTryLock(Shelf))
    return STATUS_NOT_FOUND;
  if (Shelf->Count > 9)
    return STATUS_QUOTA_EXCEEDED;
  FltReleaseResource(&Shelf->Lock);
  return STATUS_SUCCESS;
}
