// A function that is asked the same again answers the same.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

BOOLEAN IsWriter(PIRP Irp);
BOOLEAN GetNextFlag(VOID);
NTSTATUS IsReady(VOID);

VOID sameArgument_ok(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if (IsWriter(Irp))
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  if (IsWriter(Irp))
    FltReleaseResource(&Ctx->Lock);
}

// A pair of wrappers, each of which asks whose request it works for.
static VOID lockUnlessNested(PSTREAM_CONTEXT Ctx) {
  PIRP Top = IoGetTopLevelIrp();
  if ((ULONG_PTR)Top > FSRTL_MAX_TOP_LEVEL_IRP_FLAG && Top->Type == 6)
    return;
  FltAcquireResourceExclusive(&Ctx->Lock);
}

static VOID unlockUnlessNested(PSTREAM_CONTEXT Ctx) {
  PIRP Top = IoGetTopLevelIrp();
  if ((ULONG_PTR)Top > FSRTL_MAX_TOP_LEVEL_IRP_FLAG && Top->Type == 6)
    return;
  FltReleaseResource(&Ctx->Lock);
}

VOID nested_ok(PSTREAM_CONTEXT Ctx) {
  lockUnlessNested(Ctx);
  WorkOn(Ctx->Buffer);
  unlockUnlessNested(Ctx);
}

VOID anotherArgument(PSTREAM_CONTEXT Ctx, PIRP Irp, PIRP Other) {
  if (IsWriter(Irp))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (IsWriter(Other))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  if (IsWriter(Irp))
    FltReleaseResource(&Ctx->Lock);
}

// Each call gives another answer.
VOID enumerates(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  while (GetNextFlag())
  // expected-note@-1{{Loop condition is false. Execution continues on line 61}}
    Ctx->Flags++;
  if (GetNextFlag())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

VOID status(PSTREAM_CONTEXT Ctx) {
  if (!NT_SUCCESS(IsReady()))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking false branch}}
    return;
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (!NT_SUCCESS(IsReady()))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

//===----------------------------------------------------------------------===//
// Flags in the bits of a pointer, of which the engine knows nothing
//===----------------------------------------------------------------------===//

VOID bitsOfAPointer_ok(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 1)
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Irp);
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 1)
    FltReleaseResource(&Ctx->Lock);
}

VOID bitsOfAPointerCompared_ok(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if (((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 3) == 2)
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Irp);
  if (((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 3) != 2)
    return;
  FltReleaseResource(&Ctx->Lock);
}

VOID bitsOfAParameter_ok(PSTREAM_CONTEXT Ctx, PVOID Tagged) {
  if ((ULONG_PTR)Tagged & 1)
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  if (((ULONG_PTR)Tagged & 1) == 0)
    return;
  FltReleaseResource(&Ctx->Lock);
}

VOID bitsInAVariable_ok(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  ULONG_PTR Bits = (ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 3;

  if (Bits)
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Irp);
  if (Bits)
    FltReleaseResource(&Ctx->Lock);
}

VOID otherBits(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 1)
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
  // expected-note@-3{{Assuming the condition is false}}
  // expected-note@-4{{Taking false branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  WorkOn(Irp);
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 2)
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-5{{Assuming the condition is true}}
  // expected-note@-6{{Taking true branch}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released but not held on this path}}
    // expected-note@-2{{resource 'Ctx->Lock' is released but not held on this path}}
}

VOID bitsOfAnother(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 1)
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
  // expected-note@-3{{Assuming the condition is false}}
  // expected-note@-4{{Taking false branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  WorkOn(Irp);
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[3] & 1)
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-5{{Assuming the condition is true}}
  // expected-note@-6{{Taking true branch}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released but not held on this path}}
    // expected-note@-2{{resource 'Ctx->Lock' is released but not held on this path}}
}

VOID otherwise(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 1)
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
  // expected-note@-3{{Assuming the condition is false}}
  // expected-note@-4{{Taking false branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  WorkOn(Irp);
  if (!((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 1))
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-5{{Assuming the condition is true}}
  // expected-note@-6{{Taking true branch}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released but not held on this path}}
    // expected-note@-2{{resource 'Ctx->Lock' is released but not held on this path}}
}

VOID whollyWithoutBits_ok(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if (Irp->Tail.Overlay.DriverContext[2] != NULL)
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Irp);
  if (Irp->Tail.Overlay.DriverContext[2] != NULL)
    FltReleaseResource(&Ctx->Lock);
}

// The bits of what a function answers.
VOID bitsOfAnAnswer_ok(PSTREAM_CONTEXT Ctx) {
  if ((ULONG_PTR)IoGetTopLevelIrp() & 1)
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  if ((ULONG_PTR)IoGetTopLevelIrp() & 1)
    FltReleaseResource(&Ctx->Lock);
}

// A leak on a path that asks once.
VOID bitsAskedOnce(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if ((ULONG_PTR)Irp->Tail.Overlay.DriverContext[2] & 3)
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

//===----------------------------------------------------------------------===//
// What a call was given the address of may well have another value
//===----------------------------------------------------------------------===//

typedef struct _SPLIT {
  ULONG Rest;
  PVOID Buffer;
} SPLIT;

VOID NextPart(SPLIT *Split);

VOID variableGiven(PSTREAM_CONTEXT Ctx) {
  SPLIT Split = {0};

  NextPart(&Split);
  if (Split.Rest == 0)
  // expected-note@-1{{Assuming field 'Rest' is not equal to 0}}
  // expected-note@-2{{Taking false branch}}
    return;
  NextPart(&Split);
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Split.Rest == 0)
  // expected-note@-1{{Assuming field 'Rest' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

VOID variableNotGiven_ok(PSTREAM_CONTEXT Ctx) {
  SPLIT Split = {0};

  NextPart(&Split);
  if (Split.Rest & 1)
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  if ((Split.Rest & 1) == 0)
    return;
  FltReleaseResource(&Ctx->Lock);
}

//===----------------------------------------------------------------------===//
// Nothing is its own parent
//===----------------------------------------------------------------------===//

VOID ownParent_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Ctx->Parent == Ctx)
    return;
  FltReleaseResource(&Ctx->Lock);
}

VOID ownGrandParent_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Ctx);
  if (Ctx->Parent->Parent != Ctx)
    FltReleaseResource(&Ctx->Lock);
}

VOID sameParent(PSTREAM_CONTEXT Ctx, PSTREAM_CONTEXT Other) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Ctx->Parent == Other->Parent)
  // expected-note@-1{{Assuming 'Ctx->Parent' is equal to 'Other->Parent'}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

// A list that leads back to its head is empty.
VOID emptyList(PSTREAM_CONTEXT Ctx, PLIST_ENTRY Head) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Head->Flink == Head)
  // expected-note@-1{{Assuming 'Head' is equal to field 'Flink'}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

//===----------------------------------------------------------------------===//
// Whether a lock is held
//===----------------------------------------------------------------------===//

VOID told_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  WorkOn(Ctx->Buffer);
  if (ExIsResourceAcquiredExclusiveLite(&Ctx->Lock))
    ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID toldShared_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  if (ExIsResourceAcquiredSharedLite(&Ctx->Lock) != 0)
    ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// It is held shared: the answer is no.
VOID toldOther(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  if (ExIsResourceAcquiredExclusiveLite(&Ctx->Lock))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking false branch}}
    ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}
