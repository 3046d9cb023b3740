// Correct code that looks like a leak or a double release at first sight.
// RUN: %flt_verify %s
// expected-no-diagnostics
#include "../Inputs/driver.h"

typedef struct _IRP_CONTEXT {
  ULONG State;
  PERESOURCE Held;
  PSTREAM_CONTEXT Stream;
} IRP_CONTEXT, *PIRP_CONTEXT;

#define RELEASE_PAGING_IO 0x1

// Another function of the driver releases what the flag says.
VOID flagOutlivesFunction_ok(PIRP_CONTEXT Context) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Context->Stream->Lock, TRUE);
  SetFlag(Context->State, RELEASE_PAGING_IO);
  KeLeaveCriticalRegion();
}

VOID pointerOutlivesFunction_ok(PIRP_CONTEXT Context) {
  FltAcquireResourceShared(&Context->Stream->Lock);
  Context->Held = &Context->Stream->Lock;
}

VOID releasesWhatTheFlagSays_ok(PIRP_CONTEXT Context) {
  if (FlagOn(Context->State, RELEASE_PAGING_IO)) {
    ClearFlag(Context->State, RELEASE_PAGING_IO);
    FltReleaseResource(&Context->Stream->Lock);
  }
}

NTSTATUS flagInAStructure_ok(PSTREAM_CONTEXT Ctx) {
  IRP_CONTEXT Context = {0};
  NTSTATUS Status;

  Context.Stream = Ctx;
  FltAcquireResourceShared(&Ctx->Lock);
  SetFlag(Context.State, RELEASE_PAGING_IO);
  Status = Work();
  if (FlagOn(Context.State, RELEASE_PAGING_IO))
    FltReleaseResource(&Context.Stream->Lock);
  return Status;
}

VOID checkedAgainUnderTheLock_ok(PSTREAM_CONTEXT Ctx) {
  if (Ctx->Buffer == NULL) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (Ctx->Buffer == NULL)
      Ctx->Buffer = ExAllocatePoolZero(PagedPool, 64, STREAM_TAG);
    FltReleaseResource(&Ctx->Lock);
  }
}

NTSTATUS manyLabels_ok(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&A->Lock);
  Status = WorkOn(A->Buffer);
  if (!NT_SUCCESS(Status))
    goto First;
  FltAcquireResourceExclusive(&B->Lock);
  Status = WorkOn(B->Buffer);
  if (!NT_SUCCESS(Status))
    goto Second;
  A->Flags = B->Flags;
Second:
  FltReleaseResource(&B->Lock);
First:
  FltReleaseResource(&A->Lock);
  return Status;
}

NTSTATUS oneExitVariable_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  do {
    FltAcquireResourceShared(&Ctx->Lock);
    if (Ctx->Flags == 0) {
      Status = STATUS_NOT_FOUND;
      break;
    }
    Status = WorkOn(Ctx->Buffer);
  } while (FALSE);
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

VOID sortedByAddress_ok(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  PSTREAM_CONTEXT First = A < B ? A : B, Second = A < B ? B : A;

  FltAcquireResourceExclusive(&First->Lock);
  FltAcquireResourceExclusive(&Second->Lock);
  A->Flags = B->Flags;
  FltReleaseResource(&A->Lock);
  FltReleaseResource(&B->Lock);
}

VOID heldForTheWholeList_ok(VOID) {
  PLIST_ENTRY Entry;

  FltAcquireResourceExclusive(&Globals.Lock);
  while (!IsListEmpty(&Globals.List)) {
    Entry = RemoveHeadList(&Globals.List);
    FltReleaseResource(&Globals.Lock);
    WorkOn(CONTAINING_RECORD(Entry, STREAM_CONTEXT, Link));
    FltAcquireResourceExclusive(&Globals.Lock);
  }
  FltReleaseResource(&Globals.Lock);
}

VOID conditionOverState_ok(PSTREAM_CONTEXT Ctx, ULONG Flags) {
  if (FlagOn(Flags, 1) || FlagOn(Flags, 2))
    FltAcquireResourceExclusive(&Ctx->Lock);
  Work();
  if (FlagOn(Flags, 1) || FlagOn(Flags, 2))
    FltReleaseResource(&Ctx->Lock);
}

VOID conditionOverPointer_ok(PSTREAM_CONTEXT Ctx) {
  if (Ctx != NULL)
    FltAcquireResourceExclusive(&Ctx->Lock);
  Work();
  if (Ctx != NULL)
    FltReleaseResource(&Ctx->Lock);
}

VOID resultOfComma_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock), Ctx->Flags = 0;
  (void)(Ctx->Flags ? FltReleaseResource(&Ctx->Lock)
                    : FltReleaseResource(&Ctx->Lock));
}

VOID assertedToHold_ok(PSTREAM_CONTEXT Ctx) {
  FLT_ASSERT(ExIsResourceAcquiredExclusiveLite(&Ctx->Lock));
  Ctx->Flags = 0;
}

VOID takenIfNotHeld_ok(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Mine = FALSE;

  KeEnterCriticalRegion();
  if (!ExIsResourceAcquiredExclusiveLite(&Ctx->Lock)) {
    ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
    Mine = TRUE;
  }
  Ctx->Flags = 0;
  if (Mine)
    ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID deletedByItsOwner_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  RemoveEntryList(&Ctx->Link);
  FltReleaseResource(&Ctx->Lock);
  ExDeleteResourceLite(&Ctx->Lock);
  FltReleaseContext(Ctx);
}

VOID starveExclusiveAgain_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Ctx->Lock, TRUE);
  ExAcquireSharedStarveExclusive(&Ctx->Lock, TRUE);
  WorkOn(Ctx->Buffer);
  ExReleaseResourceLite(&Ctx->Lock);
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// Each of several locks, then each again.
VOID allOfThem_ok(VOID) {
  PLIST_ENTRY Entry;

  for (Entry = Globals.List.Flink; Entry != &Globals.List; Entry = Entry->Flink)
    FltAcquireResourceExclusive(
        &CONTAINING_RECORD(Entry, STREAM_CONTEXT, Link)->Lock);
  for (Entry = Globals.List.Flink; Entry != &Globals.List; Entry = Entry->Flink)
    FltReleaseResource(&CONTAINING_RECORD(Entry, STREAM_CONTEXT, Link)->Lock);
}
