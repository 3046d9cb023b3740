// A region that is left at depth zero, on all paths, by a function that releases
// only what it acquired itself.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

// CHECK: left-for-nobody.c:[[#@LINE+5]]:{{.*}}: warning: critical region is left but was not entered
VOID setUser(PSTREAM_CONTEXT Ctx, PVOID User) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Buffer = User;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// CHECK: left-for-nobody.c:[[#@LINE+9]]:{{.*}}: warning: critical region is left but was not entered
static VOID countUser(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  if (Ctx->Flags == 0) {
    ExReleaseResourceLite(&Ctx->Lock);
    Work();
  } else {
    ExReleaseResourceLite(&Ctx->Lock);
  }
  FsRtlExitFileSystem();
}
VOID dispatch(PSTREAM_CONTEXT Ctx, ULONG Code) {
  if (Code == 1)
    countUser(Ctx);
  else
    Work();
}

// CHECK-NOT: left-for-nobody.c:{{.*}}: warning:
VOID finishRequest_ok(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID callersLock_ok(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  ExReleaseResourceLite(Ctx->Resource);
  KeLeaveCriticalRegion();
}

VOID byFlag_ok(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Buffer = NULL;
  ExReleaseResourceLite(&Ctx->Lock);
  if (Ctx->Flags & 1)
    KeLeaveCriticalRegion();
}

static VOID second(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Buffer = NULL;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}
VOID first_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  Work();
  second(Ctx);
}

VOID nothingButLeaves_ok(VOID) { FsRtlExitFileSystem(); }
