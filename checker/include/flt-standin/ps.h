// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the process structure and object managers: notify routines,
// system threads, references, object callbacks. Written from documented facts.
#ifndef FLT_STANDIN_PS_H
#define FLT_STANDIN_PS_H
#include "io.h"

FLT_STANDIN_BEGIN

typedef struct _CLIENT_ID {
  HANDLE UniqueProcess;
  HANDLE UniqueThread;
} CLIENT_ID, *PCLIENT_ID;
typedef struct _OBJECT_TYPE *POBJECT_TYPE;

#define PROCESS_DUP_HANDLE (0x0040)
#define PROCESS_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0xFFFF)
#define THREAD_TERMINATE (0x0001)
#define THREAD_SUSPEND_RESUME (0x0002)
#define THREAD_ALERT (0x0004)
#define THREAD_GET_CONTEXT (0x0008)
#define THREAD_SET_CONTEXT (0x0010)
#define THREAD_SET_INFORMATION (0x0020)
#define THREAD_SET_LIMITED_INFORMATION (0x0400)
#define THREAD_QUERY_LIMITED_INFORMATION (0x0800)
#define THREAD_RESUME (0x1000)
#define THREAD_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0xFFFF)
#define EVENT_QUERY_STATE 0x0001
#define EVENT_MODIFY_STATE 0x0002
#define EVENT_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0x3)
#define SEMAPHORE_MODIFY_STATE 0x0002
#define SEMAPHORE_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0x3)
#define DIRECTORY_QUERY (0x0001)
#define DIRECTORY_TRAVERSE (0x0002)
#define DIRECTORY_CREATE_OBJECT (0x0004)
#define DIRECTORY_CREATE_SUBDIRECTORY (0x0008)
#define DIRECTORY_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | 0xF)
#define SYMBOLIC_LINK_QUERY 0x0001
#define SYMBOLIC_LINK_SET 0x0002
#define SYMBOLIC_LINK_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | 0x1)
#define SYMBOLIC_LINK_ALL_ACCESS_EX (STANDARD_RIGHTS_REQUIRED | 0xFFFF)
#define DUPLICATE_CLOSE_SOURCE 0x00000001
#define DUPLICATE_SAME_ACCESS 0x00000002
#define DUPLICATE_SAME_ATTRIBUTES 0x00000004
#define NtCurrentProcess() ((HANDLE)(LONG_PTR)-1)
#define ZwCurrentProcess() NtCurrentProcess()
#define NtCurrentThread() ((HANDLE)(LONG_PTR)-2)
#define ZwCurrentThread() NtCurrentThread()

extern POBJECT_TYPE *CmKeyObjectType, *IoFileObjectType, *ExEventObjectType,
    *ExSemaphoreObjectType, *TmTransactionManagerObjectType,
    *TmResourceManagerObjectType, *TmEnlistmentObjectType,
    *TmTransactionObjectType, *PsProcessType, *PsThreadType, *SeTokenObjectType,
    *ExDesktopObjectType, *PsJobType, *LpcPortObjectType, *IoDriverObjectType,
    *IoDeviceObjectType, *MmSectionObjectType;
extern PEPROCESS PsInitialSystemProcess;

// Object manager.
typedef struct _OBJECT_HANDLE_INFORMATION {
  ULONG HandleAttributes;
  ACCESS_MASK GrantedAccess;
} OBJECT_HANDLE_INFORMATION, *POBJECT_HANDLE_INFORMATION;
NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK Access,
                                         POBJECT_TYPE Type, KPROCESSOR_MODE Mode,
                                         PVOID *Object,
                                         POBJECT_HANDLE_INFORMATION Info);
NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(HANDLE, ACCESS_MASK,
                                                POBJECT_TYPE, KPROCESSOR_MODE,
                                                ULONG, PVOID *,
                                                POBJECT_HANDLE_INFORMATION);
NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID, ACCESS_MASK, POBJECT_TYPE,
                                          KPROCESSOR_MODE);
NTSTATUS NTAPI ObReferenceObjectByPointerWithTag(PVOID, ACCESS_MASK,
                                                 POBJECT_TYPE, KPROCESSOR_MODE,
                                                 ULONG);
