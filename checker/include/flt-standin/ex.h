// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the executive: pool, resources, push locks, lookaside lists,
// rundown, work items, callbacks. Written from documented facts.
#ifndef FLT_STANDIN_EX_H
#define FLT_STANDIN_EX_H
#include "ke.h"

FLT_STANDIN_BEGIN

// Pool.
typedef enum _POOL_TYPE {
  NonPagedPool = 0,
  NonPagedPoolExecute = NonPagedPool,
  PagedPool = 1,
  NonPagedPoolMustSucceed = NonPagedPool + 2,
  DontUseThisType = 3,
  NonPagedPoolCacheAligned = NonPagedPool + 4,
  PagedPoolCacheAligned = 5,
  NonPagedPoolCacheAlignedMustS = NonPagedPool + 6,
  MaxPoolType = 7,
  NonPagedPoolBase = 0,
  NonPagedPoolBaseMustSucceed = NonPagedPoolBase + 2,
  NonPagedPoolBaseCacheAligned = NonPagedPoolBase + 4,
  NonPagedPoolBaseCacheAlignedMustS = NonPagedPoolBase + 6,
  NonPagedPoolSession = 32,
  PagedPoolSession = NonPagedPoolSession + 1,
  NonPagedPoolMustSucceedSession = PagedPoolSession + 1,
  DontUseThisTypeSession = NonPagedPoolMustSucceedSession + 1,
  NonPagedPoolCacheAlignedSession = DontUseThisTypeSession + 1,
  PagedPoolCacheAlignedSession = NonPagedPoolCacheAlignedSession + 1,
  NonPagedPoolCacheAlignedMustSSession = PagedPoolCacheAlignedSession + 1,
  NonPagedPoolNx = 512,
  NonPagedPoolNxCacheAligned = NonPagedPoolNx + 4,
  NonPagedPoolSessionNx = NonPagedPoolNx + 32
} POOL_TYPE;
#define POOL_COLD_ALLOCATION 256
#define POOL_NX_ALLOCATION 512
#define POOL_ZERO_ALLOCATION 1024
#define POOL_QUOTA_FAIL_INSTEAD_OF_RAISE 8
#define POOL_RAISE_IF_ALLOCATION_FAILURE 16
#define POOL_TAGGING 1
typedef enum _EX_POOL_PRIORITY {
  LowPoolPriority,
  LowPoolPrioritySpecialPoolOverrun = 8,
  LowPoolPrioritySpecialPoolUnderrun = 9,
  NormalPoolPriority = 16,
  NormalPoolPrioritySpecialPoolOverrun = 24,
  NormalPoolPrioritySpecialPoolUnderrun = 25,
  HighPoolPriority = 32,
  HighPoolPrioritySpecialPoolOverrun = 40,
  HighPoolPrioritySpecialPoolUnderrun = 41
} EX_POOL_PRIORITY;
#if defined(POOL_NX_OPTIN) && POOL_NX_OPTIN && !defined(POOL_NX_OPTOUT)
extern POOL_TYPE ExDefaultNonPagedPoolType;
extern ULONG ExDefaultMdlProtection;
#define NonPagedPool ((POOL_TYPE)(ExDefaultNonPagedPoolType))
#define NonPagedPoolCacheAligned                                               \
  ((POOL_TYPE)(ExDefaultNonPagedPoolType + NonPagedPoolBaseCacheAligned))
#endif
typedef enum _DRIVER_RUNTIME_INIT_FLAGS {
  DrvRtPoolNxOptIn = 0x00000001,
  LastDrvRtFlag = 0x00000002
} DRIVER_RUNTIME_INIT_FLAGS,
    *PDRIVER_RUNTIME_INIT_FLAGS;
VOID NTAPI ExInitializeDriverRuntime(ULONG RuntimeFlags);

typedef ULONG64 POOL_FLAGS;
#define POOL_FLAG_REQUIRED_START 0x0000000000000001ULL
#define POOL_FLAG_USE_QUOTA 0x0000000000000001ULL
#define POOL_FLAG_UNINITIALIZED 0x0000000000000002ULL
#define POOL_FLAG_SESSION 0x0000000000000004ULL
#define POOL_FLAG_CACHE_ALIGNED 0x0000000000000008ULL
#define POOL_FLAG_RESERVED1 0x0000000000000010ULL
#define POOL_FLAG_RAISE_ON_FAILURE 0x0000000000000020ULL
#define POOL_FLAG_NON_PAGED 0x0000000000000040ULL
#define POOL_FLAG_NON_PAGED_EXECUTE 0x0000000000000080ULL
#define POOL_FLAG_PAGED 0x0000000000000100ULL
#define POOL_FLAG_RESERVED2 0x0000000000000200ULL
#define POOL_FLAG_RESERVED3 0x0000000000000400ULL
#define POOL_FLAG_REQUIRED_END 0x0000000080000000ULL
#define POOL_FLAG_OPTIONAL_START 0x0000000100000000ULL
#define POOL_FLAG_SPECIAL_POOL 0x0000000100000000ULL
#define POOL_FLAG_OPTIONAL_END 0x8000000000000000ULL
typedef enum POOL_EXTENDED_PARAMETER_TYPE {
  PoolExtendedParameterInvalidType = 0,
  PoolExtendedParameterPriority,
  PoolExtendedParameterSecurePool,
  PoolExtendedParameterNumaNode,
  PoolExtendedParameterMax
} POOL_EXTENDED_PARAMETER_TYPE;
typedef struct _POOL_EXTENDED_PARAMETER {
  struct {
    ULONG64 Type : 8;
    ULONG64 Optional : 1;
    ULONG64 Reserved : 55;
  };
  union {
    ULONG64 Reserved2;
    PVOID Reserved3;
    EX_POOL_PRIORITY Priority;
    PVOID SecurePoolParams;
    ULONG PreferredNode;
  };
} POOL_EXTENDED_PARAMETER, *PPOOL_EXTENDED_PARAMETER;
typedef CONST POOL_EXTENDED_PARAMETER *PCPOOL_EXTENDED_PARAMETER;
PVOID NTAPI ExAllocatePool(POOL_TYPE, SIZE_T);
PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T Size, ULONG Tag);
PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE, SIZE_T);
PVOID NTAPI ExAllocatePoolWithQuotaTag(POOL_TYPE, SIZE_T, ULONG);
PVOID NTAPI ExAllocatePoolWithTagPriority(POOL_TYPE, SIZE_T, ULONG,
                                          EX_POOL_PRIORITY);
PVOID NTAPI ExAllocatePoolZero(POOL_TYPE PoolType, SIZE_T Size, ULONG Tag);
PVOID NTAPI ExAllocatePoolUninitialized(POOL_TYPE, SIZE_T, ULONG);
PVOID NTAPI ExAllocatePoolQuotaZero(POOL_TYPE, SIZE_T, ULONG);
PVOID NTAPI ExAllocatePoolQuotaUninitialized(POOL_TYPE, SIZE_T, ULONG);
PVOID NTAPI ExAllocatePoolPriorityZero(POOL_TYPE, SIZE_T, ULONG,
                                       EX_POOL_PRIORITY);
PVOID NTAPI ExAllocatePoolPriorityUninitialized(POOL_TYPE, SIZE_T, ULONG,
                                                EX_POOL_PRIORITY);
PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag);
PVOID NTAPI ExAllocatePool3(POOL_FLAGS, SIZE_T, ULONG, PCPOOL_EXTENDED_PARAMETER,
                            ULONG);
VOID NTAPI ExFreePool(PVOID P);
VOID NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag);
VOID NTAPI ExFreePool2(PVOID, ULONG, PCPOOL_EXTENDED_PARAMETER, ULONG);

// Resources.
typedef ULONG_PTR ERESOURCE_THREAD, *PERESOURCE_THREAD;
typedef struct _OWNER_ENTRY {
  ERESOURCE_THREAD OwnerThread;
  union {
    struct {
      ULONG IoPriorityBoosted : 1;
      ULONG OwnerReferenced : 1;
      ULONG IoQoSPriorityBoosted : 1;
      ULONG OwnerCount : 29;
    };
    ULONG TableSize;
  };
} OWNER_ENTRY, *POWNER_ENTRY;
typedef struct _ERESOURCE {
  LIST_ENTRY SystemResourcesList;
  POWNER_ENTRY OwnerTable;
  SHORT ActiveCount;
  union {
    USHORT Flag;
    struct {
      UCHAR ReservedLowFlags;
      UCHAR WaiterPriority;
    };
  };
  PVOID SharedWaiters;
  PVOID ExclusiveWaiters;
  OWNER_ENTRY OwnerEntry;
  ULONG ActiveEntries;
  ULONG ContentionCount;
  ULONG NumberOfSharedWaiters;
  ULONG NumberOfExclusiveWaiters;
  PVOID Reserved2;
  union {
    PVOID Address;
    ULONG_PTR CreatorBackTraceIndex;
  };
  KSPIN_LOCK SpinLock;
} ERESOURCE, *PERESOURCE;
#define ResourceNeverExclusive 0x10
#define ResourceReleaseByOtherThread 0x20
#define ResourceOwnedExclusive 0x80
#define FLAG_OWNER_POINTER_IS_THREAD 0x1
NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource);
NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource);
NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource);
BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait);
PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource);
PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource);
PVOID NTAPI
ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(PERESOURCE Resource);
VOID FASTCALL ExReleaseResourceLite(PERESOURCE Resource);
VOID FASTCALL ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource);
VOID NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource,
                                          ERESOURCE_THREAD ResourceThreadId);
VOID NTAPI ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID OwnerPointer);
VOID NTAPI ExSetResourceOwnerPointerEx(PERESOURCE Resource, PVOID OwnerPointer,
                                       ULONG Flags);
VOID NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource);
ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource);
ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource);
BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource);
ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource);
VOID NTAPI ExDisableResourceBoostLite(PERESOURCE Resource);
#define ExIsResourceAcquiredLite ExIsResourceAcquiredSharedLite
#define ExInitializeResource ExInitializeResourceLite
#define ExReinitializeResource ExReinitializeResourceLite
#define ExAcquireResourceShared ExAcquireResourceSharedLite
#define ExAcquireResourceExclusive ExAcquireResourceExclusiveLite
#define ExReleaseResourceForThread ExReleaseResourceForThreadLite
#define ExConvertExclusiveToShared ExConvertExclusiveToSharedLite
#define ExDeleteResource ExDeleteResourceLite
#define ExIsResourceAcquiredExclusive ExIsResourceAcquiredExclusiveLite
#define ExIsResourceAcquiredShared ExIsResourceAcquiredSharedLite
#define ExIsResourceAcquired ExIsResourceAcquiredSharedLite
#define ExDisableResourceBoost ExDisableResourceBoostLite
#define ExReleaseResource(R) (ExReleaseResourceLite(R))
#define ExGetCurrentResourceThread() ((ULONG_PTR)PsGetCurrentThread())

// Push locks.
#define EX_PUSH_LOCK ULONG_PTR
#define PEX_PUSH_LOCK PULONG_PTR
#define EX_DEFAULT_PUSH_LOCK_FLAGS 0x0
VOID NTAPI ExInitializePushLock(PEX_PUSH_LOCK PushLock);
VOID FASTCALL ExAcquirePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
VOID FASTCALL ExAcquirePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
VOID FASTCALL ExReleasePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
VOID FASTCALL ExReleasePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
BOOLEAN FASTCALL ExTryAcquirePushLockExclusiveEx(PEX_PUSH_LOCK, ULONG Flags);
BOOLEAN FASTCALL ExTryAcquirePushLockSharedEx(PEX_PUSH_LOCK, ULONG Flags);
#define ExAcquirePushLockExclusive(L)                                          \
  ExAcquirePushLockExclusiveEx(L, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExAcquirePushLockShared(L)                                             \
  ExAcquirePushLockSharedEx(L, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExReleasePushLockExclusive(L)                                          \
  ExReleasePushLockExclusiveEx(L, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExReleasePushLockShared(L)                                             \
  ExReleasePushLockSharedEx(L, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExTryAcquirePushLockExclusive(L)                                       \
  ExTryAcquirePushLockExclusiveEx(L, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExTryAcquirePushLockShared(L)                                          \
  ExTryAcquirePushLockSharedEx(L, EX_DEFAULT_PUSH_LOCK_FLAGS)

// Reader-writer spin locks.
typedef volatile LONG EX_SPIN_LOCK, *PEX_SPIN_LOCK;
KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock);
KIRQL NTAPI ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock);
VOID NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql);
VOID NTAPI ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql);
VOID NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK);
VOID NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK);
VOID NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK);
VOID NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK);
LOGICAL NTAPI ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK);
#define ExAcquireSpinLock(Lock, OldIrql) KeAcquireSpinLock((Lock), (OldIrql))
#define ExReleaseSpinLock(Lock, OldIrql) KeReleaseSpinLock((Lock), (OldIrql))
#define ExAcquireSpinLockAtDpcLevel(Lock) KeAcquireSpinLockAtDpcLevel(Lock)
#define ExReleaseSpinLockFromDpcLevel(Lock) KeReleaseSpinLockFromDpcLevel(Lock)

// Interlocked lists.
PLIST_ENTRY FASTCALL ExInterlockedInsertHeadList(PLIST_ENTRY, PLIST_ENTRY,
                                                 PKSPIN_LOCK);
PLIST_ENTRY FASTCALL ExInterlockedInsertTailList(PLIST_ENTRY, PLIST_ENTRY,
                                                 PKSPIN_LOCK);
PLIST_ENTRY FASTCALL ExInterlockedRemoveHeadList(PLIST_ENTRY, PKSPIN_LOCK);
PSINGLE_LIST_ENTRY FASTCALL ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY,
                                                      PKSPIN_LOCK);
PSINGLE_LIST_ENTRY FASTCALL ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY,
                                                       PSINGLE_LIST_ENTRY,
                                                       PKSPIN_LOCK);
LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(PLARGE_INTEGER, LARGE_INTEGER,
                                                 PKSPIN_LOCK);
ULONG FASTCALL ExInterlockedAddUlong(PULONG, ULONG, PKSPIN_LOCK);
#define ExInterlockedAddLargeStatistic(A, I)                                   \
  ((void)InterlockedExchangeAdd64(&(A)->QuadPart, (ULONG)(I)))
#define ExInterlockedIncrementLong(A, L) InterlockedIncrement(A)
#define ExInterlockedDecrementLong(A, L) InterlockedDecrement(A)
#define ExInterlockedExchangeUlong(A, V, L)                                    \
  ((ULONG)InterlockedExchange((PLONG)(A), (LONG)(V)))
#define ExInterlockedCompareExchange64(D, E, C, L)                             \
  InterlockedCompareExchange64((D), *(E), *(C))
VOID NTAPI InitializeSListHead(PSLIST_HEADER);
USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER);
PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER);
PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(PSLIST_HEADER, PSLIST_ENTRY);
PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER);
#define ExInitializeSListHead InitializeSListHead
#define QueryDepthSList ExQueryDepthSList
#define InterlockedPopEntrySList ExpInterlockedPopEntrySList
#define InterlockedPushEntrySList ExpInterlockedPushEntrySList
#define InterlockedFlushSList ExpInterlockedFlushSList
#define ExInterlockedPopEntrySList(H, L) ExpInterlockedPopEntrySList(H)
#define ExInterlockedPushEntrySList(H, E, L) ExpInterlockedPushEntrySList(H, E)
#define ExInterlockedFlushSList(H) ExpInterlockedFlushSList(H)

// Lookaside lists.
struct _LOOKASIDE_LIST_EX;
typedef PVOID NTAPI ALLOCATE_FUNCTION(POOL_TYPE, SIZE_T, ULONG);
typedef VOID NTAPI FREE_FUNCTION(PVOID);
typedef PVOID NTAPI ALLOCATE_FUNCTION_EX(POOL_TYPE, SIZE_T, ULONG,
                                         struct _LOOKASIDE_LIST_EX *);
