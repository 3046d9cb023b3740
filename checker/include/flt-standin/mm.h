// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the memory manager: MDLs, mapping, sections, page protection.
// Written from documented facts.
#ifndef FLT_STANDIN_MM_H
#define FLT_STANDIN_MM_H
#include "ex.h"

FLT_STANDIN_BEGIN

typedef ULONG_PTR PFN_NUMBER, *PPFN_NUMBER;
typedef struct _MDL {
  struct _MDL *Next;
  CSHORT Size;
  CSHORT MdlFlags;
  struct _EPROCESS *Process;
  PVOID MappedSystemVa;
  PVOID StartVa;
  ULONG ByteCount;
  ULONG ByteOffset;
} MDL, *PMDL;
typedef MDL *PMDLX;
#define MDL_MAPPED_TO_SYSTEM_VA 0x0001
#define MDL_PAGES_LOCKED 0x0002
#define MDL_SOURCE_IS_NONPAGED_POOL 0x0004
#define MDL_ALLOCATED_FIXED_SIZE 0x0008
#define MDL_PARTIAL 0x0010
#define MDL_PARTIAL_HAS_BEEN_MAPPED 0x0020
#define MDL_IO_PAGE_READ 0x0040
#define MDL_WRITE_OPERATION 0x0080
#define MDL_LOCKED_PAGE_TABLES 0x0100
#define MDL_PARENT_MAPPED_SYSTEM_VA MDL_LOCKED_PAGE_TABLES
#define MDL_FREE_EXTRA_PTES 0x0200
#define MDL_DESCRIBES_AWE 0x0400
#define MDL_IO_SPACE 0x0800
#define MDL_NETWORK_HEADER 0x1000
#define MDL_MAPPING_CAN_FAIL 0x2000
#define MDL_PAGE_CONTENTS_INVARIANT 0x4000
#define MDL_ALLOCATED_MUST_SUCCEED MDL_PAGE_CONTENTS_INVARIANT
#define MDL_INTERNAL 0x8000
#define MDL_MAPPING_FLAGS                                                      \
  (MDL_MAPPED_TO_SYSTEM_VA | MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL |  \
   MDL_PARTIAL_HAS_BEEN_MAPPED | MDL_PARENT_MAPPED_SYSTEM_VA | MDL_IO_SPACE)
#define MdlMappingNoWrite 0x80000000
#define MdlMappingNoExecute 0x40000000
#define MdlMappingWithGuardPtes 0x20000000
typedef enum _MM_PAGE_PRIORITY {
  LowPagePriority,
  NormalPagePriority = 16,
  HighPagePriority = 32
} MM_PAGE_PRIORITY;
typedef enum _LOCK_OPERATION {
  IoReadAccess,
  IoWriteAccess,
  IoModifyAccess
} LOCK_OPERATION;
typedef enum _MEMORY_CACHING_TYPE_ORIG {
  MmFrameBufferCached = 2
} MEMORY_CACHING_TYPE_ORIG;
typedef enum _MEMORY_CACHING_TYPE {
  MmNonCached = FALSE,
  MmCached = TRUE,
  MmWriteCombined = MmFrameBufferCached,
  MmHardwareCoherentCached,
  MmNonCachedUnordered,
  MmUSWCCached,
  MmMaximumCacheType,
  MmNotMapped = -1
} MEMORY_CACHING_TYPE;
typedef enum _MM_SYSTEM_SIZE {
  MmSmallSystem,
  MmMediumSystem,
  MmLargeSystem
} MM_SYSTEMSIZE;

#define BYTE_OFFSET(Va) ((ULONG)((LONG_PTR)(Va) & (PAGE_SIZE - 1)))
#define PAGE_ALIGN(Va) ((PVOID)((ULONG_PTR)(Va) & ~(PAGE_SIZE - 1)))
#define BYTES_TO_PAGES(Size)                                                   \
  (((Size) >> PAGE_SHIFT) + (((Size) & (PAGE_SIZE - 1)) != 0))
#define ROUND_TO_PAGES(Size)                                                   \
  (((ULONG_PTR)(Size) + PAGE_SIZE - 1) & ~(PAGE_SIZE - 1))
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(Va, Size)                               \
  ((ULONG)((((ULONG_PTR)(Va) & (PAGE_SIZE - 1)) + (Size) + (PAGE_SIZE - 1)) >>  \
           PAGE_SHIFT))
#define COMPUTE_PAGES_SPANNED(Va, Size) ADDRESS_AND_SIZE_TO_SPAN_PAGES(Va, Size)
#define IS_PAGE_ALIGNED(A) (BYTE_OFFSET(A) == 0)
#define MmGetMdlPfnArray(Mdl) ((PPFN_NUMBER)((Mdl) + 1))
#define MmGetMdlVirtualAddress(Mdl)                                            \
  ((PVOID)((PCHAR)((Mdl)->StartVa) + (Mdl)->ByteOffset))
#define MmGetMdlByteCount(Mdl) ((Mdl)->ByteCount)
#define MmGetMdlByteOffset(Mdl) ((Mdl)->ByteOffset)
#define MmGetMdlBaseVa(Mdl) ((Mdl)->StartVa)
#define MmInitializeMdl(M, BaseVa, Length)                                     \
  {                                                                            \
    (M)->Next = (PMDL)NULL;                                                    \
    (M)->Size = (CSHORT)(sizeof(MDL) +                                         \
                         (sizeof(PFN_NUMBER) * ADDRESS_AND_SIZE_TO_SPAN_PAGES( \
                                                   (BaseVa), (Length))));      \
    (M)->MdlFlags = 0;                                                         \
    (M)->StartVa = (PVOID)PAGE_ALIGN((BaseVa));                                \
    (M)->ByteOffset = BYTE_OFFSET((BaseVa));                                   \
    (M)->ByteCount = (ULONG)(Length);                                          \
  }
#define MmPrepareMdlForReuse(M)                                                \
  if (((M)->MdlFlags & MDL_PARTIAL_HAS_BEEN_MAPPED) != 0) {                    \
    MmUnmapLockedPages((M)->MappedSystemVa, (M));                              \
  } else if (((M)->MdlFlags & MDL_PARTIAL) == 0) {                             \
  }
PVOID NTAPI MmMapLockedPages(PMDL, KPROCESSOR_MODE);
PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL Mdl, KPROCESSOR_MODE Mode,
                                         MEMORY_CACHING_TYPE CacheType,
                                         PVOID RequestedAddress,
                                         ULONG BugCheckOnFailure,
                                         ULONG Priority);
VOID NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL Mdl);
FORCEINLINE PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority) {
  if (Mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL))
    return Mdl->MappedSystemVa;
  return MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE,
                                      Priority);
}
#define MmGetSystemAddressForMdl(Mdl)                                          \
  (((Mdl)->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) \
       ? ((Mdl)->MappedSystemVa)                                               \
       : (MmMapLockedPages((Mdl), KernelMode)))
VOID NTAPI MmProbeAndLockPages(PMDL, KPROCESSOR_MODE, LOCK_OPERATION);
VOID NTAPI MmProbeAndLockProcessPages(PMDL, PEPROCESS, KPROCESSOR_MODE,
                                      LOCK_OPERATION);
VOID NTAPI MmUnlockPages(PMDL);
VOID NTAPI MmBuildMdlForNonPagedPool(PMDL);
SIZE_T NTAPI MmSizeOfMdl(PVOID, SIZE_T);
struct _READ_LIST;
PMDL NTAPI MmCreateMdl(PMDL, PVOID, SIZE_T);
NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL, ULONG);
NTSTATUS NTAPI MmAdvanceMdl(PMDL, ULONG);
NTSTATUS NTAPI MmPrefetchPages(ULONG, struct _READ_LIST **);
PMDL NTAPI MmAllocatePagesForMdl(PHYSICAL_ADDRESS, PHYSICAL_ADDRESS,
                                 PHYSICAL_ADDRESS, SIZE_T);
PMDL NTAPI MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS, PHYSICAL_ADDRESS,
                                   PHYSICAL_ADDRESS, SIZE_T, MEMORY_CACHING_TYPE,
                                   ULONG);
#define MM_DONT_ZERO_ALLOCATION 0x00000001
#define MM_ALLOCATE_FULLY_REQUIRED 0x00000004
VOID NTAPI MmFreePagesFromMdl(PMDL);
PVOID NTAPI MmMapIoSpace(PHYSICAL_ADDRESS, SIZE_T, MEMORY_CACHING_TYPE);
PVOID NTAPI MmMapIoSpaceEx(PHYSICAL_ADDRESS, SIZE_T, ULONG);
VOID NTAPI MmUnmapIoSpace(PVOID, SIZE_T);
PVOID NTAPI MmAllocateContiguousMemory(SIZE_T, PHYSICAL_ADDRESS);
VOID NTAPI MmFreeContiguousMemory(PVOID);
PVOID NTAPI MmAllocateNonCachedMemory(SIZE_T);
VOID NTAPI MmFreeNonCachedMemory(PVOID, SIZE_T);
PVOID NTAPI MmAllocateMappingAddress(SIZE_T, ULONG);
VOID NTAPI MmFreeMappingAddress(PVOID, ULONG);
PVOID NTAPI MmMapLockedPagesWithReservedMapping(PVOID, ULONG, PMDL,
                                                MEMORY_CACHING_TYPE);
VOID NTAPI MmUnmapReservedMapping(PVOID, ULONG, PMDL);
PHYSICAL_ADDRESS NTAPI MmGetPhysicalAddress(PVOID);
PVOID NTAPI MmGetVirtualForPhysical(PHYSICAL_ADDRESS);
BOOLEAN NTAPI MmIsAddressValid(PVOID);
BOOLEAN NTAPI MmIsNonPagedSystemAddressValid(PVOID);
BOOLEAN NTAPI MmIsRecursiveIoFault(VOID);
LOGICAL NTAPI MmIsDriverVerifying(struct _DRIVER_OBJECT *);
LOGICAL NTAPI MmIsDriverVerifyingByAddress(PVOID);
BOOLEAN NTAPI MmIsThisAnNtAsSystem(VOID);
MM_SYSTEMSIZE NTAPI MmQuerySystemSize(VOID);
PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName);
PVOID NTAPI MmPageEntireDriver(PVOID);
VOID NTAPI MmResetDriverPaging(PVOID);
PVOID NTAPI MmLockPagableDataSection(PVOID);
VOID NTAPI MmLockPagableSectionByHandle(PVOID);
VOID NTAPI MmUnlockPagableImageSection(PVOID);
#define MmLockPagableCodeSection(A) MmLockPagableDataSection(A)
HANDLE NTAPI MmSecureVirtualMemory(PVOID, SIZE_T, ULONG);
VOID NTAPI MmUnsecureVirtualMemory(HANDLE);
NTSTATUS NTAPI MmMapViewInSystemSpace(PVOID, PVOID *, PSIZE_T);
NTSTATUS NTAPI MmUnmapViewInSystemSpace(PVOID);
NTSTATUS NTAPI MmMapViewInSessionSpace(PVOID, PVOID *, PSIZE_T);
NTSTATUS NTAPI MmUnmapViewInSessionSpace(PVOID);
typedef struct _MM_COPY_ADDRESS {
  union {
    PVOID VirtualAddress;
    PHYSICAL_ADDRESS PhysicalAddress;
  };
} MM_COPY_ADDRESS, *PMMCOPY_ADDRESS;
#define MM_COPY_MEMORY_PHYSICAL 0x1
#define MM_COPY_MEMORY_VIRTUAL 0x2
NTSTATUS NTAPI MmCopyMemory(PVOID, MM_COPY_ADDRESS, SIZE_T, ULONG, PSIZE_T);
typedef struct _PHYSICAL_MEMORY_RANGE {
  PHYSICAL_ADDRESS BaseAddress;
  LARGE_INTEGER NumberOfBytes;
} PHYSICAL_MEMORY_RANGE, *PPHYSICAL_MEMORY_RANGE;
PPHYSICAL_MEMORY_RANGE NTAPI MmGetPhysicalMemoryRanges(VOID);
#define MmHighestUserAddress ((PVOID)0x00007FFFFFFEFFFF)
#define MmSystemRangeStart ((PVOID)0xFFFF800000000000)
#define MmUserProbeAddress ((ULONG64)0x00007FFFFFFF0000)
#define MM_HIGHEST_USER_ADDRESS MmHighestUserAddress
#define MM_SYSTEM_RANGE_START MmSystemRangeStart
#define MM_USER_PROBE_ADDRESS MmUserProbeAddress
#define MM_LOWEST_USER_ADDRESS ((PVOID)0x10000)

// Protection, allocation and section attributes.
#define PAGE_NOACCESS 0x01
#define PAGE_READONLY 0x02
#define PAGE_READWRITE 0x04
#define PAGE_WRITECOPY 0x08
#define PAGE_EXECUTE 0x10
#define PAGE_EXECUTE_READ 0x20
#define PAGE_EXECUTE_READWRITE 0x40
#define PAGE_EXECUTE_WRITECOPY 0x80
#define PAGE_GUARD 0x100
#define PAGE_NOCACHE 0x200
#define PAGE_WRITECOMBINE 0x400
#define MEM_COMMIT 0x00001000
#define MEM_RESERVE 0x00002000
#define MEM_DECOMMIT 0x00004000
#define MEM_RELEASE 0x00008000
#define MEM_FREE 0x00010000
#define MEM_PRIVATE 0x00020000
#define MEM_MAPPED 0x00040000
#define MEM_RESET 0x00080000
#define MEM_TOP_DOWN 0x00100000
#define MEM_IMAGE 0x01000000
#define MEM_LARGE_PAGES 0x20000000
#define SEC_FILE 0x00800000
#define SEC_IMAGE 0x01000000
#define SEC_PROTECTED_IMAGE 0x02000000
#define SEC_RESERVE 0x04000000
#define SEC_COMMIT 0x08000000
#define SEC_NOCACHE 0x10000000
#define SEC_WRITECOMBINE 0x40000000
#define SEC_LARGE_PAGES 0x80000000
#define SEC_IMAGE_NO_EXECUTE (SEC_IMAGE | SEC_NOCACHE)
#define SECTION_QUERY 0x0001
#define SECTION_MAP_WRITE 0x0002
#define SECTION_MAP_READ 0x0004
#define SECTION_MAP_EXECUTE 0x0008
#define SECTION_EXTEND_SIZE 0x0010
#define SECTION_MAP_EXECUTE_EXPLICIT 0x0020
#define SECTION_ALL_ACCESS                                                     \
  (STANDARD_RIGHTS_REQUIRED | SECTION_QUERY | SECTION_MAP_WRITE |              \
   SECTION_MAP_READ | SECTION_MAP_EXECUTE | SECTION_EXTEND_SIZE)
