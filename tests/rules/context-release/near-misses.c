// Correct code that looks like a leak or a double release at first sight.
// RUN: %flt_verify %s
// expected-no-diagnostics
#include "../Inputs/driver.h"

#define GET(C)                                                                 \
  FltGetStreamContext(Objects->Instance, Objects->FileObject,                  \
                      (PFLT_CONTEXT *)(C))

NTSTATUS nullAtTheTop_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT A = NULL, B = NULL;
  NTSTATUS Status;

  Status = GET(&A);
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Status = Work();
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&B);
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  A->Flags = B->Flags;
Cleanup:
  if (B != NULL)
    FltReleaseContext(B);
  if (A != NULL)
    FltReleaseContext(A);
  return Status;
}

NTSTATUS variableUsedAgain_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = GET(&Ctx);
  if (NT_SUCCESS(Status)) {
    FltReleaseContext(Ctx);
    Ctx = NULL;
  }
  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  if (NT_SUCCESS(Status))
    FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS eitherOfTwo_ok(PCFLT_RELATED_OBJECTS Objects, BOOLEAN Handle) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  if (Handle)
    Status = FltGetStreamHandleContext(Objects->Instance, Objects->FileObject,
                                       (PFLT_CONTEXT *)&Ctx);
  else
    Status = GET(&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Ctx->Flags = 1;
  FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS secondChance_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = GET(&Ctx);
  if (Status == STATUS_NOT_FOUND)
    Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

VOID flagTells_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  BOOLEAN Have = FALSE;

  if (NT_SUCCESS(GET(&Ctx)))
    Have = TRUE;
  Work();
  if (Have)
    FltReleaseContext(Ctx);
}

// The caller's context is used instead when there is one.
VOID ownOrGiven_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT Given) {
  PSTREAM_CONTEXT Ctx = Given;

  if (Ctx == NULL && !NT_SUCCESS(GET(&Ctx)))
    return;
  Ctx->Flags = 0;
  if (Given == NULL)
    FltReleaseContext(Ctx);
}

// A reference of its own, so that both ways release.
VOID ownOrReferenced_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT Given) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (Given != NULL) {
    FltReferenceContext(Given);
    Ctx = Given;
  } else if (!NT_SUCCESS(GET(&Ctx))) {
    return;
  }
  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
}

typedef struct _WORK {
  WORK_QUEUE_ITEM Item;
  PSTREAM_CONTEXT Stream;
} WORK, *PWORK;

VOID worker(PVOID Parameter) {
  PWORK Item = Parameter;

  Item->Stream->Flags = 1;
  FltReleaseContext(Item->Stream);
  ExFreePoolWithTag(Item, STREAM_TAG);
}

NTSTATUS queuedToAWorker_ok(PCFLT_RELATED_OBJECTS Objects) {
  PWORK Item = ExAllocatePoolZero(NonPagedPoolNx, sizeof(WORK), STREAM_TAG);
  NTSTATUS Status;

  if (Item == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = GET(&Item->Stream);
  if (!NT_SUCCESS(Status)) {
    ExFreePoolWithTag(Item, STREAM_TAG);
    return Status;
  }
  ExInitializeWorkItem(&Item->Item, worker, Item);
  ExQueueWorkItem(&Item->Item, DelayedWorkQueue);
  return STATUS_SUCCESS;
}

NTSTATUS storedThenQueued_ok(PCFLT_RELATED_OBJECTS Objects, PWORK Item) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);

  if (!NT_SUCCESS(Status))
    return Status;
  Item->Stream = Ctx;
  ExQueueWorkItem(&Item->Item, DelayedWorkQueue);
  return STATUS_SUCCESS;
}

VOID genericWorker_ok(PFLT_GENERIC_WORKITEM Item, PVOID FltObject,
                      PVOID Context) {
  PSTREAM_CONTEXT Ctx = Context;

  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
  FltFreeGenericWorkItem(Item);
}

NTSTATUS globalTakesIt_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);

  if (!NT_SUCCESS(Status))
    return Status;
  if (InterlockedCompareExchangePointer((PVOID *)&Globals.Current, Ctx, NULL))
    FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS globalAssigned_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);

  if (NT_SUCCESS(Status))
    Globals.Current = Ctx;
  return Status;
}

static PSTREAM_CONTEXT lookUp(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;

  return NT_SUCCESS(GET(&Ctx)) ? Ctx : NULL;
}

VOID byReturnedValue_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = lookUp(Objects);

  if (Ctx == NULL)
    return;
  Ctx->Flags = 0;
  FltReleaseContext(Ctx);
}

