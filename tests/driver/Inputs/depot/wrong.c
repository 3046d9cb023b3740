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
