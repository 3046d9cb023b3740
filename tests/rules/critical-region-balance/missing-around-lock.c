// Locks of the Executive are for threads that can't be suspended while they hold
// them. Where the system calls a function with normal kernel APCs enabled, the
// function must have disabled them itself.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}"
#include <fltKernel.h>

typedef struct _QUOTA {
  ERESOURCE Guard;
  EX_PUSH_LOCK Gate;
  FAST_MUTEX Latch;
  ULONG Used;
} QUOTA, *PQUOTA;
QUOTA Quota;

DRIVER_DISPATCH quotaWrite, quotaRead, quotaFlush;

// The dispatch routine of a control device, in the thread of whoever called.
// CHECK: missing-around-lock.c:[[#@LINE+3]]:3: warning: resource 'Quota.Guard' is acquired outside a critical region: normal kernel APCs are enabled here [flt-critical-region-balance]
NTSTATUS quotaWrite(PDEVICE_OBJECT Device, PIRP Irp) {
  UNREFERENCED_PARAMETER(Device);
  ExAcquireResourceExclusiveLite(&Quota.Guard, TRUE);
  Quota.Used = 0;
  ExReleaseResourceLite(&Quota.Guard);
  Irp->IoStatus.Status = STATUS_SUCCESS;
  IoCompleteRequest(Irp, IO_NO_INCREMENT);
  return STATUS_SUCCESS;
}

// One path of a pre-operation callback, through a helper.
static BOOLEAN isOver(PQUOTA Q, BOOLEAN IsSafe) {
  BOOLEAN Over;
  if (IsSafe)
    KeEnterCriticalRegion();
  // CHECK: missing-around-lock.c:[[#@LINE+1]]:3: warning: resource 'Quota.Guard' is acquired outside a critical region
  ExAcquireResourceSharedLite(&Q->Guard, TRUE);
  Over = Q->Used > 4096;
  ExReleaseResourceLite(&Q->Guard);
  if (IsSafe)
    KeLeaveCriticalRegion();
  return Over;
}
FLT_PREOP_CALLBACK_STATUS preWrite(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects, PVOID *CompletionContext) {
  UNREFERENCED_PARAMETER(Objects);
  *CompletionContext = NULL;
  return isOver(&Quota, Data->Iopb->IrpFlags != 0) ? FLT_PREOP_COMPLETE : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

// A push lock after the region was left again.
// CHECK: missing-around-lock.c:[[#@LINE+6]]:3: warning: push lock 'Quota.Gate' is acquired outside a critical region
NTSTATUS quotaFlush(PDEVICE_OBJECT Device, PIRP Irp) {
  UNREFERENCED_PARAMETER(Device);
  KeEnterCriticalRegion();
  Quota.Used++;
  KeLeaveCriticalRegion();
  ExAcquirePushLockExclusiveEx(&Quota.Gate, 0);
  Quota.Used = 0;
  ExReleasePushLockExclusiveEx(&Quota.Gate, 0);
  IoCompleteRequest(Irp, IO_NO_INCREMENT);
  return STATUS_SUCCESS;
}

// Right: each in a region, by its own enter, the lock's routine or another lock.
NTSTATUS quotaRead(PDEVICE_OBJECT Device, PIRP Irp) {
  UNREFERENCED_PARAMETER(Device);
  FsRtlEnterFileSystem();
  ExAcquireResourceSharedLite(&Quota.Guard, TRUE);
  ExReleaseResourceLite(&Quota.Guard);
  FsRtlExitFileSystem();

  KeEnterGuardedRegion();
  ExAcquirePushLockSharedEx(&Quota.Gate, 0);
  ExReleasePushLockSharedEx(&Quota.Gate, 0);
  KeLeaveGuardedRegion();

  ExEnterCriticalRegionAndAcquireResourceShared(&Quota.Guard);
  ExReleaseResourceAndLeaveCriticalRegion(&Quota.Guard);

  FltAcquirePushLockExclusive(&Quota.Gate);
  ExAcquireResourceSharedLite(&Quota.Guard, TRUE);
  ExReleaseResourceLite(&Quota.Guard);
  FltReleasePushLock(&Quota.Gate);

  ExAcquireFastMutex(&Quota.Latch); /* at APC_LEVEL */
  ExAcquireResourceSharedLite(&Quota.Guard, TRUE);
  ExReleaseResourceLite(&Quota.Guard);
  ExReleaseFastMutex(&Quota.Latch);

  IoCompleteRequest(Irp, IO_NO_INCREMENT);
  return STATUS_SUCCESS;
}

// Right: threads of the system are not suspended.
KSTART_ROUTINE sweeper;
VOID sweeper(PVOID Start) {
  UNREFERENCED_PARAMETER(Start);
  ExAcquireResourceExclusiveLite(&Quota.Guard, TRUE);
  Quota.Used = 0;
  ExReleaseResourceLite(&Quota.Guard);
  PsTerminateSystemThread(STATUS_SUCCESS);
}
IO_WORKITEM_ROUTINE tidyUp;
VOID tidyUp(PDEVICE_OBJECT Device, PVOID Context) {
  UNREFERENCED_PARAMETER(Device);
  UNREFERENCED_PARAMETER(Context);
  ExAcquireResourceExclusiveLite(&Quota.Guard, TRUE);
  Quota.Used = 0;
  ExReleaseResourceLite(&Quota.Guard);
}

// Right for all that is known: callers of functions of the driver's own may have
// entered a region, and so may a function that nobody can see into.
ULONG usedNow(VOID) {
  ULONG Used;
  ExAcquireResourceSharedLite(&Quota.Guard, TRUE);
  Used = Quota.Used;
  ExReleaseResourceLite(&Quota.Guard);
  return Used;
}
VOID quotaEnter(VOID);
VOID quotaExit(VOID);
DRIVER_DISPATCH quotaQuery;
NTSTATUS quotaQuery(PDEVICE_OBJECT Device, PIRP Irp) {
  UNREFERENCED_PARAMETER(Device);
  quotaEnter();
  ExAcquireResourceSharedLite(&Quota.Guard, TRUE);
  Irp->IoStatus.Information = Quota.Used;
  ExReleaseResourceLite(&Quota.Guard);
  quotaExit();
  IoCompleteRequest(Irp, IO_NO_INCREMENT);
  return STATUS_SUCCESS;
}


const FLT_OPERATION_REGISTRATION Callbacks[] = {{IRP_MJ_WRITE, 0, preWrite, NULL, NULL}, {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};
