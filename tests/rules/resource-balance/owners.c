// Conversion, hand-over to another owner, and release for another thread.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID convertThenRelease_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 1;
  ExConvertExclusiveToSharedLite(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  FltReleaseResource(&Ctx->Lock);
}

VOID convertKeepsIt(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 1;
  ExConvertExclusiveToSharedLite(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is converted to shared here}}
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

VOID convertOfAShare(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  ExConvertExclusiveToSharedLite(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is converted from exclusive to shared but is held shared}}
  // expected-note@-2{{resource 'Ctx->Lock' is converted from exclusive to shared but is held shared}}
  FltReleaseResource(&Ctx->Lock);
}

VOID upgradeAfterConvert(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  ExConvertExclusiveToSharedLite(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is converted to shared here}}
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is acquired exclusively while this thread holds it shared: it waits for itself}}
  // expected-note@-2{{resource 'Ctx->Lock' is acquired exclusively while this thread holds it shared: it waits for itself}}
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
}

VOID convertThenShareAgain_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  ExConvertExclusiveToSharedLite(&Ctx->Lock);
  FltAcquireResourceShared(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Ctx->Lock);
}

// The new owner releases in another thread.
VOID handedOver_ok(PSTREAM_CONTEXT Ctx, PVOID Request) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  ExSetResourceOwnerPointer(&Ctx->Lock, (PVOID)((ULONG_PTR)Request | 3));
  KeLeaveCriticalRegion();
}

VOID handedOverEx_ok(PSTREAM_CONTEXT Ctx, PVOID Request) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  ExSetResourceOwnerPointerEx(&Ctx->Lock, (PVOID)((ULONG_PTR)Request | 3), 0);
  KeLeaveCriticalRegion();
}

VOID handedOverThenReleasedForTheOwner_ok(PSTREAM_CONTEXT Ctx, PVOID Request) {
  PVOID Owner = (PVOID)((ULONG_PTR)Request | 3);

  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  ExSetResourceOwnerPointer(&Ctx->Lock, Owner);
  if (!NT_SUCCESS(WorkOn(Request)))
    ExReleaseResourceForThreadLite(&Ctx->Lock, (ERESOURCE_THREAD)Owner);
  KeLeaveCriticalRegion();
}

VOID handedOverThenReleasedForThisThread(PSTREAM_CONTEXT Ctx, PVOID Request) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  ExSetResourceOwnerPointer(&Ctx->Lock, (PVOID)((ULONG_PTR)Request | 3));
  // expected-note@-1{{resource 'Ctx->Lock' is handed over to another owner here}}
  WorkOn(Request);
  ExReleaseResourceLite(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' belongs to another owner since it was handed over: 'ExReleaseResourceLite' releases the current thread's hold}}
  // expected-note@-2{{resource 'Ctx->Lock' belongs to another owner since it was handed over: 'ExReleaseResourceLite' releases the current thread's hold}}
  KeLeaveCriticalRegion();
}

// The owner's completion: it never acquired here.
VOID releaseForTheOwner_ok(PSTREAM_CONTEXT Ctx, PVOID Request) {
  ExReleaseResourceForThreadLite(
      &Ctx->Lock, (ERESOURCE_THREAD)((ULONG_PTR)Request | 3));
}

VOID releaseForThisThread_ok(PSTREAM_CONTEXT Ctx) {
  ERESOURCE_THREAD Thread = ExGetCurrentResourceThread();

  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceForThreadLite(&Ctx->Lock, Thread);
  KeLeaveCriticalRegion();
}

// Own again after the hand-over: that hold is this thread's.
VOID againAfterHandOver(PSTREAM_CONTEXT Ctx, PVOID Request) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  ExSetResourceOwnerPointer(&Ctx->Lock, (PVOID)((ULONG_PTR)Request | 3));
  // expected-note@-1{{resource 'Ctx->Lock' is handed over to another owner here}}
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  WorkOn(Request);
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}
