// Held exactly where the caller asked for it, or is told of it.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _NODE {
  LIST_ENTRY Link;
  ERESOURCE Lock;
  ULONG Id;
} NODE, *PNODE;

PNODE FindNode(ULONG Id);

// CHECK-NOT: agreements.c:{{.*}}: warning:
// Who wants to know the lock gets it held.
NTSTATUS withLock_ok(ULONG Id, PERESOURCE *Held) {
  PNODE Node = FindNode(Id);

  if (Node == NULL)
    return STATUS_NOT_FOUND;
  ExAcquireResourceExclusiveLite(&Node->Lock, TRUE);
  Node->Id = Id;
  if (Held != NULL)
    *Held = &Node->Lock;
  else
    ExReleaseResourceLite(&Node->Lock);
  return STATUS_SUCCESS;
}

VOID onlyFor_ok(PSTREAM_CONTEXT Ctx, PNODE Node) {
  if (Node != NULL)
    ExAcquireResourceSharedLite(&Node->Lock, TRUE);
  Ctx->Flags = 0;
}

VOID onDemand_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Keep) {
  FltAcquireResourceShared(&Ctx->Lock);
  Ctx->Flags += 1;
  if (!Keep)
    FltReleaseResource(&Ctx->Lock);
}

// A flag that says nothing of the lock is none that asks for it.
VOID forgetsEarly(PSTREAM_CONTEXT Ctx, BOOLEAN Early) {
  FltAcquireResourceShared(&Ctx->Lock);
  Ctx->Flags += 1;
  // CHECK: agreements.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
  if (!Early)
    FltReleaseResource(&Ctx->Lock);
}

// CHECK-NOT: agreements.c:{{.*}}: warning:
// The object comes with its lock.
NTSTATUS openNode_ok(ULONG Id, PNODE *Found) {
  PNODE Node = FindNode(Id);

  if (Node == NULL)
    return STATUS_NOT_FOUND;
  ExAcquireResourceExclusiveLite(&Node->Lock, TRUE);
  if (Node->Id != Id) {
    ExReleaseResourceLite(&Node->Lock);
    return STATUS_NOT_FOUND;
  }
  *Found = Node;
  return STATUS_SUCCESS;
}

// A pointer that is tested under the lock asks for nothing.
NTSTATUS forgetsOnNull(PSTREAM_CONTEXT Ctx, PVOID Buffer) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Buffer == NULL)
    // CHECK: agreements.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return STATUS_INVALID_PARAMETER;
  Ctx->Buffer = Buffer;
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS forgetsWhenGiven(PSTREAM_CONTEXT Ctx, PULONG Size) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Size != NULL && *Size != 0)
    // CHECK: agreements.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return STATUS_INVALID_PARAMETER;
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// A failure that hands out nothing gives the lock back.
NTSTATUS createNode(ULONG Id, PNODE *Found) {
  PNODE Node = FindNode(Id);

  ExAcquireResourceExclusiveLite(&Node->Lock, TRUE);
  if (Node->Id != Id)
    // CHECK: agreements.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return STATUS_NOT_FOUND;
  *Found = Node;
  return STATUS_SUCCESS;
}
// CHECK-NOT: agreements.c:{{.*}}: warning:
