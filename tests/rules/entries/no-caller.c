// Functions that the system calls have no caller that could have acquired what
// they release, nor entered the region that they leave.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

VOID Unload(PDRIVER_OBJECT Driver) {
  UNREFERENCED_PARAMETER(Driver);
  FltReleaseResource(&Globals.Lock); // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Globals.Lock' is released but not held
}

static NTSTATUS DispatchRead(PDEVICE_OBJECT Device, PIRP Irp) {
  UNREFERENCED_PARAMETER(Device);
  Irp->IoStatus.Status = STATUS_SUCCESS;
  IoCompleteRequest(Irp, IO_NO_INCREMENT);
  KeLeaveCriticalRegion(); // CHECK: :[[@LINE]]:{{.*}} warning: critical region is left but was not entered
  return STATUS_SUCCESS;
}

KSTART_ROUTINE Sweeper;
VOID Sweeper(PVOID Context) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)Context;
  FltReleasePushLock(&Ctx->PushLock); // CHECK: :[[@LINE]]:{{.*}} warning: push lock {{.*}}PushLock' is released but not held
}

static VOID WorkItem(PDEVICE_OBJECT Device, PVOID Context) {
  UNREFERENCED_PARAMETER(Device);
  UNREFERENCED_PARAMETER(Context);
  ExReleaseResourceLite(&Globals.OtherLock); // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Globals.OtherLock' is released but not held
}
VOID queues_ok(PIO_WORKITEM Item, PVOID Context) {
  IoQueueWorkItem(Item, WorkItem, DelayedWorkQueue, Context);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path) {
  UNREFERENCED_PARAMETER(Path);
  Driver->DriverUnload = Unload;
  Driver->MajorFunction[IRP_MJ_READ] = DispatchRead;
  ExInitializeResourceLite(&Globals.Lock);
  return STATUS_SUCCESS;
}

// Whoever calls it holds the lock.
VOID helper_ok(PSTREAM_CONTEXT Ctx) {
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

// The owner that the release names may be any.
VOID Finisher_ok(PVOID Context) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)Context;
  ExReleaseResourceForThreadLite(&Ctx->Lock, (ERESOURCE_THREAD)Ctx->Buffer);
}
VOID starts_ok(HANDLE *Thread, PVOID Context) {
  PsCreateSystemThread(Thread, 0, NULL, NULL, NULL, Finisher_ok, Context);
}

// The driver calls it as well.
static VOID Both_ok(PDEVICE_OBJECT Device, PVOID Context) {
  UNREFERENCED_PARAMETER(Device);
  UNREFERENCED_PARAMETER(Context);
  FltReleaseResource(&Globals.Lock);
}
VOID callsItself_ok(PIO_WORKITEM Item) {
  IoQueueWorkItem(Item, Both_ok, DelayedWorkQueue, NULL);
  FltAcquireResourceShared(&Globals.Lock);
  Both_ok(NULL, NULL);
}

// What it acquires it may release.
static NTSTATUS DispatchWrite_ok(PDEVICE_OBJECT Device, PIRP Irp) {
  UNREFERENCED_PARAMETER(Device);
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Globals.Lock, TRUE);
  Irp->IoStatus.Status = STATUS_SUCCESS;
  ExReleaseResourceLite(&Globals.Lock);
  KeLeaveCriticalRegion();
  return STATUS_SUCCESS;
}
VOID registersWrite_ok(PDRIVER_OBJECT Driver) {
  Driver->MajorFunction[IRP_MJ_WRITE] = DispatchWrite_ok;
}

// Releases what only it has acquired, and leaves what nobody entered.
VOID forgottenEnter(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion(); // CHECK: :[[@LINE]]:{{.*}} warning: critical region is left but was not entered
}

VOID secondHalf_ok(PSTREAM_CONTEXT Ctx) {
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}
