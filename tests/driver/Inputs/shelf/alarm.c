// Right, but without what context.c does the lock seems to be released by some
// paths that do not hold it.
#include "shelf.h"

VOID CountUnderLock(PSHELF_CONTEXT Context, BOOLEAN Shared) {
  if (Shared)
    ShelfEnter();
  Context->Books++;
  if (Shared) {
    ExReleaseResourceLite(&ShelfLock);
    KeLeaveCriticalRegion();
  }
}
