// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the run-time library's trees: splay links, generic tables, AVL
// tables, dynamic hash tables. Written from documented facts.
#ifndef FLT_STANDIN_RTLTREE_H
#define FLT_STANDIN_RTLTREE_H
#include "base.h"

FLT_STANDIN_BEGIN

typedef struct _RTL_SPLAY_LINKS {
  struct _RTL_SPLAY_LINKS *Parent;
  struct _RTL_SPLAY_LINKS *LeftChild;
  struct _RTL_SPLAY_LINKS *RightChild;
} RTL_SPLAY_LINKS, *PRTL_SPLAY_LINKS;
#define RtlInitializeSplayLinks(L)                                             \
  {                                                                            \
    PRTL_SPLAY_LINKS _SplayLinks = (PRTL_SPLAY_LINKS)(L);                      \
    _SplayLinks->Parent = _SplayLinks;                                         \
    _SplayLinks->LeftChild = NULL;                                             \
    _SplayLinks->RightChild = NULL;                                            \
  }
#define RtlParent(L) ((PRTL_SPLAY_LINKS)(L)->Parent)
#define RtlLeftChild(L) ((PRTL_SPLAY_LINKS)(L)->LeftChild)
#define RtlRightChild(L) ((PRTL_SPLAY_LINKS)(L)->RightChild)
#define RtlIsRoot(L) (RtlParent(L) == (PRTL_SPLAY_LINKS)(L))
#define RtlIsLeftChild(L) (RtlLeftChild(RtlParent(L)) == (PRTL_SPLAY_LINKS)(L))
#define RtlIsRightChild(L)                                                     \
  (RtlRightChild(RtlParent(L)) == (PRTL_SPLAY_LINKS)(L))
#define RtlInsertAsLeftChild(P, C)                                             \
  {                                                                            \
    PRTL_SPLAY_LINKS _SplayParent = (PRTL_SPLAY_LINKS)(P);                     \
    PRTL_SPLAY_LINKS _SplayChild = (PRTL_SPLAY_LINKS)(C);                      \
    _SplayParent->LeftChild = _SplayChild;                                     \
    _SplayChild->Parent = _SplayParent;                                        \
  }
#define RtlInsertAsRightChild(P, C)                                            \
  {                                                                            \
    PRTL_SPLAY_LINKS _SplayParent = (PRTL_SPLAY_LINKS)(P);                     \
    PRTL_SPLAY_LINKS _SplayChild = (PRTL_SPLAY_LINKS)(C);                      \
    _SplayParent->RightChild = _SplayChild;                                    \
    _SplayChild->Parent = _SplayParent;                                        \
  }
PRTL_SPLAY_LINKS NTAPI RtlSplay(PRTL_SPLAY_LINKS);
PRTL_SPLAY_LINKS NTAPI RtlDelete(PRTL_SPLAY_LINKS);
VOID NTAPI RtlDeleteNoSplay(PRTL_SPLAY_LINKS, PRTL_SPLAY_LINKS *);
PRTL_SPLAY_LINKS NTAPI RtlSubtreeSuccessor(PRTL_SPLAY_LINKS);
PRTL_SPLAY_LINKS NTAPI RtlSubtreePredecessor(PRTL_SPLAY_LINKS);
PRTL_SPLAY_LINKS NTAPI RtlRealSuccessor(PRTL_SPLAY_LINKS);
PRTL_SPLAY_LINKS NTAPI RtlRealPredecessor(PRTL_SPLAY_LINKS);

typedef enum _TABLE_SEARCH_RESULT {
  TableEmptyTree,
  TableFoundNode,
  TableInsertAsLeft,
  TableInsertAsRight
} TABLE_SEARCH_RESULT;
typedef enum _RTL_GENERIC_COMPARE_RESULTS {
  GenericLessThan,
  GenericGreaterThan,
  GenericEqual
} RTL_GENERIC_COMPARE_RESULTS;

// AVL tables.
struct _RTL_AVL_TABLE;
typedef RTL_GENERIC_COMPARE_RESULTS NTAPI
RTL_AVL_COMPARE_ROUTINE(struct _RTL_AVL_TABLE *, PVOID, PVOID);
typedef PVOID NTAPI RTL_AVL_ALLOCATE_ROUTINE(struct _RTL_AVL_TABLE *, CLONG);
typedef VOID NTAPI RTL_AVL_FREE_ROUTINE(struct _RTL_AVL_TABLE *, PVOID);
typedef NTSTATUS NTAPI RTL_AVL_MATCH_FUNCTION(struct _RTL_AVL_TABLE *, PVOID,
                                              PVOID);
