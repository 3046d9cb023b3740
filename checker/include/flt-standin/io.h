// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the I/O manager's routines and stack-location helpers. Written
// from documented facts.
#ifndef FLT_STANDIN_IO_H
#define FLT_STANDIN_IO_H
#include "irp.h"
#include "../ntstatus.h"

FLT_STANDIN_BEGIN

// Stack locations.
FORCEINLINE PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp) {
  return Irp->Tail.Overlay.CurrentStackLocation;
}
FORCEINLINE PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP Irp) {
  return Irp->Tail.Overlay.CurrentStackLocation - 1;
}
FORCEINLINE VOID IoSetNextIrpStackLocation(PIRP Irp) {
  Irp->CurrentLocation--;
  Irp->Tail.Overlay.CurrentStackLocation--;
}
FORCEINLINE VOID IoSkipCurrentIrpStackLocation(PIRP Irp) {
  Irp->CurrentLocation++;
  Irp->Tail.Overlay.CurrentStackLocation++;
}
FORCEINLINE VOID IoCopyCurrentIrpStackLocationToNext(PIRP Irp) {
  PIO_STACK_LOCATION Current = IoGetCurrentIrpStackLocation(Irp);
  PIO_STACK_LOCATION Next = IoGetNextIrpStackLocation(Irp);
  RtlCopyMemory(Next, Current,
                FIELD_OFFSET(IO_STACK_LOCATION, CompletionRoutine));
  Next->Control = 0;
}
FORCEINLINE VOID IoSetCompletionRoutine(PIRP Irp, PIO_COMPLETION_ROUTINE Routine,
                                        PVOID Context, BOOLEAN OnSuccess,
                                        BOOLEAN OnError, BOOLEAN OnCancel) {
  PIO_STACK_LOCATION Next = IoGetNextIrpStackLocation(Irp);
  Next->CompletionRoutine = Routine;
  Next->Context = Context;
  Next->Control = (UCHAR)((OnSuccess ? SL_INVOKE_ON_SUCCESS : 0) |
                          (OnError ? SL_INVOKE_ON_ERROR : 0) |
                          (OnCancel ? SL_INVOKE_ON_CANCEL : 0));
}
FORCEINLINE VOID IoMarkIrpPending(PIRP Irp) {
  IoGetCurrentIrpStackLocation(Irp)->Control |= SL_PENDING_RETURNED;
}
FORCEINLINE PDRIVER_CANCEL IoSetCancelRoutine(PIRP Irp, PDRIVER_CANCEL Routine) {
  return (PDRIVER_CANCEL)InterlockedExchangePointer(
      (PVOID volatile *)&Irp->CancelRoutine, (PVOID)Routine);
}
#define IoRequestDpc(DeviceObject, Irp, Context)                               \
  (KeInsertQueueDpc(&(DeviceObject)->Dpc, (Irp), (Context)))
#define IoInitializeDpcRequest(DeviceObject, DpcRoutine)                       \
  (KeInitializeDpc(&(DeviceObject)->Dpc, (PKDEFERRED_ROUTINE)(DpcRoutine),     \
                   (DeviceObject)))
#define IoSizeOfIrp(StackSize)                                                 \
  ((USHORT)(sizeof(IRP) + ((StackSize) * (sizeof(IO_STACK_LOCATION)))))
#define IoIsErrorUserInduced(Status)                                           \
  ((BOOLEAN)(((Status) == STATUS_DEVICE_NOT_READY) ||                          \
             ((Status) == STATUS_IO_TIMEOUT) ||                                \
             ((Status) == STATUS_MEDIA_WRITE_PROTECTED) ||                     \
             ((Status) == STATUS_NO_MEDIA_IN_DEVICE) ||                        \
             ((Status) == STATUS_VERIFY_REQUIRED) ||                           \
             ((Status) == STATUS_UNRECOGNIZED_MEDIA) ||                        \
             ((Status) == STATUS_WRONG_VOLUME)))
#define IoCallDriver(a, b) IofCallDriver(a, b)
#define IoCompleteRequest(a, b) IofCompleteRequest(a, b)
NTSTATUS FASTCALL IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
VOID FASTCALL IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost);

