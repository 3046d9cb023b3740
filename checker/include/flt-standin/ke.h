// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the kernel executive core: IRQL, dispatcher objects, spin locks,
// APCs, DPCs, timers, critical regions. Written from documented facts.
#ifndef FLT_STANDIN_KE_H
#define FLT_STANDIN_KE_H
#include "rtl.h"

FLT_STANDIN_BEGIN

#define PASSIVE_LEVEL 0
#define LOW_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#define CMCI_LEVEL 5
#define CLOCK_LEVEL 13
#define IPI_LEVEL 14
#define DRS_LEVEL 14
#define POWER_LEVEL 14
#define PROFILE_LEVEL 15
#define HIGH_LEVEL 15
#define PAGE_SIZE 0x1000
#define PAGE_SHIFT 12L
#define PAGE_MASK (PAGE_SIZE - 1)
#define MAXIMUM_PROCESSORS 64
#define MAXIMUM_PROC_PER_GROUP 64
#define MAXIMUM_WAIT_OBJECTS 64
#define THREAD_WAIT_OBJECTS 3
#define TIMER_EXPIRED_INDEX_BITS 6
#define LOW_PRIORITY 0
#define LOW_REALTIME_PRIORITY 16
#define HIGH_PRIORITY 31
#define MAXIMUM_PRIORITY 32
#define ALL_PROCESSOR_GROUPS 0xffff
#define KERNEL_STACK_SIZE 0x6000
#define KERNEL_LARGE_STACK_SIZE 0x12000
#define MAXIMUM_EXPANSION_SIZE (KERNEL_LARGE_STACK_SIZE - (PAGE_SIZE / 2))

typedef enum _MODE { KernelMode, UserMode, MaximumMode } MODE;
typedef ULONG_PTR KSPIN_LOCK, *PKSPIN_LOCK;
typedef struct _KTHREAD *PKTHREAD, *PRKTHREAD;
typedef struct _KTHREAD *PETHREAD;
typedef struct _KPROCESS *PKPROCESS, *PRKPROCESS;
typedef struct _KPROCESS *PEPROCESS;
typedef struct _EJOB *PEJOB;
typedef struct _KINTERRUPT *PKINTERRUPT;

#define PAGED_CODE() ((void)0);
#define PAGED_ASSERT(e) ((void)0)
#define PAGED_CODE_LOCKED() ((void)0);
#define NON_PAGED_CODE() ((void)0);
#define NONPAGED_CODE() ((void)0);

// Exceptions.
#define EXCEPTION_NONCONTINUABLE 0x1
#define EXCEPTION_MAXIMUM_PARAMETERS 15
typedef struct _EXCEPTION_RECORD {
  NTSTATUS ExceptionCode;
  ULONG ExceptionFlags;
  struct _EXCEPTION_RECORD *ExceptionRecord;
  PVOID ExceptionAddress;
  ULONG NumberParameters;
  ULONG_PTR ExceptionInformation[EXCEPTION_MAXIMUM_PARAMETERS];
} EXCEPTION_RECORD, *PEXCEPTION_RECORD;
typedef struct DECLSPEC_ALIGN(16) _CONTEXT {
  ULONG64 P1Home, P2Home, P3Home, P4Home, P5Home, P6Home;
  ULONG ContextFlags, MxCsr;
  USHORT SegCs, SegDs, SegEs, SegFs, SegGs, SegSs;
  ULONG EFlags;
  ULONG64 Dr0, Dr1, Dr2, Dr3, Dr6, Dr7;
  ULONG64 Rax, Rcx, Rdx, Rbx, Rsp, Rbp, Rsi, Rdi;
  ULONG64 R8, R9, R10, R11, R12, R13, R14, R15, Rip;
  UCHAR FltSave[512];
  M128A VectorRegister[26];
  ULONG64 VectorControl, DebugControl, LastBranchToRip, LastBranchFromRip,
      LastExceptionToRip, LastExceptionFromRip;
} CONTEXT, *PCONTEXT;
typedef struct _EXCEPTION_POINTERS {
  PEXCEPTION_RECORD ExceptionRecord;
  PCONTEXT ContextRecord;
} EXCEPTION_POINTERS, *PEXCEPTION_POINTERS;
DECLSPEC_NORETURN VOID NTAPI ExRaiseStatus(NTSTATUS Status);
DECLSPEC_NORETURN VOID NTAPI ExRaiseAccessViolation(VOID);
DECLSPEC_NORETURN VOID NTAPI ExRaiseDatatypeMisalignment(VOID);
DECLSPEC_NORETURN VOID NTAPI KeBugCheck(ULONG);
DECLSPEC_NORETURN VOID NTAPI KeBugCheckEx(ULONG, ULONG_PTR, ULONG_PTR, ULONG_PTR,
                                          ULONG_PTR);

// Dispatcher objects.
typedef struct _DISPATCHER_HEADER {
  union {
    LONG Lock;
    LONG LockNV;
    struct {
      UCHAR Type;
      UCHAR Signalling;
      UCHAR Size;
      UCHAR Reserved1;
    };
  };
  LONG SignalState;
  LIST_ENTRY WaitListHead;
} DISPATCHER_HEADER, *PDISPATCHER_HEADER;
typedef struct _KEVENT {
  DISPATCHER_HEADER Header;
} KEVENT, *PKEVENT, *PRKEVENT;
typedef struct _KMUTANT {
  DISPATCHER_HEADER Header;
  LIST_ENTRY MutantListEntry;
  struct _KTHREAD *OwnerThread;
  union {
    UCHAR MutantFlags;
    struct {
      UCHAR Abandoned : 1;
      UCHAR Spare1 : 7;
    };
  };
  UCHAR ApcDisable;
} KMUTANT, *PKMUTANT, *PRKMUTANT, KMUTEX, *PKMUTEX, *PRKMUTEX;
typedef struct _KSEMAPHORE {
  DISPATCHER_HEADER Header;
  LONG Limit;
} KSEMAPHORE, *PKSEMAPHORE, *PRKSEMAPHORE;
typedef struct _KGATE {
  DISPATCHER_HEADER Header;
} KGATE, *PKGATE;
typedef struct _KWAIT_BLOCK {
  LIST_ENTRY WaitListEntry;
  UCHAR WaitType;
  volatile UCHAR BlockState;
  USHORT WaitKey;
  LONG SpareLong;
  union {
    struct _KTHREAD *Thread;
    struct _KQUEUE *NotificationQueue;
    struct _KDPC *Dpc;
  };
  PVOID Object;
  PVOID SparePtr;
} KWAIT_BLOCK, *PKWAIT_BLOCK, *PRKWAIT_BLOCK;
typedef enum _KWAIT_REASON {
  Executive,
  FreePage,
  PageIn,
  PoolAllocation,
  DelayExecution,
  Suspended,
  UserRequest,
  WrExecutive,
  WrFreePage,
  WrPageIn,
  WrPoolAllocation,
  WrDelayExecution,
  WrSuspended,
  WrUserRequest,
  WrSpare0,
  WrQueue,
  WrLpcReceive,
  WrLpcReply,
  WrVirtualMemory,
  WrPageOut,
  WrRendezvous,
  WrKeyedEvent,
  WrTerminated,
  WrProcessInSwap,
  WrCpuRateControl,
  WrCalloutStack,
  WrKernel,
  WrResource,
  WrPushLock,
  WrMutex,
  WrQuantumEnd,
  WrDispatchInt,
  WrPreempted,
  WrYieldExecution,
  WrFastMutex,
  WrGuardedMutex,
  WrRundown
} KWAIT_REASON;
VOID NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State);
VOID NTAPI KeClearEvent(PRKEVENT);
LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait);
LONG NTAPI KeResetEvent(PRKEVENT);
LONG NTAPI KePulseEvent(PRKEVENT, KPRIORITY, BOOLEAN);
LONG NTAPI KeReadStateEvent(PRKEVENT);
VOID NTAPI KeInitializeMutex(PRKMUTEX, ULONG Level);
LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait);
LONG NTAPI KeReadStateMutex(PRKMUTEX);
VOID NTAPI KeInitializeMutant(PRKMUTANT, BOOLEAN);
LONG NTAPI KeReleaseMutant(PRKMUTANT, KPRIORITY, BOOLEAN, BOOLEAN);
VOID NTAPI KeInitializeSemaphore(PRKSEMAPHORE, LONG Count, LONG Limit);
LONG NTAPI KeReleaseSemaphore(PRKSEMAPHORE, KPRIORITY, LONG, BOOLEAN);
LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE);
NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON Reason,
                                     KPROCESSOR_MODE Mode, BOOLEAN Alertable,
                                     PLARGE_INTEGER Timeout);
