// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the registry definitions, system services (Zw and Nt) and
// registry callbacks. Written from documented facts.
#ifndef FLT_STANDIN_ZW_H
#define FLT_STANDIN_ZW_H
#include "ps.h"

FLT_STANDIN_BEGIN

#define REG_NONE (0ul)
#define REG_SZ (1ul)
#define REG_EXPAND_SZ (2ul)
#define REG_BINARY (3ul)
#define REG_DWORD (4ul)
#define REG_DWORD_LITTLE_ENDIAN (4ul)
#define REG_DWORD_BIG_ENDIAN (5ul)
#define REG_LINK (6ul)
#define REG_MULTI_SZ (7ul)
#define REG_RESOURCE_LIST (8ul)
#define REG_QWORD (11ul)
#define KEY_QUERY_VALUE (0x0001)
#define KEY_SET_VALUE (0x0002)
#define KEY_CREATE_SUB_KEY (0x0004)
#define KEY_ENUMERATE_SUB_KEYS (0x0008)
#define KEY_NOTIFY (0x0010)
#define KEY_CREATE_LINK (0x0020)
#define KEY_WOW64_64KEY (0x0100)
#define KEY_WOW64_32KEY (0x0200)
#define KEY_READ                                                               \
  ((STANDARD_RIGHTS_READ | KEY_QUERY_VALUE | KEY_ENUMERATE_SUB_KEYS |          \
    KEY_NOTIFY) &                                                              \
   (~SYNCHRONIZE))
#define KEY_WRITE                                                              \
  ((STANDARD_RIGHTS_WRITE | KEY_SET_VALUE | KEY_CREATE_SUB_KEY) & (~SYNCHRONIZE))
#define KEY_EXECUTE ((KEY_READ) & (~SYNCHRONIZE))
#define KEY_ALL_ACCESS                                                         \
  ((STANDARD_RIGHTS_ALL | KEY_QUERY_VALUE | KEY_SET_VALUE |                    \
    KEY_CREATE_SUB_KEY | KEY_ENUMERATE_SUB_KEYS | KEY_NOTIFY |                 \
    KEY_CREATE_LINK) &                                                         \
   (~SYNCHRONIZE))
