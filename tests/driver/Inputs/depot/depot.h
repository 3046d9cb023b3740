// A driver of several files: what locks.c does decides what is wrong in the others.
#pragma once
#include <fltKernel.h>

typedef enum _DEPOT_MODE { DepotNone, DepotShared, DepotExclusive } DEPOT_MODE;

typedef struct _DEPOT_BASE {
  ERESOURCE BaseLock;
} DEPOT_BASE;

typedef struct _DEPOT {
  DEPOT_BASE; // Microsoft's unnamed member: its type has a name.
  struct {
    ULONG Size;
    ERESOURCE Inner;
  };
  ERESOURCE Lock;
  ULONG Items;
} DEPOT, *PDEPOT;

typedef struct _DEPOT_ITEM {
  ULONG Uses;
} DEPOT_ITEM, *PDEPOT_ITEM;

// locks.c
VOID DepotBegin(PDEPOT Depot, DEPOT_MODE Mode);
VOID DepotFinish(PDEPOT Depot, DEPOT_MODE Mode);
VOID DepotAcquire(PDEPOT Depot, BOOLEAN Write);
VOID DepotRelease(PDEPOT Depot);
BOOLEAN DepotTryLock(PDEPOT Depot);
NTSTATUS DepotLockFilled(PDEPOT Depot);
VOID DepotLockBehind(ULONG Index, PDEPOT *Depot);
VOID DepotLockInner(PDEPOT Depot);
VOID DepotLockBase(PDEPOT Depot);
VOID DepotLockMaybe(PDEPOT Depot);
VOID DepotEnterMaybe(PDEPOT Depot);
VOID DepotLockOther(ULONG Index);
VOID DepotLeave(PDEPOT Depot);
NTSTATUS DepotFlush(PDEPOT Depot);
VOID DepotDelete(PDEPOT Depot);
NTSTATUS DepotDeleteEmpty(PDEPOT Depot);
NTSTATUS DepotGetItem(PCFLT_RELATED_OBJECTS Objects, PDEPOT_ITEM *Item);
VOID DepotPutItem(PDEPOT_ITEM Item);
ULONG DepotSize(PDEPOT Depot);

// Nowhere: nobody can see into these.
PDEPOT DepotAt(ULONG Index);
VOID DepotReport(PDEPOT Depot);

// right.c
BOOLEAN DepotTryLockAgain(PDEPOT Depot);
VOID DepotAcquireAndRelease(PDEPOT Depot, BOOLEAN Write);