NTSTATUS NTAPI KeWaitForMultipleObjects(ULONG Count, PVOID Objects[],
                                        WAIT_TYPE WaitType, KWAIT_REASON Reason,
                                        KPROCESSOR_MODE Mode, BOOLEAN Alertable,
                                        PLARGE_INTEGER Timeout,
                                        PKWAIT_BLOCK WaitBlocks);
#define KeWaitForMutexObject KeWaitForSingleObject
NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE, BOOLEAN, PLARGE_INTEGER);
BOOLEAN NTAPI KeSetKernelStackSwapEnable(BOOLEAN);
#define EVENT_INCREMENT 1
#define IO_NO_INCREMENT 0
#define IO_CD_ROM_INCREMENT 1
#define IO_DISK_INCREMENT 1
#define IO_KEYBOARD_INCREMENT 6
#define IO_MAILSLOT_INCREMENT 2
#define IO_MOUSE_INCREMENT 6
#define IO_NAMED_PIPE_INCREMENT 2
#define IO_NETWORK_INCREMENT 2
#define IO_PARALLEL_INCREMENT 1
#define IO_SERIAL_INCREMENT 2
#define IO_SOUND_INCREMENT 8
#define IO_VIDEO_INCREMENT 1
#define SEMAPHORE_INCREMENT 1

// Critical and guarded regions, APC state.
VOID NTAPI KeEnterCriticalRegion(VOID);
VOID NTAPI KeLeaveCriticalRegion(VOID);
VOID NTAPI KeEnterGuardedRegion(VOID);
VOID NTAPI KeLeaveGuardedRegion(VOID);
BOOLEAN NTAPI KeAreApcsDisabled(VOID);
BOOLEAN NTAPI KeAreAllApcsDisabled(VOID);
typedef struct _KAPC_STATE {
  LIST_ENTRY ApcListHead[MaximumMode];
  struct _KPROCESS *Process;
  UCHAR InProgressFlags;
  BOOLEAN KernelApcPending;
  BOOLEAN UserApcPending;
} KAPC_STATE, *PKAPC_STATE, *PRKAPC_STATE;
typedef struct _KAPC {
  UCHAR Type;
  UCHAR AllFlags;
  UCHAR Size;
  UCHAR SpareByte1;
  ULONG SpareLong0;
  struct _KTHREAD *Thread;
  LIST_ENTRY ApcListEntry;
  PVOID Reserved[3];
  PVOID NormalContext;
  PVOID SystemArgument1;
  PVOID SystemArgument2;
  CCHAR ApcStateIndex;
  KPROCESSOR_MODE ApcMode;
  BOOLEAN Inserted;
} KAPC, *PKAPC, *PRKAPC;
VOID NTAPI KeStackAttachProcess(PRKPROCESS, PRKAPC_STATE);
VOID NTAPI KeUnstackDetachProcess(PRKAPC_STATE);
VOID NTAPI KeAttachProcess(PRKPROCESS);
VOID NTAPI KeDetachProcess(VOID);

// IRQL and spin locks.
typedef struct _KLOCK_QUEUE_HANDLE {
  struct {
    PVOID Next;
    PKSPIN_LOCK Lock;
  } LockQueue;
  KIRQL OldIrql;
} KLOCK_QUEUE_HANDLE, *PKLOCK_QUEUE_HANDLE;
KIRQL NTAPI KeGetCurrentIrql(VOID);
VOID NTAPI KeLowerIrql(KIRQL NewIrql);
KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql);
KIRQL NTAPI KeRaiseIrqlToDpcLevel(VOID);
KIRQL NTAPI KeRaiseIrqlToSynchLevel(VOID);
#define KeRaiseIrql(a, b) *(b) = KfRaiseIrql(a)
VOID NTAPI KeInitializeSpinLock(PKSPIN_LOCK);
KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock);
VOID NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql);
VOID NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK);
VOID NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK);
BOOLEAN FASTCALL KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK);
BOOLEAN FASTCALL KeTestSpinLock(PKSPIN_LOCK);
KIRQL FASTCALL KeAcquireSpinLockForDpc(PKSPIN_LOCK);
VOID FASTCALL KeReleaseSpinLockForDpc(PKSPIN_LOCK, KIRQL);
#define KeAcquireSpinLock(a, b) *(b) = KeAcquireSpinLockRaiseToDpc(a)
VOID FASTCALL KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK, PKLOCK_QUEUE_HANDLE);
VOID FASTCALL KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE);
VOID FASTCALL KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK,
                                                       PKLOCK_QUEUE_HANDLE);
VOID FASTCALL KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE);
VOID FASTCALL KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK,
                                                   PKLOCK_QUEUE_HANDLE);
VOID FASTCALL KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE);
typedef enum _KSPIN_LOCK_QUEUE_NUMBER {
  LockQueueUnusedSpare0,
  LockQueueVacbLock = 4,
  LockQueueMasterLock = 5,
  LockQueueIoCancelLock = 7,
  LockQueueIoVpbLock = 9,
  LockQueueMaximumLock = 17
} KSPIN_LOCK_QUEUE_NUMBER;
KIRQL FASTCALL KeAcquireQueuedSpinLock(ULONG_PTR);
VOID FASTCALL KeReleaseQueuedSpinLock(ULONG_PTR, KIRQL);

// Fast and guarded mutexes.
typedef struct _FAST_MUTEX {
  LONG Count;
  PVOID Owner;
  ULONG Contention;
  KEVENT Event;
  ULONG OldIrql;
} FAST_MUTEX, *PFAST_MUTEX, KGUARDED_MUTEX, *PKGUARDED_MUTEX;
#define _KGUARDED_MUTEX _FAST_MUTEX
#define FM_LOCK_BIT 0x1
FORCEINLINE VOID ExInitializeFastMutex(PFAST_MUTEX FastMutex) {
  FastMutex->Count = FM_LOCK_BIT;
  FastMutex->Owner = NULL;
  FastMutex->Contention = 0;
  KeInitializeEvent(&FastMutex->Event, SynchronizationEvent, FALSE);
}
VOID FASTCALL ExAcquireFastMutex(PFAST_MUTEX FastMutex);
VOID FASTCALL ExReleaseFastMutex(PFAST_MUTEX FastMutex);
VOID FASTCALL ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex);
VOID FASTCALL ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex);
BOOLEAN FASTCALL ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex);
VOID FASTCALL KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex);
VOID FASTCALL KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);
VOID FASTCALL KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex);
VOID FASTCALL KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX Mutex);
VOID FASTCALL KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX Mutex);
BOOLEAN FASTCALL KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);