#define REG_OPTION_NON_VOLATILE (0x00000000L)
#define REG_OPTION_VOLATILE (0x00000001L)
#define REG_OPTION_CREATE_LINK (0x00000002L)
#define REG_OPTION_BACKUP_RESTORE (0x00000004L)
#define REG_OPTION_OPEN_LINK (0x00000008L)
#define REG_CREATED_NEW_KEY (0x00000001L)
#define REG_OPENED_EXISTING_KEY (0x00000002L)
typedef enum _KEY_INFORMATION_CLASS {
  KeyBasicInformation,
  KeyNodeInformation,
  KeyFullInformation,
  KeyNameInformation,
  KeyCachedInformation,
  KeyFlagsInformation,
  KeyVirtualizationInformation,
  KeyHandleTagsInformation,
  KeyTrustInformation,
  KeyLayerInformation,
  MaxKeyInfoClass
} KEY_INFORMATION_CLASS;
typedef enum _KEY_VALUE_INFORMATION_CLASS {
  KeyValueBasicInformation,
  KeyValueFullInformation,
  KeyValuePartialInformation,
  KeyValueFullInformationAlign64,
  KeyValuePartialInformationAlign64,
  KeyValueLayerInformation,
  MaxKeyValueInfoClass
} KEY_VALUE_INFORMATION_CLASS;
typedef enum _KEY_SET_INFORMATION_CLASS {
  KeyWriteTimeInformation,
  KeyWow64FlagsInformation,
  KeyControlFlagsInformation,
  KeySetVirtualizationInformation,
  KeySetDebugInformation,
  KeySetHandleTagsInformation,
  KeySetLayerInformation,
  MaxKeySetInfoClass
} KEY_SET_INFORMATION_CLASS;
typedef struct _KEY_BASIC_INFORMATION {
  LARGE_INTEGER LastWriteTime;
  ULONG TitleIndex;
  ULONG NameLength;
  WCHAR Name[1];
} KEY_BASIC_INFORMATION, *PKEY_BASIC_INFORMATION;
typedef struct _KEY_NODE_INFORMATION {
  LARGE_INTEGER LastWriteTime;
  ULONG TitleIndex;
  ULONG ClassOffset;
  ULONG ClassLength;
  ULONG NameLength;
  WCHAR Name[1];
} KEY_NODE_INFORMATION, *PKEY_NODE_INFORMATION;
typedef struct _KEY_FULL_INFORMATION {
  LARGE_INTEGER LastWriteTime;
  ULONG TitleIndex, ClassOffset, ClassLength, SubKeys, MaxNameLen, MaxClassLen,
      Values, MaxValueNameLen, MaxValueDataLen;
  WCHAR Class[1];
} KEY_FULL_INFORMATION, *PKEY_FULL_INFORMATION;
typedef struct _KEY_NAME_INFORMATION {
  ULONG NameLength;
  WCHAR Name[1];
} KEY_NAME_INFORMATION, *PKEY_NAME_INFORMATION;
typedef struct _KEY_VALUE_BASIC_INFORMATION {
  ULONG TitleIndex;
  ULONG Type;
  ULONG NameLength;
  WCHAR Name[1];
} KEY_VALUE_BASIC_INFORMATION, *PKEY_VALUE_BASIC_INFORMATION;
typedef struct _KEY_VALUE_FULL_INFORMATION {
  ULONG TitleIndex;
  ULONG Type;
  ULONG DataOffset;
  ULONG DataLength;
  ULONG NameLength;
  WCHAR Name[1];
} KEY_VALUE_FULL_INFORMATION, *PKEY_VALUE_FULL_INFORMATION;
typedef struct _KEY_VALUE_PARTIAL_INFORMATION {
  ULONG TitleIndex;
  ULONG Type;
  ULONG DataLength;
  UCHAR Data[1];
} KEY_VALUE_PARTIAL_INFORMATION, *PKEY_VALUE_PARTIAL_INFORMATION;
typedef struct _KEY_VALUE_ENTRY {
  PUNICODE_STRING ValueName;
  ULONG DataLength;
  ULONG DataOffset;
  ULONG Type;
} KEY_VALUE_ENTRY, *PKEY_VALUE_ENTRY;

// One declaration for both prefixes of a system service.
#define FLT_STANDIN_ZWNT(Name, ...)                                            \
  NTSTATUS NTAPI Zw##Name(__VA_ARGS__);                                        \
  NTSTATUS NTAPI Nt##Name(__VA_ARGS__)
FLT_STANDIN_ZWNT(Close, HANDLE);
FLT_STANDIN_ZWNT(CreateFile, PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES,
                 PIO_STATUS_BLOCK, PLARGE_INTEGER, ULONG, ULONG, ULONG, ULONG,
                 PVOID, ULONG);
FLT_STANDIN_ZWNT(OpenFile, PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES,
                 PIO_STATUS_BLOCK, ULONG, ULONG);
FLT_STANDIN_ZWNT(ReadFile, HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID,
                 PIO_STATUS_BLOCK, PVOID, ULONG, PLARGE_INTEGER, PULONG);
FLT_STANDIN_ZWNT(WriteFile, HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID,
                 PIO_STATUS_BLOCK, PVOID, ULONG, PLARGE_INTEGER, PULONG);
FLT_STANDIN_ZWNT(DeviceIoControlFile, HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID,
                 PIO_STATUS_BLOCK, ULONG, PVOID, ULONG, PVOID, ULONG);
FLT_STANDIN_ZWNT(FsControlFile, HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID,
                 PIO_STATUS_BLOCK, ULONG, PVOID, ULONG, PVOID, ULONG);
FLT_STANDIN_ZWNT(QueryInformationFile, HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG,
                 FILE_INFORMATION_CLASS);
FLT_STANDIN_ZWNT(SetInformationFile, HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG,
                 FILE_INFORMATION_CLASS);
FLT_STANDIN_ZWNT(QueryDirectoryFile, HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID,
                 PIO_STATUS_BLOCK, PVOID, ULONG, FILE_INFORMATION_CLASS, BOOLEAN,
                 PUNICODE_STRING, BOOLEAN);
FLT_STANDIN_ZWNT(QueryDirectoryFileEx, HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID,
                 PIO_STATUS_BLOCK, PVOID, ULONG, FILE_INFORMATION_CLASS, ULONG,
                 PUNICODE_STRING);
FLT_STANDIN_ZWNT(QueryVolumeInformationFile, HANDLE, PIO_STATUS_BLOCK, PVOID,
                 ULONG, FS_INFORMATION_CLASS);
FLT_STANDIN_ZWNT(SetVolumeInformationFile, HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG,
                 FS_INFORMATION_CLASS);
NTSTATUS NTAPI ZwQueryFullAttributesFile(POBJECT_ATTRIBUTES, PFILE_NETWORK_OPEN_INFORMATION);
NTSTATUS NTAPI ZwQueryEaFile(HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG, BOOLEAN, PVOID, ULONG, PULONG, BOOLEAN);
NTSTATUS NTAPI ZwSetEaFile(HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG);
FLT_STANDIN_ZWNT(QueryQuotaInformationFile, HANDLE, PIO_STATUS_BLOCK, PVOID,
                 ULONG, BOOLEAN, PVOID, ULONG, PSID, BOOLEAN);
FLT_STANDIN_ZWNT(QuerySecurityObject, HANDLE, SECURITY_INFORMATION,
                 PSECURITY_DESCRIPTOR, ULONG, PULONG);
FLT_STANDIN_ZWNT(SetSecurityObject, HANDLE, SECURITY_INFORMATION,
                 PSECURITY_DESCRIPTOR);
NTSTATUS NTAPI ZwFlushBuffersFile(HANDLE, PIO_STATUS_BLOCK);
FLT_STANDIN_ZWNT(FlushBuffersFileEx, HANDLE, ULONG, PVOID, ULONG,
                 PIO_STATUS_BLOCK);
NTSTATUS NTAPI ZwDeleteFile(POBJECT_ATTRIBUTES);
FLT_STANDIN_ZWNT(LockFile, HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID,
                 PIO_STATUS_BLOCK, PLARGE_INTEGER, PLARGE_INTEGER, ULONG, BOOLEAN,
                 BOOLEAN);
FLT_STANDIN_ZWNT(UnlockFile, HANDLE, PIO_STATUS_BLOCK, PLARGE_INTEGER,
                 PLARGE_INTEGER, ULONG);
NTSTATUS NTAPI ZwNotifyChangeKey(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, ULONG, BOOLEAN, PVOID, ULONG, BOOLEAN);
NTSTATUS NTAPI ZwDuplicateObject(HANDLE, HANDLE, HANDLE, PHANDLE, ACCESS_MASK, ULONG, ULONG);
NTSTATUS NTAPI ZwMakeTemporaryObject(HANDLE);
typedef enum _OBJECT_INFORMATION_CLASS {
  ObjectBasicInformation = 0,
  ObjectTypeInformation = 2
} OBJECT_INFORMATION_CLASS;
FLT_STANDIN_ZWNT(QueryObject, HANDLE, OBJECT_INFORMATION_CLASS, PVOID, ULONG,
                 PULONG);
NTSTATUS NTAPI ZwCreateDirectoryObject(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES);
NTSTATUS NTAPI ZwOpenDirectoryObject(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES);
NTSTATUS NTAPI ZwOpenSymbolicLinkObject(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES);
NTSTATUS NTAPI ZwQuerySymbolicLinkObject(HANDLE, PUNICODE_STRING, PULONG);
NTSTATUS NTAPI ZwCreateEvent(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, EVENT_TYPE, BOOLEAN);
NTSTATUS NTAPI ZwOpenEvent(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES);
NTSTATUS NTAPI ZwSetEvent(HANDLE, PLONG);
NTSTATUS NTAPI ZwWaitForSingleObject(HANDLE, BOOLEAN, PLARGE_INTEGER);
FLT_STANDIN_ZWNT(CreateSection, PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES,
                 PLARGE_INTEGER, ULONG, ULONG, HANDLE);
NTSTATUS NTAPI ZwOpenSection(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES);
NTSTATUS NTAPI ZwMapViewOfSection(HANDLE, HANDLE, PVOID *, ULONG_PTR, SIZE_T, PLARGE_INTEGER, PSIZE_T, SECTION_INHERIT, ULONG, ULONG);
NTSTATUS NTAPI ZwUnmapViewOfSection(HANDLE, PVOID);
FLT_STANDIN_ZWNT(AllocateVirtualMemory, HANDLE, PVOID *, ULONG_PTR, PSIZE_T,
                 ULONG, ULONG);
FLT_STANDIN_ZWNT(FreeVirtualMemory, HANDLE, PVOID *, PSIZE_T, ULONG);
FLT_STANDIN_ZWNT(QueryVirtualMemory, HANDLE, PVOID, MEMORY_INFORMATION_CLASS,
                 PVOID, SIZE_T, PSIZE_T);
NTSTATUS NTAPI ZwLoadDriver(PUNICODE_STRING);
NTSTATUS NTAPI ZwUnloadDriver(PUNICODE_STRING);
NTSTATUS NTAPI ZwCreateKey(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, ULONG, PUNICODE_STRING, ULONG, PULONG);
NTSTATUS NTAPI ZwOpenKey(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES);
NTSTATUS NTAPI ZwOpenKeyEx(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, ULONG);
NTSTATUS NTAPI ZwDeleteKey(HANDLE);
NTSTATUS NTAPI ZwFlushKey(HANDLE);
NTSTATUS NTAPI ZwRenameKey(HANDLE, PUNICODE_STRING);
NTSTATUS NTAPI ZwDeleteValueKey(HANDLE, PUNICODE_STRING);
NTSTATUS NTAPI ZwEnumerateKey(HANDLE, ULONG, KEY_INFORMATION_CLASS, PVOID, ULONG, PULONG);
NTSTATUS NTAPI ZwEnumerateValueKey(HANDLE, ULONG, KEY_VALUE_INFORMATION_CLASS, PVOID, ULONG, PULONG);
NTSTATUS NTAPI ZwQueryKey(HANDLE, KEY_INFORMATION_CLASS, PVOID, ULONG, PULONG);
NTSTATUS NTAPI ZwQueryValueKey(HANDLE, PUNICODE_STRING, KEY_VALUE_INFORMATION_CLASS, PVOID, ULONG, PULONG);
NTSTATUS NTAPI ZwSetValueKey(HANDLE, PUNICODE_STRING, ULONG, ULONG, PVOID, ULONG);
typedef enum _PROCESSINFOCLASS {
  ProcessBasicInformation = 0,
  ProcessQuotaLimits = 1,
  ProcessIoCounters = 2,
  ProcessVmCounters = 3,
  ProcessTimes = 4,
  ProcessDebugPort = 7,
  ProcessAccessToken = 9,
  ProcessDeviceMap = 23,
  ProcessSessionInformation = 24,
  ProcessWow64Information = 26,
  ProcessImageFileName = 27,
  ProcessBreakOnTermination = 29,
  ProcessExecuteFlags = 34,
  ProcessImageFileNameWin32 = 43,
  ProcessCommandLineInformation = 60,
  ProcessProtectionInformation = 61,
  ProcessSubsystemInformation = 75
} PROCESSINFOCLASS;
typedef enum _THREADINFOCLASS {
  ThreadBasicInformation = 0,
  ThreadTimes = 1,
  ThreadPriority = 2,
  ThreadBasePriority = 3,
  ThreadAffinityMask = 4,
  ThreadImpersonationToken = 5,
  ThreadQuerySetWin32StartAddress = 9,
  ThreadPagePriority = 24,
  ThreadIoPriority = 22
} THREADINFOCLASS;
typedef struct _PROCESS_BASIC_INFORMATION {
  NTSTATUS ExitStatus;
  struct _PEB *PebBaseAddress;
  ULONG_PTR AffinityMask;
  KPRIORITY BasePriority;
  ULONG_PTR UniqueProcessId;
  ULONG_PTR InheritedFromUniqueProcessId;
} PROCESS_BASIC_INFORMATION, *PPROCESS_BASIC_INFORMATION;
typedef struct _KERNEL_USER_TIMES {
  LARGE_INTEGER CreateTime;
  LARGE_INTEGER ExitTime;
  LARGE_INTEGER KernelTime;
  LARGE_INTEGER UserTime;
} KERNEL_USER_TIMES, *PKERNEL_USER_TIMES;
typedef struct _PROCESS_SESSION_INFORMATION {
  ULONG SessionId;
} PROCESS_SESSION_INFORMATION, *PPROCESS_SESSION_INFORMATION;
FLT_STANDIN_ZWNT(SetInformationThread, HANDLE, THREADINFOCLASS, PVOID, ULONG);
FLT_STANDIN_ZWNT(OpenProcess, PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES,
                 PCLIENT_ID);
