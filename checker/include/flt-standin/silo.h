// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for server silos, bug checks and other parts of ntddk.h.
// Written from documented facts.
#ifndef FLT_STANDIN_SILO_H
#define FLT_STANDIN_SILO_H
#include "ps.h"
#include "resources.h"
FLT_STANDIN_BEGIN
typedef struct _PEB *PPEB;
typedef struct _TEB *PTEB;
typedef PVOID PESILO;
typedef PVOID PSILO_MONITOR;
#define SILO_MONITOR_REGISTRATION_VERSION (1)
typedef NTSTATUS(SILO_MONITOR_CREATE_CALLBACK)(PESILO);
typedef VOID(SILO_MONITOR_TERMINATE_CALLBACK)(PESILO);
typedef VOID(SILO_CONTEXT_CLEANUP_CALLBACK)(PVOID);
typedef struct _SILO_MONITOR_REGISTRATION {
  UCHAR Version;
  BOOLEAN MonitorHost, MonitorExistingSilos;
  UCHAR Reserved[5];
  union {
    PUNICODE_STRING DriverObjectName;
    PUNICODE_STRING ComponentName;
  };
  SILO_MONITOR_CREATE_CALLBACK *CreateCallback;
  SILO_MONITOR_TERMINATE_CALLBACK *TerminateCallback;
} SILO_MONITOR_REGISTRATION, *PSILO_MONITOR_REGISTRATION;
NTSTATUS NTAPI PsRegisterSiloMonitor(PSILO_MONITOR_REGISTRATION,
                                     PSILO_MONITOR *);
NTSTATUS NTAPI PsStartSiloMonitor(PSILO_MONITOR);
VOID NTAPI PsUnregisterSiloMonitor(PSILO_MONITOR);
ULONG NTAPI PsGetSiloMonitorContextSlot(PSILO_MONITOR);
NTSTATUS NTAPI PsCreateSiloContext(PESILO, ULONG, POOL_TYPE,
                                   SILO_CONTEXT_CLEANUP_CALLBACK *, PVOID *);
VOID NTAPI PsReferenceSiloContext(PVOID);
VOID NTAPI PsDereferenceSiloContext(PVOID);
NTSTATUS NTAPI PsInsertSiloContext(PESILO, ULONG, PVOID);
NTSTATUS NTAPI PsReplaceSiloContext(PESILO, ULONG, PVOID, PVOID *);
NTSTATUS NTAPI PsInsertPermanentSiloContext(PESILO, ULONG, PVOID);
NTSTATUS NTAPI PsGetSiloContext(PESILO, ULONG, PVOID *);
NTSTATUS NTAPI PsGetPermanentSiloContext(PESILO, ULONG, PVOID *);
NTSTATUS NTAPI PsMakeSiloContextPermanent(PESILO, ULONG);
NTSTATUS NTAPI PsRemoveSiloContext(PESILO, ULONG, PVOID *);
PESILO NTAPI PsGetCurrentSilo(VOID);
PESILO NTAPI PsGetCurrentServerSilo(VOID);
PESILO NTAPI PsGetHostSilo(VOID);
PESILO NTAPI PsGetEffectiveServerSilo(PESILO);
PESILO NTAPI PsGetParentSilo(PEJOB);
GUID *NTAPI PsGetSiloContainerId(PESILO);
BOOLEAN NTAPI PsIsHostSilo(PESILO);
BOOLEAN NTAPI PsIsCurrentThreadInServerSilo(VOID);
PESILO NTAPI PsAttachSiloToCurrentThread(PESILO);
VOID NTAPI PsDetachSiloFromCurrentThread(PESILO);
ULONG NTAPI PsGetServerSiloServiceSessionId(PESILO);
VOID NTAPI PsTerminateServerSilo(PESILO, NTSTATUS);

ULONG NTAPI KeRemoveQueueEx(PRKQUEUE, KPROCESSOR_MODE, BOOLEAN, PLARGE_INTEGER,
                            PLIST_ENTRY *, ULONG);
#define IoAdjustPagingPathCount(_count_, _paging_)                             \
  ((_paging_) ? (void)InterlockedIncrement(_count_)                            \
              : (void)InterlockedDecrement(_count_))

typedef enum _KBUGCHECK_BUFFER_DUMP_STATE {
  BufferEmpty,
  BufferInserted,
  BufferStarted,
  BufferFinished,
  BufferIncomplete
} KBUGCHECK_BUFFER_DUMP_STATE;
typedef VOID NTAPI KBUGCHECK_CALLBACK_ROUTINE(PVOID, ULONG);
typedef KBUGCHECK_CALLBACK_ROUTINE *PKBUGCHECK_CALLBACK_ROUTINE;
typedef struct _KBUGCHECK_CALLBACK_RECORD {
  LIST_ENTRY Entry;
  PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine;
  PVOID Buffer;
  ULONG Length;
  PUCHAR Component;
  ULONG_PTR Checksum;
  UCHAR State;
} KBUGCHECK_CALLBACK_RECORD, *PKBUGCHECK_CALLBACK_RECORD;
#define KeInitializeCallbackRecord(CallbackRecord)                             \
  (CallbackRecord)->State = BufferEmpty
BOOLEAN NTAPI KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD,
                                         PKBUGCHECK_CALLBACK_ROUTINE, PVOID,
                                         ULONG, PUCHAR);
BOOLEAN NTAPI KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD);
typedef enum _DEVICE_REMOVAL_POLICY {
  RemovalPolicyExpectNoRemoval = 1,
  RemovalPolicyExpectOrderlyRemoval = 2,
  RemovalPolicyExpectSurpriseRemoval = 3
} DEVICE_REMOVAL_POLICY, *PDEVICE_REMOVAL_POLICY;
NTSTATUS NTAPI IoReportDetectedDevice(PDRIVER_OBJECT, INTERFACE_TYPE, ULONG,
                                      ULONG, PCM_RESOURCE_LIST,
                                      PIO_RESOURCE_REQUIREMENTS_LIST, BOOLEAN,
                                      PDEVICE_OBJECT *);
#define MAXIMUM_FILENAME_LENGTH 256
#define REG_NOTIFY_CHANGE_NAME (0x00000001L)
#define REG_NOTIFY_CHANGE_ATTRIBUTES (0x00000002L)
#define REG_NOTIFY_CHANGE_LAST_SET (0x00000004L)
#define REG_NOTIFY_CHANGE_SECURITY (0x00000008L)
FLT_STANDIN_END
#endif