// DPCs, timers, queues.
struct _KDPC;
typedef VOID NTAPI KDEFERRED_ROUTINE(struct _KDPC *, PVOID, PVOID, PVOID);
typedef KDEFERRED_ROUTINE *PKDEFERRED_ROUTINE;
typedef enum _KDPC_IMPORTANCE {
  LowImportance,
  MediumImportance,
  HighImportance,
  MediumHighImportance
} KDPC_IMPORTANCE;
typedef struct _KDPC {
  union {
    ULONG TargetInfoAsUlong;
    struct {
      UCHAR Type;
      UCHAR Importance;
      volatile USHORT Number;
    };
  };
  SINGLE_LIST_ENTRY DpcListEntry;
  KAFFINITY ProcessorHistory;
  PKDEFERRED_ROUTINE DeferredRoutine;
  PVOID DeferredContext;
  PVOID SystemArgument1;
  PVOID SystemArgument2;
  PVOID DpcData;
} KDPC, *PKDPC, *PRKDPC;
typedef struct _KTIMER {
  DISPATCHER_HEADER Header;
  ULARGE_INTEGER DueTime;
  LIST_ENTRY TimerListEntry;
  struct _KDPC *Dpc;
  USHORT Processor;
  USHORT TimerType;
  ULONG Period;
} KTIMER, *PKTIMER, *PRKTIMER;
VOID NTAPI KeInitializeDpc(PRKDPC, PKDEFERRED_ROUTINE, PVOID);
VOID NTAPI KeInitializeThreadedDpc(PRKDPC, PKDEFERRED_ROUTINE, PVOID);
BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC, PVOID, PVOID);
BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC);
VOID NTAPI KeSetImportanceDpc(PRKDPC, KDPC_IMPORTANCE);
VOID NTAPI KeSetTargetProcessorDpc(PRKDPC, CCHAR);
VOID NTAPI KeFlushQueuedDpcs(VOID);
VOID NTAPI KeInitializeTimer(PKTIMER);
VOID NTAPI KeInitializeTimerEx(PKTIMER, TIMER_TYPE);
BOOLEAN NTAPI KeCancelTimer(PKTIMER);
BOOLEAN NTAPI KeReadStateTimer(PKTIMER);
BOOLEAN NTAPI KeSetTimer(PKTIMER, LARGE_INTEGER, PKDPC);
BOOLEAN NTAPI KeSetTimerEx(PKTIMER, LARGE_INTEGER, LONG, PKDPC);
BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER, LARGE_INTEGER, ULONG, ULONG, PKDPC);
typedef struct _KQUEUE {
  DISPATCHER_HEADER Header;
  LIST_ENTRY EntryListHead;
  volatile ULONG CurrentCount;
  ULONG MaximumCount;
  LIST_ENTRY ThreadListHead;
} KQUEUE, *PKQUEUE, *PRKQUEUE;
VOID NTAPI KeInitializeQueue(PRKQUEUE, ULONG);
LONG NTAPI KeInsertQueue(PRKQUEUE, PLIST_ENTRY);
LONG NTAPI KeInsertHeadQueue(PRKQUEUE, PLIST_ENTRY);
PLIST_ENTRY NTAPI KeRemoveQueue(PRKQUEUE, KPROCESSOR_MODE, PLARGE_INTEGER);
PLIST_ENTRY NTAPI KeRundownQueue(PRKQUEUE);
LONG NTAPI KeReadStateQueue(PRKQUEUE);
typedef struct _KDEVICE_QUEUE {
  CSHORT Type;
  CSHORT Size;
  LIST_ENTRY DeviceListHead;
  KSPIN_LOCK Lock;
  union {
    BOOLEAN Busy;
    struct {
      LONG64 Reserved : 8;
      LONG64 Hint : 56;
    };
  };
} KDEVICE_QUEUE, *PKDEVICE_QUEUE, *PRKDEVICE_QUEUE;
typedef struct _KDEVICE_QUEUE_ENTRY {
  LIST_ENTRY DeviceListEntry;
  ULONG SortKey;
  BOOLEAN Inserted;
} KDEVICE_QUEUE_ENTRY, *PKDEVICE_QUEUE_ENTRY, *PRKDEVICE_QUEUE_ENTRY;
VOID NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE);
BOOLEAN NTAPI KeInsertDeviceQueue(PKDEVICE_QUEUE, PKDEVICE_QUEUE_ENTRY);
PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE);

// Threads, processors, time, stacks.
PKTHREAD NTAPI KeGetCurrentThread(VOID);
KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD, KPRIORITY);
KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD);
LONG NTAPI KeSetBasePriorityThread(PKTHREAD, LONG);
KAFFINITY NTAPI KeSetSystemAffinityThreadEx(KAFFINITY);
VOID NTAPI KeRevertToUserAffinityThreadEx(KAFFINITY);
VOID NTAPI KeSetSystemAffinityThread(KAFFINITY);
VOID NTAPI KeRevertToUserAffinityThread(VOID);
VOID NTAPI KeSetSystemGroupAffinityThread(PGROUP_AFFINITY, PGROUP_AFFINITY);
VOID NTAPI KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY);
ULONG NTAPI KeQueryRuntimeThread(PKTHREAD, PULONG);
ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER);
ULONG NTAPI KeGetCurrentProcessorNumber(VOID);
ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY);
ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT);
ULONG NTAPI KeQueryMaximumProcessorCount(VOID);
ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT);
USHORT NTAPI KeQueryActiveGroupCount(VOID);
KAFFINITY NTAPI KeQueryActiveProcessors(VOID);
extern CCHAR KeNumberProcessors;
VOID NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime);
VOID NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime);
VOID NTAPI KeQueryTickCount(PLARGE_INTEGER CurrentCount);
ULONGLONG NTAPI KeQueryInterruptTime(VOID);
ULONGLONG NTAPI KeQueryInterruptTimePrecise(PULONG64);
ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(VOID);
ULONG NTAPI KeQueryTimeIncrement(VOID);
LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER);
VOID NTAPI KeStallExecutionProcessor(ULONG);
typedef VOID NTAPI EXPAND_STACK_CALLOUT(PVOID);
typedef EXPAND_STACK_CALLOUT *PEXPAND_STACK_CALLOUT;
NTSTATUS NTAPI KeExpandKernelStackAndCallout(PEXPAND_STACK_CALLOUT, PVOID,
                                             SIZE_T);