NTSTATUS NTAPI ZwTerminateProcess(HANDLE, NTSTATUS);
FLT_STANDIN_ZWNT(OpenProcessTokenEx, HANDLE, ACCESS_MASK, ULONG, PHANDLE);
FLT_STANDIN_ZWNT(OpenThreadTokenEx, HANDLE, ACCESS_MASK, BOOLEAN, ULONG, PHANDLE);
NTSTATUS NTAPI NtOpenProcessToken(HANDLE, ACCESS_MASK, PHANDLE);
NTSTATUS NTAPI NtOpenThreadToken(HANDLE, ACCESS_MASK, BOOLEAN, PHANDLE);
NTSTATUS NTAPI ZwAllocateLocallyUniqueId(PLUID);
FLT_STANDIN_ZWNT(PowerInformation, ULONG, PVOID, ULONG, PVOID, ULONG);
NTSTATUS NTAPI ZwCreateTimer(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, TIMER_TYPE);
NTSTATUS NTAPI ZwDisplayString(PUNICODE_STRING);

// Registry callbacks.
typedef enum _REG_NOTIFY_CLASS {
  RegNtDeleteKey,
  RegNtPreDeleteKey = RegNtDeleteKey,
  RegNtSetValueKey,
  RegNtPreSetValueKey = RegNtSetValueKey,
  RegNtDeleteValueKey,
  RegNtPreDeleteValueKey = RegNtDeleteValueKey,
  RegNtSetInformationKey,
  RegNtPreSetInformationKey = RegNtSetInformationKey,
  RegNtRenameKey,
  RegNtPreRenameKey = RegNtRenameKey,
  RegNtEnumerateKey,
  RegNtPreEnumerateKey = RegNtEnumerateKey,
  RegNtEnumerateValueKey,
  RegNtPreEnumerateValueKey = RegNtEnumerateValueKey,
  RegNtQueryKey,
  RegNtPreQueryKey = RegNtQueryKey,
  RegNtQueryValueKey,
  RegNtPreQueryValueKey = RegNtQueryValueKey,
  RegNtQueryMultipleValueKey,
  RegNtPreQueryMultipleValueKey = RegNtQueryMultipleValueKey,
  RegNtPreCreateKey,
  RegNtPostCreateKey,
  RegNtPreOpenKey,
  RegNtPostOpenKey,
  RegNtKeyHandleClose,
  RegNtPreKeyHandleClose = RegNtKeyHandleClose,
  RegNtPostDeleteKey,
  RegNtPostSetValueKey,
  RegNtPostDeleteValueKey,
  RegNtPostSetInformationKey,
  RegNtPostRenameKey,
  RegNtPostEnumerateKey,
  RegNtPostEnumerateValueKey,
  RegNtPostQueryKey,
  RegNtPostQueryValueKey,
  RegNtPostQueryMultipleValueKey,
  RegNtPostKeyHandleClose,
  RegNtPreCreateKeyEx,
  RegNtPostCreateKeyEx,
  RegNtPreOpenKeyEx,
  RegNtPostOpenKeyEx,
  RegNtPreFlushKey,
  RegNtPostFlushKey,
  RegNtPreLoadKey,
  RegNtPostLoadKey,
  RegNtPreUnLoadKey,
  RegNtPostUnLoadKey,
  RegNtPreQueryKeySecurity,
  RegNtPostQueryKeySecurity,
  RegNtPreSetKeySecurity,
  RegNtPostSetKeySecurity,
  RegNtCallbackObjectContextCleanup,
  RegNtPreRestoreKey,
  RegNtPostRestoreKey,
  RegNtPreSaveKey,
  RegNtPostSaveKey,
  RegNtPreReplaceKey,
  RegNtPostReplaceKey,
  RegNtPreQueryKeyName,
  RegNtPostQueryKeyName,
  RegNtPreSaveMergedKey,
  RegNtPostSaveMergedKey,
  MaxRegNtNotifyClass
} REG_NOTIFY_CLASS;
typedef struct _REG_DELETE_KEY_INFORMATION {
  PVOID Object;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_DELETE_KEY_INFORMATION, *PREG_DELETE_KEY_INFORMATION,
    REG_KEY_HANDLE_CLOSE_INFORMATION, *PREG_KEY_HANDLE_CLOSE_INFORMATION,
    REG_FLUSH_KEY_INFORMATION, *PREG_FLUSH_KEY_INFORMATION;
typedef struct _REG_SET_VALUE_KEY_INFORMATION {
  PVOID Object;
  PUNICODE_STRING ValueName;
  ULONG TitleIndex;
  ULONG Type;
  PVOID Data;
  ULONG DataSize;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_SET_VALUE_KEY_INFORMATION, *PREG_SET_VALUE_KEY_INFORMATION;
typedef struct _REG_DELETE_VALUE_KEY_INFORMATION {
  PVOID Object;
  PUNICODE_STRING ValueName;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_DELETE_VALUE_KEY_INFORMATION, *PREG_DELETE_VALUE_KEY_INFORMATION;
typedef struct _REG_RENAME_KEY_INFORMATION {
  PVOID Object;
  PUNICODE_STRING NewName;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_RENAME_KEY_INFORMATION, *PREG_RENAME_KEY_INFORMATION;
typedef struct _REG_CREATE_KEY_INFORMATION {
  PUNICODE_STRING CompleteName;
  PVOID RootObject;
  PVOID ObjectType;
  ULONG CreateOptions;
  PUNICODE_STRING Class;
  PVOID SecurityDescriptor;
  PVOID SecurityQualityOfService;
  ACCESS_MASK DesiredAccess;
  ACCESS_MASK GrantedAccess;
  PULONG Disposition;
  PVOID *ResultObject;
  PVOID CallContext;
  PVOID RootObjectContext;
  PVOID Transaction;
  PVOID Reserved;
} REG_CREATE_KEY_INFORMATION, REG_OPEN_KEY_INFORMATION,
    *PREG_CREATE_KEY_INFORMATION, *PREG_OPEN_KEY_INFORMATION;
typedef struct _REG_CREATE_KEY_INFORMATION_V1 {
  PUNICODE_STRING CompleteName;
  PVOID RootObject;
  PVOID ObjectType;
  ULONG Options;
  PUNICODE_STRING Class;
  PVOID SecurityDescriptor;
  PVOID SecurityQualityOfService;
  ACCESS_MASK DesiredAccess;
  ACCESS_MASK GrantedAccess;
  PULONG Disposition;
  PVOID *ResultObject;
  PVOID CallContext;
  PVOID RootObjectContext;
  PVOID Transaction;
  ULONG_PTR Version;
  PUNICODE_STRING RemainingName;
  ULONG Wow64Flags;
  ULONG Attributes;
  KPROCESSOR_MODE CheckAccessMode;
} REG_CREATE_KEY_INFORMATION_V1, REG_OPEN_KEY_INFORMATION_V1,
    *PREG_CREATE_KEY_INFORMATION_V1, *PREG_OPEN_KEY_INFORMATION_V1;
typedef struct _REG_POST_OPERATION_INFORMATION {
  PVOID Object;
  NTSTATUS Status;
  PVOID PreInformation;
  NTSTATUS ReturnStatus;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_POST_OPERATION_INFORMATION, *PREG_POST_OPERATION_INFORMATION;
typedef struct _REG_LOAD_KEY_INFORMATION {
  PVOID Object;
  PUNICODE_STRING KeyName;
  PUNICODE_STRING SourceFile;
  ULONG Flags;
  PVOID TrustClassObject;
  PVOID UserEvent;
  ACCESS_MASK DesiredAccess;
  PHANDLE RootHandle;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_LOAD_KEY_INFORMATION, *PREG_LOAD_KEY_INFORMATION;
typedef NTSTATUS NTAPI EX_CALLBACK_FUNCTION(PVOID, PVOID, PVOID);
typedef EX_CALLBACK_FUNCTION *PEX_CALLBACK_FUNCTION;
NTSTATUS NTAPI CmRegisterCallback(PEX_CALLBACK_FUNCTION, PVOID, PLARGE_INTEGER);
NTSTATUS NTAPI CmRegisterCallbackEx(PEX_CALLBACK_FUNCTION, PCUNICODE_STRING,
                                    PVOID, PVOID, PLARGE_INTEGER, PVOID);
NTSTATUS NTAPI CmUnRegisterCallback(LARGE_INTEGER);
NTSTATUS NTAPI CmCallbackGetKeyObjectID(PLARGE_INTEGER, PVOID, PULONG_PTR,
                                        PCUNICODE_STRING *);
NTSTATUS NTAPI CmCallbackGetKeyObjectIDEx(PLARGE_INTEGER, PVOID, PULONG_PTR,
                                          PCUNICODE_STRING *, ULONG);
VOID NTAPI CmCallbackReleaseKeyObjectIDEx(PCUNICODE_STRING);
NTSTATUS NTAPI CmSetCallbackObjectContext(PVOID, PLARGE_INTEGER, PVOID, PVOID *);
PVOID NTAPI CmGetBoundTransaction(PLARGE_INTEGER, PVOID);
VOID NTAPI CmGetCallbackVersion(PULONG, PULONG);

typedef struct _VM_COUNTERS {
  SIZE_T PeakVirtualSize, VirtualSize;
  ULONG PageFaultCount;
  SIZE_T PeakWorkingSetSize, WorkingSetSize, QuotaPeakPagedPoolUsage,
      QuotaPagedPoolUsage, QuotaPeakNonPagedPoolUsage, QuotaNonPagedPoolUsage,
      PagefileUsage, PeakPagefileUsage;
} VM_COUNTERS, *PVM_COUNTERS;
typedef struct _IO_COUNTERS {
  ULONGLONG ReadOperationCount, WriteOperationCount, OtherOperationCount,
      ReadTransferCount, WriteTransferCount, OtherTransferCount;
} IO_COUNTERS, *PIO_COUNTERS;
typedef struct _PROCESS_ACCESS_TOKEN {
  HANDLE Token, Thread;
} PROCESS_ACCESS_TOKEN, *PPROCESS_ACCESS_TOKEN;
FLT_STANDIN_END
#endif