LONG_PTR FASTCALL ObfReferenceObject(PVOID Object);
LONG_PTR FASTCALL ObfReferenceObjectWithTag(PVOID, ULONG);
LONG_PTR FASTCALL ObfDereferenceObject(PVOID Object);
LONG_PTR FASTCALL ObfDereferenceObjectWithTag(PVOID, ULONG);
BOOLEAN NTAPI ObReferenceObjectSafe(PVOID);
VOID NTAPI ObDereferenceObjectDeferDelete(PVOID);
VOID NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID, ULONG);
#define ObReferenceObject(O) ObfReferenceObject(O)
#define ObReferenceObjectWithTag(O, T) ObfReferenceObjectWithTag(O, T)
#define ObDereferenceObject(O) ObfDereferenceObject(O)
#define ObDereferenceObjectWithTag(O, T) ObfDereferenceObjectWithTag(O, T)
NTSTATUS NTAPI ObOpenObjectByPointer(PVOID, ULONG, PACCESS_STATE, ACCESS_MASK,
                                     POBJECT_TYPE, KPROCESSOR_MODE, PHANDLE);
NTSTATUS NTAPI ObOpenObjectByPointerWithTag(PVOID, ULONG, PACCESS_STATE,
                                            ACCESS_MASK, POBJECT_TYPE,
                                            KPROCESSOR_MODE, ULONG, PHANDLE);
NTSTATUS NTAPI ObInsertObject(PVOID, PACCESS_STATE, ACCESS_MASK, ULONG, PVOID *,
                              PHANDLE);
VOID NTAPI ObMakeTemporaryObject(PVOID);
NTSTATUS NTAPI ObQueryNameString(PVOID, POBJECT_NAME_INFORMATION, ULONG, PULONG);
NTSTATUS NTAPI ObQueryObjectAuditingByHandle(HANDLE, PBOOLEAN);
NTSTATUS NTAPI ObGetObjectSecurity(PVOID, PSECURITY_DESCRIPTOR *, PBOOLEAN);
VOID NTAPI ObReleaseObjectSecurity(PSECURITY_DESCRIPTOR, BOOLEAN);
NTSTATUS NTAPI ObCloseHandle(HANDLE, KPROCESSOR_MODE);
BOOLEAN NTAPI ObIsKernelHandle(HANDLE);

