// References that leave the function in another way than by a release, and
// many at a time.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

FLT_PREOP_CALLBACK_STATUS
handedToPostOperation_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                         PVOID *CompletionContext) {
  PFLT_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      &Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_PREOP_CALLBACK_STATUS
synchronized_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                PVOID *CompletionContext) {
  PFLT_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      &Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  return FLT_PREOP_SYNCHRONIZE;
}

FLT_PREOP_CALLBACK_STATUS
noPostOperationFollows(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                       PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
                                      (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  if (Ctx->Flags)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
    // expected-warning@-1{{context 'Ctx' is left in *CompletionContext, but no post-operation callback follows FLT_PREOP_SUCCESS_NO_CALLBACK to release it}}
    // expected-note@-2{{context 'Ctx' is left in *CompletionContext, but no post-operation callback follows FLT_PREOP_SUCCESS_NO_CALLBACK to release it}}
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_PREOP_CALLBACK_STATUS
completed(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
          PVOID *CompletionContext) {
  PFLT_CONTEXT Ctx = NULL;
  FLT_PREOP_CALLBACK_STATUS Result = FLT_PREOP_SUCCESS_WITH_CALLBACK;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
                                      &Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  if (!NT_SUCCESS(Work())) {
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    Data->IoStatus.Status = STATUS_ACCESS_DENIED;
    Result = FLT_PREOP_COMPLETE;
  }
  return Result;
  // expected-warning@-1{{context 'Ctx' is left in *CompletionContext, but no post-operation callback follows FLT_PREOP_COMPLETE to release it}}
  // expected-note@-2{{context 'Ctx' is left in *CompletionContext, but no post-operation callback follows FLT_PREOP_COMPLETE to release it}}
}

FLT_PREOP_CALLBACK_STATUS
takenBackBeforeCompletion_ok(PFLT_CALLBACK_DATA Data,
                             PCFLT_RELATED_OBJECTS Objects,
                             PVOID *CompletionContext) {
  PFLT_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      &Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  if (!NT_SUCCESS(Work())) {
    *CompletionContext = NULL;
    FltReleaseContext(Ctx);
    return FLT_PREOP_COMPLETE;
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_PREOP_CALLBACK_STATUS
notStored(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
          PVOID *CompletionContext) {
  PFLT_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
                                      &Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
}

FLT_POSTOP_CALLBACK_STATUS
postReleases_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                PVOID CompletionContext, FLT_POST_OPERATION_FLAGS Flags) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)CompletionContext;

  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING)) {
    FltReleaseContext(Ctx);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  Ctx->Flags = 1;
  FltReleaseContext(Ctx);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_POSTOP_CALLBACK_STATUS
postForgetsOnOnePath(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                     PVOID CompletionContext, FLT_POST_OPERATION_FLAGS Flags) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)CompletionContext;

  if (!NT_SUCCESS(WorkOn(Objects)) && Ctx->Flags) {
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Left side of '&&' is true}}
  // expected-note@-3{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-4{{Taking true branch}}
    DbgPrint("%p\n", Ctx);
    return FLT_POSTOP_FINISHED_PROCESSING;
    // expected-warning@-1{{the context in CompletionContext is not released on this path, as it is on others}}
    // expected-note@-2{{the context in CompletionContext is not released on this path, as it is on others}}
  }
  FltReleaseContext(Ctx);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

VOID relatedContexts_ok(PCFLT_RELATED_OBJECTS Objects) {
  FLT_RELATED_CONTEXTS Contexts;

  FltGetContexts(Objects, FLT_STREAM_CONTEXT | FLT_INSTANCE_CONTEXT, &Contexts);
  if (Contexts.StreamContext != NULL)
    WorkOn(((PSTREAM_CONTEXT)Contexts.StreamContext)->Buffer);
  FltReleaseContexts(&Contexts);
}

VOID relatedContextsForgotten(PCFLT_RELATED_OBJECTS Objects) {
  FLT_RELATED_CONTEXTS Contexts;

  FltGetContexts(Objects, FLT_STREAM_CONTEXT, &Contexts);
  // expected-note@-1{{context 'Contexts.StreamContext' is returned here by 'FltGetContexts'}}
  if (Contexts.StreamContext == NULL)
  // expected-note@-1{{Assuming field 'StreamContext' is not equal to NULL}}
  // expected-note@-2{{Taking false branch}}
    return;
  ((PSTREAM_CONTEXT)Contexts.StreamContext)->Flags = 0;
  // expected-warning@-1{{contexts in 'Contexts', returned by 'FltGetContexts', are not released when the function returns}}
  // expected-note@-2{{contexts in 'Contexts', returned by 'FltGetContexts', are not released when the function returns}}
}

VOID relatedMemberReleased_ok(PCFLT_RELATED_OBJECTS Objects) {
  FLT_RELATED_CONTEXTS Contexts;

  FltGetContexts(Objects, FLT_STREAM_CONTEXT, &Contexts);
  if (Contexts.StreamContext != NULL)
    FltReleaseContext(Contexts.StreamContext);
}

VOID relatedMemberReleasedAndZeroed_ok(PCFLT_RELATED_OBJECTS Objects) {
  FLT_RELATED_CONTEXTS Contexts;

  FltGetContexts(Objects, FLT_STREAM_CONTEXT | FLT_FILE_CONTEXT, &Contexts);
  if (Contexts.StreamContext != NULL) {
    FltReleaseContext(Contexts.StreamContext);
    Contexts.StreamContext = NULL;
  }
  FltReleaseContexts(&Contexts);
}

VOID relatedMemberReleasedTwice(PCFLT_RELATED_OBJECTS Objects) {
  FLT_RELATED_CONTEXTS Contexts;

  FltGetContexts(Objects, FLT_STREAM_CONTEXT, &Contexts);
  // expected-note@-1{{context 'Contexts.StreamContext' is returned here by 'FltGetContexts'}}
  if (Contexts.StreamContext != NULL)
  // expected-note@-1{{Assuming field 'StreamContext' is not equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Contexts.StreamContext);
    // expected-note@-1{{context 'Contexts.StreamContext' is released here}}
  FltReleaseContexts(&Contexts);
  // expected-warning@-1{{context 'Contexts.StreamContext' is released twice}}
  // expected-note@-2{{context 'Contexts.StreamContext' is released twice}}
}

NTSTATUS relatedContextsEx_ok(PCFLT_RELATED_OBJECTS Objects) {
  FLT_RELATED_CONTEXTS_EX Contexts;
  NTSTATUS Status;

  Status = FltGetContextsEx(Objects, FLT_SECTION_CONTEXT, sizeof(Contexts),
                            &Contexts);
  if (!NT_SUCCESS(Status))
    return Status;
  WorkOn(Contexts.SectionContext);
  FltReleaseContextsEx(sizeof(Contexts), &Contexts);
  return STATUS_SUCCESS;
}

NTSTATUS relatedContextsExForgotten(PCFLT_RELATED_OBJECTS Objects) {
  FLT_RELATED_CONTEXTS_EX Contexts;
  NTSTATUS Status;

  Status = FltGetContextsEx(Objects, FLT_SECTION_CONTEXT, sizeof(Contexts),
  // expected-note@-1{{context 'Contexts.SectionContext' is returned here by 'FltGetContextsEx'}}
                            &Contexts);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  if (Contexts.SectionContext != NULL)
  // expected-note@-1{{Assuming field 'SectionContext' is not equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{contexts in 'Contexts', returned by 'FltGetContextsEx', are not released when the function returns}}
    // expected-note@-2{{contexts in 'Contexts', returned by 'FltGetContextsEx', are not released when the function returns}}
  return STATUS_NOT_FOUND;
}

VOID anArrayOfThem_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Contexts[3] = {NULL, NULL, NULL};
  ULONG I;

  FltGetInstanceContext(Objects->Instance, &Contexts[0]);
  FltGetStreamContext(Objects->Instance, Objects->FileObject, &Contexts[1]);
  FltGetFileContext(Objects->Instance, Objects->FileObject, &Contexts[2]);
  for (I = 0; I < 3; I++)
    if (Contexts[I] != NULL)
      FltReleaseContext(Contexts[I]);
}

VOID anArrayOneForgotten(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Contexts[2] = {NULL, NULL};

  FltGetInstanceContext(Objects->Instance, &Contexts[0]);
  FltGetStreamContext(Objects->Instance, Objects->FileObject, &Contexts[1]);
  // expected-note@-1{{context 'Contexts[...]' is returned here by 'FltGetStreamContext'}}
  if (Contexts[0] != NULL)
  // expected-note@-1{{Taking false branch}}
    FltReleaseContext(Contexts[0]);
  if (Contexts[1] != NULL)
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    WorkOn(NULL);
    // expected-warning@-1{{context 'Contexts[...]', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note@-2{{context 'Contexts[...]', returned by 'FltGetStreamContext', is not released when the function returns}}
}