NTSTATUS NTAPI KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT, PVOID,
                                               SIZE_T, BOOLEAN, PVOID);
ULONG_PTR NTAPI IoGetRemainingStackSize(VOID);
ULONG NTAPI IoWithinStackLimits(ULONG_PTR, SIZE_T);
#define KeFlushIoBuffers(Mdl, ReadOperation, DmaOperation)
VOID NTAPI IoGetStackLimits(PULONG_PTR, PULONG_PTR);
typedef ULONG_PTR NTAPI KIPI_BROADCAST_WORKER(ULONG_PTR);
typedef KIPI_BROADCAST_WORKER *PKIPI_BROADCAST_WORKER;
ULONG_PTR NTAPI KeIpiGenericCall(PKIPI_BROADCAST_WORKER, ULONG_PTR);
typedef struct _XSTATE_SAVE {
  struct _XSTATE_SAVE *Prev;
  struct _KTHREAD *Thread;
  UCHAR Level;
  ULONG64 XStateContext[4];
} XSTATE_SAVE, *PXSTATE_SAVE;
typedef struct _KFLOATING_SAVE {
  ULONG Dummy;
} KFLOATING_SAVE, *PKFLOATING_SAVE;
#define KeSaveFloatingPointState(a) ((a) ? STATUS_SUCCESS : STATUS_SUCCESS)
#define KeRestoreFloatingPointState(a) ((a) ? STATUS_SUCCESS : STATUS_SUCCESS)
NTSTATUS NTAPI KeSaveExtendedProcessorState(ULONG64, PXSTATE_SAVE);
VOID NTAPI KeRestoreExtendedProcessorState(PXSTATE_SAVE);

// Bug-check callbacks.
typedef enum _KBUGCHECK_CALLBACK_REASON {
  KbCallbackInvalid,
  KbCallbackReserved1,
  KbCallbackSecondaryDumpData,
  KbCallbackDumpIo,
  KbCallbackAddPages
} KBUGCHECK_CALLBACK_REASON;
struct _KBUGCHECK_REASON_CALLBACK_RECORD;
typedef VOID NTAPI
KBUGCHECK_REASON_CALLBACK_ROUTINE(KBUGCHECK_CALLBACK_REASON,
                                  struct _KBUGCHECK_REASON_CALLBACK_RECORD *,
                                  PVOID, ULONG);
typedef KBUGCHECK_REASON_CALLBACK_ROUTINE *PKBUGCHECK_REASON_CALLBACK_ROUTINE;
typedef struct _KBUGCHECK_REASON_CALLBACK_RECORD {
  LIST_ENTRY Entry;
  PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine;
  PUCHAR Component;
  ULONG_PTR Checksum;
  KBUGCHECK_CALLBACK_REASON Reason;
  UCHAR State;
} KBUGCHECK_REASON_CALLBACK_RECORD, *PKBUGCHECK_REASON_CALLBACK_RECORD;
BOOLEAN NTAPI KeRegisterBugCheckReasonCallback(
    PKBUGCHECK_REASON_CALLBACK_RECORD, PKBUGCHECK_REASON_CALLBACK_ROUTINE,
    KBUGCHECK_CALLBACK_REASON, PUCHAR);
BOOLEAN NTAPI
KeDeregisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD);
extern PBOOLEAN KdDebuggerEnabled;
extern PBOOLEAN KdDebuggerNotPresent;
#define KD_DEBUGGER_ENABLED (*KdDebuggerEnabled)
#define KD_DEBUGGER_NOT_PRESENT (*KdDebuggerNotPresent)
NTSTATUS NTAPI KdDisableDebugger(VOID);
NTSTATUS NTAPI KdEnableDebugger(VOID);
BOOLEAN NTAPI KdRefreshDebuggerNotPresent(VOID);

#define SharedUserData ((struct _KUSER_SHARED_DATA * const) 0xFFFFF78000000000ULL)

FLT_STANDIN_END
#endif