// Object callbacks.
typedef ULONG OB_OPERATION;
#define OB_OPERATION_HANDLE_CREATE 0x00000001
#define OB_OPERATION_HANDLE_DUPLICATE 0x00000002
#define OB_FLT_REGISTRATION_VERSION_0100 0x0100
#define OB_FLT_REGISTRATION_VERSION OB_FLT_REGISTRATION_VERSION_0100
typedef struct _OB_PRE_CREATE_HANDLE_INFORMATION {
  ACCESS_MASK DesiredAccess;
  ACCESS_MASK OriginalDesiredAccess;
} OB_PRE_CREATE_HANDLE_INFORMATION, *POB_PRE_CREATE_HANDLE_INFORMATION;
typedef struct _OB_PRE_DUPLICATE_HANDLE_INFORMATION {
  ACCESS_MASK DesiredAccess;
  ACCESS_MASK OriginalDesiredAccess;
  PVOID SourceProcess;
  PVOID TargetProcess;
} OB_PRE_DUPLICATE_HANDLE_INFORMATION, *POB_PRE_DUPLICATE_HANDLE_INFORMATION;
typedef union _OB_PRE_OPERATION_PARAMETERS {
  OB_PRE_CREATE_HANDLE_INFORMATION CreateHandleInformation;
  OB_PRE_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_PRE_OPERATION_PARAMETERS, *POB_PRE_OPERATION_PARAMETERS;
typedef struct _OB_PRE_OPERATION_INFORMATION {
  OB_OPERATION Operation;
  union {
    ULONG Flags;
    struct {
      ULONG KernelHandle : 1;
      ULONG Reserved : 31;
    };
  };
  PVOID Object;
  POBJECT_TYPE ObjectType;
  PVOID CallContext;
  POB_PRE_OPERATION_PARAMETERS Parameters;
} OB_PRE_OPERATION_INFORMATION, *POB_PRE_OPERATION_INFORMATION;
typedef struct _OB_POST_CREATE_HANDLE_INFORMATION {
  ACCESS_MASK GrantedAccess;
} OB_POST_CREATE_HANDLE_INFORMATION, *POB_POST_CREATE_HANDLE_INFORMATION;
typedef struct _OB_POST_DUPLICATE_HANDLE_INFORMATION {
  ACCESS_MASK GrantedAccess;
} OB_POST_DUPLICATE_HANDLE_INFORMATION, *POB_POST_DUPLICATE_HANDLE_INFORMATION;
typedef union _OB_POST_OPERATION_PARAMETERS {
  OB_POST_CREATE_HANDLE_INFORMATION CreateHandleInformation;
  OB_POST_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_POST_OPERATION_PARAMETERS, *POB_POST_OPERATION_PARAMETERS;
typedef struct _OB_POST_OPERATION_INFORMATION {
  OB_OPERATION Operation;
  union {
    ULONG Flags;
    struct {
      ULONG KernelHandle : 1;
      ULONG Reserved : 31;
    };
  };
  PVOID Object;
  POBJECT_TYPE ObjectType;
  PVOID CallContext;
  NTSTATUS ReturnStatus;
  POB_POST_OPERATION_PARAMETERS Parameters;
} OB_POST_OPERATION_INFORMATION, *POB_POST_OPERATION_INFORMATION;
typedef enum _OB_PREOP_CALLBACK_STATUS {
  OB_PREOP_SUCCESS
} OB_PREOP_CALLBACK_STATUS,
    *POB_PREOP_CALLBACK_STATUS;
typedef OB_PREOP_CALLBACK_STATUS (*POB_PRE_OPERATION_CALLBACK)(
    PVOID, POB_PRE_OPERATION_INFORMATION);
typedef VOID (*POB_POST_OPERATION_CALLBACK)(PVOID,
                                            POB_POST_OPERATION_INFORMATION);
typedef struct _OB_OPERATION_REGISTRATION {
  POBJECT_TYPE *ObjectType;
  OB_OPERATION Operations;
  POB_PRE_OPERATION_CALLBACK PreOperation;
  POB_POST_OPERATION_CALLBACK PostOperation;
} OB_OPERATION_REGISTRATION, *POB_OPERATION_REGISTRATION;
typedef struct _OB_CALLBACK_REGISTRATION {
  USHORT Version;
  USHORT OperationRegistrationCount;
  UNICODE_STRING Altitude;
  PVOID RegistrationContext;
  OB_OPERATION_REGISTRATION *OperationRegistration;
} OB_CALLBACK_REGISTRATION, *POB_CALLBACK_REGISTRATION;
NTSTATUS NTAPI ObRegisterCallbacks(POB_CALLBACK_REGISTRATION, PVOID *);
VOID NTAPI ObUnRegisterCallbacks(PVOID);
USHORT NTAPI ObGetFilterVersion(VOID);

// Processes and threads.
#define PsGetCurrentThread() ((PETHREAD)KeGetCurrentThread())
#define PsGetCurrentProcess() IoGetCurrentProcess()
PEPROCESS NTAPI IoGetCurrentProcess(VOID);
PEPROCESS NTAPI IoThreadToProcess(PETHREAD);
HANDLE NTAPI PsGetCurrentProcessId(VOID);
HANDLE NTAPI PsGetCurrentThreadId(VOID);
HANDLE NTAPI PsGetProcessId(PEPROCESS);
HANDLE NTAPI PsGetThreadId(PETHREAD);
HANDLE NTAPI PsGetThreadProcessId(PETHREAD);
PEPROCESS NTAPI PsGetThreadProcess(PETHREAD);
LONGLONG NTAPI PsGetProcessCreateTimeQuadPart(PEPROCESS);
LONGLONG NTAPI PsGetThreadCreateTime(PETHREAD);
NTSTATUS NTAPI PsGetProcessExitStatus(PEPROCESS);
NTSTATUS NTAPI PsGetThreadExitStatus(PETHREAD);
LARGE_INTEGER NTAPI PsGetProcessExitTime(VOID);
BOOLEAN NTAPI PsIsThreadTerminating(PETHREAD);
BOOLEAN NTAPI PsIsSystemThread(PETHREAD);
PVOID NTAPI PsGetCurrentThreadTeb(VOID);
NTSTATUS NTAPI PsLookupProcessByProcessId(HANDLE, PEPROCESS *);
NTSTATUS NTAPI PsLookupThreadByThreadId(HANDLE, PETHREAD *);
NTSTATUS NTAPI SeLocateProcessImageName(PEPROCESS, PUNICODE_STRING *);
typedef VOID NTAPI KSTART_ROUTINE(PVOID);
typedef KSTART_ROUTINE *PKSTART_ROUTINE;
NTSTATUS NTAPI PsCreateSystemThread(PHANDLE, ULONG, POBJECT_ATTRIBUTES, HANDLE,
                                    PCLIENT_ID, PKSTART_ROUTINE, PVOID);
NTSTATUS NTAPI IoCreateSystemThread(PVOID, PHANDLE, ULONG, POBJECT_ATTRIBUTES,
                                    HANDLE, PCLIENT_ID, PKSTART_ROUTINE, PVOID);
NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS);
BOOLEAN NTAPI PsGetVersion(PULONG, PULONG, PULONG, PUNICODE_STRING);
VOID NTAPI PsUpdateDiskCounters(PEPROCESS, ULONG64, ULONG64, ULONG, ULONG, ULONG);
BOOLEAN NTAPI PsIsDiskCountersEnabled(VOID);
VOID NTAPI PsChargePoolQuota(PEPROCESS, POOL_TYPE, ULONG_PTR);
NTSTATUS NTAPI PsChargeProcessPoolQuota(PEPROCESS, POOL_TYPE, ULONG_PTR);
VOID NTAPI PsReturnPoolQuota(PEPROCESS, POOL_TYPE, ULONG_PTR);

// Notify routines.
typedef VOID (NTAPI *PCREATE_PROCESS_NOTIFY_ROUTINE)(HANDLE ParentId,
                                                     HANDLE ProcessId,
                                                     BOOLEAN Create);
typedef struct _PS_CREATE_NOTIFY_INFO {
  SIZE_T Size;
  union {
    ULONG Flags;
    struct {
      ULONG FileOpenNameAvailable : 1;
      ULONG IsSubsystemProcess : 1;
      ULONG Reserved : 30;
    };
  };
  HANDLE ParentProcessId;
  CLIENT_ID CreatingThreadId;
  struct _FILE_OBJECT *FileObject;
  PCUNICODE_STRING ImageFileName;
  PCUNICODE_STRING CommandLine;
  NTSTATUS CreationStatus;
} PS_CREATE_NOTIFY_INFO, *PPS_CREATE_NOTIFY_INFO;
typedef VOID (NTAPI *PCREATE_PROCESS_NOTIFY_ROUTINE_EX)(PEPROCESS Process,
                                                        HANDLE ProcessId,
                                                        PPS_CREATE_NOTIFY_INFO);
typedef enum _PSCREATEPROCESSNOTIFYTYPE {
  PsCreateProcessNotifySubsystems = 0
} PSCREATEPROCESSNOTIFYTYPE;
typedef VOID (NTAPI *PCREATE_THREAD_NOTIFY_ROUTINE)(HANDLE ProcessId,
                                                    HANDLE ThreadId,
                                                    BOOLEAN Create);
typedef struct _IMAGE_INFO {
  union {
    ULONG Properties;
    struct {
      ULONG ImageAddressingMode : 8;
      ULONG SystemModeImage : 1;
      ULONG ImageMappedToAllPids : 1;
      ULONG ExtendedInfoPresent : 1;
      ULONG MachineTypeMismatch : 1;
      ULONG ImageSignatureLevel : 4;
      ULONG ImageSignatureType : 3;
      ULONG ImagePartialMap : 1;
      ULONG Reserved : 12;
    };
  };
  PVOID ImageBase;
  ULONG ImageSelector;
  SIZE_T ImageSize;
  ULONG ImageSectionNumber;
} IMAGE_INFO, *PIMAGE_INFO;
#define IMAGE_ADDRESSING_MODE_32BIT 3
typedef struct _IMAGE_INFO_EX {
  SIZE_T Size;
  IMAGE_INFO ImageInfo;
  struct _FILE_OBJECT *FileObject;
} IMAGE_INFO_EX, *PIMAGE_INFO_EX;
typedef VOID (NTAPI *PLOAD_IMAGE_NOTIFY_ROUTINE)(PUNICODE_STRING FullImageName,
                                                 HANDLE ProcessId, PIMAGE_INFO);
NTSTATUS NTAPI PsSetCreateProcessNotifyRoutine(PCREATE_PROCESS_NOTIFY_ROUTINE,
                                               BOOLEAN Remove);
NTSTATUS NTAPI
PsSetCreateProcessNotifyRoutineEx(PCREATE_PROCESS_NOTIFY_ROUTINE_EX, BOOLEAN);
NTSTATUS NTAPI PsSetCreateProcessNotifyRoutineEx2(PSCREATEPROCESSNOTIFYTYPE,
                                                  PVOID, BOOLEAN);
NTSTATUS NTAPI PsSetCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE);
NTSTATUS NTAPI PsRemoveCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE);
NTSTATUS NTAPI PsSetLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE);
NTSTATUS NTAPI PsSetLoadImageNotifyRoutineEx(PLOAD_IMAGE_NOTIFY_ROUTINE,
                                             ULONG_PTR);
NTSTATUS NTAPI PsRemoveLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE);

FLT_STANDIN_END
#endif