typedef enum _SECTION_INHERIT { ViewShare = 1, ViewUnmap = 2 } SECTION_INHERIT;
typedef struct _MEMORY_BASIC_INFORMATION {
  PVOID BaseAddress;
  PVOID AllocationBase;
  ULONG AllocationProtect;
  USHORT PartitionId;
  SIZE_T RegionSize;
  ULONG State;
  ULONG Protect;
  ULONG Type;
} MEMORY_BASIC_INFORMATION, *PMEMORY_BASIC_INFORMATION;
typedef enum _MEMORY_INFORMATION_CLASS {
  MemoryBasicInformation
} MEMORY_INFORMATION_CLASS;
typedef struct MEM_EXTENDED_PARAMETER {
  struct {
    ULONG64 Type : 8;
    ULONG64 Reserved : 56;
  };
  union {
    ULONG64 ULong64;
    PVOID Pointer;
    SIZE_T Size;
    HANDLE Handle;
    ULONG ULong;
  };
} MEM_EXTENDED_PARAMETER, *PMEM_EXTENDED_PARAMETER;

// File-system support.
typedef struct _SECTION_OBJECT_POINTERS {
  PVOID DataSectionObject;
  PVOID SharedCacheMap;
  PVOID ImageSectionObject;
} SECTION_OBJECT_POINTERS, *PSECTION_OBJECT_POINTERS;
typedef enum _MMFLUSH_TYPE { MmFlushForDelete, MmFlushForWrite } MMFLUSH_TYPE;
typedef union _FILE_SEGMENT_ELEMENT {
  PVOID64 Buffer;
  ULONGLONG Alignment;
} FILE_SEGMENT_ELEMENT, *PFILE_SEGMENT_ELEMENT;
typedef struct _READ_LIST {
  struct _FILE_OBJECT *FileObject;
  ULONG NumberOfEntries;
  LOGICAL IsImage;
  FILE_SEGMENT_ELEMENT List[ANYSIZE_ARRAY];
} READ_LIST, *PREAD_LIST;
#define SYSTEM_PAGE_PRIORITY_BITS 3
#define SYSTEM_PAGE_PRIORITY_LEVELS (1 << SYSTEM_PAGE_PRIORITY_BITS)
typedef union _MM_PREFETCH_FLAGS {
  struct {
    ULONG Priority : SYSTEM_PAGE_PRIORITY_BITS;
    ULONG RepurposePriority : SYSTEM_PAGE_PRIORITY_BITS;
    ULONG PriorityProtection : 1;
    ULONG MustBeZero : 2;
    ULONG CannotBeUsedAsFlags : 23;
  } Flags;
  ULONG AllFlags;
} MM_PREFETCH_FLAGS, *PMM_PREFETCH_FLAGS;
BOOLEAN NTAPI MmFlushImageSection(PSECTION_OBJECT_POINTERS, MMFLUSH_TYPE);
BOOLEAN NTAPI MmForceSectionClosed(PSECTION_OBJECT_POINTERS, BOOLEAN);
BOOLEAN NTAPI MmForceSectionClosedEx(PSECTION_OBJECT_POINTERS, ULONG);
BOOLEAN NTAPI MmCanFileBeTruncated(PSECTION_OBJECT_POINTERS, PLARGE_INTEGER);
BOOLEAN NTAPI MmSetAddressRangeModified(PVOID, SIZE_T);
NTSTATUS NTAPI MmIsFileSectionActive(PSECTION_OBJECT_POINTERS, ULONG, PULONG);
#define MM_IS_FILE_SECTION_ACTIVE_IMAGE 0x00000001
#define MM_IS_FILE_SECTION_ACTIVE_DATA 0x00000002
#define MM_IS_FILE_SECTION_ACTIVE_USER 0x00000004
ULONG NTAPI MmDoesFileHaveUserWritableReferences(PSECTION_OBJECT_POINTERS);
ULONG NTAPI MmMdlPagesAreZero(PMDL);

FLT_STANDIN_END
#endif
