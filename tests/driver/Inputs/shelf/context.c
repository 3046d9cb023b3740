// What the other files use: gives, takes, looks at a context; takes and drops
// the lock.
#include "shelf.h"

ERESOURCE ShelfLock;

NTSTATUS ShelfGet(PFLT_INSTANCE Instance, PSHELF_CONTEXT *Context) {
  return FltGetInstanceContext(Instance, (PFLT_CONTEXT *)Context);
}

VOID ShelfPut(PSHELF_CONTEXT Context) { FltReleaseContext(Context); }

VOID ShelfCount(PSHELF_CONTEXT Context) { Context->Books++; }

VOID ShelfEnter(VOID) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&ShelfLock, TRUE);
}

VOID ShelfLeave(VOID) {
  ExReleaseResourceLite(&ShelfLock);
  KeLeaveCriticalRegion();
}
