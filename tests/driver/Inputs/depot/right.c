// Nothing to find, although a look at this file alone may tell otherwise.
#include "depot.h"

VOID NothingBegun(PDEPOT Depot) {
  DepotBegin(Depot, DepotNone);
  Depot->Items = DepotSize(Depot);
}

VOID BegunAndFinished(PDEPOT Depot) {
  DepotBegin(Depot, DepotShared);
  Depot->Items = DepotSize(Depot);
  DepotFinish(Depot, DepotShared);
}

VOID FinishedDirectly(PDEPOT Depot) {
  DepotBegin(Depot, DepotExclusive);
  FltReleaseResource(&Depot->Lock);
}

// Nobody knows which mode.
VOID AnyMode(PDEPOT Depot, DEPOT_MODE Mode) {
  DepotBegin(Depot, Mode);
  Depot->Items = 0;
  DepotFinish(Depot, Mode);
}

VOID AnyModeReleasedHere(PDEPOT Depot, DEPOT_MODE Mode) {
  DepotBegin(Depot, Mode);
  Depot->Items = 0;
  if (Mode == DepotShared || Mode == DepotExclusive)
    FltReleaseResource(&Depot->Lock);
}

VOID StartedAndStopped(PDEPOT Depot, BOOLEAN Write) {
  DepotAcquire(Depot, Write);
  Depot->Items = 0;
  DepotRelease(Depot);
  DepotAcquire(Depot, TRUE);
  Depot->Items = 1;
  DepotRelease(Depot);
}

// Exclusive, and then a share of one's own: an ERESOURCE allows that.
VOID StartedTwice(PDEPOT Depot) {
  DepotAcquire(Depot, TRUE);
  DepotAcquire(Depot, FALSE);
  DepotRelease(Depot);
  DepotRelease(Depot);
}

VOID Tried(PDEPOT Depot) {
  if (!DepotTryLock(Depot))
    return;
  Depot->Items = 0;
  DepotRelease(Depot);
}

NTSTATUS Opened(PDEPOT Depot) {
  NTSTATUS Status = DepotLockFilled(Depot);
  if (!NT_SUCCESS(Status))
    return Status;
  Depot->Items = 0;
  DepotRelease(Depot);
  return STATUS_SUCCESS;
}

VOID Behind(PDEPOT Depot) {
  DepotLockBehind(1, &Depot);
  FltReleaseResource(&Depot->Lock);
}

VOID Unnamed(PDEPOT Depot) {
  DepotLockInner(Depot);
  DepotLockBase(Depot);
  FltReleaseResource(&Depot->BaseLock);
  FltReleaseResource(&Depot->Inner);
}

VOID Maybe(PDEPOT Depot, BOOLEAN Early) {
  KeEnterCriticalRegion();
  DepotLockMaybe(Depot);
  if (!Early)
    ExReleaseResourceLite(&Depot->Lock);
  KeLeaveCriticalRegion();
}

// Released if that succeeds.
VOID Flushed(PDEPOT Depot) {
  FltAcquireResourceShared(&Depot->Lock);
  if (!NT_SUCCESS(DepotFlush(Depot)))
    FltReleaseResource(&Depot->Lock);
}

VOID RegionMaybe(PDEPOT Depot, BOOLEAN Early) {
  DepotEnterMaybe(Depot);
  if (Early)
    return;
  KeLeaveCriticalRegion();
}

// Maybe that of this one: nobody knows.
VOID OtherLocked(PDEPOT Depot, BOOLEAN Early) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Depot->Lock, TRUE);
  DepotLockOther(1);
  if (!Early)
    ExReleaseResourceLite(&Depot->Lock);
  KeLeaveCriticalRegion();
}

// Nobody holds what is deleted.
VOID HeldAndDeleted(PDEPOT Depot) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Depot->Lock, TRUE);
  ExReleaseResourceLite(&Depot->Lock);
  DepotDelete(Depot);
  KeLeaveCriticalRegion();
}

VOID HeldAndDeletedIfEmpty(PDEPOT Depot) {
  KeEnterCriticalRegion();
  if (!NT_SUCCESS(DepotDeleteEmpty(Depot))) {
    ExAcquireResourceExclusiveLite(&Depot->Lock, TRUE);
    ExReleaseResourceLite(&Depot->Lock);
  }
  KeLeaveCriticalRegion();
}

NTSTATUS ItemUsed(PCFLT_RELATED_OBJECTS Objects) {
  PDEPOT_ITEM Item;
  NTSTATUS Status = DepotGetItem(Objects, &Item);

  if (NT_SUCCESS(Status)) {
    Item->Uses++;
    DepotPutItem(Item);
  }
  return Status;
}

// What depends on a returned value, passed on through another file.
BOOLEAN DepotTryLockAgain(PDEPOT Depot) { return DepotTryLock(Depot); }

VOID DepotAcquireAndRelease(PDEPOT Depot, BOOLEAN Write) {
  DepotAcquire(Depot, Write);
  Depot->Items = 0;
  DepotRelease(Depot);
}

// Its own, not the one of locks.c.
static VOID DepotUnlockAll(ERESOURCE *Lock) { Lock->ActiveEntries = 0; }

VOID OwnFunction(PDEPOT Depot) {
  FltAcquireResourceShared(&Depot->Lock);
  DepotUnlockAll(&Depot->Lock);
  FltReleaseResource(&Depot->Lock);
}
