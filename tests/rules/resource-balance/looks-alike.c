// What only looks like the lock that is held, because the same function gave both
// objects, ends the hold, but proves nothing of it: parent and child of a walk down.
// RUN: %fltcheck --quiet --no-cache -j1 %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

typedef struct _NODE {
  PERESOURCE Lock;
  ULONG Names;
} NODE, *PNODE;

// A table nobody can see into.
PNODE lookUp(PCUNICODE_STRING Name);

//===-- Good --------------------------------------------------------------===//

// Down one level: the child is held before the parent is let go.
static NTSTATUS down(PNODE *Current, PCUNICODE_STRING Name) {
  PNODE Parent = *Current;
  PNODE Child = lookUp(Name);
  if (!ExAcquireResourceExclusiveLite(Child->Lock, FALSE))
    return STATUS_CANT_WAIT;
  *Current = Child;
  ExReleaseResourceLite(Parent->Lock);
  return STATUS_SUCCESS;
}
NTSTATUS open(PCUNICODE_STRING First, PCUNICODE_STRING Second) {
  NTSTATUS Status;
  PNODE Current = lookUp(First);
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(Current->Lock, TRUE);
  Status = down(&Current, Second);
  if (NT_SUCCESS(Status))
    Current->Names++;
  ExReleaseResourceLite(Current->Lock);
  KeLeaveCriticalRegion();
  return Status;
}

// The parent was held by whoever put it in the table, the child was not.
NTSTATUS below(PCUNICODE_STRING First, PCUNICODE_STRING Second, PULONG Names) {
  PNODE Parent = lookUp(First);
  PNODE Child = lookUp(Second);
  KeEnterCriticalRegion();
  if (ExAcquireResourceExclusiveLite(Child->Lock, FALSE)) {
    ExReleaseResourceLite(Parent->Lock);
    *Names = ++Child->Names;
    ExReleaseResourceLite(Child->Lock);
  } else {
    ExReleaseResourceLite(Parent->Lock);
  }
  KeLeaveCriticalRegion();
  return STATUS_SUCCESS;
}

//===-- Bad ---------------------------------------------------------------===//

// The very same object.
VOID twice(PCUNICODE_STRING Name) {
  PNODE Node = lookUp(Name);
  FltAcquireResourceExclusive(Node->Lock);
  FltReleaseResource(Node->Lock);
  // CHECK: looks-alike.c:[[#@LINE+1]]:3: warning: resource 'Node->Lock' is released twice
  FltReleaseResource(Node->Lock);
}
