// An object that is freed while it is in a list is found there by others.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include <fltKernel.h>

typedef struct _ITEM {
  LIST_ENTRY Entry;
  LIST_ENTRY ByAge;
  SINGLE_LIST_ENTRY Free;
  ULONG Id;
} ITEM, *PITEM;

static LIST_ENTRY Items, Ages;
static SINGLE_LIST_ENTRY FreeItems;
static KSPIN_LOCK ItemsLock;
static ERESOURCE ItemsResource;

static PITEM newItem(PFLT_FILTER Filter) {
  PITEM Item = NULL;
  if (!NT_SUCCESS(FltAllocateContext(Filter, FLT_STREAM_CONTEXT, sizeof(ITEM), NonPagedPool, (PFLT_CONTEXT *)&Item)))
    return NULL;
  return Item;
}

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS notLookedAt(PFLT_FILTER Filter, PCFLT_RELATED_OBJECTS Objects) {
  NTSTATUS Status;
  PITEM Item = NULL;
  Status = FltAllocateContext(Filter, FLT_STREAM_CONTEXT, sizeof(ITEM), NonPagedPool, (PFLT_CONTEXT *)&Item);
  if (!NT_SUCCESS(Status))
    return Status;
  ExInterlockedInsertTailList(&Items, &Item->Entry, &ItemsLock);
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS, Item, NULL);
  FltReleaseContext(Item); // CHECK: :[[@LINE]]:{{.*}} warning: context 'Item' is still in a list when its last reference is released, if it could not be set
  return Status;
}

NTSTATUS failsAndFrees(PFLT_FILTER Filter, PCFLT_RELATED_OBJECTS Objects) {
  NTSTATUS Status;
  PITEM Item = newItem(Filter);
  if (!Item)
    return STATUS_INSUFFICIENT_RESOURCES;
  FltAcquireResourceExclusive(&ItemsResource);
  InsertHeadList(&Ages, &Item->ByAge);
  FltReleaseResource(&ItemsResource);
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS, Item, NULL);
  if (!NT_SUCCESS(Status)) {
    FltReleaseContext(Item); // CHECK: :[[@LINE]]:{{.*}} warning: context 'Item' is still in a list when its last reference is released
    return Status;
  }
  FltReleaseContext(Item);
  return STATUS_SUCCESS;
}

VOID neverSet(PFLT_FILTER Filter) {
  PITEM Item = newItem(Filter);
  if (!Item)
    return;
  PushEntryList(&FreeItems, &Item->Free);
  FltReleaseContext(Item); // CHECK: :[[@LINE]]:{{.*}} warning: context 'Item' is still in a list when its last reference is released
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS takenOut_ok(PFLT_FILTER Filter, PCFLT_RELATED_OBJECTS Objects) {
  NTSTATUS Status;
  PITEM Item = newItem(Filter);
  if (!Item)
    return STATUS_INSUFFICIENT_RESOURCES;
  FltAcquireResourceExclusive(&ItemsResource);
  InsertTailList(&Items, &Item->Entry);
  FltReleaseResource(&ItemsResource);
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS, Item, NULL);
  if (!NT_SUCCESS(Status)) {
    FltAcquireResourceExclusive(&ItemsResource);
    RemoveEntryList(&Item->Entry);
    FltReleaseResource(&ItemsResource);
  }
  FltReleaseContext(Item);
  return Status;
}

// The list has a reference of its own.
NTSTATUS referenced_ok(PFLT_FILTER Filter, PCFLT_RELATED_OBJECTS Objects) {
  NTSTATUS Status;
  PITEM Item = newItem(Filter);
  if (!Item)
    return STATUS_INSUFFICIENT_RESOURCES;
  FltReferenceContext(Item);
  ExInterlockedInsertTailList(&Items, &Item->Entry, &ItemsLock);
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS, Item, NULL);
  FltReleaseContext(Item);
  return Status;
}

// The list has the reference, and this function none.
VOID listOwns_ok(PFLT_FILTER Filter) {
  PITEM Item = newItem(Filter);
  if (Item)
    ExInterlockedInsertTailList(&Items, &Item->Entry, &ItemsLock);
}

// In the list only if it is set.
NTSTATUS setFirst_ok(PFLT_FILTER Filter, PCFLT_RELATED_OBJECTS Objects) {
  NTSTATUS Status;
  PITEM Item = newItem(Filter);
  if (!Item)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS, Item, NULL);
  if (NT_SUCCESS(Status))
    ExInterlockedInsertTailList(&Items, &Item->Entry, &ItemsLock);
  FltReleaseContext(Item);
  return Status;
}

// Who gets it may take it out.
VOID forget(PITEM Item);
NTSTATUS forgotten_ok(PFLT_FILTER Filter, PCFLT_RELATED_OBJECTS Objects) {
  NTSTATUS Status;
  PITEM Item = newItem(Filter);
  if (!Item)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInterlockedInsertTailList(&Items, &Item->Entry, &ItemsLock);
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS, Item, NULL);
  if (!NT_SUCCESS(Status))
    forget(Item);
  FltReleaseContext(Item);
  return Status;
}

// A clean-up callback takes it out before the memory is gone.
typedef struct _TRACKED {
  LIST_ENTRY Entry;
} TRACKED, *PTRACKED;

static VOID untrack(PTRACKED Tracked) {
  RemoveEntryList(&Tracked->Entry);
}
VOID CleanUpTracked(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  UNREFERENCED_PARAMETER(Type);
  untrack((PTRACKED)Context);
}
VOID tracked_ok(PFLT_FILTER Filter) {
  PTRACKED Tracked = NULL;
  if (!NT_SUCCESS(FltAllocateContext(Filter, FLT_FILE_CONTEXT, sizeof(TRACKED), NonPagedPool, (PFLT_CONTEXT *)&Tracked)))
    return;
  InsertTailList(&Items, &Tracked->Entry);
  FltReleaseContext(Tracked);
}
