// Correct code that looks unbalanced at first sight.
// RUN: %flt_verify %s
// expected-no-diagnostics
#include "../Inputs/driver.h"

VOID deepNesting_ok(VOID) {
  KeEnterCriticalRegion();
  KeEnterCriticalRegion();
  KeEnterCriticalRegion();
  Work();
  KeLeaveCriticalRegion();
  KeLeaveCriticalRegion();
  KeLeaveCriticalRegion();
}

VOID leftInEachCase_ok(ULONG Kind) {
  FsRtlEnterFileSystem();
  switch (Kind) {
  case 0:
    FsRtlExitFileSystem();
    return;
  case 1:
    Work();
    break;
  default:
    FsRtlExitFileSystem();
    Work();
    return;
  }
  FsRtlExitFileSystem();
}

VOID filterManagerInsideExecutive_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Globals.Lock, TRUE);
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  ExReleaseResourceLite(&Globals.Lock);
  KeLeaveCriticalRegion();
}

VOID oneRegionForTwoLocks_ok(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&A->Lock, TRUE);
  ExAcquireResourceExclusiveLite(&B->Lock, TRUE);
  B->Flags = A->Flags;
  ExReleaseResourceLite(&A->Lock);
  ExReleaseResourceLite(&B->Lock);
  KeLeaveCriticalRegion();
}

VOID oneRegionForARelay_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  ExReleaseResourceLite(&Ctx->Lock);
  Work();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID upgradeAcrossTheRegion_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  if (Ctx->Flags == 0) {
    FltReleaseResource(&Ctx->Lock);
    FltAcquireResourceExclusive(&Ctx->Lock);
  }
  Ctx->Flags = 1;
  FltReleaseResource(&Ctx->Lock);
}

static VOID enterBoth(PERESOURCE Lock) {
  FsRtlEnterFileSystem();
  ExAcquireResourceExclusiveLite(Lock, TRUE);
}

static VOID leaveBoth(PERESOURCE Lock) {
  ExReleaseResourceLite(Lock);
  FsRtlExitFileSystem();
}

VOID wrappersMergeBoth_ok(PSTREAM_CONTEXT Ctx) {
  enterBoth(&Ctx->Lock);
  Ctx->Flags = 0;
  leaveBoth(&Ctx->Lock);
}

VOID wrapperOnOneSideOnly_ok(PSTREAM_CONTEXT Ctx) {
  enterBoth(&Ctx->Lock);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID wrapperAgainstFilterManager_ok(PSTREAM_CONTEXT Ctx) {
  enterBoth(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

static BOOLEAN enterIfFree(PERESOURCE Lock) {
  FsRtlEnterFileSystem();
  if (ExAcquireResourceExclusiveLite(Lock, FALSE))
    return TRUE;
  FsRtlExitFileSystem();
  return FALSE;
}

VOID truthValueTells_ok(PSTREAM_CONTEXT Ctx) {
  if (!enterIfFree(&Ctx->Lock))
    return;
  Ctx->Flags = 0;
  leaveBoth(&Ctx->Lock);
}

VOID loopBreaksInside_ok(PSTREAM_CONTEXT Ctx) {
  for (;;) {
    KeEnterCriticalRegion();
    if (Ctx->Flags)
      break;
    KeLeaveCriticalRegion();
  }
  Ctx->Flags = 0;
  KeLeaveCriticalRegion();
}

VOID leftOutside_ok(BOOLEAN Dispatch) {
  BOOLEAN TopLevel = Dispatch && !KeAreApcsDisabled();

  if (TopLevel)
    KeEnterGuardedRegion();
  Work();
  if (TopLevel)
    KeLeaveGuardedRegion();
}

VOID neverComesBack_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (Ctx->Flags > 5)
    KeBugCheckEx(0xE3, 1, 2, 3, 4);
  KeLeaveCriticalRegion();
}

// What it does to regions nobody knows; it says it releases.
VOID OtherFileReleaseTable(PERESOURCE Lock);

VOID releasedElsewhere_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  OtherFileReleaseTable(&Ctx->Lock);
}

VOID releasedElsewhereLeftHere_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  OtherFileReleaseTable(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// Completes what its caller began.
_Releases_lock_(_Global_critical_region_) VOID
finishFileSystem_ok(PSTREAM_CONTEXT Ctx) {
  if (Ctx == NULL) {
    FsRtlExitFileSystem();
    return;
  }
  Ctx->Flags = 0;
  FsRtlExitFileSystem();
}

VOID pushLockHasItsOwn_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockShared(&Ctx->PushLock);
  if (Ctx->Flags) {
    FltReleasePushLock(&Ctx->PushLock);
    KeEnterCriticalRegion();
    Work();
    KeLeaveCriticalRegion();
    return;
  }
  FltReleasePushLock(&Ctx->PushLock);
}
