// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the file-system run-time library, second part: names, locks,
// oplocks, MCBs, notification, tunnelling, filter contexts, ECPs. Written from
// documented facts.
#ifndef FLT_STANDIN_FSRTL2_H
#define FLT_STANDIN_FSRTL2_H
#include "fsrtl.h"

FLT_STANDIN_BEGIN

// Names.
VOID NTAPI FsRtlDissectName(UNICODE_STRING, PUNICODE_STRING, PUNICODE_STRING);
VOID NTAPI FsRtlDissectDbcs(ANSI_STRING, PANSI_STRING, PANSI_STRING);
BOOLEAN NTAPI FsRtlDoesNameContainWildCards(PUNICODE_STRING);
BOOLEAN NTAPI FsRtlDoesDbcsContainWildCards(PANSI_STRING);
BOOLEAN NTAPI FsRtlAreNamesEqual(PCUNICODE_STRING, PCUNICODE_STRING, BOOLEAN,
                                 PCWCH);
BOOLEAN NTAPI FsRtlIsNameInExpression(PUNICODE_STRING Expression,
                                      PUNICODE_STRING Name, BOOLEAN IgnoreCase,
                                      PWCH UpcaseTable);
BOOLEAN NTAPI FsRtlIsNameInUnUpcasedExpression(PUNICODE_STRING, PUNICODE_STRING,
                                               BOOLEAN, PWCH);
BOOLEAN NTAPI FsRtlIsDbcsInExpression(PANSI_STRING, PANSI_STRING);
BOOLEAN NTAPI FsRtlIsFatDbcsLegal(ANSI_STRING, BOOLEAN, BOOLEAN, BOOLEAN);
BOOLEAN NTAPI FsRtlIsHpfsDbcsLegal(ANSI_STRING, BOOLEAN, BOOLEAN, BOOLEAN);
extern UCHAR const *const FsRtlLegalAnsiCharacterArray;
#define FSRTL_FAT_LEGAL 0x01
#define FSRTL_HPFS_LEGAL 0x02
#define FSRTL_NTFS_LEGAL 0x04
#define FSRTL_WILD_CHARACTER 0x08
#define FSRTL_OLE_LEGAL 0x10
#define FSRTL_NTFS_STREAM_LEGAL (FSRTL_NTFS_LEGAL | FSRTL_OLE_LEGAL)
#define DOS_STAR (L'<')
#define DOS_QM (L'>')
#define DOS_DOT (L'"')
#define ANSI_DOS_STAR ('<')
#define ANSI_DOS_QM ('>')
#define ANSI_DOS_DOT ('"')
#define FsRtlTestAnsiCharacter(C, D, W, F)                                     \
  (((SCHAR)(C) < 0)                                                            \
       ? (D)                                                                   \
       : FlagOn(FsRtlLegalAnsiCharacterArray[(C)],                             \
                (F) | ((W) ? FSRTL_WILD_CHARACTER : 0)))
#define FsRtlIsAnsiCharacterWild(C)                                            \
  FlagOn(FsRtlLegalAnsiCharacterArray[(UCHAR)(C)], FSRTL_WILD_CHARACTER)
#define FsRtlIsAnsiCharacterLegalFat(C, W)                                     \
  FsRtlTestAnsiCharacter(C, TRUE, W, FSRTL_FAT_LEGAL)
#define FsRtlIsAnsiCharacterLegalHpfs(C, W)                                    \
  FsRtlTestAnsiCharacter(C, TRUE, W, FSRTL_HPFS_LEGAL)
#define FsRtlIsAnsiCharacterLegalNtfs(C, W)                                    \
  FsRtlTestAnsiCharacter(C, TRUE, W, FSRTL_NTFS_LEGAL)
#define FsRtlIsUnicodeCharacterWild(C)                                         \
  (((C) >= 0x40)                                                               \
       ? FALSE                                                                 \
       : FlagOn(FsRtlLegalAnsiCharacterArray[(C)], FSRTL_WILD_CHARACTER))
