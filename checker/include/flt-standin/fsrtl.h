// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the file-system run-time library: FCB headers, locks, oplocks,
// MCBs, notification, tunnelling, contexts, ECPs. Written from documented facts.
#ifndef FLT_STANDIN_FSRTL_H
#define FLT_STANDIN_FSRTL_H
#include "cc.h"
#include "se.h"
#include "tm.h"

FLT_STANDIN_BEGIN

#define FsRtlEnterFileSystem()                                                 \
  { KeEnterCriticalRegion(); }
#define FsRtlExitFileSystem()                                                  \
  { KeLeaveCriticalRegion(); }
#define FSRTL_FSP_TOP_LEVEL_IRP ((LONG_PTR)0x01)
#define FSRTL_CACHE_TOP_LEVEL_IRP ((LONG_PTR)0x02)
#define FSRTL_MOD_WRITE_TOP_LEVEL_IRP ((LONG_PTR)0x03)
#define FSRTL_FAST_IO_TOP_LEVEL_IRP ((LONG_PTR)0x04)
#define FSRTL_NETWORK1_TOP_LEVEL_IRP ((LONG_PTR)0x05)
#define FSRTL_NETWORK2_TOP_LEVEL_IRP ((LONG_PTR)0x06)
#define FSRTL_MAX_TOP_LEVEL_IRP_FLAG ((LONG_PTR)0xFFFF)

// Common FCB headers.
#define FSRTL_FLAG_FILE_MODIFIED (0x01)
#define FSRTL_FLAG_FILE_LENGTH_CHANGED (0x02)
#define FSRTL_FLAG_LIMIT_MODIFIED_PAGES (0x04)
#define FSRTL_FLAG_ACQUIRE_MAIN_RSRC_EX (0x08)
#define FSRTL_FLAG_ACQUIRE_MAIN_RSRC_SH (0x10)
#define FSRTL_FLAG_USER_MAPPED_FILE (0x20)
#define FSRTL_FLAG_ADVANCED_HEADER (0x40)
#define FSRTL_FLAG_EOF_ADVANCE_ACTIVE (0x80)
#define FSRTL_FLAG2_DO_MODIFIED_WRITE (0x01)
#define FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS (0x02)
#define FSRTL_FLAG2_PURGE_WHEN_MAPPED (0x04)
#define FSRTL_FLAG2_IS_PAGING_FILE (0x08)
#define FSRTL_FLAG2_BYPASSIO_STREAM_PAUSED (0x20)
#define FSRTL_FLAG2_WRITABLE_USER_MAPPED_FILE (0x10)
#define FSRTL_FCB_HEADER_V0 (0x00)
#define FSRTL_FCB_HEADER_V1 (0x01)
#define FSRTL_FCB_HEADER_V2 (0x02)
#define FSRTL_FCB_HEADER_V3 (0x03)
#define FSRTL_FCB_HEADER_V4 (0x04)
typedef PVOID OPLOCK, *POPLOCK;
#define FLT_STANDIN_FCB_COMMON                                                 \
  CSHORT NodeTypeCode;                                                         \
  CSHORT NodeByteSize;                                                         \
  UCHAR Flags;                                                                 \
  UCHAR IsFastIoPossible;                                                      \
  UCHAR Flags2;                                                                \
  UCHAR Reserved : 4;                                                          \
  UCHAR Version : 4;                                                           \
  PERESOURCE Resource;                                                         \
  PERESOURCE PagingIoResource;                                                 \
  LARGE_INTEGER AllocationSize;                                                \
  LARGE_INTEGER FileSize;                                                      \
  LARGE_INTEGER ValidDataLength;
