// A doubt frees all that it touches: nothing certain is left behind.
// RUN: not %fltcheck --quiet --no-cache -j1 --model=%S/Inputs/doubts.yaml %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

VOID MaybeUnlock(PERESOURCE Lock);
VOID MaybeLock(PERESOURCE Lock);
VOID LogLock(PERESOURCE Lock);

// CHECK-NOT: doubts.c:{{.*}}: warning:
VOID regionGoesWithTheLock_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  MaybeUnlock(&Ctx->Lock);
}

VOID regionComesWithTheLock_ok(PSTREAM_CONTEXT Ctx) {
  MaybeLock(&Ctx->Lock);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID leftByHand_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  MaybeUnlock(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// The first hold may be there still when the second is released.
VOID takenAgainAfterDoubt_ok(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  LogLock(&Ctx->Lock);
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  ExReleaseResourceLite(&Ctx->Lock);
}

VOID releasedAfterDoubt_ok(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  LogLock(&Ctx->Lock);
  ExReleaseResourceLite(&Ctx->Lock);
}

// Doubts about one lock are none about the other.
// CHECK: doubts.c:[[#@LINE+5]]:{{.*}}: warning: resource 'Ctx->Lock', {{.*}} is still held
VOID twoResources(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  ExAcquireResourceExclusiveLite(Ctx->Resource, TRUE);
  LogLock(Ctx->Resource);
  ExReleaseResourceLite(Ctx->Resource);
}

// What is acquired after the doubt is held for certain.
// CHECK: doubts.c:[[#@LINE+3]]:{{.*}}: warning: resource 'Ctx->Lock', {{.*}} is still held
VOID heldAfterwards(PSTREAM_CONTEXT Ctx) {
  LogLock(&Ctx->Lock);
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
}