// IRPs and MDLs.
PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota);
PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT, CCHAR, BOOLEAN);
VOID NTAPI IoFreeIrp(PIRP Irp);
VOID NTAPI IoReuseIrp(PIRP, NTSTATUS);
VOID NTAPI IoInitializeIrp(PIRP, USHORT, CCHAR);
BOOLEAN NTAPI IoCancelIrp(PIRP);
VOID NTAPI IoAcquireCancelSpinLock(PKIRQL Irql);
VOID NTAPI IoReleaseCancelSpinLock(KIRQL Irql);
PIRP NTAPI IoMakeAssociatedIrp(PIRP, CCHAR);
PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG, PDEVICE_OBJECT, PVOID, ULONG,
                                         PLARGE_INTEGER, PIO_STATUS_BLOCK);
PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG, PDEVICE_OBJECT, PVOID, ULONG,
                                        PLARGE_INTEGER, PKEVENT,
                                        PIO_STATUS_BLOCK);
PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT,
                                         PVOID InputBuffer, ULONG InputLength,
                                         PVOID OutputBuffer, ULONG OutputLength,
                                         BOOLEAN Internal, PKEVENT,
                                         PIO_STATUS_BLOCK);
VOID NTAPI IoBuildPartialMdl(PMDL, PMDL, PVOID, ULONG);
PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length,
                         BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp);
VOID NTAPI IoFreeMdl(PMDL Mdl);
VOID NTAPI IoQueueThreadIrp(PIRP);
NTSTATUS NTAPI IoSynchronousCallDriver(PDEVICE_OBJECT, PIRP);
BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT, PIRP);
#define IoForwardAndCatchIrp IoForwardIrpSynchronously
NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT, PIRP,
                                        PIO_COMPLETION_ROUTINE, PVOID, BOOLEAN,
                                        BOOLEAN, BOOLEAN);
VOID NTAPI IoSetHardErrorOrVerifyDevice(PIRP, PDEVICE_OBJECT);
VOID NTAPI IoRaiseHardError(PIRP, PVPB, PDEVICE_OBJECT);
BOOLEAN NTAPI IoRaiseInformationalHardError(NTSTATUS, PUNICODE_STRING, PKTHREAD);
BOOLEAN NTAPI IoSetThreadHardErrorMode(BOOLEAN);
PEPROCESS NTAPI IoGetRequestorProcess(PIRP);
ULONG NTAPI IoGetRequestorProcessId(PIRP);
NTSTATUS NTAPI IoGetRequestorSessionId(PIRP, PULONG);
BOOLEAN NTAPI IoIs32bitProcess(PIRP);
PIRP NTAPI IoGetTopLevelIrp(VOID);
VOID NTAPI IoSetTopLevelIrp(PIRP);
BOOLEAN NTAPI IoIsOperationSynchronous(PIRP);
BOOLEAN NTAPI IoIsSystemThread(PETHREAD);
BOOLEAN NTAPI IoIsValidNameGraftingBuffer(PIRP, struct _REPARSE_DATA_BUFFER *);
IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP);
NTSTATUS NTAPI IoSetIoPriorityHint(PIRP, IO_PRIORITY_HINT);
NTSTATUS NTAPI IoRetrievePriorityInfo(PIRP, PFILE_OBJECT, PETHREAD,
                                      PIO_PRIORITY_INFO);
NTSTATUS NTAPI IoApplyPriorityInfoThread(PIO_PRIORITY_INFO, PIO_PRIORITY_INFO,
                                         PETHREAD);
FORCEINLINE VOID IoInitializePriorityInfo(PIO_PRIORITY_INFO PriorityInfo) {
  PriorityInfo->Size = sizeof(IO_PRIORITY_INFO);
  PriorityInfo->ThreadPriority = 0xffff;
  PriorityInfo->IoPriority = IoPriorityNormal;
  PriorityInfo->PagePriority = 0;
}

// Devices, drivers, files.
NTSTATUS NTAPI IoCreateDevice(PDRIVER_OBJECT, ULONG DeviceExtensionSize,
                              PUNICODE_STRING DeviceName, DEVICE_TYPE,
                              ULONG Characteristics, BOOLEAN Exclusive,
                              PDEVICE_OBJECT *DeviceObject);
VOID NTAPI IoDeleteDevice(PDEVICE_OBJECT);
NTSTATUS NTAPI IoCreateSymbolicLink(PUNICODE_STRING, PUNICODE_STRING);
NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(PUNICODE_STRING, PUNICODE_STRING);
NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING);
NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT, PVOID, ULONG,
                                               PVOID *);
PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT, PVOID);
NTSTATUS NTAPI IoAttachDevice(PDEVICE_OBJECT, PUNICODE_STRING, PDEVICE_OBJECT *);
PDEVICE_OBJECT NTAPI IoAttachDeviceToDeviceStack(PDEVICE_OBJECT, PDEVICE_OBJECT);
NTSTATUS NTAPI IoAttachDeviceToDeviceStackSafe(PDEVICE_OBJECT, PDEVICE_OBJECT,
                                               PDEVICE_OBJECT *);
VOID NTAPI IoDetachDevice(PDEVICE_OBJECT);
PDEVICE_OBJECT NTAPI IoGetAttachedDevice(PDEVICE_OBJECT);
PDEVICE_OBJECT NTAPI IoGetAttachedDeviceReference(PDEVICE_OBJECT);
PDEVICE_OBJECT NTAPI IoGetLowerDeviceObject(PDEVICE_OBJECT);
PDEVICE_OBJECT NTAPI IoGetDeviceAttachmentBaseRef(PDEVICE_OBJECT);
NTSTATUS NTAPI IoGetDiskDeviceObject(PDEVICE_OBJECT, PDEVICE_OBJECT *);
PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT);
PDEVICE_OBJECT NTAPI IoGetBaseFileSystemDeviceObject(PFILE_OBJECT);
PDEVICE_OBJECT NTAPI IoGetDeviceToVerify(PETHREAD);
VOID NTAPI IoSetDeviceToVerify(PETHREAD, PDEVICE_OBJECT);
NTSTATUS NTAPI IoGetDeviceObjectPointer(PUNICODE_STRING, ACCESS_MASK,
                                        PFILE_OBJECT *, PDEVICE_OBJECT *);
NTSTATUS NTAPI IoEnumerateDeviceObjectList(PDRIVER_OBJECT, PDEVICE_OBJECT *,
                                           ULONG, PULONG);
typedef struct _CONFIGURATION_INFORMATION {
  ULONG DiskCount, FloppyCount, CdRomCount, TapeCount, ScsiPortCount,
      SerialCount, ParallelCount;
  BOOLEAN AtDiskPrimaryAddressClaimed, AtDiskSecondaryAddressClaimed;
  ULONG Version, MediumChangerCount;
} CONFIGURATION_INFORMATION, *PCONFIGURATION_INFORMATION;
PCONFIGURATION_INFORMATION NTAPI IoGetConfigurationInformation(VOID);
VOID NTAPI IoRegisterFileSystem(PDEVICE_OBJECT);
VOID NTAPI IoUnregisterFileSystem(PDEVICE_OBJECT);
NTSTATUS NTAPI IoRegisterFsRegistrationChange(PDRIVER_OBJECT,
                                              PDRIVER_FS_NOTIFICATION);
VOID NTAPI IoUnregisterFsRegistrationChange(PDRIVER_OBJECT,
                                            PDRIVER_FS_NOTIFICATION);
NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT);
NTSTATUS NTAPI IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT);
VOID NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT);
VOID NTAPI IoRegisterBootDriverReinitialization(PDRIVER_OBJECT,
                                                PDRIVER_REINITIALIZE, PVOID);
VOID NTAPI IoRegisterDriverReinitialization(PDRIVER_OBJECT, PDRIVER_REINITIALIZE,
                                            PVOID);
NTSTATUS NTAPI IoVolumeDeviceToDosName(PVOID, PUNICODE_STRING);
NTSTATUS NTAPI IoVolumeDeviceToGuidPath(PVOID, PUNICODE_STRING);
NTSTATUS NTAPI IoVolumeDeviceToGuid(PVOID, GUID *);
NTSTATUS NTAPI IoVerifyVolume(PDEVICE_OBJECT, BOOLEAN);
VOID NTAPI IoAcquireVpbSpinLock(PKIRQL);
VOID NTAPI IoReleaseVpbSpinLock(KIRQL);
PFILE_OBJECT NTAPI IoCreateStreamFileObject(PFILE_OBJECT, PDEVICE_OBJECT);
PFILE_OBJECT NTAPI IoCreateStreamFileObjectEx(PFILE_OBJECT, PDEVICE_OBJECT,
                                              PHANDLE);