typedef struct _FSRTL_COMMON_FCB_HEADER {
  FLT_STANDIN_FCB_COMMON
} FSRTL_COMMON_FCB_HEADER, *PFSRTL_COMMON_FCB_HEADER;
typedef struct _FSRTL_ADVANCED_FCB_HEADER {
#ifdef __cplusplus
  FLT_STANDIN_FCB_COMMON
#else
  FSRTL_COMMON_FCB_HEADER;
#endif
  PFAST_MUTEX FastMutex;
  LIST_ENTRY FilterContexts;
  EX_PUSH_LOCK PushLock;
  PVOID *FileContextSupportPointer;
  union {
    OPLOCK Oplock;
    PVOID ReservedForRemote;
  };
  PVOID AePushLock;
  ULONG BypassIoOpenCount;
  PVOID ReservedContext;
} FSRTL_ADVANCED_FCB_HEADER, *PFSRTL_ADVANCED_FCB_HEADER;
typedef enum _FAST_IO_POSSIBLE {
  FastIoIsNotPossible,
  FastIoIsPossible,
  FastIoIsQuestionable
} FAST_IO_POSSIBLE;
typedef struct _EOF_WAIT_BLOCK {
  LIST_ENTRY EofWaitLinks;
  KEVENT Event;
} EOF_WAIT_BLOCK, *PEOF_WAIT_BLOCK;
VOID NTAPI FsRtlTeardownPerFileContexts(PVOID *);
VOID NTAPI FsRtlTeardownPerStreamContexts(PFSRTL_ADVANCED_FCB_HEADER);
#define FsRtlSetupAdvancedHeader(H, M)                                         \
  {                                                                            \
    SetFlag((H)->Flags, FSRTL_FLAG_ADVANCED_HEADER);                           \
    SetFlag((H)->Flags2, FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS);                \
    (H)->Version = FSRTL_FCB_HEADER_V1;                                        \
    InitializeListHead(&(H)->FilterContexts);                                  \
    if ((M) != NULL) {                                                         \
      (H)->FastMutex = (M);                                                    \
    }                                                                          \
    (H)->PushLock = 0;                                                         \
    (H)->FileContextSupportPointer = NULL;                                     \
  }
#define FsRtlSetupAdvancedHeaderEx(H, M, F)                                    \
  {                                                                            \
    FsRtlSetupAdvancedHeader(H, M);                                            \
    if ((F) != NULL) {                                                         \
      (H)->FileContextSupportPointer = (F);                                    \
    }                                                                          \
  }
#define FsRtlSetupAdvancedHeaderEx2(H, M, F, A)                                \
  {                                                                            \
    FsRtlSetupAdvancedHeaderEx(H, M, F);                                       \
    if ((A) != NULL) {                                                         \
      (H)->AePushLock = (A);                                                   \
    }                                                                          \
  }

typedef enum _FSRTL_COMPARISON_RESULT {
  LessThan = -1,
  EqualTo = 0,
  GreaterThan = 1
} FSRTL_COMPARISON_RESULT;

// Fast I/O support.
BOOLEAN NTAPI FsRtlCopyRead(PFILE_OBJECT, PLARGE_INTEGER, ULONG, BOOLEAN, ULONG,
                            PVOID, PIO_STATUS_BLOCK, PDEVICE_OBJECT);
BOOLEAN NTAPI FsRtlCopyWrite(PFILE_OBJECT, PLARGE_INTEGER, ULONG, BOOLEAN, ULONG,
                             PVOID, PIO_STATUS_BLOCK, PDEVICE_OBJECT);
BOOLEAN NTAPI FsRtlMdlReadDev(PFILE_OBJECT, PLARGE_INTEGER, ULONG, ULONG, PMDL *,
                              PIO_STATUS_BLOCK, PDEVICE_OBJECT);
BOOLEAN NTAPI FsRtlMdlReadCompleteDev(PFILE_OBJECT, PMDL, PDEVICE_OBJECT);
BOOLEAN NTAPI FsRtlPrepareMdlWriteDev(PFILE_OBJECT, PLARGE_INTEGER, ULONG, ULONG,
                                      PMDL *, PIO_STATUS_BLOCK, PDEVICE_OBJECT);
BOOLEAN NTAPI FsRtlMdlWriteCompleteDev(PFILE_OBJECT, PLARGE_INTEGER, PMDL,
                                       PDEVICE_OBJECT);
VOID NTAPI FsRtlAcquireFileExclusive(PFILE_OBJECT);
VOID NTAPI FsRtlReleaseFile(PFILE_OBJECT);
NTSTATUS NTAPI FsRtlGetFileSize(PFILE_OBJECT, PLARGE_INTEGER);
LOGICAL NTAPI FsRtlIsPagingFile(PFILE_OBJECT);
LOGICAL NTAPI FsRtlIsSystemPagingFile(PFILE_OBJECT);
BOOLEAN NTAPI FsRtlIsTotalDeviceFailure(NTSTATUS);
BOOLEAN NTAPI FsRtlIsNtstatusExpected(NTSTATUS);
NTSTATUS NTAPI FsRtlNormalizeNtstatus(NTSTATUS, NTSTATUS);
#define FsRtlAllocatePoolWithTag(a, b, c)                                      \
  ExAllocatePoolWithTag((POOL_TYPE)((a) | POOL_RAISE_IF_ALLOCATION_FAILURE), b, \
                        c)
#define FsRtlAllocatePoolWithQuotaTag(a, b, c)                                 \
  ExAllocatePoolWithQuotaTag(                                                  \
      (POOL_TYPE)((a) | POOL_RAISE_IF_ALLOCATION_FAILURE), b, c)
#define FsRtlAllocatePool(a, b) FsRtlAllocatePoolWithTag(a, b, 'trSF')
#define FsRtlAllocatePoolWithQuota(a, b)                                       \
  FsRtlAllocatePoolWithQuotaTag(a, b, 'trSF')
PERESOURCE NTAPI FsRtlAllocateResource(VOID);
BOOLEAN NTAPI FsRtlIsMobileOS(VOID);
NTSTATUS NTAPI FsRtlBalanceReads(PDEVICE_OBJECT);
BOOLEAN NTAPI FsRtlAreVolumeStartupApplicationsComplete(VOID);
VOID NTAPI FsRtlIncrementCcFastReadNotPossible(VOID);
VOID NTAPI FsRtlIncrementCcFastReadWait(VOID);
VOID NTAPI FsRtlIncrementCcFastReadNoWait(VOID);
VOID NTAPI FsRtlIncrementCcFastReadResourceMiss(VOID);
typedef VOID (NTAPI *PFSRTL_STACK_OVERFLOW_ROUTINE)(PVOID, PKEVENT);
VOID NTAPI FsRtlPostStackOverflow(PVOID, PKEVENT, PFSRTL_STACK_OVERFLOW_ROUTINE);
VOID NTAPI FsRtlPostPagingFileStackOverflow(PVOID, PKEVENT,
                                            PFSRTL_STACK_OVERFLOW_ROUTINE);
NTSTATUS NTAPI FsRtlRegisterUncProvider(PHANDLE, PCUNICODE_STRING, BOOLEAN);
NTSTATUS NTAPI FsRtlRegisterUncProviderEx(PHANDLE, PCUNICODE_STRING,
                                          PDEVICE_OBJECT, ULONG);
VOID NTAPI FsRtlDeregisterUncProvider(HANDLE);
typedef struct _FSRTL_MUP_PROVIDER_INFO_LEVEL_1 {
  ULONG32 ProviderId;
} FSRTL_MUP_PROVIDER_INFO_LEVEL_1, *PFSRTL_MUP_PROVIDER_INFO_LEVEL_1;
typedef struct _FSRTL_MUP_PROVIDER_INFO_LEVEL_2 {
  ULONG32 ProviderId;
  UNICODE_STRING ProviderName;
} FSRTL_MUP_PROVIDER_INFO_LEVEL_2, *PFSRTL_MUP_PROVIDER_INFO_LEVEL_2;
NTSTATUS NTAPI FsRtlMupGetProviderInfoFromFileObject(PFILE_OBJECT, ULONG, PVOID,
                                                     PULONG);
NTSTATUS NTAPI FsRtlMupGetProviderIdFromName(PCUNICODE_STRING, PULONG32);
#define IOCTL_REDIR_QUERY_PATH                                                 \
  CTL_CODE(FILE_DEVICE_NETWORK_FILE_SYSTEM, 99, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_REDIR_QUERY_PATH_EX                                              \
  CTL_CODE(FILE_DEVICE_NETWORK_FILE_SYSTEM, 100, METHOD_NEITHER,               \
           FILE_ANY_ACCESS)
typedef struct _QUERY_PATH_REQUEST {
  ULONG PathNameLength;
  PIO_SECURITY_CONTEXT SecurityContext;
  WCHAR FilePathName[1];
} QUERY_PATH_REQUEST, *PQUERY_PATH_REQUEST;
typedef struct _QUERY_PATH_REQUEST_EX {
  PIO_SECURITY_CONTEXT pSecurityContext;
  ULONG EaLength;
  PVOID pEaBuffer;
  UNICODE_STRING PathName;
  UNICODE_STRING DomainServiceName;
  struct _ECP_LIST *EcpList;
  PVOID Silo;
  ULONG_PTR Reserved;
} QUERY_PATH_REQUEST_EX, *PQUERY_PATH_REQUEST_EX;
typedef struct _QUERY_PATH_RESPONSE {
  ULONG LengthAccepted;
} QUERY_PATH_RESPONSE, *PQUERY_PATH_RESPONSE;
NTSTATUS NTAPI FsRtlCancellableWaitForSingleObject(PVOID, PLARGE_INTEGER, PIRP);
NTSTATUS NTAPI FsRtlCancellableWaitForMultipleObjects(ULONG, PVOID[], WAIT_TYPE,
                                                      PLARGE_INTEGER,
                                                      PKWAIT_BLOCK, PIRP);
NTSTATUS NTAPI FsRtlGetSectorSizeInformation(PDEVICE_OBJECT,
                                             PFILE_FS_SECTOR_SIZE_INFORMATION);
NTSTATUS NTAPI FsRtlGetSupportedFeatures(PDEVICE_OBJECT, PULONG);
VOID NTAPI FsRtlDismountComplete(PDEVICE_OBJECT, NTSTATUS);
VOID NTAPI FsRtlUpdateDiskCounters(ULONG64, ULONG64);
NTSTATUS NTAPI FsRtlKernelFsControlFile(PFILE_OBJECT, ULONG, PVOID, ULONG, PVOID,
                                        ULONG, PULONG);
NTSTATUS NTAPI FsRtlQueryKernelEaFile(PFILE_OBJECT, PVOID, ULONG, BOOLEAN, PVOID,
                                      ULONG, PULONG, BOOLEAN, PULONG);
NTSTATUS NTAPI FsRtlSetKernelEaFile(PFILE_OBJECT, PVOID, ULONG);
NTSTATUS NTAPI FsRtlValidateReparsePointBuffer(ULONG,
                                               struct _REPARSE_DATA_BUFFER *);
BOOLEAN NTAPI FsRtlIs32BitProcess(PEPROCESS);
NTSTATUS NTAPI FsRtlQueryInformationFile(PFILE_OBJECT, PVOID, ULONG,
                                         FILE_INFORMATION_CLASS, PULONG);
#define FSRTL_AUXILIARY_FLAG_DEALLOCATE 0x00000001
typedef struct _FSRTL_AUXILIARY_BUFFER {
  PVOID Buffer;
  ULONG Length;
  ULONG Flags;
  PMDL Mdl;
} FSRTL_AUXILIARY_BUFFER, *PFSRTL_AUXILIARY_BUFFER;
#define FSRTL_VOLUME_DISMOUNT 1
#define FSRTL_VOLUME_DISMOUNT_FAILED 2
#define FSRTL_VOLUME_LOCK 3
#define FSRTL_VOLUME_LOCK_FAILED 4
#define FSRTL_VOLUME_UNLOCK 5
#define FSRTL_VOLUME_MOUNT 6
#define FSRTL_VOLUME_NEEDS_CHKDSK 7
#define FSRTL_VOLUME_WORM_NEAR_FULL 8
#define FSRTL_VOLUME_WEARING_OUT 9
#define FSRTL_VOLUME_FORCED_CLOSED 10
#define FSRTL_VOLUME_INFO_MAKE_COMPAT 11
#define FSRTL_VOLUME_PREPARING_EJECT 12
#define FSRTL_VOLUME_CHANGE_SIZE 13
#define FSRTL_VOLUME_BACKGROUND_FORMAT 14
NTSTATUS NTAPI FsRtlNotifyVolumeEvent(PFILE_OBJECT, ULONG);
NTSTATUS NTAPI FsRtlNotifyVolumeEventEx(PFILE_OBJECT, ULONG,
                                        PTARGET_DEVICE_CUSTOM_NOTIFICATION);

FLT_STANDIN_END
#include "fsrtl2.h"
#endif
