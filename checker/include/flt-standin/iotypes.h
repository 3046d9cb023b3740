// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the I/O manager's objects: device, driver and file objects,
// fast I/O tables, power and PnP types. Written from documented facts.
#ifndef FLT_STANDIN_IOTYPES_H
#define FLT_STANDIN_IOTYPES_H
#include "mm.h"
#include "setypes.h"
#include "../devioctl.h"

FLT_STANDIN_BEGIN

struct _DEVICE_OBJECT;
struct _DRIVER_OBJECT;
struct _FILE_OBJECT;
struct _IRP;
struct _IO_STACK_LOCATION;
struct _VPB;
struct _COMPRESSED_DATA_INFO;
struct _FILE_BASIC_INFORMATION;
struct _FILE_STANDARD_INFORMATION;
struct _FILE_NETWORK_OPEN_INFORMATION;
struct _FILE_GET_QUOTA_INFORMATION;

#define IO_TYPE_ADAPTER 0x00000001
#define IO_TYPE_CONTROLLER 0x00000002
#define IO_TYPE_DEVICE 0x00000003
#define IO_TYPE_DRIVER 0x00000004
#define IO_TYPE_FILE 0x00000005
#define IO_TYPE_IRP 0x00000006
#define IO_TYPE_TIMER 0x00000009
#define IO_TYPE_VPB 0x0000000a

typedef struct _IO_STATUS_BLOCK {
  union {
    NTSTATUS Status;
    PVOID Pointer;
  };
  ULONG_PTR Information;
} IO_STATUS_BLOCK, *PIO_STATUS_BLOCK;
typedef VOID NTAPI IO_APC_ROUTINE(PVOID, PIO_STATUS_BLOCK, ULONG);
typedef IO_APC_ROUTINE *PIO_APC_ROUTINE;

typedef enum _IO_ALLOCATION_ACTION {
  KeepObject = 1,
  DeallocateObject,
  DeallocateObjectKeepRegisters
} IO_ALLOCATION_ACTION;
typedef NTSTATUS NTAPI DRIVER_INITIALIZE(struct _DRIVER_OBJECT *,
                                         PUNICODE_STRING);
typedef NTSTATUS NTAPI DRIVER_ADD_DEVICE(struct _DRIVER_OBJECT *,
                                         struct _DEVICE_OBJECT *);
typedef NTSTATUS NTAPI DRIVER_DISPATCH(struct _DEVICE_OBJECT *, struct _IRP *);
typedef DRIVER_DISPATCH DRIVER_DISPATCH_RAISED, DRIVER_DISPATCH_PAGED;
typedef VOID NTAPI DRIVER_STARTIO(struct _DEVICE_OBJECT *, struct _IRP *);
typedef VOID NTAPI DRIVER_CANCEL(struct _DEVICE_OBJECT *, struct _IRP *);
typedef VOID NTAPI DRIVER_UNLOAD(struct _DRIVER_OBJECT *);
typedef VOID NTAPI DRIVER_REINITIALIZE(struct _DRIVER_OBJECT *, PVOID, ULONG);
typedef VOID NTAPI DRIVER_FS_NOTIFICATION(struct _DEVICE_OBJECT *, BOOLEAN);
typedef NTSTATUS NTAPI IO_COMPLETION_ROUTINE(struct _DEVICE_OBJECT *,
                                             struct _IRP *, PVOID);
typedef VOID NTAPI IO_DPC_ROUTINE(struct _KDPC *, struct _DEVICE_OBJECT *,
                                  struct _IRP *, PVOID);
typedef VOID NTAPI IO_TIMER_ROUTINE(struct _DEVICE_OBJECT *, PVOID);
typedef IO_ALLOCATION_ACTION NTAPI DRIVER_CONTROL(struct _DEVICE_OBJECT *,
                                                  struct _IRP *, PVOID, PVOID);
typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;
typedef DRIVER_ADD_DEVICE *PDRIVER_ADD_DEVICE;
typedef DRIVER_DISPATCH *PDRIVER_DISPATCH;
typedef DRIVER_STARTIO *PDRIVER_STARTIO;
typedef DRIVER_CANCEL *PDRIVER_CANCEL;
typedef DRIVER_UNLOAD *PDRIVER_UNLOAD;
typedef DRIVER_REINITIALIZE *PDRIVER_REINITIALIZE;
typedef DRIVER_FS_NOTIFICATION *PDRIVER_FS_NOTIFICATION;
typedef IO_COMPLETION_ROUTINE *PIO_COMPLETION_ROUTINE;
typedef IO_DPC_ROUTINE *PIO_DPC_ROUTINE;
typedef IO_TIMER_ROUTINE *PIO_TIMER_ROUTINE;
typedef DRIVER_CONTROL *PDRIVER_CONTROL;

// Fast I/O and FsFilter callbacks.
typedef BOOLEAN NTAPI FAST_IO_CHECK_IF_POSSIBLE(struct _FILE_OBJECT *,
                                                PLARGE_INTEGER, ULONG, BOOLEAN,
                                                ULONG, BOOLEAN,
                                                PIO_STATUS_BLOCK,
                                                struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_READ(struct _FILE_OBJECT *, PLARGE_INTEGER, ULONG,
                                   BOOLEAN, ULONG, PVOID, PIO_STATUS_BLOCK,
                                   struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_WRITE(struct _FILE_OBJECT *, PLARGE_INTEGER, ULONG,
                                    BOOLEAN, ULONG, PVOID, PIO_STATUS_BLOCK,
                                    struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_QUERY_BASIC_INFO(struct _FILE_OBJECT *, BOOLEAN,
                                               struct _FILE_BASIC_INFORMATION *,
                                               PIO_STATUS_BLOCK,
                                               struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_QUERY_STANDARD_INFO(
    struct _FILE_OBJECT *, BOOLEAN, struct _FILE_STANDARD_INFORMATION *,
    PIO_STATUS_BLOCK, struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_LOCK(struct _FILE_OBJECT *, PLARGE_INTEGER,
                                   PLARGE_INTEGER, PEPROCESS, ULONG, BOOLEAN,
                                   BOOLEAN, PIO_STATUS_BLOCK,
                                   struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_UNLOCK_SINGLE(struct _FILE_OBJECT *,
                                            PLARGE_INTEGER, PLARGE_INTEGER,
                                            PEPROCESS, ULONG, PIO_STATUS_BLOCK,
                                            struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_UNLOCK_ALL(struct _FILE_OBJECT *, PEPROCESS,
                                         PIO_STATUS_BLOCK,
                                         struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_UNLOCK_ALL_BY_KEY(struct _FILE_OBJECT *, PVOID,
                                                ULONG, PIO_STATUS_BLOCK,
                                                struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_DEVICE_CONTROL(struct _FILE_OBJECT *, BOOLEAN,
                                             PVOID, ULONG, PVOID, ULONG, ULONG,
                                             PIO_STATUS_BLOCK,
                                             struct _DEVICE_OBJECT *);
typedef VOID NTAPI FAST_IO_ACQUIRE_FILE(struct _FILE_OBJECT *);
typedef VOID NTAPI FAST_IO_RELEASE_FILE(struct _FILE_OBJECT *);
typedef VOID NTAPI FAST_IO_DETACH_DEVICE(struct _DEVICE_OBJECT *,
                                         struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_QUERY_NETWORK_OPEN_INFO(
    struct _FILE_OBJECT *, BOOLEAN, struct _FILE_NETWORK_OPEN_INFORMATION *,
    struct _IO_STATUS_BLOCK *, struct _DEVICE_OBJECT *);
typedef NTSTATUS NTAPI FAST_IO_ACQUIRE_FOR_MOD_WRITE(struct _FILE_OBJECT *,
                                                     PLARGE_INTEGER,
                                                     struct _ERESOURCE **,
                                                     struct _DEVICE_OBJECT *);
typedef NTSTATUS NTAPI FAST_IO_RELEASE_FOR_MOD_WRITE(struct _FILE_OBJECT *,
                                                     struct _ERESOURCE *,
                                                     struct _DEVICE_OBJECT *);
typedef NTSTATUS NTAPI FAST_IO_ACQUIRE_FOR_CCFLUSH(struct _FILE_OBJECT *,
                                                   struct _DEVICE_OBJECT *);
typedef NTSTATUS NTAPI FAST_IO_RELEASE_FOR_CCFLUSH(struct _FILE_OBJECT *,
                                                   struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_MDL_READ(struct _FILE_OBJECT *, PLARGE_INTEGER,
                                       ULONG, ULONG, PMDL *, PIO_STATUS_BLOCK,
                                       struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_MDL_READ_COMPLETE(struct _FILE_OBJECT *, PMDL,
                                                struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_PREPARE_MDL_WRITE(struct _FILE_OBJECT *,
                                                PLARGE_INTEGER, ULONG, ULONG,
                                                PMDL *, PIO_STATUS_BLOCK,
                                                struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_MDL_WRITE_COMPLETE(struct _FILE_OBJECT *,
                                                 PLARGE_INTEGER, PMDL,
                                                 struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_READ_COMPRESSED(struct _FILE_OBJECT *,
                                              PLARGE_INTEGER, ULONG, ULONG,
                                              PVOID, PMDL *, PIO_STATUS_BLOCK,
                                              struct _COMPRESSED_DATA_INFO *,
                                              ULONG, struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_WRITE_COMPRESSED(struct _FILE_OBJECT *,
                                               PLARGE_INTEGER, ULONG, ULONG,
                                               PVOID, PMDL *, PIO_STATUS_BLOCK,
                                               struct _COMPRESSED_DATA_INFO *,
                                               ULONG, struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_MDL_READ_COMPLETE_COMPRESSED(
    struct _FILE_OBJECT *, PMDL, struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_MDL_WRITE_COMPLETE_COMPRESSED(
    struct _FILE_OBJECT *, PLARGE_INTEGER, PMDL, struct _DEVICE_OBJECT *);
typedef BOOLEAN NTAPI FAST_IO_QUERY_OPEN(struct _IRP *,
                                         struct _FILE_NETWORK_OPEN_INFORMATION *,
                                         struct _DEVICE_OBJECT *);
#define FLT_STANDIN_P(T) typedef T *P##T
FLT_STANDIN_P(FAST_IO_CHECK_IF_POSSIBLE);
FLT_STANDIN_P(FAST_IO_READ);
FLT_STANDIN_P(FAST_IO_WRITE);
FLT_STANDIN_P(FAST_IO_QUERY_BASIC_INFO);
FLT_STANDIN_P(FAST_IO_QUERY_STANDARD_INFO);
FLT_STANDIN_P(FAST_IO_LOCK);
FLT_STANDIN_P(FAST_IO_UNLOCK_SINGLE);
FLT_STANDIN_P(FAST_IO_UNLOCK_ALL);
FLT_STANDIN_P(FAST_IO_UNLOCK_ALL_BY_KEY);
FLT_STANDIN_P(FAST_IO_DEVICE_CONTROL);
FLT_STANDIN_P(FAST_IO_ACQUIRE_FILE);
FLT_STANDIN_P(FAST_IO_RELEASE_FILE);
FLT_STANDIN_P(FAST_IO_DETACH_DEVICE);
FLT_STANDIN_P(FAST_IO_QUERY_NETWORK_OPEN_INFO);
FLT_STANDIN_P(FAST_IO_ACQUIRE_FOR_MOD_WRITE);
FLT_STANDIN_P(FAST_IO_RELEASE_FOR_MOD_WRITE);
FLT_STANDIN_P(FAST_IO_ACQUIRE_FOR_CCFLUSH);
FLT_STANDIN_P(FAST_IO_RELEASE_FOR_CCFLUSH);
FLT_STANDIN_P(FAST_IO_MDL_READ);
FLT_STANDIN_P(FAST_IO_MDL_READ_COMPLETE);
FLT_STANDIN_P(FAST_IO_PREPARE_MDL_WRITE);
FLT_STANDIN_P(FAST_IO_MDL_WRITE_COMPLETE);
FLT_STANDIN_P(FAST_IO_READ_COMPRESSED);
FLT_STANDIN_P(FAST_IO_WRITE_COMPRESSED);
FLT_STANDIN_P(FAST_IO_MDL_READ_COMPLETE_COMPRESSED);
FLT_STANDIN_P(FAST_IO_MDL_WRITE_COMPLETE_COMPRESSED);
FLT_STANDIN_P(FAST_IO_QUERY_OPEN);
typedef struct _FAST_IO_DISPATCH {
  ULONG SizeOfFastIoDispatch;
  PFAST_IO_CHECK_IF_POSSIBLE FastIoCheckIfPossible;
  PFAST_IO_READ FastIoRead;
  PFAST_IO_WRITE FastIoWrite;
  PFAST_IO_QUERY_BASIC_INFO FastIoQueryBasicInfo;
  PFAST_IO_QUERY_STANDARD_INFO FastIoQueryStandardInfo;
  PFAST_IO_LOCK FastIoLock;
  PFAST_IO_UNLOCK_SINGLE FastIoUnlockSingle;
  PFAST_IO_UNLOCK_ALL FastIoUnlockAll;
  PFAST_IO_UNLOCK_ALL_BY_KEY FastIoUnlockAllByKey;
  PFAST_IO_DEVICE_CONTROL FastIoDeviceControl;
  PFAST_IO_ACQUIRE_FILE AcquireFileForNtCreateSection;
  PFAST_IO_RELEASE_FILE ReleaseFileForNtCreateSection;
  PFAST_IO_DETACH_DEVICE FastIoDetachDevice;
  PFAST_IO_QUERY_NETWORK_OPEN_INFO FastIoQueryNetworkOpenInfo;
  PFAST_IO_ACQUIRE_FOR_MOD_WRITE AcquireForModWrite;
  PFAST_IO_MDL_READ MdlRead;
  PFAST_IO_MDL_READ_COMPLETE MdlReadComplete;
  PFAST_IO_PREPARE_MDL_WRITE PrepareMdlWrite;
  PFAST_IO_MDL_WRITE_COMPLETE MdlWriteComplete;
  PFAST_IO_READ_COMPRESSED FastIoReadCompressed;
  PFAST_IO_WRITE_COMPRESSED FastIoWriteCompressed;
  PFAST_IO_MDL_READ_COMPLETE_COMPRESSED MdlReadCompleteCompressed;
  PFAST_IO_MDL_WRITE_COMPLETE_COMPRESSED MdlWriteCompleteCompressed;
  PFAST_IO_QUERY_OPEN FastIoQueryOpen;
  PFAST_IO_RELEASE_FOR_MOD_WRITE ReleaseForModWrite;
  PFAST_IO_ACQUIRE_FOR_CCFLUSH AcquireForCcFlush;
  PFAST_IO_RELEASE_FOR_CCFLUSH ReleaseForCcFlush;
} FAST_IO_DISPATCH, *PFAST_IO_DISPATCH;

// Device, driver, volume and file objects.
#define MAXIMUM_VOLUME_LABEL_LENGTH (32 * sizeof(WCHAR))
typedef struct _VPB {
  CSHORT Type;
  CSHORT Size;
  USHORT Flags;
  USHORT VolumeLabelLength;
  struct _DEVICE_OBJECT *DeviceObject;
  struct _DEVICE_OBJECT *RealDevice;
  ULONG SerialNumber;
  ULONG ReferenceCount;
  WCHAR VolumeLabel[MAXIMUM_VOLUME_LABEL_LENGTH / sizeof(WCHAR)];
} VPB, *PVPB;
#define VPB_MOUNTED 0x00000001
#define VPB_LOCKED 0x00000002
#define VPB_PERSISTENT 0x00000004
#define VPB_REMOVE_PENDING 0x00000008
#define VPB_RAW_MOUNT 0x00000010
#define VPB_DIRECT_WRITES_ALLOWED 0x00000020
typedef enum _IO_COMPLETION_ROUTINE_RESULT {
  ContinueCompletion = 0,
  StopCompletion = (LONG)0xC0000016L
} IO_COMPLETION_ROUTINE_RESULT,
    *PIO_COMPLETION_ROUTINE_RESULT;
typedef struct _WAIT_CONTEXT_BLOCK {
  union {
    KDEVICE_QUEUE_ENTRY WaitQueueEntry;
    struct {
      LIST_ENTRY DmaWaitEntry;
      ULONG NumberOfChannels;
      ULONG SyncCallback : 1;
      ULONG DmaContext : 1;
      ULONG ZeroMapRegisters : 1;
      ULONG Reserved : 9;
      ULONG NumberOfRemapPages : 20;
    };
  };
  PDRIVER_CONTROL DeviceRoutine;
  PVOID DeviceContext;
  ULONG NumberOfMapRegisters;
  PVOID DeviceObject;
  PVOID CurrentIrp;
  PKDPC BufferChainingDpc;
} WAIT_CONTEXT_BLOCK, *PWAIT_CONTEXT_BLOCK;
typedef struct DECLSPEC_ALIGN(16) _DEVICE_OBJECT {
  CSHORT Type;
  USHORT Size;
  LONG ReferenceCount;
  struct _DRIVER_OBJECT *DriverObject;
  struct _DEVICE_OBJECT *NextDevice;
  struct _DEVICE_OBJECT *AttachedDevice;
  struct _IRP *CurrentIrp;
  struct _IO_TIMER *Timer;
  ULONG Flags;
  ULONG Characteristics;
  volatile PVPB Vpb;
  PVOID DeviceExtension;
  DEVICE_TYPE DeviceType;
  CCHAR StackSize;
  union {
    LIST_ENTRY ListEntry;
    WAIT_CONTEXT_BLOCK Wcb;
  } Queue;
  ULONG AlignmentRequirement;
  KDEVICE_QUEUE DeviceQueue;
  KDPC Dpc;
  ULONG ActiveThreadCount;
  PSECURITY_DESCRIPTOR SecurityDescriptor;
  KEVENT DeviceLock;
  USHORT SectorSize;
  USHORT Spare1;
  struct _DEVOBJ_EXTENSION *DeviceObjectExtension;
  PVOID Reserved;
} DEVICE_OBJECT, *PDEVICE_OBJECT;
typedef struct _DEVOBJ_EXTENSION {
  CSHORT Type;
  USHORT Size;
  PDEVICE_OBJECT DeviceObject;
  ULONG PowerFlags;
  PVOID Dope;
  ULONG ExtensionFlags;
  PVOID DeviceNode;
  PDEVICE_OBJECT AttachedTo;
  LONG StartIoCount;
  LONG StartIoKey;
  ULONG StartIoFlags;
  PVPB Vpb;
  PVOID DependencyNode;
  PVOID InterruptContext;
  LONG InterruptCount;
  PVOID VerifierContext;
} DEVOBJ_EXTENSION, *PDEVOBJ_EXTENSION;
#define DO_VERIFY_VOLUME 0x00000002
#define DO_BUFFERED_IO 0x00000004
#define DO_EXCLUSIVE 0x00000008
#define DO_DIRECT_IO 0x00000010
#define DO_MAP_IO_BUFFER 0x00000020
#define DO_DEVICE_HAS_NAME 0x00000040
#define DO_DEVICE_INITIALIZING 0x00000080
#define DO_SYSTEM_BOOT_PARTITION 0x00000100
#define DO_LONG_TERM_REQUESTS 0x00000200
#define DO_NEVER_LAST_DEVICE 0x00000400
#define DO_SHUTDOWN_REGISTERED 0x00000800
#define DO_BUS_ENUMERATED_DEVICE 0x00001000
#define DO_POWER_PAGABLE 0x00002000
#define DO_POWER_INRUSH 0x00004000
#define DO_LOW_PRIORITY_FILESYSTEM 0x00010000
#define DO_SUPPORTS_PERSISTENT_ACLS 0x00020000
#define DO_SUPPORTS_TRANSACTIONS 0x00040000
#define DO_FORCE_NEITHER_IO 0x00080000
#define DO_VOLUME_DEVICE_OBJECT 0x00100000
#define DO_SYSTEM_SYSTEM_PARTITION 0x00200000
#define DO_SYSTEM_CRITICAL_PARTITION 0x00400000
#define DO_DISALLOW_EXECUTE 0x00800000
#define DO_DEVICE_TO_BE_RESET 0x04000000
#define DO_DEVICE_IRP_REQUIRES_EXTENSION 0x08000000
#define DO_DAX_VOLUME 0x10000000
#define DO_BOOT_CRITICAL 0x20000000
typedef struct _DRIVER_EXTENSION {
  struct _DRIVER_OBJECT *DriverObject;
  PDRIVER_ADD_DEVICE AddDevice;
  ULONG Count;
  UNICODE_STRING ServiceKeyName;
} DRIVER_EXTENSION, *PDRIVER_EXTENSION;
#define IRP_MJ_CREATE 0x00
#define IRP_MJ_CREATE_NAMED_PIPE 0x01
#define IRP_MJ_CLOSE 0x02
#define IRP_MJ_READ 0x03
#define IRP_MJ_WRITE 0x04
#define IRP_MJ_QUERY_INFORMATION 0x05
#define IRP_MJ_SET_INFORMATION 0x06
#define IRP_MJ_QUERY_EA 0x07
#define IRP_MJ_SET_EA 0x08
#define IRP_MJ_FLUSH_BUFFERS 0x09
#define IRP_MJ_QUERY_VOLUME_INFORMATION 0x0a
#define IRP_MJ_SET_VOLUME_INFORMATION 0x0b
#define IRP_MJ_DIRECTORY_CONTROL 0x0c
#define IRP_MJ_FILE_SYSTEM_CONTROL 0x0d
#define IRP_MJ_DEVICE_CONTROL 0x0e
#define IRP_MJ_INTERNAL_DEVICE_CONTROL 0x0f
#define IRP_MJ_SCSI IRP_MJ_INTERNAL_DEVICE_CONTROL
#define IRP_MJ_SHUTDOWN 0x10
#define IRP_MJ_LOCK_CONTROL 0x11
#define IRP_MJ_CLEANUP 0x12
#define IRP_MJ_CREATE_MAILSLOT 0x13
#define IRP_MJ_QUERY_SECURITY 0x14
#define IRP_MJ_SET_SECURITY 0x15
#define IRP_MJ_POWER 0x16
#define IRP_MJ_SYSTEM_CONTROL 0x17
#define IRP_MJ_DEVICE_CHANGE 0x18
#define IRP_MJ_QUERY_QUOTA 0x19
#define IRP_MJ_SET_QUOTA 0x1a
#define IRP_MJ_PNP 0x1b
#define IRP_MJ_PNP_POWER IRP_MJ_PNP
#define IRP_MJ_MAXIMUM_FUNCTION 0x1b
typedef struct _DRIVER_OBJECT {
  CSHORT Type;
  CSHORT Size;
  PDEVICE_OBJECT DeviceObject;
  ULONG Flags;
  PVOID DriverStart;
  ULONG DriverSize;
  PVOID DriverSection;
  PDRIVER_EXTENSION DriverExtension;
  UNICODE_STRING DriverName;
  PUNICODE_STRING HardwareDatabase;
  PFAST_IO_DISPATCH FastIoDispatch;
  PDRIVER_INITIALIZE DriverInit;
  PDRIVER_STARTIO DriverStartIo;
  PDRIVER_UNLOAD DriverUnload;
  PDRIVER_DISPATCH MajorFunction[IRP_MJ_MAXIMUM_FUNCTION + 1];
} DRIVER_OBJECT, *PDRIVER_OBJECT;
#define DRVO_UNLOAD_INVOKED 0x00000001
#define DRVO_LEGACY_DRIVER 0x00000002
#define DRVO_BUILTIN_DRIVER 0x00000004
#define DRVO_REINIT_REGISTERED 0x00000008
#define DRVO_INITIALIZED 0x00000010
#define DRVO_BOOTREINIT_REGISTERED 0x00000020
#define DRVO_LEGACY_RESOURCES 0x00000040
typedef struct _IO_COMPLETION_CONTEXT {
  PVOID Port;
  PVOID Key;
  LONG_PTR UsageCount;
} IO_COMPLETION_CONTEXT, *PIO_COMPLETION_CONTEXT;
typedef struct _FILE_OBJECT {
  CSHORT Type;
  CSHORT Size;
  PDEVICE_OBJECT DeviceObject;
  PVPB Vpb;
  PVOID FsContext;
  PVOID FsContext2;
  PSECTION_OBJECT_POINTERS SectionObjectPointer;
  PVOID PrivateCacheMap;
  NTSTATUS FinalStatus;
  struct _FILE_OBJECT *RelatedFileObject;
  BOOLEAN LockOperation;
  BOOLEAN DeletePending;
  BOOLEAN ReadAccess;
  BOOLEAN WriteAccess;
  BOOLEAN DeleteAccess;
  BOOLEAN SharedRead;
  BOOLEAN SharedWrite;
  BOOLEAN SharedDelete;
  ULONG Flags;
  UNICODE_STRING FileName;
  LARGE_INTEGER CurrentByteOffset;
  volatile ULONG Waiters;
  volatile ULONG Busy;
  PVOID LastLock;
  KEVENT Lock;
  KEVENT Event;
  volatile PIO_COMPLETION_CONTEXT CompletionContext;
  KSPIN_LOCK IrpListLock;
  LIST_ENTRY IrpList;
  volatile PVOID FileObjectExtension;
} FILE_OBJECT, *PFILE_OBJECT;
#define FO_FILE_OPEN 0x00000001
#define FO_SYNCHRONOUS_IO 0x00000002
#define FO_ALERTABLE_IO 0x00000004
#define FO_NO_INTERMEDIATE_BUFFERING 0x00000008
#define FO_WRITE_THROUGH 0x00000010
#define FO_SEQUENTIAL_ONLY 0x00000020
#define FO_CACHE_SUPPORTED 0x00000040
#define FO_NAMED_PIPE 0x00000080
#define FO_STREAM_FILE 0x00000100
#define FO_MAILSLOT 0x00000200
#define FO_GENERATE_AUDIT_ON_CLOSE 0x00000400
#define FO_QUEUE_IRP_TO_THREAD FO_GENERATE_AUDIT_ON_CLOSE
#define FO_DIRECT_DEVICE_OPEN 0x00000800
#define FO_FILE_MODIFIED 0x00001000
#define FO_FILE_SIZE_CHANGED 0x00002000
#define FO_CLEANUP_COMPLETE 0x00004000
#define FO_TEMPORARY_FILE 0x00008000
#define FO_DELETE_ON_CLOSE 0x00010000
#define FO_OPENED_CASE_SENSITIVE 0x00020000
#define FO_HANDLE_CREATED 0x00040000
#define FO_FILE_FAST_IO_READ 0x00080000
#define FO_RANDOM_ACCESS 0x00100000
#define FO_FILE_OPEN_CANCELLED 0x00200000
#define FO_VOLUME_OPEN 0x00400000
#define FO_BYPASS_IO_ENABLED 0x00800000
#define FO_REMOTE_ORIGIN 0x01000000
#define FO_DISALLOW_EXCLUSIVE 0x02000000
#define FO_SKIP_COMPLETION_PORT FO_DISALLOW_EXCLUSIVE
#define FO_SKIP_SET_EVENT 0x04000000
#define FO_SKIP_SET_FAST_IO 0x08000000
#define FO_INDIRECT_WAIT_OBJECT 0x10000000
#define FO_SECTION_MINSTORE_TREATMENT 0x20000000
#define FO_FLAGS_VALID_ONLY_DURING_CREATE FO_DISALLOW_EXCLUSIVE

#define DRIVER_VERIFIER_SPECIAL_POOLING 0x0001
#define FILE_REMOVABLE_MEDIA 0x00000001
#define FILE_READ_ONLY_DEVICE 0x00000002
#define FILE_FLOPPY_DISKETTE 0x00000004
#define FILE_WRITE_ONCE_MEDIA 0x00000008
#define FILE_REMOTE_DEVICE 0x00000010
#define FILE_DEVICE_IS_MOUNTED 0x00000020
#define FILE_VIRTUAL_VOLUME 0x00000040
#define FILE_AUTOGENERATED_DEVICE_NAME 0x00000080
#define FILE_DEVICE_SECURE_OPEN 0x00000100
#define FILE_CHARACTERISTIC_PNP_DEVICE 0x00000800
#define FILE_CHARACTERISTIC_TS_DEVICE 0x00001000
#define FILE_CHARACTERISTIC_WEBDAV_DEVICE 0x00002000
#define FILE_CHARACTERISTIC_CSV 0x00010000
#define FILE_DEVICE_ALLOW_APPCONTAINER_TRAVERSAL 0x00020000
#define FILE_PORTABLE_DEVICE 0x00040000
#define FILE_BYTE_ALIGNMENT 0x00000000
#define FILE_WORD_ALIGNMENT 0x00000001
#define FILE_LONG_ALIGNMENT 0x00000003
#define FILE_QUAD_ALIGNMENT 0x00000007
#define FILE_OCTA_ALIGNMENT 0x0000000f
#define FILE_32_BYTE_ALIGNMENT 0x0000001f
#define FILE_64_BYTE_ALIGNMENT 0x0000003f
#define FILE_128_BYTE_ALIGNMENT 0x0000007f
#define FILE_256_BYTE_ALIGNMENT 0x000000ff
#define FILE_512_BYTE_ALIGNMENT 0x000001ff

FLT_STANDIN_END
#endif
