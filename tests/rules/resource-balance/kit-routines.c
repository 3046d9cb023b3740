// Routines of the kit leave a driver's locks alone, whatever they are called.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _VOLUME {
  ERESOURCE Lock;
  PIRP Pending;
  PFILE_OBJECT Stream;
  KEVENT Idle;
  UNICODE_STRING Name;
} VOLUME, *PVOLUME;

VOID FinishVolume(PVOLUME Volume);
VOID ReportLock(PERESOURCE Lock);
extern VOID (*Trace)(ULONG Level, PCSTR Format, ...);

// The request leads to the volume, and the routine completes something.
// CHECK: kit-routines.c:[[#@LINE+5]]:{{.*}}: warning: {{.*}} is still held
NTSTATUS completes(PVOLUME Volume, PIRP Irp) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  Volume->Pending = Irp;
  IoCompleteRequest(Irp, IO_NO_INCREMENT);
  return STATUS_SUCCESS;
}

// A message gets the lock's address.
// CHECK: kit-routines.c:[[#@LINE+3]]:{{.*}}: warning: {{.*}} is still held
VOID prints(PVOLUME Volume) {
  ExAcquireResourceSharedLite(&Volume->Lock, TRUE);
  DbgPrint("volume %p, lock %p\n", Volume, &Volume->Lock);
}

// CHECK: kit-routines.c:[[#@LINE+5]]:{{.*}}: warning: {{.*}} is still held
NTSTATUS uninitializes(PVOLUME Volume) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  CcUninitializeCacheMap(Volume->Stream, NULL, NULL);
  RtlFreeUnicodeString(&Volume->Name);
  return STATUS_SUCCESS;
}

// CHECK-NOT: kit-routines.c:{{.*}}: warning:
VOID balanced_ok(PVOLUME Volume, PIRP Irp) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  DbgPrint("lock %p\n", &Volume->Lock);
  IoCompleteRequest(Irp, IO_NO_INCREMENT);
  ExReleaseResourceLite(&Volume->Lock);
}

VOID printsAfterwards_ok(PVOLUME Volume) {
  ExAcquireResourceSharedLite(&Volume->Lock, TRUE);
  CcUninitializeCacheMap(Volume->Stream, NULL, NULL);
  ExReleaseResourceLite(&Volume->Lock);
  DbgPrint("released %p\n", &Volume->Lock);
}

// So does a message of the driver's own, through a pointer.
VOID traces_ok(PVOLUME Volume) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  Trace(4, "acquired %p", &Volume->Lock);
  ExReleaseResourceLite(&Volume->Lock);
  Trace(4, "released %p", &Volume->Lock);
}

// CHECK: kit-routines.c:[[#@LINE+3]]:{{.*}}: warning: {{.*}} is still held
VOID tracesOnly(PVOLUME Volume) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  Trace(4, "release of %p is up to others", &Volume->Lock);
}

// CHECK-NOT: kit-routines.c:{{.*}}: warning:
// A function of the driver may do what its name says.
VOID ownFunction_ok(PVOLUME Volume) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  FinishVolume(Volume);
}

VOID ownWithLock_ok(PVOLUME Volume) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  ReportLock(&Volume->Lock);
}

// The kit gets the lock itself, as the context of a work routine.
IO_WORKITEM_ROUTINE releaseLater;
VOID passesLock_ok(PVOLUME Volume, PIO_WORKITEM Item) {
  ExAcquireResourceExclusiveLite(&Volume->Lock, TRUE);
  IoQueueWorkItem(Item, releaseLater, DelayedWorkQueue, &Volume->Lock);
}
