// An object that a call returned is found again where the path stored it.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _FCB {
  PERESOURCE Resource;
  ERESOURCE Lock;
  ULONG Size;
} FCB, *PFCB;

typedef struct _CCB {
  PFCB Fcb;
  PFCB Other;
  ULONG State;
} CCB, *PCCB;

PFCB FindFcb(ULONG Id);
PERESOURCE NewResource(VOID);
VOID Opaque(PCCB Ccb);

// CHECK-NOT: stored.c:{{.*}}: warning:
VOID throughTheOwner_ok(PCCB Ccb, ULONG Id) {
  PFCB Fcb = FindFcb(Id);

  FltAcquireResourceExclusive(&Fcb->Lock);
  Ccb->Fcb = Fcb;
  Opaque(Ccb);
  FltReleaseResource(&Ccb->Fcb->Lock);
}

VOID storedFirst_ok(PCCB Ccb, ULONG Id) {
  Ccb->Fcb = FindFcb(Id);
  FltAcquireResourceShared(Ccb->Fcb->Resource);
  Ccb->State = 1;
  Opaque(Ccb);
  FltReleaseResource(Ccb->Fcb->Resource);
}

// The lock itself is what was stored.
NTSTATUS newLock_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  Ctx->Resource = NewResource();
  if (Ctx->Resource == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  FltAcquireResourceExclusive(Ctx->Resource);
  Status = WorkOn(&Ctx->Buffer);
  if (Ctx->Resource != NULL)
    FltReleaseResource(Ctx->Resource);
  return Status;
}

VOID twoOwners_ok(PCCB Ccb, PCCB Second, ULONG Id) {
  PFCB Fcb = FindFcb(Id);

  Ccb->Fcb = Fcb;
  Second->Fcb = Fcb;
  FltAcquireResourceShared(&Fcb->Lock);
  Opaque(Ccb);
  FltReleaseResource(&Fcb->Lock);
}

// Held where it was stored, and forgotten there.
NTSTATUS forgetsNew(PSTREAM_CONTEXT Ctx) {
  Ctx->Resource = NewResource();
  FltAcquireResourceExclusive(Ctx->Resource);
  if (!NT_SUCCESS(WorkOn(&Ctx->Buffer)))
    // CHECK: stored.c:[[#@LINE+1]]:{{.*}}: warning: resource {{.*}} is still held
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(Ctx->Resource);
  return STATUS_SUCCESS;
}

VOID keeps(PCCB Ccb, ULONG Id) {
  PFCB Fcb = FindFcb(Id);

  Ccb->Fcb = Fcb;
  FltAcquireResourceShared(&Fcb->Lock);
  Opaque(Ccb);
  if (Ccb->State == 0)
    // CHECK: stored.c:[[#@LINE+1]]:{{.*}}: warning: resource {{.*}} is still held
    return;
  FltReleaseResource(&Ccb->Fcb->Lock);
}
// CHECK-NOT: stored.c:{{.*}}: warning:
