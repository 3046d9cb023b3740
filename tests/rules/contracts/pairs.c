// Routines that the system calls in pairs: what AcquireX returns with, ReleaseX
// must release.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _FCB {
  PERESOURCE Resource;
  PERESOURCE PagingIoResource;
  ERESOURCE Owned;
  struct _FCB *Parent;
} FCB, *PFCB;

VOID FinishRelease(PFCB Fcb);

// Both resources, by other ways to the same object.
BOOLEAN GoodAcquireForLazyWrite(PVOID Context, BOOLEAN Wait) {
  PFCB Fcb = Context;

  if (!ExAcquireResourceExclusiveLite(Fcb->Resource, Wait))
    return FALSE;
  if (!ExAcquireResourceSharedLite(Fcb->PagingIoResource, Wait)) {
    ExReleaseResourceLite(Fcb->Resource);
    return FALSE;
  }
  return TRUE;
}
VOID GoodReleaseFromLazyWrite(PVOID Context) {
  ExReleaseResourceLite(((PFCB)Context)->PagingIoResource);
  ExReleaseResourceLite(((PFCB)Context)->Resource);
}

// One of two.
VOID TwoAcquireForSection(PFILE_OBJECT FileObject) {
  PFCB Fcb = FileObject->FsContext;

  ExAcquireResourceExclusiveLite(&Fcb->Owned, TRUE);
  // expected-note@-1{{resource 'FileObject->FsContext->Owned' is acquired exclusively here}}
  ExAcquireResourceSharedLite(Fcb->Resource, TRUE);
  // expected-warning@-1{{resource 'FileObject->FsContext->Owned', which 'TwoAcquireForSection' acquires, is not released by 'TwoReleaseForSection'}}
  // expected-note@-2{{resource 'FileObject->FsContext->Owned', which 'TwoAcquireForSection' acquires, is not released by 'TwoReleaseForSection'}}
}
VOID TwoReleaseForSection(PFILE_OBJECT FileObject) {
  ExReleaseResourceLite(((PFCB)FileObject->FsContext)->Resource);
}

// None at all.
BOOLEAN NoneAcquireFromCache(PFCB Fcb, BOOLEAN Wait) {
  if (!ExAcquireResourceSharedLite(Fcb->Resource, Wait))
  // expected-note@-1{{resource 'Fcb->Resource' is acquired shared here}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
    return FALSE;
  IoSetTopLevelIrp((PIRP)FSRTL_CACHE_TOP_LEVEL_IRP);
  return TRUE;
  // expected-warning@-1{{resource 'Fcb->Resource', which 'NoneAcquireFromCache' acquires, is not released by 'NoneReleaseFromCache'}}
  // expected-note@-2{{resource 'Fcb->Resource', which 'NoneAcquireFromCache' acquires, is not released by 'NoneReleaseFromCache'}}
}
VOID NoneReleaseFromCache(PFCB Fcb) { IoSetTopLevelIrp(NULL); }

// The release stands first, and the lock is a variable.
VOID FirstUnlockTable(VOID) { DbgPrint("unlocked\n"); }
// expected-warning@-1{{resource 'Globals.Lock', which 'FirstLockTable' acquires, is not released by 'FirstUnlockTable'}}
// expected-note@-2{{resource 'Globals.Lock', which 'FirstLockTable' acquires, is not released by 'FirstUnlockTable'}}
VOID FirstLockTable(VOID) {
  ExAcquireResourceExclusiveLite(&Globals.Lock, TRUE);
}

// Either of two.
VOID EitherAcquireFcb(PFCB Fcb, BOOLEAN Paging) {
  ExAcquireResourceSharedLite(Paging ? Fcb->PagingIoResource : Fcb->Resource,
                              TRUE);
}
VOID EitherReleaseFcb(PFCB Fcb) {
  ExReleaseResourceLite(Fcb->Parent == NULL ? Fcb->Resource
                                            : Fcb->PagingIoResource);
}

// Who knows what the called function does.
VOID UnseenAcquireFile(PFCB Fcb) {
  ExAcquireResourceSharedLite(Fcb->Resource, TRUE);
}
VOID UnseenReleaseFile(PFCB Fcb) { FinishRelease(Fcb); }
VOID QuietAcquireFile(PFCB Fcb) {
  ExAcquireResourceSharedLite(Fcb->Resource, TRUE);
}
static VOID putBack(PFCB Fcb) { WorkOn(Fcb); }
VOID QuietReleaseFile(PFCB Fcb) { putBack(Fcb); }

// Does nothing, as its counterpart does.
BOOLEAN NoopAcquire(PVOID Fcb, BOOLEAN Wait) { return TRUE; }
VOID NoopRelease(PVOID Fcb) {}

// No pair.
VOID OnlyAcquireThis(PFCB Fcb) {
  ExAcquireResourceSharedLite(Fcb->Resource, TRUE);
}
VOID OnlyReleaseThat(PFCB Fcb) { (void)Check(); }

// Acquires where it should release: one finding is enough.
VOID WrongLockShared(PFCB Fcb) {
  ExAcquireResourceSharedLite(Fcb->Resource, TRUE);
}
VOID WrongUnlockShared(PFCB Fcb) {
  ExAcquireResourceSharedLite(Fcb->Resource, TRUE);
  // expected-warning@-1{{resource 'Fcb->Resource', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Fcb->Resource' is acquired shared here}}
  // expected-note@-3{{resource 'Fcb->Resource', acquired shared, is still held when the function returns}}
}