typedef struct _OPERATION {
  PSTREAM_CONTEXT Stream;
  PSTREAM_CONTEXT Instance;
} OPERATION;

NTSTATUS inAStructureOfItsOwn_ok(PCFLT_RELATED_OBJECTS Objects) {
  OPERATION Operation = {0};
  NTSTATUS Status;

  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)&Operation.Stream);
  if (NT_SUCCESS(Status))
    Status = FltGetInstanceContext(Objects->Instance,
                                   (PFLT_CONTEXT *)&Operation.Instance);
  if (Operation.Instance)
    FltReleaseContext(Operation.Instance);
  if (Operation.Stream)
    FltReleaseContext(Operation.Stream);
  return Status;
}

NTSTATUS inTheCallersStructure_ok(PCFLT_RELATED_OBJECTS Objects,
                                  OPERATION *Operation) {
  return FltGetStreamContext(Objects->Instance, Objects->FileObject,
                             (PFLT_CONTEXT *)&Operation->Stream);
}

VOID inAGlobal_ok(PCFLT_RELATED_OBJECTS Objects) {
  FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Globals.Current);
  Work();
}

PSTREAM_CONTEXT returned_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;

  FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Ctx);
  return Ctx;
}

VOID intoAList_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                     (PFLT_CONTEXT *)&Ctx)))
    InsertHeadList(&Globals.List, &Ctx->Link);
}

// A list head in the context itself is not a list that others see.
NTSTATUS ownListHead(VOID) {
  PSTREAM_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_STREAM_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  InitializeListHead(&Ctx->Link);
  return STATUS_SUCCESS;
  // expected-warning@-1{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
}

// Section contexts: creating and closing move the Filter Manager's link; the
// caller owes the release of what it allocated.
NTSTATUS sectionLeaksWhenCreateFails(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  HANDLE Handle;
  PVOID Section;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_SECTION_CONTEXT,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltAllocateContext'}}
                              sizeof(STREAM_CONTEXT), PagedPool, &Ctx);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  Status = FltCreateSectionForDataScan(
      Objects->Instance, Objects->FileObject, Ctx, SECTION_MAP_READ, NULL, NULL,
      PAGE_READONLY, SEC_COMMIT, 0, &Handle, &Section, NULL);
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    return Status;
    // expected-warning@-1{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltAllocateContext', is not released when the function returns}}
  FltCloseSectionForDataScan(Ctx);
  FltReleaseContext(Ctx);
  return STATUS_SUCCESS;
}

NTSTATUS sectionClosedAndReleased_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  HANDLE Handle;
  PVOID Section;
  NTSTATUS Status;

  Status = FltAllocateContext(Globals.Filter, FLT_SECTION_CONTEXT,
                              sizeof(STREAM_CONTEXT), PagedPool, &Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltCreateSectionForDataScan(
      Objects->Instance, Objects->FileObject, Ctx, SECTION_MAP_READ, NULL, NULL,
      PAGE_READONLY, SEC_COMMIT, 0, &Handle, &Section, NULL);
  if (NT_SUCCESS(Status)) {
    WorkOn(Section);
    FltCloseSectionForDataScan(Ctx);
  }
  FltReleaseContext(Ctx);
  return Status;
}

// A structure that only leads into the context gives nothing of it away.
VOID open(POBJECT_ATTRIBUTES Attributes);

typedef struct _NAMED_CONTEXT {
  UNICODE_STRING Name;
  ULONG Flags;
} NAMED_CONTEXT, *PNAMED_CONTEXT;

VOID onlyItsName(PFLT_INSTANCE Instance) {
  PNAMED_CONTEXT Ctx = NULL;
  OBJECT_ATTRIBUTES Attributes;

  if (!NT_SUCCESS(FltGetInstanceContext(Instance, (PFLT_CONTEXT *)&Ctx)))
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
    return;
  InitializeObjectAttributes(&Attributes, &Ctx->Name, OBJ_KERNEL_HANDLE, NULL,
                             NULL);
  open(&Attributes);
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltGetInstanceContext', is not released when the function returns}}
}
