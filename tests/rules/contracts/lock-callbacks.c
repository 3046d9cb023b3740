// What the halves of a pair do is judged together, or not at all.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _FCB {
  FSRTL_ADVANCED_FCB_HEADER Header;
  PERESOURCE Main;
  PERESOURCE Paging;
  ERESOURCE First, Second;
  ULONG State;
  BOOLEAN Busy;
} FCB, *PFCB;

#define PAGING_TAKEN 4

// CHECK-NOT: lock-callbacks.c:{{.*}}: warning:
// The system hands the lock from one to the other.
NTSTATUS PassedAcquireForModWrite(PFILE_OBJECT File, PLARGE_INTEGER End,
                                  PERESOURCE *ResourceToRelease,
                                  PDEVICE_OBJECT Device) {
  PFCB Fcb = File->FsContext;

  if (!ExAcquireResourceSharedLite(Fcb->Paging, FALSE))
    return STATUS_CANT_WAIT;
  *ResourceToRelease = Fcb->Paging;
  return STATUS_SUCCESS;
}
NTSTATUS PassedReleaseForModWrite(PFILE_OBJECT File, PERESOURCE Resource,
                                  PDEVICE_OBJECT Device) {
  ExReleaseResourceLite(Resource);
  return STATUS_SUCCESS;
}

// The region stays as the system found it, in both.
FAST_IO_ACQUIRE_FILE neutralTake;
FAST_IO_RELEASE_FILE neutralGive;
VOID neutralGive(PFILE_OBJECT File) {
  PFCB Fcb = File->FsContext;

  FsRtlEnterFileSystem();
  FltReleaseResource(&Fcb->First);
}
VOID neutralTake(PFILE_OBJECT File) {
  PFCB Fcb = File->FsContext;

  FltAcquireResourceExclusive(&Fcb->First);
  FsRtlExitFileSystem();
}

// Short words.
VOID FcbAcq(PFCB Fcb) {
  if (Fcb->State != 0)
    ExAcquireResourceSharedLite(Fcb->Main, TRUE);
}
VOID FcbRel(PFCB Fcb) {
  if (Fcb->State != 0)
    ExReleaseResourceLite(Fcb->Main);
}

// One lock by two names: the header's pointer leads to it.
VOID AliasAcquireForSection(PFCB Fcb) {
  ExAcquireResourceExclusiveLite(&Fcb->First, TRUE);
}
VOID AliasReleaseForSection(PFCB Fcb) {
  ExReleaseResourceLite(Fcb->Header.Resource);
}

// A bit says that there is more to release, wherever that is done.
VOID NotedAcquireAll(PFCB Fcb, BOOLEAN Paging) {
  ExAcquireResourceExclusiveLite(Fcb->Main, TRUE);
  if (Paging) {
    ExAcquireResourceSharedLite(Fcb->Paging, TRUE);
    Fcb->State |= PAGING_TAKEN;
  }
}
VOID NotedReleaseAll(PFCB Fcb) { ExReleaseResourceLite(Fcb->Main); }

VOID FlaggedLockBoth(PFCB Fcb) {
  ExAcquireResourceExclusiveLite(&Fcb->First, TRUE);
  ExAcquireResourceExclusiveLite(&Fcb->Second, TRUE);
  Fcb->Busy = TRUE;
}
VOID FlaggedUnlockBoth(PFCB Fcb) { ExReleaseResourceLite(&Fcb->First); }

// Two locks, neither behind a pointer: the other one is no alias.
VOID WrongAcquireForFlush(PFCB Fcb) {
  // CHECK: lock-callbacks.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}}First', which 'WrongAcquireForFlush' acquires, is not released
  ExAcquireResourceExclusiveLite(&Fcb->First, TRUE);
}
VOID WrongReleaseFromFlush(PFCB Fcb) { ExReleaseResourceLite(&Fcb->Second); }

// A flag that was set before has nothing to do with it.
VOID EarlyLockBoth(PFCB Fcb) {
  Fcb->Busy = TRUE;
  ExAcquireResourceExclusiveLite(&Fcb->First, TRUE);
  // CHECK: lock-callbacks.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}}Second', which 'EarlyLockBoth' acquires, is not released
  ExAcquireResourceExclusiveLite(&Fcb->Second, TRUE);
}
VOID EarlyUnlockBoth(PFCB Fcb) { ExReleaseResourceLite(&Fcb->First); }
// CHECK-NOT: lock-callbacks.c:{{.*}}: warning:
