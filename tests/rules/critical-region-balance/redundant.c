// Leaving what the Filter Manager's release has already left.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID redundantLeave(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  // expected-note@-1{{critical region is left here}}
  KeLeaveCriticalRegion();
  // expected-warning@-1{{'KeLeaveCriticalRegion' is redundant: 'FltReleaseResource' has already left the critical region}}
  // expected-note@-2{{'KeLeaveCriticalRegion' is redundant: 'FltReleaseResource' has already left the critical region}}
}

VOID redundantFsRtlExit(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  WorkOn(Ctx->Buffer);
  FltReleaseResource(&Ctx->Lock);
  // expected-note@-1{{critical region is left here}}
  FsRtlExitFileSystem();
  // expected-warning@-1{{'FsRtlExitFileSystem' is redundant: 'FltReleaseResource' has already left the critical region}}
  // expected-note@-2{{'FsRtlExitFileSystem' is redundant: 'FltReleaseResource' has already left the critical region}}
}

VOID redundantAfterCombinedRelease(PSTREAM_CONTEXT Ctx) {
  ExEnterCriticalRegionAndAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{critical region is entered here}}
  Ctx->Flags = 0;
  ExReleaseResourceAndLeaveCriticalRegion(&Ctx->Lock);
  // expected-note@-1{{critical region is left here}}
  KeLeaveCriticalRegion();
  // expected-warning@-1{{'KeLeaveCriticalRegion' is redundant: 'ExReleaseResourceAndLeaveCriticalRegion' has already left the critical region}}
  // expected-note@-2{{'KeLeaveCriticalRegion' is redundant: 'ExReleaseResourceAndLeaveCriticalRegion' has already left the critical region}}
}

VOID redundantAfterPushLock(PSTREAM_CONTEXT Ctx) {
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{critical region is entered here}}
  Ctx->Flags = 0;
  FltReleasePushLock(&Ctx->PushLock);
  // expected-note@-1{{critical region is left here}}
  KeLeaveCriticalRegion();
  // expected-warning@-1{{'KeLeaveCriticalRegion' is redundant: 'FltReleasePushLockEx' has already left the critical region}}
  // expected-note@-2{{'KeLeaveCriticalRegion' is redundant: 'FltReleasePushLockEx' has already left the critical region}}
}

VOID nothingToLeave_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

// Balanced: the region around the Filter Manager's own is not needed, and does
// no harm.
VOID regionAroundFilterManager_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID executiveWithRegion_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID fileSystemMacros_ok(PSTREAM_CONTEXT Ctx) {
  FsRtlEnterFileSystem();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  WorkOn(Ctx->Buffer);
  ExReleaseResourceLite(&Ctx->Lock);
  FsRtlExitFileSystem();
}

VOID combinedForms_ok(PSTREAM_CONTEXT Ctx) {
  ExEnterCriticalRegionAndAcquireResourceShared(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  ExReleaseResourceAndLeaveCriticalRegion(&Ctx->Lock);
  ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  ExReleaseResourceAndLeaveCriticalRegion(&Ctx->Lock);
}

VOID onePathOfTwo(PSTREAM_CONTEXT Ctx, BOOLEAN Own) {
  if (Own) {
  // expected-note@-1{{Assuming 'Own' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{critical region is entered here}}
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{critical region is left here}}
  } else {
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
  // expected-warning@-1{{'KeLeaveCriticalRegion' is redundant: 'FltReleaseResource' has already left the critical region}}
  // expected-note@-2{{'KeLeaveCriticalRegion' is redundant: 'FltReleaseResource' has already left the critical region}}
}

VOID eachPathItsOwn_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Own) {
  if (Own) {
    FltAcquireResourceExclusive(&Ctx->Lock);
  } else {
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  }
  Ctx->Flags = 0;
  if (Own) {
    FltReleaseResource(&Ctx->Lock);
  } else {
    ExReleaseResourceLite(&Ctx->Lock);
    KeLeaveCriticalRegion();
  }
}
