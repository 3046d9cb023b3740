// A routine of the kit leaves locks alone, but what it is given to call may
// release them.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include <ntifs.h>

typedef struct _FCB {
  ERESOURCE Lock;
  OPLOCK Oplock;
  ULONG Opens;
} FCB, *PFCB;
typedef struct _REQUEST {
  PFCB *Open;
  PFCB Fcb;
  BOOLEAN Done;
} REQUEST, *PREQUEST;

// Gives up what the caller holds, and says so.
static VOID NTAPI PostIt(PVOID Context, PIRP Irp) {
  PREQUEST Request = (PREQUEST)Context;
  UNREFERENCED_PARAMETER(Irp);
  ExReleaseResourceLite(&(*Request->Open)->Lock);
  *Request->Open = NULL;
}
static VOID NTAPI ReleaseIt(PVOID Context, PIRP Irp) {
  PREQUEST Request = (PREQUEST)Context;
  UNREFERENCED_PARAMETER(Irp);
  ExReleaseResourceLite(&Request->Fcb->Lock);
  Request->Done = TRUE;
}
static VOID NTAPI CountIt(PVOID Context, PIRP Irp) {
  PREQUEST Request = (PREQUEST)Context;
  UNREFERENCED_PARAMETER(Irp);
  Request->Done = TRUE;
}

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS countsOnly(PREQUEST Request, PIRP Irp) {
  PFCB Fcb = Request->Fcb;
  ExAcquireResourceExclusiveLite(&Fcb->Lock, TRUE);
  if (FsRtlCheckOplock(&Fcb->Oplock, Irp, Request, NULL, CountIt) == STATUS_PENDING)
    return STATUS_PENDING; // CHECK: :[[@LINE]]:{{.*}} warning: resource {{.*}}Lock', acquired exclusively, is still held
  ExReleaseResourceLite(&Fcb->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS noCallback(PREQUEST Request, PIRP Irp) {
  NTSTATUS Status;
  ExAcquireResourceSharedLite(&Request->Fcb->Lock, TRUE);
  Status = FsRtlCheckOplock(&Request->Fcb->Oplock, Irp, NULL, NULL, NULL);
  if (!NT_SUCCESS(Status))
    return Status; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Request->Fcb->Lock', acquired shared, is still held
  ExReleaseResourceLite(&Request->Fcb->Lock);
  return Status;
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS throughContext_ok(PREQUEST Request, PIRP Irp) {
  ExAcquireResourceExclusiveLite(&Request->Fcb->Lock, TRUE);
  if (FsRtlCheckOplock(&Request->Fcb->Oplock, Irp, Request, NULL, ReleaseIt) == STATUS_PENDING)
    return STATUS_PENDING;
  ExReleaseResourceLite(&Request->Fcb->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS throughVariable_ok(PFCB First, PREQUEST Request, PIRP Irp) {
  PFCB Current = First;
  NTSTATUS Status;
  ExAcquireResourceExclusiveLite(&First->Lock, TRUE);
  Request->Open = &Current;
  Status = FsRtlCheckOplock(&First->Oplock, Irp, Request, NULL, PostIt);
  if (Current != NULL)
    ExReleaseResourceLite(&Current->Lock);
  return Status;
}

VOID NTAPI postElsewhere(PVOID Context, PIRP Irp);
NTSTATUS ofAnotherFile_ok(PREQUEST Request, PIRP Irp) {
  ExAcquireResourceExclusiveLite(&Request->Fcb->Lock, TRUE);
  if (FsRtlCheckOplock(&Request->Fcb->Oplock, Irp, Request, NULL, postElsewhere) == STATUS_PENDING)
    return STATUS_PENDING;
  ExReleaseResourceLite(&Request->Fcb->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS releasedAlways_ok(PREQUEST Request, PIRP Irp) {
  NTSTATUS Status;
  ExAcquireResourceExclusiveLite(&Request->Fcb->Lock, TRUE);
  Status = FsRtlCheckOplock(&Request->Fcb->Oplock, Irp, Request, NULL, CountIt);
  ExReleaseResourceLite(&Request->Fcb->Lock);
  return Status;
}