typedef VOID NTAPI FREE_FUNCTION_EX(PVOID, struct _LOOKASIDE_LIST_EX *);
typedef ALLOCATE_FUNCTION *PALLOCATE_FUNCTION;
typedef FREE_FUNCTION *PFREE_FUNCTION;
typedef ALLOCATE_FUNCTION_EX *PALLOCATE_FUNCTION_EX;
typedef FREE_FUNCTION_EX *PFREE_FUNCTION_EX;
typedef struct DECLSPEC_CACHEALIGN _GENERAL_LOOKASIDE {
  union {
    SLIST_HEADER ListHead;
    SINGLE_LIST_ENTRY SingleListHead;
  };
  USHORT Depth;
  USHORT MaximumDepth;
  ULONG TotalAllocates;
  ULONG AllocateMisses;
  ULONG TotalFrees;
  ULONG FreeMisses;
  POOL_TYPE Type;
  ULONG Tag;
  ULONG Size;
  PALLOCATE_FUNCTION_EX AllocateEx;
  PFREE_FUNCTION_EX FreeEx;
  LIST_ENTRY ListEntry;
  ULONG LastTotalAllocates;
  ULONG LastAllocateMisses;
  ULONG Future[2];
} GENERAL_LOOKASIDE, *PGENERAL_LOOKASIDE;
typedef struct _NPAGED_LOOKASIDE_LIST {
  GENERAL_LOOKASIDE L;
} NPAGED_LOOKASIDE_LIST, *PNPAGED_LOOKASIDE_LIST;
typedef struct _PAGED_LOOKASIDE_LIST {
  GENERAL_LOOKASIDE L;
} PAGED_LOOKASIDE_LIST, *PPAGED_LOOKASIDE_LIST;
typedef struct _GENERAL_LOOKASIDE_POOL {
  SLIST_HEADER ListHead;
  UCHAR Reserved[80];
} GENERAL_LOOKASIDE_POOL, *PGENERAL_LOOKASIDE_POOL;
typedef struct _LOOKASIDE_LIST_EX {
  GENERAL_LOOKASIDE_POOL L;
} LOOKASIDE_LIST_EX, *PLOOKASIDE_LIST_EX;
VOID NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST,
                                           PALLOCATE_FUNCTION, PFREE_FUNCTION,
                                           ULONG Flags, SIZE_T Size, ULONG Tag,
                                           USHORT Depth);
VOID NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST);
PVOID NTAPI ExAllocateFromNPagedLookasideList(PNPAGED_LOOKASIDE_LIST);
VOID NTAPI ExFreeToNPagedLookasideList(PNPAGED_LOOKASIDE_LIST, PVOID);
VOID NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST,
                                          PALLOCATE_FUNCTION, PFREE_FUNCTION,
                                          ULONG Flags, SIZE_T Size, ULONG Tag,
                                          USHORT Depth);
VOID NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST);
PVOID NTAPI ExAllocateFromPagedLookasideList(PPAGED_LOOKASIDE_LIST);
VOID NTAPI ExFreeToPagedLookasideList(PPAGED_LOOKASIDE_LIST, PVOID);
#define EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL 0x00000001UL
#define EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE 0x00000002UL
#define EX_MAXIMUM_LOOKASIDE_DEPTH_BASE 256
NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX,
                                           PALLOCATE_FUNCTION_EX,
                                           PFREE_FUNCTION_EX, POOL_TYPE, ULONG,
                                           SIZE_T, ULONG, USHORT);
VOID NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX);
VOID NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX);
PVOID NTAPI ExAllocateFromLookasideListEx(PLOOKASIDE_LIST_EX);
VOID NTAPI ExFreeToLookasideListEx(PLOOKASIDE_LIST_EX, PVOID);

// Rundown protection.
typedef struct _EX_RUNDOWN_REF {
  union {
    ULONG_PTR Count;
    PVOID Ptr;
  };
} EX_RUNDOWN_REF, *PEX_RUNDOWN_REF;
typedef struct _EX_RUNDOWN_REF_CACHE_AWARE *PEX_RUNDOWN_REF_CACHE_AWARE;
#define EX_RUNDOWN_ACTIVE 0x1
#define EX_RUNDOWN_COUNT_SHIFT 0x1
#define EX_RUNDOWN_COUNT_INC (1 << EX_RUNDOWN_COUNT_SHIFT)
VOID FASTCALL ExInitializeRundownProtection(PEX_RUNDOWN_REF);
VOID FASTCALL ExReInitializeRundownProtection(PEX_RUNDOWN_REF);
BOOLEAN FASTCALL ExAcquireRundownProtection(PEX_RUNDOWN_REF);
BOOLEAN FASTCALL ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF, ULONG);
VOID FASTCALL ExReleaseRundownProtection(PEX_RUNDOWN_REF);
VOID FASTCALL ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF, ULONG);
VOID FASTCALL ExRundownCompleted(PEX_RUNDOWN_REF);
VOID FASTCALL ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF);
PEX_RUNDOWN_REF_CACHE_AWARE NTAPI
ExAllocateCacheAwareRundownProtection(POOL_TYPE, ULONG);
SIZE_T NTAPI ExSizeOfRundownProtectionCacheAware(VOID);
VOID NTAPI ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE,
                                                   SIZE_T);
VOID NTAPI ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE);
BOOLEAN FASTCALL
ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE);
VOID FASTCALL ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE);
VOID FASTCALL
ExWaitForRundownProtectionReleaseCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE);
VOID FASTCALL ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE);
VOID FASTCALL
ExReInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE);

// Work queues, callbacks, timers, probing.
typedef enum _WORK_QUEUE_TYPE {
  CriticalWorkQueue,
  DelayedWorkQueue,
  HyperCriticalWorkQueue,
  NormalWorkQueue,
  BackgroundWorkQueue,
  RealTimeWorkQueue,
  SuperCriticalWorkQueue,
  MaximumWorkQueue,
  CustomPriorityWorkQueue = 32
} WORK_QUEUE_TYPE;
typedef VOID NTAPI WORKER_THREAD_ROUTINE(PVOID);
typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;
typedef struct _WORK_QUEUE_ITEM {
  LIST_ENTRY List;
  PWORKER_THREAD_ROUTINE WorkerRoutine;
  volatile PVOID Parameter;
} WORK_QUEUE_ITEM, *PWORK_QUEUE_ITEM;
#define ExInitializeWorkItem(Item, Routine, Context)                           \
  (Item)->WorkerRoutine = (Routine);                                           \
  (Item)->Parameter = (Context);                                               \
  (Item)->List.Flink = NULL;
VOID NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM, WORK_QUEUE_TYPE);
typedef struct _CALLBACK_OBJECT *PCALLBACK_OBJECT;
typedef VOID NTAPI CALLBACK_FUNCTION(PVOID, PVOID, PVOID);
typedef CALLBACK_FUNCTION *PCALLBACK_FUNCTION;
NTSTATUS NTAPI ExCreateCallback(PCALLBACK_OBJECT *, POBJECT_ATTRIBUTES, BOOLEAN,
                                BOOLEAN);
PVOID NTAPI ExRegisterCallback(PCALLBACK_OBJECT, PCALLBACK_FUNCTION, PVOID);
VOID NTAPI ExUnregisterCallback(PVOID);
VOID NTAPI ExNotifyCallback(PVOID, PVOID, PVOID);
typedef struct _EX_TIMER *PEX_TIMER;
typedef VOID NTAPI EXT_CALLBACK(PEX_TIMER, PVOID);
typedef EXT_CALLBACK *PEXT_CALLBACK;
typedef struct _EXT_SET_PARAMETERS_V0 {
  ULONG Version, Reserved;
  LONGLONG NoWakeTolerance;
} EXT_SET_PARAMETERS, *PEXT_SET_PARAMETERS;
PEX_TIMER NTAPI ExAllocateTimer(PEXT_CALLBACK, PVOID, ULONG);
BOOLEAN NTAPI ExSetTimer(PEX_TIMER, LONGLONG, LONGLONG, PEXT_SET_PARAMETERS);
BOOLEAN NTAPI ExCancelTimer(PEX_TIMER, PVOID);
BOOLEAN NTAPI ExDeleteTimer(PEX_TIMER, BOOLEAN, BOOLEAN, PVOID);
#define EX_TIMER_HIGH_RESOLUTION 4
#define EX_TIMER_NO_WAKE 8
#define EX_TIMER_NOTIFICATION (1UL << 31)
ULONG NTAPI ExSetTimerResolution(ULONG, BOOLEAN);
VOID NTAPI ExQueryTimerResolution(PULONG, PULONG, PULONG);
VOID NTAPI ProbeForRead(const volatile VOID *, SIZE_T, ULONG);
VOID NTAPI ProbeForWrite(volatile VOID *, SIZE_T, ULONG);
KPROCESSOR_MODE NTAPI ExGetPreviousMode(VOID);
NTSTATUS NTAPI ExUuidCreate(GUID *);
VOID NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER, PLARGE_INTEGER);
VOID NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER, PLARGE_INTEGER);
BOOLEAN NTAPI ExIsProcessorFeaturePresent(ULONG);
BOOLEAN NTAPI ExVerifySuite(SUITE_TYPE);
NTSTATUS NTAPI ExGetFirmwareEnvironmentVariable(PUNICODE_STRING, LPGUID, PVOID,
                                                PULONG, PULONG);

FLT_STANDIN_END
#endif