PFILE_OBJECT NTAPI IoCreateStreamFileObjectLite(PFILE_OBJECT, PDEVICE_OBJECT);
typedef struct _IO_CREATE_STREAM_FILE_OPTIONS {
  USHORT Size;
  USHORT Flags;
  PDEVICE_OBJECT TargetDeviceObject;
} IO_CREATE_STREAM_FILE_OPTIONS, *PIO_CREATE_STREAM_FILE_OPTIONS;
NTSTATUS NTAPI IoCreateStreamFileObjectEx2(PIO_CREATE_STREAM_FILE_OPTIONS,
                                           PFILE_OBJECT, PDEVICE_OBJECT,
                                           PFILE_OBJECT *, PHANDLE);
#define IO_FORCE_ACCESS_CHECK 0x0001
#define IO_OPEN_PAGING_FILE 0x0002
#define IO_OPEN_TARGET_DIRECTORY 0x0004
#define IO_STOP_ON_SYMLINK 0x0008
#define IO_MM_PAGING_FILE 0x0010
#define IO_NO_PARAMETER_CHECKING 0x0100
#define IO_CHECK_CREATE_PARAMETERS 0x0200
#define IO_ATTACH_DEVICE 0x0400
#define IO_IGNORE_SHARE_ACCESS_CHECK 0x0800
typedef struct _TXN_PARAMETER_BLOCK {
  USHORT Length;
  USHORT TxFsContext;
  PVOID TransactionObject;
} TXN_PARAMETER_BLOCK, *PTXN_PARAMETER_BLOCK;
#define TXF_MINIVERSION_DEFAULT_VIEW (0xFFFE)
PTXN_PARAMETER_BLOCK NTAPI IoGetTransactionParameterBlock(PFILE_OBJECT);
typedef struct _IO_DRIVER_CREATE_CONTEXT {
  CSHORT Size;
  struct _ECP_LIST *ExtraCreateParameter;
  PVOID DeviceObjectHint;
  PTXN_PARAMETER_BLOCK TxnParameters;
  PVOID SiloContext;
} IO_DRIVER_CREATE_CONTEXT, *PIO_DRIVER_CREATE_CONTEXT;
FORCEINLINE VOID IoInitializeDriverCreateContext(PIO_DRIVER_CREATE_CONTEXT C) {
  RtlZeroMemory(C, sizeof(IO_DRIVER_CREATE_CONTEXT));
  C->Size = sizeof(IO_DRIVER_CREATE_CONTEXT);
}
NTSTATUS NTAPI IoCreateFile(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES,
                            PIO_STATUS_BLOCK, PLARGE_INTEGER, ULONG, ULONG,
                            ULONG, ULONG, PVOID, ULONG, CREATE_FILE_TYPE, PVOID,
                            ULONG);
NTSTATUS NTAPI IoCreateFileEx(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES,
                              PIO_STATUS_BLOCK, PLARGE_INTEGER, ULONG, ULONG,
                              ULONG, ULONG, PVOID, ULONG, CREATE_FILE_TYPE,
                              PVOID, ULONG, PIO_DRIVER_CREATE_CONTEXT);
NTSTATUS NTAPI IoCreateFileSpecifyDeviceObjectHint(
    PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, PIO_STATUS_BLOCK, PLARGE_INTEGER,
    ULONG, ULONG, ULONG, ULONG, PVOID, ULONG, CREATE_FILE_TYPE, PVOID, ULONG,
    PVOID);
VOID NTAPI IoCancelFileOpen(PDEVICE_OBJECT, PFILE_OBJECT);
PGENERIC_MAPPING NTAPI IoGetFileObjectGenericMapping(VOID);
NTSTATUS NTAPI IoQueryFileInformation(PFILE_OBJECT, FILE_INFORMATION_CLASS,
                                      ULONG, PVOID, PULONG);
NTSTATUS NTAPI IoQueryVolumeInformation(PFILE_OBJECT, FS_INFORMATION_CLASS,
                                        ULONG, PVOID, PULONG);
NTSTATUS NTAPI IoSetInformation(PFILE_OBJECT, FILE_INFORMATION_CLASS, ULONG,
                                PVOID);
typedef struct _OBJECT_NAME_INFORMATION {
  UNICODE_STRING Name;
} OBJECT_NAME_INFORMATION, *POBJECT_NAME_INFORMATION;
NTSTATUS NTAPI IoQueryFileDosDeviceName(PFILE_OBJECT,
                                        POBJECT_NAME_INFORMATION *);
NTSTATUS NTAPI IoPageRead(PFILE_OBJECT, PMDL, PLARGE_INTEGER, PKEVENT,
                          PIO_STATUS_BLOCK);
NTSTATUS NTAPI IoSynchronousPageWrite(PFILE_OBJECT, PMDL, PLARGE_INTEGER,
                                      PKEVENT, PIO_STATUS_BLOCK);
BOOLEAN NTAPI IoIsFileOriginRemote(PFILE_OBJECT);
NTSTATUS NTAPI IoSetFileOrigin(PFILE_OBJECT, BOOLEAN);
BOOLEAN NTAPI IoFastQueryNetworkAttributes(POBJECT_ATTRIBUTES, ACCESS_MASK,
                                           ULONG, PIO_STATUS_BLOCK,
                                           PFILE_NETWORK_OPEN_INFORMATION);
NTSTATUS NTAPI IoReplaceFileObjectName(PFILE_OBJECT, PWSTR, USHORT);
BOOLEAN NTAPI IoIsFileObjectIgnoringSharing(PFILE_OBJECT);
NTSTATUS NTAPI IoSetFileObjectIgnoreSharing(PFILE_OBJECT);
NTSTATUS NTAPI IoCheckShareAccess(ACCESS_MASK, ULONG, PFILE_OBJECT,
                                  PSHARE_ACCESS, BOOLEAN);
NTSTATUS NTAPI IoCheckShareAccessEx(ACCESS_MASK, ULONG, PFILE_OBJECT,
                                    PSHARE_ACCESS, BOOLEAN, PBOOLEAN);
NTSTATUS NTAPI IoCheckLinkShareAccess(ACCESS_MASK, ULONG, PFILE_OBJECT,
                                      PSHARE_ACCESS, PLINK_SHARE_ACCESS, ULONG);
VOID NTAPI IoSetShareAccess(ACCESS_MASK, ULONG, PFILE_OBJECT, PSHARE_ACCESS);
VOID NTAPI IoUpdateShareAccess(PFILE_OBJECT, PSHARE_ACCESS);
VOID NTAPI IoRemoveShareAccess(PFILE_OBJECT, PSHARE_ACCESS);
VOID NTAPI IoRemoveLinkShareAccess(PFILE_OBJECT, PSHARE_ACCESS,
                                   PLINK_SHARE_ACCESS);
NTSTATUS NTAPI IoCheckDesiredAccess(PACCESS_MASK, ACCESS_MASK);
NTSTATUS NTAPI IoCheckEaBufferValidity(PFILE_FULL_EA_INFORMATION, ULONG, PULONG);
NTSTATUS NTAPI IoCheckFunctionAccess(ACCESS_MASK, UCHAR, UCHAR, ULONG, PVOID,
                                     PVOID);
NTSTATUS NTAPI IoCheckQuerySetFileInformation(FILE_INFORMATION_CLASS, ULONG,
                                              BOOLEAN);
NTSTATUS NTAPI IoCheckQuerySetVolumeInformation(FS_INFORMATION_CLASS, ULONG,
                                                BOOLEAN);
NTSTATUS NTAPI IoCheckQuotaBufferValidity(PFILE_QUOTA_INFORMATION, ULONG,
                                          PULONG);
NTSTATUS NTAPI IoValidateDeviceIoControlAccess(PIRP, ULONG);

// Driver registry keys.
typedef enum _DRIVER_REGKEY_TYPE {
  DriverRegKeyParameters = 0,
  DriverRegKeyPersistentState,
  DriverRegKeySharedPersistentState
} DRIVER_REGKEY_TYPE;
NTSTATUS NTAPI IoOpenDriverRegistryKey(PDRIVER_OBJECT, DRIVER_REGKEY_TYPE,
                                       ACCESS_MASK, ULONG, PHANDLE);

