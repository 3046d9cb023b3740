// Right, but without what context.c does the lock seems to be kept.
#include "shelf.h"

VOID CountOnce(PSHELF_CONTEXT Context) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&ShelfLock, TRUE);
  Context->Books++;
  ShelfLeave();
}
