// What the other files call.
#include "depot.h"

// The mode says whether, and how.
VOID DepotBegin(PDEPOT Depot, DEPOT_MODE Mode) {
  switch (Mode) {
  case DepotShared:
    FltAcquireResourceShared(&Depot->Lock);
    break;
  case DepotExclusive:
    FltAcquireResourceExclusive(&Depot->Lock);
    break;
  default:
    break;
  }
}

VOID DepotFinish(PDEPOT Depot, DEPOT_MODE Mode) {
  if (Mode != DepotNone)
    FltReleaseResource(&Depot->Lock);
}

// Always, one way or the other.
VOID DepotAcquire(PDEPOT Depot, BOOLEAN Write) {
  if (Write)
    FltAcquireResourceExclusive(&Depot->Lock);
  else
    FltAcquireResourceShared(&Depot->Lock);
}

VOID DepotRelease(PDEPOT Depot) { FltReleaseResource(&Depot->Lock); }

// The returned value says whether.
BOOLEAN DepotTryLock(PDEPOT Depot) {
  FltAcquireResourceExclusive(&Depot->Lock);
  if (Depot->Items)
    return TRUE;
  FltReleaseResource(&Depot->Lock);
  return FALSE;
}

NTSTATUS DepotLockFilled(PDEPOT Depot) {
  FltAcquireResourceShared(&Depot->Lock);
  if (Depot->Items == 0) {
    FltReleaseResource(&Depot->Lock);
    return STATUS_NOT_FOUND;
  }
  return STATUS_SUCCESS;
}

// Behind a pointer to a pointer.
VOID DepotLockBehind(ULONG Index, PDEPOT *Depot) {
  (*Depot)->Items = Index;
  FltAcquireResourceExclusive(&(*Depot)->Lock);
}

// In members without a name.
VOID DepotLockInner(PDEPOT Depot) { FltAcquireResourceExclusive(&Depot->Inner); }
VOID DepotLockBase(PDEPOT Depot) { FltAcquireResourceExclusive(&Depot->BaseLock); }

// What decides can't be seen from outside.
VOID DepotLockMaybe(PDEPOT Depot) {
  if (Depot->Items)
    ExAcquireResourceExclusiveLite(&Depot->Lock, TRUE);
}

VOID DepotEnterMaybe(PDEPOT Depot) {
  if (Depot->Items)
    KeEnterCriticalRegion();
}

// Of an object that the caller has no name for.
VOID DepotLockOther(ULONG Index) {
  PDEPOT Other = DepotAt(Index);

  if (Other->Items)
    ExAcquireResourceExclusiveLite(&Other->Lock, TRUE);
}

// What is called afterwards doesn't make the release uncertain.
VOID DepotLeave(PDEPOT Depot) {
  FltReleaseResource(&Depot->Lock);
  DepotReport(Depot);
}

// The returned value says whether it was released, or is gone.
NTSTATUS DepotFlush(PDEPOT Depot) {
  if (Depot->Items == 0)
    return STATUS_NOT_FOUND;
  FltReleaseResource(&Depot->Lock);
  return STATUS_SUCCESS;
}

VOID DepotDelete(PDEPOT Depot) { ExDeleteResourceLite(&Depot->Lock); }

NTSTATUS DepotDeleteEmpty(PDEPOT Depot) {
  if (Depot->Items)
    return STATUS_UNSUCCESSFUL;
  ExDeleteResourceLite(&Depot->Lock);
  return STATUS_SUCCESS;
}

// Contexts.
NTSTATUS DepotGetItem(PCFLT_RELATED_OBJECTS Objects, PDEPOT_ITEM *Item) {
  return FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)Item);
}

VOID DepotPutItem(PDEPOT_ITEM Item) { FltReleaseContext(Item); }

ULONG DepotSize(PDEPOT Depot) { return Depot->Size; }

// Not in the header: right.c has another one of this name.
VOID DepotUnlockAll(ERESOURCE *Lock) { FltReleaseResource(Lock); }