// Work items, timers, events, error log, csq, remove locks.
typedef struct _IO_WORKITEM *PIO_WORKITEM;
typedef VOID NTAPI IO_WORKITEM_ROUTINE(PDEVICE_OBJECT, PVOID);
typedef VOID NTAPI IO_WORKITEM_ROUTINE_EX(PVOID, PVOID, PIO_WORKITEM);
typedef IO_WORKITEM_ROUTINE *PIO_WORKITEM_ROUTINE;
typedef IO_WORKITEM_ROUTINE_EX *PIO_WORKITEM_ROUTINE_EX;
PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT);
VOID NTAPI IoFreeWorkItem(PIO_WORKITEM);
VOID NTAPI IoQueueWorkItem(PIO_WORKITEM, PIO_WORKITEM_ROUTINE, WORK_QUEUE_TYPE,
                           PVOID);
VOID NTAPI IoQueueWorkItemEx(PIO_WORKITEM, PIO_WORKITEM_ROUTINE_EX,
                             WORK_QUEUE_TYPE, PVOID);
BOOLEAN NTAPI IoTryQueueWorkItem(PIO_WORKITEM, PIO_WORKITEM_ROUTINE_EX,
                                 WORK_QUEUE_TYPE, PVOID);
ULONG NTAPI IoSizeofWorkItem(VOID);
VOID NTAPI IoInitializeWorkItem(PVOID, PIO_WORKITEM);
VOID NTAPI IoUninitializeWorkItem(PIO_WORKITEM);
NTSTATUS NTAPI IoInitializeTimer(PDEVICE_OBJECT, PIO_TIMER_ROUTINE, PVOID);
VOID NTAPI IoStartTimer(PDEVICE_OBJECT);
VOID NTAPI IoStopTimer(PDEVICE_OBJECT);
PKEVENT NTAPI IoCreateNotificationEvent(PUNICODE_STRING, PHANDLE);
PKEVENT NTAPI IoCreateSynchronizationEvent(PUNICODE_STRING, PHANDLE);
VOID NTAPI IoStartPacket(PDEVICE_OBJECT, PIRP, PULONG, PDRIVER_CANCEL);
VOID NTAPI IoStartNextPacket(PDEVICE_OBJECT, BOOLEAN);
PVOID NTAPI IoGetInitialStack(VOID);
typedef struct _IO_ERROR_LOG_PACKET {
  UCHAR MajorFunctionCode;
  UCHAR RetryCount;
  USHORT DumpDataSize;
  USHORT NumberOfStrings;
  USHORT StringOffset;
  USHORT EventCategory;
  NTSTATUS ErrorCode;
  ULONG UniqueErrorValue;
  NTSTATUS FinalStatus;
  ULONG SequenceNumber;
  ULONG IoControlCode;
  LARGE_INTEGER DeviceOffset;
  ULONG DumpData[1];
} IO_ERROR_LOG_PACKET, *PIO_ERROR_LOG_PACKET;
#define ERROR_LOG_LIMIT_SIZE (256 - 16)
#define ERROR_LOG_MAXIMUM_SIZE ERROR_LOG_LIMIT_SIZE
PVOID NTAPI IoAllocateErrorLogEntry(PVOID, UCHAR);
VOID NTAPI IoFreeErrorLogEntry(PVOID);
VOID NTAPI IoWriteErrorLogEntry(PVOID);
struct _IO_CSQ;
typedef struct _IO_CSQ_IRP_CONTEXT {
  ULONG Type;
  PIRP Irp;
  struct _IO_CSQ *Csq;
} IO_CSQ_IRP_CONTEXT, *PIO_CSQ_IRP_CONTEXT;
typedef VOID NTAPI IO_CSQ_INSERT_IRP(struct _IO_CSQ *, PIRP);
typedef NTSTATUS NTAPI IO_CSQ_INSERT_IRP_EX(struct _IO_CSQ *, PIRP, PVOID);
typedef VOID NTAPI IO_CSQ_REMOVE_IRP(struct _IO_CSQ *, PIRP);
typedef PIRP NTAPI IO_CSQ_PEEK_NEXT_IRP(struct _IO_CSQ *, PIRP, PVOID);
typedef VOID NTAPI IO_CSQ_ACQUIRE_LOCK(struct _IO_CSQ *, PKIRQL);
typedef VOID NTAPI IO_CSQ_RELEASE_LOCK(struct _IO_CSQ *, KIRQL);
typedef VOID NTAPI IO_CSQ_COMPLETE_CANCELED_IRP(struct _IO_CSQ *, PIRP);
typedef IO_CSQ_INSERT_IRP *PIO_CSQ_INSERT_IRP;
typedef IO_CSQ_INSERT_IRP_EX *PIO_CSQ_INSERT_IRP_EX;
typedef IO_CSQ_REMOVE_IRP *PIO_CSQ_REMOVE_IRP;
typedef IO_CSQ_PEEK_NEXT_IRP *PIO_CSQ_PEEK_NEXT_IRP;
typedef IO_CSQ_ACQUIRE_LOCK *PIO_CSQ_ACQUIRE_LOCK;
typedef IO_CSQ_RELEASE_LOCK *PIO_CSQ_RELEASE_LOCK;
typedef IO_CSQ_COMPLETE_CANCELED_IRP *PIO_CSQ_COMPLETE_CANCELED_IRP;
typedef struct _IO_CSQ {
  ULONG Type;
  PIO_CSQ_INSERT_IRP CsqInsertIrp;
  PIO_CSQ_REMOVE_IRP CsqRemoveIrp;
  PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp;
  PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock;
  PIO_CSQ_RELEASE_LOCK CsqReleaseLock;
  PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp;
  PVOID ReservePointer;
} IO_CSQ, *PIO_CSQ;
NTSTATUS NTAPI IoCsqInitialize(PIO_CSQ, PIO_CSQ_INSERT_IRP, PIO_CSQ_REMOVE_IRP,
                               PIO_CSQ_PEEK_NEXT_IRP, PIO_CSQ_ACQUIRE_LOCK,
                               PIO_CSQ_RELEASE_LOCK,
                               PIO_CSQ_COMPLETE_CANCELED_IRP);