typedef RTL_AVL_COMPARE_ROUTINE *PRTL_AVL_COMPARE_ROUTINE;
typedef RTL_AVL_ALLOCATE_ROUTINE *PRTL_AVL_ALLOCATE_ROUTINE;
typedef RTL_AVL_FREE_ROUTINE *PRTL_AVL_FREE_ROUTINE;
typedef RTL_AVL_MATCH_FUNCTION *PRTL_AVL_MATCH_FUNCTION;
typedef struct _RTL_BALANCED_LINKS {
  struct _RTL_BALANCED_LINKS *Parent;
  struct _RTL_BALANCED_LINKS *LeftChild;
  struct _RTL_BALANCED_LINKS *RightChild;
  CHAR Balance;
  UCHAR Reserved[3];
} RTL_BALANCED_LINKS, *PRTL_BALANCED_LINKS;
typedef struct _RTL_AVL_TABLE {
  RTL_BALANCED_LINKS BalancedRoot;
  PVOID OrderedPointer;
  ULONG WhichOrderedElement;
  ULONG NumberGenericTableElements;
  ULONG DepthOfTree;
  PRTL_BALANCED_LINKS RestartKey;
  ULONG DeleteCount;
  PRTL_AVL_COMPARE_ROUTINE CompareRoutine;
  PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine;
  PRTL_AVL_FREE_ROUTINE FreeRoutine;
  PVOID TableContext;
} RTL_AVL_TABLE, *PRTL_AVL_TABLE;
VOID NTAPI RtlInitializeGenericTableAvl(PRTL_AVL_TABLE, PRTL_AVL_COMPARE_ROUTINE,
                                        PRTL_AVL_ALLOCATE_ROUTINE,
                                        PRTL_AVL_FREE_ROUTINE, PVOID);
PVOID NTAPI RtlInsertElementGenericTableAvl(PRTL_AVL_TABLE, PVOID, CLONG,
                                            PBOOLEAN);
PVOID NTAPI RtlInsertElementGenericTableFullAvl(PRTL_AVL_TABLE, PVOID, CLONG,
                                                PBOOLEAN, PVOID,
                                                TABLE_SEARCH_RESULT);
BOOLEAN NTAPI RtlDeleteElementGenericTableAvl(PRTL_AVL_TABLE, PVOID);
VOID NTAPI RtlDeleteElementGenericTableAvlEx(PRTL_AVL_TABLE, PVOID);
PVOID NTAPI RtlLookupElementGenericTableAvl(PRTL_AVL_TABLE, PVOID);
PVOID NTAPI RtlLookupElementGenericTableFullAvl(PRTL_AVL_TABLE, PVOID, PVOID *,
                                                TABLE_SEARCH_RESULT *);
PVOID NTAPI RtlLookupFirstMatchingElementGenericTableAvl(PRTL_AVL_TABLE, PVOID,
                                                         PVOID *);
PVOID NTAPI RtlEnumerateGenericTableAvl(PRTL_AVL_TABLE, BOOLEAN);
PVOID NTAPI RtlEnumerateGenericTableWithoutSplayingAvl(PRTL_AVL_TABLE, PVOID *);
PVOID NTAPI RtlEnumerateGenericTableLikeADirectory(PRTL_AVL_TABLE,
                                                   PRTL_AVL_MATCH_FUNCTION,
                                                   PVOID, ULONG, PVOID *,
                                                   PULONG, PVOID);
PVOID NTAPI RtlGetElementGenericTableAvl(PRTL_AVL_TABLE, ULONG);
ULONG NTAPI RtlNumberGenericTableElementsAvl(PRTL_AVL_TABLE);
BOOLEAN NTAPI RtlIsGenericTableEmptyAvl(PRTL_AVL_TABLE);

// Splay-based generic tables.
struct _RTL_GENERIC_TABLE;
#ifndef RTL_USE_AVL_TABLES
#undef RTL_GENERIC_COMPARE_ROUTINE
#undef RTL_GENERIC_ALLOCATE_ROUTINE
#undef RTL_GENERIC_FREE_ROUTINE
typedef RTL_GENERIC_COMPARE_RESULTS NTAPI
RTL_GENERIC_COMPARE_ROUTINE(struct _RTL_GENERIC_TABLE *, PVOID, PVOID);
typedef PVOID NTAPI RTL_GENERIC_ALLOCATE_ROUTINE(struct _RTL_GENERIC_TABLE *,
                                                 CLONG);
typedef VOID NTAPI RTL_GENERIC_FREE_ROUTINE(struct _RTL_GENERIC_TABLE *, PVOID);
typedef RTL_GENERIC_COMPARE_ROUTINE *PRTL_GENERIC_COMPARE_ROUTINE;
typedef RTL_GENERIC_ALLOCATE_ROUTINE *PRTL_GENERIC_ALLOCATE_ROUTINE;
typedef RTL_GENERIC_FREE_ROUTINE *PRTL_GENERIC_FREE_ROUTINE;
typedef struct _RTL_GENERIC_TABLE {
  PRTL_SPLAY_LINKS TableRoot;
  LIST_ENTRY InsertOrderList;
  PLIST_ENTRY OrderedPointer;
  ULONG WhichOrderedElement;
  ULONG NumberGenericTableElements;
  PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine;
  PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine;
  PRTL_GENERIC_FREE_ROUTINE FreeRoutine;
  PVOID TableContext;
} RTL_GENERIC_TABLE, *PRTL_GENERIC_TABLE;
VOID NTAPI RtlInitializeGenericTable(PRTL_GENERIC_TABLE,
                                     PRTL_GENERIC_COMPARE_ROUTINE,
                                     PRTL_GENERIC_ALLOCATE_ROUTINE,
                                     PRTL_GENERIC_FREE_ROUTINE, PVOID);
PVOID NTAPI RtlInsertElementGenericTable(PRTL_GENERIC_TABLE, PVOID, CLONG,
                                         PBOOLEAN);
PVOID NTAPI RtlInsertElementGenericTableFull(PRTL_GENERIC_TABLE, PVOID, CLONG,
                                             PBOOLEAN, PVOID,
                                             TABLE_SEARCH_RESULT);
BOOLEAN NTAPI RtlDeleteElementGenericTable(PRTL_GENERIC_TABLE, PVOID);
PVOID NTAPI RtlLookupElementGenericTable(PRTL_GENERIC_TABLE, PVOID);
PVOID NTAPI RtlLookupElementGenericTableFull(PRTL_GENERIC_TABLE, PVOID, PVOID *,
                                             TABLE_SEARCH_RESULT *);
PVOID NTAPI RtlEnumerateGenericTable(PRTL_GENERIC_TABLE, BOOLEAN);
PVOID NTAPI RtlEnumerateGenericTableWithoutSplaying(PRTL_GENERIC_TABLE, PVOID *);
PVOID NTAPI RtlGetElementGenericTable(PRTL_GENERIC_TABLE, ULONG);
ULONG NTAPI RtlNumberGenericTableElements(PRTL_GENERIC_TABLE);
BOOLEAN NTAPI RtlIsGenericTableEmpty(PRTL_GENERIC_TABLE);
#else
// With RTL_USE_AVL_TABLES the generic names stand for the AVL ones.
#define RTL_GENERIC_TABLE RTL_AVL_TABLE
#define PRTL_GENERIC_TABLE PRTL_AVL_TABLE
#define RTL_GENERIC_COMPARE_ROUTINE RTL_AVL_COMPARE_ROUTINE
#define PRTL_GENERIC_COMPARE_ROUTINE PRTL_AVL_COMPARE_ROUTINE
#define RTL_GENERIC_ALLOCATE_ROUTINE RTL_AVL_ALLOCATE_ROUTINE
#define PRTL_GENERIC_ALLOCATE_ROUTINE PRTL_AVL_ALLOCATE_ROUTINE
#define RTL_GENERIC_FREE_ROUTINE RTL_AVL_FREE_ROUTINE
#define PRTL_GENERIC_FREE_ROUTINE PRTL_AVL_FREE_ROUTINE
#define RtlInitializeGenericTable RtlInitializeGenericTableAvl
#define RtlInsertElementGenericTable RtlInsertElementGenericTableAvl
#define RtlInsertElementGenericTableFull RtlInsertElementGenericTableFullAvl
#define RtlDeleteElementGenericTable RtlDeleteElementGenericTableAvl
#define RtlLookupElementGenericTable RtlLookupElementGenericTableAvl
#define RtlLookupElementGenericTableFull RtlLookupElementGenericTableFullAvl
#define RtlEnumerateGenericTable RtlEnumerateGenericTableAvl
#define RtlEnumerateGenericTableWithoutSplaying                                \
  RtlEnumerateGenericTableWithoutSplayingAvl
#define RtlGetElementGenericTable RtlGetElementGenericTableAvl
#define RtlNumberGenericTableElements RtlNumberGenericTableElementsAvl
#define RtlIsGenericTableEmpty RtlIsGenericTableEmptyAvl
#endif