extern PUSHORT *NlsOemLeadByteInfo;
#define FsRtlIsLeadDbcsCharacter(C)                                            \
  ((BOOLEAN)((UCHAR)(C) < 0x80 ? FALSE                                         \
                               : (NLS_MB_CODE_PAGE_TAG &&                      \
                                  (NLS_OEM_LEAD_BYTE_INFO[(UCHAR)(C)] != 0))))
extern BOOLEAN *NlsMbCodePageTag, *NlsMbOemCodePageTag;
#define NLS_MB_CODE_PAGE_TAG (*NlsMbCodePageTag)
#define NLS_MB_OEM_CODE_PAGE_TAG (*NlsMbOemCodePageTag)
#define NLS_OEM_LEAD_BYTE_INFO (*NlsOemLeadByteInfo)

// Byte-range locks.
typedef struct _FILE_LOCK_INFO {
  LARGE_INTEGER StartingByte;
  LARGE_INTEGER Length;
  BOOLEAN ExclusiveLock;
  ULONG Key;
  PFILE_OBJECT FileObject;
  PVOID ProcessId;
  LARGE_INTEGER EndingByte;
} FILE_LOCK_INFO, *PFILE_LOCK_INFO;
typedef NTSTATUS (NTAPI *PCOMPLETE_LOCK_IRP_ROUTINE)(PVOID Context, PIRP Irp);
typedef VOID (NTAPI *PUNLOCK_ROUTINE)(PVOID Context, PFILE_LOCK_INFO);
typedef struct _FILE_LOCK {
  PCOMPLETE_LOCK_IRP_ROUTINE CompleteLockIrpRoutine;
  PUNLOCK_ROUTINE UnlockRoutine;
  BOOLEAN FastIoIsQuestionable;
  BOOLEAN SpareC[3];
  PVOID LockInformation;
  FILE_LOCK_INFO LastReturnedLockInfo;
  PVOID LastReturnedLock;
  LONG volatile LockRequestsInProgress;
} FILE_LOCK, *PFILE_LOCK;
VOID NTAPI FsRtlInitializeFileLock(PFILE_LOCK, PCOMPLETE_LOCK_IRP_ROUTINE,
                                   PUNLOCK_ROUTINE);
VOID NTAPI FsRtlUninitializeFileLock(PFILE_LOCK);
PFILE_LOCK NTAPI FsRtlAllocateFileLock(PCOMPLETE_LOCK_IRP_ROUTINE,
                                       PUNLOCK_ROUTINE);
VOID NTAPI FsRtlFreeFileLock(PFILE_LOCK);
NTSTATUS NTAPI FsRtlProcessFileLock(PFILE_LOCK, PIRP, PVOID);
BOOLEAN NTAPI FsRtlCheckLockForReadAccess(PFILE_LOCK, PIRP);
BOOLEAN NTAPI FsRtlCheckLockForWriteAccess(PFILE_LOCK, PIRP);
BOOLEAN NTAPI FsRtlCheckLockForOplockRequest(PFILE_LOCK, PLARGE_INTEGER);
BOOLEAN NTAPI FsRtlFastCheckLockForRead(PFILE_LOCK, PLARGE_INTEGER,
                                        PLARGE_INTEGER, ULONG, PFILE_OBJECT,
                                        PVOID);
BOOLEAN NTAPI FsRtlFastCheckLockForWrite(PFILE_LOCK, PLARGE_INTEGER,
                                         PLARGE_INTEGER, ULONG, PVOID, PVOID);
PFILE_LOCK_INFO NTAPI FsRtlGetNextFileLock(PFILE_LOCK, BOOLEAN);
NTSTATUS NTAPI FsRtlFastUnlockSingle(PFILE_LOCK, PFILE_OBJECT, PLARGE_INTEGER,
                                     PLARGE_INTEGER, PEPROCESS, ULONG, PVOID,
                                     BOOLEAN);
NTSTATUS NTAPI FsRtlFastUnlockAll(PFILE_LOCK, PFILE_OBJECT, PEPROCESS, PVOID);
NTSTATUS NTAPI FsRtlFastUnlockAllByKey(PFILE_LOCK, PFILE_OBJECT, PEPROCESS, ULONG,
                                       PVOID);
BOOLEAN NTAPI FsRtlPrivateLock(PFILE_LOCK, PFILE_OBJECT, PLARGE_INTEGER,
                               PLARGE_INTEGER, PEPROCESS, ULONG, BOOLEAN, BOOLEAN,
                               PIO_STATUS_BLOCK, PIRP, PVOID, BOOLEAN);
#define FsRtlFastLock(A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11)            \
  FsRtlPrivateLock(A1, A2, A3, A4, A5, A6, A7, A8, A9, NULL, A10, A11)
BOOLEAN NTAPI FsRtlAreThereCurrentOrInProgressFileLocks(PFILE_LOCK);
BOOLEAN NTAPI FsRtlAreThereWaitingFileLocks(PFILE_LOCK);
#define FsRtlAreThereCurrentFileLocks(FL) ((FL)->FastIoIsQuestionable)

// Oplocks.
typedef VOID (NTAPI *POPLOCK_WAIT_COMPLETE_ROUTINE)(PVOID Context, PIRP Irp);
typedef VOID (NTAPI *POPLOCK_FS_PREPOST_IRP)(PVOID Context, PIRP Irp);
#define OPLOCK_FLAG_COMPLETE_IF_OPLOCKED 0x00000001
#define OPLOCK_FLAG_OPLOCK_KEY_CHECK_ONLY 0x00000002
#define OPLOCK_FLAG_BACK_OUT_ATOMIC_OPLOCK 0x00000004
#define OPLOCK_FLAG_IGNORE_OPLOCK_KEYS 0x00000008
#define OPLOCK_FLAG_PARENT_OBJECT 0x00000010
#define OPLOCK_FLAG_CLOSING_DELETE_ON_CLOSE 0x00000020
#define OPLOCK_FLAG_REMOVING_FILE_OR_LINK 0x00000040
#define OPLOCK_FLAG_BREAKING_FOR_SHARING_VIOLATION 0x00000080
#define OPLOCK_FSCTRL_FLAG_ALL_KEYS_MATCH 0x00000001
VOID NTAPI FsRtlInitializeOplock(POPLOCK);
VOID NTAPI FsRtlUninitializeOplock(POPLOCK);
NTSTATUS NTAPI FsRtlOplockFsctrl(POPLOCK, PIRP, ULONG);
NTSTATUS NTAPI FsRtlOplockFsctrlEx(POPLOCK, PIRP, ULONG, ULONG);
NTSTATUS NTAPI FsRtlCheckOplock(POPLOCK, PIRP, PVOID,
                                POPLOCK_WAIT_COMPLETE_ROUTINE,
                                POPLOCK_FS_PREPOST_IRP);
NTSTATUS NTAPI FsRtlCheckOplockEx(POPLOCK, PIRP, ULONG, PVOID,
                                  POPLOCK_WAIT_COMPLETE_ROUTINE,
                                  POPLOCK_FS_PREPOST_IRP);
NTSTATUS NTAPI FsRtlOplockBreakH(POPLOCK, PIRP, ULONG, PVOID,
                                 POPLOCK_WAIT_COMPLETE_ROUTINE,
                                 POPLOCK_FS_PREPOST_IRP);
NTSTATUS NTAPI FsRtlOplockBreakToNone(POPLOCK, PIO_STACK_LOCATION, PIRP, PVOID,
                                      POPLOCK_WAIT_COMPLETE_ROUTINE,
                                      POPLOCK_FS_PREPOST_IRP);
NTSTATUS NTAPI FsRtlOplockBreakToNoneEx(POPLOCK, PIRP, ULONG, PVOID,
                                        POPLOCK_WAIT_COMPLETE_ROUTINE,
                                        POPLOCK_FS_PREPOST_IRP);
BOOLEAN NTAPI FsRtlOplockIsFastIoPossible(POPLOCK);
BOOLEAN NTAPI FsRtlCurrentBatchOplock(POPLOCK);
BOOLEAN NTAPI FsRtlCurrentOplock(POPLOCK);
BOOLEAN NTAPI FsRtlCurrentOplockH(POPLOCK);
BOOLEAN NTAPI FsRtlOplockIsSharedRequest(PIRP);
BOOLEAN NTAPI FsRtlOplockKeysEqual(PFILE_OBJECT, PFILE_OBJECT);
NTSTATUS NTAPI FsRtlUpperOplockFsctrl(POPLOCK, PIRP, ULONG, ULONG, ULONG);

// Map control blocks.
typedef LONGLONG LBN, *PLBN, VBN, *PVBN;
typedef struct _BASE_MCB {
  ULONG MaximumPairCount;
  ULONG PairCount;
  USHORT PoolType;
  USHORT Flags;
  PVOID Mapping;
} BASE_MCB, *PBASE_MCB;
typedef struct _LARGE_MCB {
  PKGUARDED_MUTEX GuardedMutex;
  BASE_MCB BaseMcb;
} LARGE_MCB, *PLARGE_MCB;
typedef struct _MCB {
  LARGE_MCB DummyFieldThatSizesThisStructureCorrectly;
} MCB, *PMCB;
VOID NTAPI FsRtlInitializeLargeMcb(PLARGE_MCB, POOL_TYPE);
VOID NTAPI FsRtlUninitializeLargeMcb(PLARGE_MCB);
VOID NTAPI FsRtlResetLargeMcb(PLARGE_MCB, BOOLEAN);
VOID NTAPI FsRtlTruncateLargeMcb(PLARGE_MCB, LONGLONG);
BOOLEAN NTAPI FsRtlAddLargeMcbEntry(PLARGE_MCB, LONGLONG, LONGLONG, LONGLONG);
VOID NTAPI FsRtlRemoveLargeMcbEntry(PLARGE_MCB, LONGLONG, LONGLONG);
BOOLEAN NTAPI FsRtlLookupLargeMcbEntry(PLARGE_MCB, LONGLONG, PLONGLONG, PLONGLONG,
                                       PLONGLONG, PLONGLONG, PULONG);
BOOLEAN NTAPI FsRtlLookupLastLargeMcbEntry(PLARGE_MCB, PLONGLONG, PLONGLONG);
BOOLEAN NTAPI FsRtlLookupLastLargeMcbEntryAndIndex(PLARGE_MCB, PLONGLONG,
                                                   PLONGLONG, PULONG);
ULONG NTAPI FsRtlNumberOfRunsInLargeMcb(PLARGE_MCB);
BOOLEAN NTAPI FsRtlGetNextLargeMcbEntry(PLARGE_MCB, ULONG, PLONGLONG, PLONGLONG,
                                        PLONGLONG);
BOOLEAN NTAPI FsRtlSplitLargeMcb(PLARGE_MCB, LONGLONG, LONGLONG);
VOID NTAPI FsRtlInitializeBaseMcb(PBASE_MCB, POOL_TYPE);
VOID NTAPI FsRtlUninitializeBaseMcb(PBASE_MCB);
BOOLEAN NTAPI FsRtlAddBaseMcbEntry(PBASE_MCB, LONGLONG, LONGLONG, LONGLONG);
BOOLEAN NTAPI FsRtlLookupBaseMcbEntry(PBASE_MCB, LONGLONG, PLONGLONG, PLONGLONG,
                                      PLONGLONG, PLONGLONG, PULONG);
VOID NTAPI FsRtlInitializeMcb(PMCB, POOL_TYPE);
VOID NTAPI FsRtlUninitializeMcb(PMCB);
VOID NTAPI FsRtlTruncateMcb(PMCB, ULONG);
BOOLEAN NTAPI FsRtlAddMcbEntry(PMCB, ULONG, ULONG, ULONG);
VOID NTAPI FsRtlRemoveMcbEntry(PMCB, ULONG, ULONG);
BOOLEAN NTAPI FsRtlLookupMcbEntry(PMCB, ULONG, PULONG, PULONG, PULONG);
BOOLEAN NTAPI FsRtlLookupLastMcbEntry(PMCB, PULONG, PULONG);
ULONG NTAPI FsRtlNumberOfRunsInMcb(PMCB);
BOOLEAN NTAPI FsRtlGetNextMcbEntry(PMCB, ULONG, PULONG, PULONG, PULONG);

// Directory change notification and tunnelling.
typedef struct _REAL_NOTIFY_SYNC *PNOTIFY_SYNC;
typedef BOOLEAN (NTAPI *PCHECK_FOR_TRAVERSE_ACCESS)(PVOID, PVOID,
                                                    PSECURITY_SUBJECT_CONTEXT);
typedef BOOLEAN (NTAPI *PFILTER_REPORT_CHANGE)(PVOID, PVOID);
VOID NTAPI FsRtlNotifyInitializeSync(PNOTIFY_SYNC *);
VOID NTAPI FsRtlNotifyUninitializeSync(PNOTIFY_SYNC *);
VOID NTAPI FsRtlNotifyFullChangeDirectory(PNOTIFY_SYNC, PLIST_ENTRY, PVOID,
                                          PSTRING, BOOLEAN, BOOLEAN, ULONG, PIRP,
                                          PCHECK_FOR_TRAVERSE_ACCESS,
                                          PSECURITY_SUBJECT_CONTEXT);
VOID NTAPI FsRtlNotifyFilterChangeDirectory(PNOTIFY_SYNC, PLIST_ENTRY, PVOID,
                                            PSTRING, BOOLEAN, BOOLEAN, ULONG,
                                            PIRP, PCHECK_FOR_TRAVERSE_ACCESS,
                                            PSECURITY_SUBJECT_CONTEXT,
                                            PFILTER_REPORT_CHANGE);
VOID NTAPI FsRtlNotifyFullReportChange(PNOTIFY_SYNC, PLIST_ENTRY, PSTRING, USHORT,
                                       PSTRING, PSTRING, ULONG, ULONG, PVOID);
VOID NTAPI FsRtlNotifyFilterReportChange(PNOTIFY_SYNC, PLIST_ENTRY, PSTRING,
                                         USHORT, PSTRING, PSTRING, ULONG, ULONG,
                                         PVOID, PVOID);
VOID NTAPI FsRtlNotifyCleanup(PNOTIFY_SYNC, PLIST_ENTRY, PVOID);
VOID NTAPI FsRtlNotifyCleanupAll(PNOTIFY_SYNC, PLIST_ENTRY);
typedef struct {
  FAST_MUTEX Mutex;
  PRTL_SPLAY_LINKS Cache;
  LIST_ENTRY TimerQueue;
  USHORT NumEntries;
} TUNNEL, *PTUNNEL;
VOID NTAPI FsRtlInitializeTunnelCache(PTUNNEL);
VOID NTAPI FsRtlAddToTunnelCache(PTUNNEL, ULONGLONG, PUNICODE_STRING,
                                 PUNICODE_STRING, BOOLEAN, ULONG, PVOID);
BOOLEAN NTAPI FsRtlFindInTunnelCache(PTUNNEL, ULONGLONG, PUNICODE_STRING,
                                     PUNICODE_STRING, PUNICODE_STRING, PULONG,
                                     PVOID);
VOID NTAPI FsRtlDeleteKeyFromTunnelCache(PTUNNEL, ULONGLONG);
VOID NTAPI FsRtlDeleteTunnelCache(PTUNNEL);

// Per-stream, per-file and per-file-object filter contexts.
typedef struct _FSRTL_PER_STREAM_CONTEXT {
  LIST_ENTRY Links;
  PVOID OwnerId;
  PVOID InstanceId;
  PFREE_FUNCTION FreeCallback;
} FSRTL_PER_STREAM_CONTEXT, *PFSRTL_PER_STREAM_CONTEXT;
typedef struct _FSRTL_PER_FILEOBJECT_CONTEXT {
  LIST_ENTRY Links;
  PVOID OwnerId;
  PVOID InstanceId;
} FSRTL_PER_FILEOBJECT_CONTEXT, *PFSRTL_PER_FILEOBJECT_CONTEXT;
typedef struct _FSRTL_PER_FILE_CONTEXT {
  LIST_ENTRY Links;
  PVOID OwnerId;
  PVOID InstanceId;
  PFREE_FUNCTION FreeCallback;
} FSRTL_PER_FILE_CONTEXT, *PFSRTL_PER_FILE_CONTEXT;
#define FsRtlGetPerStreamContextPointer(FO)                                    \
  ((PFSRTL_ADVANCED_FCB_HEADER)((FO)->FsContext))
#define FsRtlSupportsPerStreamContexts(FO)                                     \
  ((BOOLEAN)((NULL != FsRtlGetPerStreamContextPointer(FO) &&                   \
              FlagOn(FsRtlGetPerStreamContextPointer(FO)->Flags2,              \
                     FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS))))
#define FsRtlInitPerStreamContext(C, O, I, F)                                  \
  {                                                                            \
    (C)->OwnerId = (O);                                                        \
    (C)->InstanceId = (I);                                                     \
    (C)->FreeCallback = (F);                                                   \
  }
NTSTATUS NTAPI FsRtlInsertPerStreamContext(PFSRTL_ADVANCED_FCB_HEADER,
                                           PFSRTL_PER_STREAM_CONTEXT);
PFSRTL_PER_STREAM_CONTEXT NTAPI FsRtlLookupPerStreamContextInternal(
    PFSRTL_ADVANCED_FCB_HEADER, PVOID, PVOID);
#define FsRtlLookupPerStreamContext(S, O, I)                                   \
  FsRtlLookupPerStreamContextInternal((S), (O), (I))
PFSRTL_PER_STREAM_CONTEXT NTAPI
FsRtlRemovePerStreamContext(PFSRTL_ADVANCED_FCB_HEADER, PVOID, PVOID);
NTSTATUS NTAPI FsRtlInsertPerFileObjectContext(PFILE_OBJECT,
                                               PFSRTL_PER_FILEOBJECT_CONTEXT);
PFSRTL_PER_FILEOBJECT_CONTEXT NTAPI
FsRtlLookupPerFileObjectContext(PFILE_OBJECT, PVOID, PVOID);
PFSRTL_PER_FILEOBJECT_CONTEXT NTAPI
FsRtlRemovePerFileObjectContext(PFILE_OBJECT, PVOID, PVOID);

// Extra create parameters.
typedef struct _ECP_LIST ECP_LIST, *PECP_LIST;
typedef struct _ECP_HEADER ECP_HEADER, *PECP_HEADER;
typedef ULONG FSRTL_ALLOCATE_ECPLIST_FLAGS, FSRTL_ALLOCATE_ECP_FLAGS,
    FSRTL_ECP_LOOKASIDE_FLAGS;
#define FSRTL_ALLOCATE_ECPLIST_FLAG_CHARGE_QUOTA 0x00000001
#define FSRTL_ALLOCATE_ECP_FLAG_CHARGE_QUOTA 0x00000001
#define FSRTL_ALLOCATE_ECP_FLAG_NONPAGED_POOL 0x00000002
#define FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL 0x00000002
typedef VOID(NTAPI *PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK)(PVOID,
                                                                    LPCGUID);
typedef VOID NTAPI FSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK(PVOID, LPCGUID);
NTSTATUS NTAPI
FsRtlAllocateExtraCreateParameterList(FSRTL_ALLOCATE_ECPLIST_FLAGS, PECP_LIST *);
VOID NTAPI FsRtlFreeExtraCreateParameterList(PECP_LIST);
NTSTATUS NTAPI FsRtlAllocateExtraCreateParameter(
    LPCGUID, ULONG, FSRTL_ALLOCATE_ECP_FLAGS,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK, ULONG, PVOID *);
VOID NTAPI FsRtlFreeExtraCreateParameter(PVOID);
NTSTATUS NTAPI FsRtlInsertExtraCreateParameter(PECP_LIST, PVOID);
NTSTATUS NTAPI FsRtlRemoveExtraCreateParameter(PECP_LIST, LPCGUID, PVOID *,
                                               PULONG);
NTSTATUS NTAPI FsRtlFindExtraCreateParameter(PECP_LIST, LPCGUID, PVOID *, PULONG);
NTSTATUS NTAPI FsRtlGetNextExtraCreateParameter(PECP_LIST, PVOID, LPGUID, PVOID *,
                                                PULONG);
NTSTATUS NTAPI FsRtlGetEcpListFromIrp(PIRP, PECP_LIST *);
NTSTATUS NTAPI FsRtlSetEcpListIntoIrp(PIRP, PECP_LIST);
VOID NTAPI FsRtlAcknowledgeEcp(PVOID);
VOID NTAPI FsRtlPrepareToReuseEcp(PVOID);
BOOLEAN NTAPI FsRtlIsEcpAcknowledged(PVOID);
BOOLEAN NTAPI FsRtlIsEcpFromUserMode(PVOID);
VOID NTAPI FsRtlInitExtraCreateParameterLookasideList(PVOID,
                                                      FSRTL_ECP_LOOKASIDE_FLAGS,
                                                      SIZE_T, ULONG);
VOID NTAPI
FsRtlDeleteExtraCreateParameterLookasideList(PVOID, FSRTL_ECP_LOOKASIDE_FLAGS);

// FsFilter callbacks.
typedef enum _FS_FILTER_SECTION_SYNC_TYPE {
  SyncTypeOther = 0,
  SyncTypeCreateSection
} FS_FILTER_SECTION_SYNC_TYPE,
    *PFS_FILTER_SECTION_SYNC_TYPE;
typedef enum _FS_FILTER_STREAM_FO_NOTIFICATION_TYPE {
  NotifyTypeCreate = 0,
  NotifyTypeRetired
} FS_FILTER_STREAM_FO_NOTIFICATION_TYPE,
    *PFS_FILTER_STREAM_FO_NOTIFICATION_TYPE;
#define FS_FILTER_ACQUIRE_FOR_SECTION_SYNCHRONIZATION (UCHAR)-1
#define FS_FILTER_RELEASE_FOR_SECTION_SYNCHRONIZATION (UCHAR)-2
#define FS_FILTER_ACQUIRE_FOR_MOD_WRITE (UCHAR)-3
#define FS_FILTER_RELEASE_FOR_MOD_WRITE (UCHAR)-4
#define FS_FILTER_ACQUIRE_FOR_CC_FLUSH (UCHAR)-5
#define FS_FILTER_RELEASE_FOR_CC_FLUSH (UCHAR)-6
#define FS_FILTER_QUERY_OPEN (UCHAR)-7
typedef struct _FS_FILTER_SECTION_SYNC_OUTPUT {
  ULONG StructureSize;
  ULONG SizeReturned;
  ULONG Flags;
  ULONG DesiredReadAlignment;
} FS_FILTER_SECTION_SYNC_OUTPUT, *PFS_FILTER_SECTION_SYNC_OUTPUT;
typedef union _FS_FILTER_PARAMETERS {
  struct {
    PLARGE_INTEGER EndingOffset;
    PERESOURCE *ResourceToRelease;
  } AcquireForModifiedPageWriter;
  struct {
    PERESOURCE ResourceToRelease;
  } ReleaseForModifiedPageWriter;
  struct {
    FS_FILTER_SECTION_SYNC_TYPE SyncType;
    ULONG PageProtection;
    PFS_FILTER_SECTION_SYNC_OUTPUT OutputInformation;
    ULONG Flags;
    ULONG AllocationAttributes;
  } AcquireForSectionSynchronization;
  struct {
    FS_FILTER_STREAM_FO_NOTIFICATION_TYPE NotificationType;
    BOOLEAN POINTER_ALIGNMENT SafeToRecurse;
  } NotifyStreamFileObject;
  struct {
    PIRP Irp;
    PVOID FileInformation;
    PULONG Length;
    FILE_INFORMATION_CLASS FileInformationClass;
    NTSTATUS CompletionStatus;
  } QueryOpen;
  struct {
    PVOID Argument1;
    PVOID Argument2;
    PVOID Argument3;
    PVOID Argument4;
    PVOID Argument5;
  } Others;
} FS_FILTER_PARAMETERS, *PFS_FILTER_PARAMETERS;
typedef struct _FS_FILTER_CALLBACK_DATA {
  ULONG SizeOfFsFilterCallbackData;
  UCHAR Operation;
  UCHAR Reserved;
  struct _DEVICE_OBJECT *DeviceObject;
  struct _FILE_OBJECT *FileObject;
  FS_FILTER_PARAMETERS Parameters;
} FS_FILTER_CALLBACK_DATA, *PFS_FILTER_CALLBACK_DATA;
typedef NTSTATUS (NTAPI *PFS_FILTER_CALLBACK)(PFS_FILTER_CALLBACK_DATA, PVOID *);
typedef VOID (NTAPI *PFS_FILTER_COMPLETION_CALLBACK)(PFS_FILTER_CALLBACK_DATA,
                                                     NTSTATUS, PVOID);
typedef struct _FS_FILTER_CALLBACKS {
  ULONG SizeOfFsFilterCallbacks;
  ULONG Reserved;
  PFS_FILTER_CALLBACK PreAcquireForSectionSynchronization;
  PFS_FILTER_COMPLETION_CALLBACK PostAcquireForSectionSynchronization;
  PFS_FILTER_CALLBACK PreReleaseForSectionSynchronization;
  PFS_FILTER_COMPLETION_CALLBACK PostReleaseForSectionSynchronization;
  PFS_FILTER_CALLBACK PreAcquireForCcFlush;
  PFS_FILTER_COMPLETION_CALLBACK PostAcquireForCcFlush;
  PFS_FILTER_CALLBACK PreReleaseForCcFlush;
  PFS_FILTER_COMPLETION_CALLBACK PostReleaseForCcFlush;
  PFS_FILTER_CALLBACK PreAcquireForModifiedPageWriter;
  PFS_FILTER_COMPLETION_CALLBACK PostAcquireForModifiedPageWriter;
  PFS_FILTER_CALLBACK PreReleaseForModifiedPageWriter;
  PFS_FILTER_COMPLETION_CALLBACK PostReleaseForModifiedPageWriter;
  PFS_FILTER_CALLBACK PreQueryOpen;
  PFS_FILTER_COMPLETION_CALLBACK PostQueryOpen;
} FS_FILTER_CALLBACKS, *PFS_FILTER_CALLBACKS;
NTSTATUS NTAPI FsRtlRegisterFileSystemFilterCallbacks(struct _DRIVER_OBJECT *,
                                                      PFS_FILTER_CALLBACKS);

FLT_STANDIN_END
#endif