NTSTATUS NTAPI IoCsqInitializeEx(PIO_CSQ, PIO_CSQ_INSERT_IRP_EX,
                                 PIO_CSQ_REMOVE_IRP, PIO_CSQ_PEEK_NEXT_IRP,
                                 PIO_CSQ_ACQUIRE_LOCK, PIO_CSQ_RELEASE_LOCK,
                                 PIO_CSQ_COMPLETE_CANCELED_IRP);
VOID NTAPI IoCsqInsertIrp(PIO_CSQ, PIRP, PIO_CSQ_IRP_CONTEXT);
NTSTATUS NTAPI IoCsqInsertIrpEx(PIO_CSQ, PIRP, PIO_CSQ_IRP_CONTEXT, PVOID);
PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ, PVOID);
PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ, PIO_CSQ_IRP_CONTEXT);
typedef struct _IO_REMOVE_LOCK_COMMON_BLOCK {
  BOOLEAN Removed;
  BOOLEAN Reserved[3];
  volatile LONG IoCount;
  KEVENT RemoveEvent;
} IO_REMOVE_LOCK_COMMON_BLOCK;
typedef struct _IO_REMOVE_LOCK {
  IO_REMOVE_LOCK_COMMON_BLOCK Common;
} IO_REMOVE_LOCK, *PIO_REMOVE_LOCK;
VOID NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK, ULONG, ULONG, ULONG, ULONG);
NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK, PVOID, PCSTR, ULONG,
                                     ULONG);
VOID NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK, PVOID, ULONG);
VOID NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK, PVOID, ULONG);
#define IoInitializeRemoveLock(L, T, M, H)                                     \
  IoInitializeRemoveLockEx(L, T, M, H, sizeof(IO_REMOVE_LOCK))
#define IoAcquireRemoveLock(L, T)                                              \
  IoAcquireRemoveLockEx(L, T, __FILE__, __LINE__, sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLock(L, T)                                              \
  IoReleaseRemoveLockEx(L, T, sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLockAndWait(L, T)                                       \
  IoReleaseRemoveLockAndWaitEx(L, T, sizeof(IO_REMOVE_LOCK))
NTSTATUS NTAPI IoSetActivityIdIrp(PIRP, LPCGUID);
NTSTATUS NTAPI IoGetActivityIdIrp(PIRP, LPGUID);
LPCGUID NTAPI IoSetActivityIdThread(LPCGUID);
VOID NTAPI IoClearActivityIdThread(LPCGUID);
NTSTATUS NTAPI IoWMIRegistrationControl(PDEVICE_OBJECT, ULONG);
#define WMIREG_ACTION_REGISTER 1
#define WMIREG_ACTION_DEREGISTER 2

FLT_STANDIN_END
#endif
