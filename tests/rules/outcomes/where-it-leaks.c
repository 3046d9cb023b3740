// A helper that keeps on one path what it gives back on others is wrong itself.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _TABLE {
  ERESOURCE Lock;
  ULONG Count;
  BOOLEAN Frozen;
} TABLE, *PTABLE;

static VOID trim(PTABLE Table) {
  ExAcquireResourceExclusiveLite(&Table->Lock, TRUE);
  if (Table->Count == 0)
    // CHECK: where-it-leaks.c:[[#@LINE+1]]:{{.*}}: warning: resource 'Table->Lock', acquired exclusively, is still held
    return;
  Table->Count -= 1;
  ExReleaseResourceLite(&Table->Lock);
}

static VOID open(PTABLE Table) {
  FltAcquireResourceShared(&Table->Lock);
}
static NTSTATUS update(PTABLE Table, ULONG Id) {
  open(Table);
  if (Id == 0)
    // CHECK: where-it-leaks.c:[[#@LINE+1]]:{{.*}}: warning: resource {{.*}}Lock', acquired shared, is still held
    return STATUS_INVALID_PARAMETER;
  if (Id > Table->Count)
    // CHECK: where-it-leaks.c:[[#@LINE+1]]:{{.*}}: warning: resource {{.*}}Lock', acquired shared, is still held
    return STATUS_NOT_FOUND;
  FltReleaseResource(&Table->Lock);
  return STATUS_SUCCESS;
}

// CHECK-NOT: where-it-leaks.c:{{.*}}: warning:
// The callers have nothing to do with it, and are many.
VOID dispatch(PTABLE Table, ULONG Code, ULONG Id) {
  switch (Code) {
  case 1:
    trim(Table);
    break;
  case 2:
    update(Table, Id);
    break;
  default:
    WorkOn(Table);
  }
}
VOID other(PTABLE Table) {
  trim(Table);
  Work();
}

// A helper that says what it keeps is right: its callers do the rest.
static BOOLEAN keepsIfFrozen(PTABLE Table) {
  FltAcquireResourceShared(&Table->Lock);
  if (Table->Frozen)
    return TRUE;
  FltReleaseResource(&Table->Lock);
  return FALSE;
}
VOID asks_ok(PTABLE Table) {
  if (keepsIfFrozen(Table))
    FltReleaseResource(&Table->Lock);
}

static NTSTATUS begin(PTABLE Table) {
  FltAcquireResourceShared(&Table->Lock);
  if (Table->Count != 0)
    return STATUS_SUCCESS;
  FltReleaseResource(&Table->Lock);
  return STATUS_UNSUCCESSFUL;
}
VOID begins_ok(PTABLE Table) {
  if (NT_SUCCESS(begin(Table)))
    FltReleaseResource(&Table->Lock);
}

static VOID visit(PTABLE Table, BOOLEAN Keep) {
  FltAcquireResourceShared(&Table->Lock);
  Table->Count += 1;
  if (!Keep)
    FltReleaseResource(&Table->Lock);
}
VOID visits_ok(PTABLE Table) {
  visit(Table, FALSE);
  visit(Table, TRUE);
  FltReleaseResource(&Table->Lock);
}

// Then who forgets is the caller.
VOID forgets(PTABLE Table, ULONG Id) {
  if (keepsIfFrozen(Table))
    // CHECK: where-it-leaks.c:[[#@LINE+1]]:{{.*}}: warning: resource 'Table->Lock', acquired shared, is still held
    return;
  WorkOn(Table);
}
// CHECK-NOT: where-it-leaks.c:{{.*}}: warning:
