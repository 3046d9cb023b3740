// What shows only with what locks.c does.
#include "depot.h"

VOID ExclusiveForgotten(PDEPOT Depot, BOOLEAN Early) {
  DepotBegin(Depot, DepotExclusive);
  if (Early)
    return;
  DepotFinish(Depot, DepotExclusive);
}

VOID SharedNotFinished(PDEPOT Depot, BOOLEAN Early) {
  DepotBegin(Depot, DepotShared);
  if (Early)
    DepotFinish(Depot, DepotNone);
  else
    DepotFinish(Depot, DepotShared);
}

VOID Upgraded(PDEPOT Depot) {
  DepotAcquire(Depot, FALSE);
  DepotAcquire(Depot, TRUE);
  DepotRelease(Depot);
  DepotRelease(Depot);
}

VOID TriedAndForgotten(PDEPOT Depot) {
  if (DepotTryLock(Depot))
    Depot->Items = 0;
}

NTSTATUS OpenedAndForgotten(PDEPOT Depot) {
  NTSTATUS Status = DepotLockFilled(Depot);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Depot->Items == 1)
    return STATUS_UNSUCCESSFUL;
  DepotRelease(Depot);
  return STATUS_SUCCESS;
}

VOID BehindForgotten(PDEPOT Depot, BOOLEAN Early) {
  DepotLockBehind(1, &Depot);
  if (Early)
    return;
  FltReleaseResource(&Depot->Lock);
}

VOID OtherOfTheUnnamed(PDEPOT Depot) {
  DepotLockInner(Depot);
  DepotLockBase(Depot);
  FltReleaseResource(&Depot->BaseLock);
}

VOID HeldOverSize(PDEPOT Depot) {
  FltAcquireResourceShared(&Depot->Lock);
  if (DepotSize(Depot) == 0)
    return;
  FltReleaseResource(&Depot->Lock);
}

VOID TriedTwoFilesAway(PDEPOT Depot) {
  if (!DepotTryLockAgain(Depot))
    return;
  if (Depot->Items == 1)
    return;
  DepotRelease(Depot);
}

// Only the region is in doubt.
VOID HeldOverARegion(PDEPOT Depot, BOOLEAN Early) {
  FltAcquireResourceShared(&Depot->Lock);
  DepotEnterMaybe(Depot);
  if (Early)
    return;
  FltReleaseResource(&Depot->Lock);
}

VOID OtherMemberHeld(PDEPOT Depot, BOOLEAN Early) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Depot->Inner, TRUE);
  DepotLockOther(1);
  if (!Early)
    ExReleaseResourceLite(&Depot->Inner);
  KeLeaveCriticalRegion();
}

VOID ReleasedTwice(PDEPOT Depot) {
  DepotAcquire(Depot, TRUE);
  DepotRelease(Depot);
  DepotRelease(Depot);
}

VOID ReleasedThereAndHere(PDEPOT Depot) {
  FltAcquireResourceExclusive(&Depot->Lock);
  DepotLeave(Depot);
  FltReleaseResource(&Depot->Lock);
}

VOID FlushedAndReleased(PDEPOT Depot) {
  FltAcquireResourceShared(&Depot->Lock);
  DepotFlush(Depot);
  FltReleaseResource(&Depot->Lock);
}

VOID FlushMayFail(PDEPOT Depot) {
  FltAcquireResourceShared(&Depot->Lock);
  DepotFlush(Depot);
  Depot->Items = 0;
}

VOID DeleteMayFail(PDEPOT Depot) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Depot->Lock, TRUE);
  DepotDeleteEmpty(Depot);
  KeLeaveCriticalRegion();
}

NTSTATUS ItemPutTwice(PCFLT_RELATED_OBJECTS Objects) {
  PDEPOT_ITEM Item;
  NTSTATUS Status = DepotGetItem(Objects, &Item);

  if (!NT_SUCCESS(Status))
    return Status;
  if (Item->Uses == 0)
    DepotPutItem(Item);
  DepotPutItem(Item);
  return STATUS_SUCCESS;
}

NTSTATUS ItemPutThereAndHere(PCFLT_RELATED_OBJECTS Objects) {
  PDEPOT_ITEM Item;
  NTSTATUS Status =
      FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Item);

  if (!NT_SUCCESS(Status))
    return Status;
  DepotPutItem(Item);
  FltReleaseContext(Item);
  return STATUS_SUCCESS;
}