static NTSTATUS create(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT *Result) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status;

  *Result = NULL;
  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  RtlZeroMemory(Ctx, sizeof(*Ctx));
  *Result = Ctx;
  return STATUS_SUCCESS;
}

NTSTATUS createdByHelper_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = create(Objects, &Ctx);

  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, Ctx, NULL);
  FltReleaseContext(Ctx);
  return Status;
}

NTSTATUS setInALoop_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status;
  ULONG Try;

  for (Try = 0; Try < 3; Try++) {
    Status = create(Objects, &Ctx);
    if (!NT_SUCCESS(Status))
      break;
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                 FLT_SET_CONTEXT_REPLACE_IF_EXISTS, Ctx, NULL);
    FltReleaseContext(Ctx);
    if (NT_SUCCESS(Status))
      break;
  }
  return Status;
}

// Only the status of the last of several calls is looked at, and it implies
// that all succeeded.
NTSTATUS chain_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT A = NULL, B = NULL;
  NTSTATUS Status = GET(&A);

  if (NT_SUCCESS(Status))
    Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&B);
  if (NT_SUCCESS(Status)) {
    A->Flags = B->Flags;
    FltReleaseContext(B);
  }
  if (A)
    FltReleaseContext(A);
  return Status;
}

// The parent's reference is the child's, which its cleanup releases.
NTSTATUS childTakesParent_ok(PCFLT_RELATED_OBJECTS Objects,
                             PSTREAM_CONTEXT Child) {
  NTSTATUS Status =
      FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Child->Parent);

  if (!NT_SUCCESS(Status))
    Child->Parent = NULL;
  return Status;
}

VOID swapped_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT A = NULL, B = NULL, T;

  GET(&A);
  FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&B);
  T = A;
  A = B;
  B = T;
  if (A)
    FltReleaseContext(A);
  if (B)
    FltReleaseContext(B);
}

FLT_POSTOP_CALLBACK_STATUS
postWithoutContext_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                      PVOID CompletionContext, FLT_POST_OPERATION_FLAGS Flags) {
  if (CompletionContext != NULL)
    FltReleaseContext(CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_PREOP_CALLBACK_STATUS
statusTells_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
               PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;
  FLT_PREOP_CALLBACK_STATUS Result = FLT_PREOP_SUCCESS_NO_CALLBACK;

  if (NT_SUCCESS(GET(&Ctx))) {
    if (Ctx->Flags) {
      *CompletionContext = Ctx;
      Result = FLT_PREOP_SUCCESS_WITH_CALLBACK;
    } else {
      FltReleaseContext(Ctx);
    }
  }
  return Result;
}

VOID assertedNotNull_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status = GET(&Ctx);

  FLT_ASSERT(NT_SUCCESS(Status));
  if (NT_SUCCESS(Status)) {
    NT_ASSERT(Ctx != NULL);
    FltReleaseContext(Ctx);
  }
}

// What is passed by the address of the variable or structure that holds it, nobody
// knows the fate of.
typedef struct _PARCEL {
  ULONG Size;
  PSTREAM_CONTEXT Context;
} PARCEL, *PPARCEL;

VOID letGo(PSTREAM_CONTEXT *Ctx);
VOID unpack(PPARCEL Parcel);

NTSTATUS byAddress_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = GET(&Ctx);
  if (NT_SUCCESS(Status))
    letGo(&Ctx);
  return Status;
}

NTSTATUS inAStructure_ok(PCFLT_RELATED_OBJECTS Objects) {
  PARCEL Parcel;
  NTSTATUS Status;

  Status = GET(&Parcel.Context);
  if (NT_SUCCESS(Status))
    unpack(&Parcel);
  return Status;
}

NTSTATUS putIntoAStructure_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  PARCEL Parcel;
  NTSTATUS Status;

  Status = GET(&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Parcel.Size = sizeof(Parcel);
  Parcel.Context = Ctx;
  unpack(&Parcel);
  return STATUS_SUCCESS;
}

typedef struct _LABEL {
  PULONG Flags;
  PSTREAM_CONTEXT Context;
  PLIST_ENTRY Link;
} LABEL, *PLABEL;

VOID useLabel(PLABEL Label);

// The object itself stands beside a pointer into it.
VOID besideAPart_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  LABEL Label;

  if (!NT_SUCCESS(GET(&Ctx)))
    return;
  Label.Flags = &Ctx->Flags;
  Label.Context = Ctx;
  Label.Link = NULL;
  useLabel(&Label);
}

VOID byAnEntry_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;
  LABEL Label;

  if (!NT_SUCCESS(GET(&Ctx)))
    return;
  Label.Flags = &Ctx->Flags;
  Label.Context = NULL;
  Label.Link = &Ctx->Link;
  useLabel(&Label);
}