// Prefix tables.
typedef struct _UNICODE_PREFIX_TABLE_ENTRY {
  CSHORT NodeTypeCode;
  CSHORT NameLength;
  struct _UNICODE_PREFIX_TABLE_ENTRY *NextPrefixTree;
  struct _UNICODE_PREFIX_TABLE_ENTRY *CaseMatch;
  RTL_SPLAY_LINKS Links;
  PUNICODE_STRING Prefix;
} UNICODE_PREFIX_TABLE_ENTRY, *PUNICODE_PREFIX_TABLE_ENTRY;
typedef struct _UNICODE_PREFIX_TABLE {
  CSHORT NodeTypeCode;
  CSHORT NameLength;
  PUNICODE_PREFIX_TABLE_ENTRY NextPrefixTree;
  PUNICODE_PREFIX_TABLE_ENTRY LastNextEntry;
} UNICODE_PREFIX_TABLE, *PUNICODE_PREFIX_TABLE;
VOID NTAPI RtlInitializeUnicodePrefix(PUNICODE_PREFIX_TABLE);
BOOLEAN NTAPI RtlInsertUnicodePrefix(PUNICODE_PREFIX_TABLE, PUNICODE_STRING,
                                     PUNICODE_PREFIX_TABLE_ENTRY);
VOID NTAPI RtlRemoveUnicodePrefix(PUNICODE_PREFIX_TABLE,
                                  PUNICODE_PREFIX_TABLE_ENTRY);
PUNICODE_PREFIX_TABLE_ENTRY NTAPI RtlFindUnicodePrefix(PUNICODE_PREFIX_TABLE,
                                                       PCUNICODE_STRING, ULONG);
PUNICODE_PREFIX_TABLE_ENTRY NTAPI RtlNextUnicodePrefix(PUNICODE_PREFIX_TABLE,
                                                       BOOLEAN);

// Red-black tree nodes (layout only) and dynamic hash tables.
typedef struct _RTL_BALANCED_NODE {
  union {
    struct _RTL_BALANCED_NODE *Children[2];
    struct {
      struct _RTL_BALANCED_NODE *Left;
      struct _RTL_BALANCED_NODE *Right;
    };
  };
  union {
    UCHAR Red : 1;
    UCHAR Balance : 2;
    ULONG_PTR ParentValue;
  };
} RTL_BALANCED_NODE, *PRTL_BALANCED_NODE;
typedef struct _RTL_DYNAMIC_HASH_TABLE_ENTRY {
  LIST_ENTRY Linkage;
  ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_ENTRY, *PRTL_DYNAMIC_HASH_TABLE_ENTRY;
typedef struct _RTL_DYNAMIC_HASH_TABLE_CONTEXT {
  PLIST_ENTRY ChainHead;
  PLIST_ENTRY PrevLinkage;
  ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_CONTEXT, *PRTL_DYNAMIC_HASH_TABLE_CONTEXT;
typedef struct _RTL_DYNAMIC_HASH_TABLE_ENUMERATOR {
  union {
    RTL_DYNAMIC_HASH_TABLE_ENTRY HashEntry;
    PLIST_ENTRY CurEntry;
  };
  PLIST_ENTRY ChainHead;
  ULONG BucketIndex;
} RTL_DYNAMIC_HASH_TABLE_ENUMERATOR, *PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR;
typedef struct _RTL_DYNAMIC_HASH_TABLE {
  ULONG Flags, Shift, TableSize, Pivot, DivisorMask, NumEntries,
      NonEmptyBuckets, NumEnumerators;
  PVOID Directory;
} RTL_DYNAMIC_HASH_TABLE, *PRTL_DYNAMIC_HASH_TABLE;
BOOLEAN NTAPI RtlCreateHashTable(PRTL_DYNAMIC_HASH_TABLE *, ULONG, ULONG);
VOID NTAPI RtlDeleteHashTable(PRTL_DYNAMIC_HASH_TABLE);
BOOLEAN NTAPI RtlInsertEntryHashTable(PRTL_DYNAMIC_HASH_TABLE,
                                      PRTL_DYNAMIC_HASH_TABLE_ENTRY, ULONG_PTR,
                                      PRTL_DYNAMIC_HASH_TABLE_CONTEXT);
BOOLEAN NTAPI RtlRemoveEntryHashTable(PRTL_DYNAMIC_HASH_TABLE,
                                      PRTL_DYNAMIC_HASH_TABLE_ENTRY,
                                      PRTL_DYNAMIC_HASH_TABLE_CONTEXT);
PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI
RtlLookupEntryHashTable(PRTL_DYNAMIC_HASH_TABLE, ULONG_PTR,
                        PRTL_DYNAMIC_HASH_TABLE_CONTEXT);
PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlGetNextEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE, PRTL_DYNAMIC_HASH_TABLE_CONTEXT);

FLT_STANDIN_END
#endif
