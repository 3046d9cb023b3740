// A flag of an object says the same each time, whichever way the object came.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _CACHE {
  BOOLEAN Small;
  ULONG Mode;
  PERESOURCE Shared;
  ERESOURCE Big;
  EX_PUSH_LOCK Little;
  struct _CACHE *Owner;
} CACHE, *PCACHE;

PCACHE FirstCache(VOID);
VOID Opaque(PCACHE Cache);

// CHECK-NOT: flags-of-objects.c:{{.*}}: warning:
VOID fromACall_ok(VOID) {
  PCACHE Cache = FirstCache();

  if (!Cache->Small)
    FltAcquireResourceExclusive(&Cache->Big);
  Opaque(Cache);
  if (!Cache->Small)
    FltReleaseResource(&Cache->Big);
}

VOID fromAPool_ok(ULONG Mode) {
  PCACHE Cache = ExAllocatePoolWithTag(NonPagedPool, sizeof(CACHE), STREAM_TAG);

  if (Cache == NULL)
    return;
  Cache->Mode = Mode;
  Opaque(Cache);
  if (Cache->Mode == 3)
    FltAcquirePushLockShared(&Cache->Little);
  Opaque(Cache);
  if (Cache->Mode == 3)
    FltReleasePushLock(&Cache->Little);
}

VOID ownersFlag_ok(VOID) {
  PCACHE Cache = FirstCache();

  if (Cache->Owner->Small == TRUE)
    FltAcquirePushLockExclusive(&Cache->Owner->Little);
  Globals.Current = (PSTREAM_CONTEXT)Cache;
  Opaque(Cache->Owner);
  if (Cache->Owner->Small)
    FltReleasePushLock(&Cache->Owner->Little);
}

// What was stored is what is read, unless somebody says otherwise.
VOID storedResult_ok(PCACHE Cache, BOOLEAN Wait) {
  Cache->Small = ExAcquireResourceExclusiveLite(&Cache->Big, Wait);
  if (!Cache->Small)
    return;
  Opaque(Cache);
  if (Cache->Small)
    ExReleaseResourceLite(&Cache->Big);
}

// The pointer that led to the lock leads there still.
NTSTATUS lockBehindAPointer_ok(PCACHE Cache) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(Cache->Shared);
  Status = WorkOn(Cache);
  if (Cache->Shared)
    FltReleaseResource(Cache->Shared);
  return Status;
}

VOID objectOnTheWay_ok(PCACHE Cache) {
  FltAcquireResourceShared(&Cache->Owner->Big);
  Opaque(Cache);
  if (Cache->Owner != NULL && !Cache->Owner->Mode)
    Cache->Owner->Mode = 1;
  if (Cache->Owner != NULL)
    FltReleaseResource(&Cache->Owner->Big);
}

// Another flag, another object, another pointer.
VOID otherFlag(VOID) {
  PCACHE Cache = FirstCache();

  if (!Cache->Small)
    FltAcquireResourceExclusive(&Cache->Big);
  Opaque(Cache);
  if (Cache->Mode == 0)
    FltReleaseResource(&Cache->Big);
} // CHECK: flags-of-objects.c:[[#@LINE-1]]:{{.*}}: warning: {{.*}} is released but not held

NTSTATUS otherPointer(PCACHE Cache) {
  FltAcquireResourceExclusive(Cache->Shared);
  Opaque(Cache);
  if (Cache->Owner == NULL)
    // CHECK: flags-of-objects.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(Cache->Shared);
  return STATUS_SUCCESS;
}

VOID otherObject(VOID) {
  PCACHE Cache = FirstCache(), Other = FirstCache();

  if (Cache->Small)
    FltAcquirePushLockExclusive(&Cache->Little);
  Opaque(Cache);
  if (Other->Small)
    FltReleasePushLock(&Cache->Little);
} // CHECK: flags-of-objects.c:[[#@LINE-1]]:{{.*}}: warning: {{.*}} is released but not held
