// A pre-operation callback hands over a structure with a context in it: whoever
// frees the structure must have released the context.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _PRE_2_POST {
  PSTREAM_CONTEXT Context;
  PSTREAM_CONTEXT Optional; // Only reads have one.
  PVOID Buffer;
} PRE_2_POST, *PPRE_2_POST;

NPAGED_LOOKASIDE_LIST Lookaside;

POST_OPERATION(finishLater);
VOID takeOver(PPRE_2_POST P);

static VOID fill(PPRE_2_POST P, PSTREAM_CONTEXT Ctx) {
  P->Context = Ctx;
  P->Buffer = NULL;
}

FLT_PREOP_CALLBACK_STATUS preRead(PFLT_CALLBACK_DATA Data,
                                  PCFLT_RELATED_OBJECTS Objects,
                                  PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL, Other = NULL;
  PPRE_2_POST P;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  P = ExAllocateFromNPagedLookasideList(&Lookaside);
  if (P == NULL) {
    FltReleaseContext(Ctx);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  fill(P, Ctx);
  (void)FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Other);
  P->Optional = Other;
  *CompletionContext = P;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST_OPERATION(postRead_ok) {
  PPRE_2_POST P = CompletionContext;

  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING))
    DbgPrint("%u", P->Context->Flags);
  FltReleaseContext(P->Context);
  if (P->Optional != NULL)
    FltReleaseContext(P->Optional);
  ExFreeToNPagedLookasideList(&Lookaside, P);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

POST_OPERATION(postRead) {
  PPRE_2_POST P = (PPRE_2_POST)CompletionContext;
  FLT_POSTOP_CALLBACK_STATUS Status = FLT_POSTOP_FINISHED_PROCESSING;

  DbgPrint("%u", P->Context->Flags);
  if (P->Optional != NULL)
    FltReleaseContext(P->Optional);
  if (NT_SUCCESS(Data->IoStatus.Status))
    FltReleaseContext(P->Context);
  else if (FltDoCompletionProcessingWhenSafe(Data, Objects, CompletionContext,
                                             Flags, finishLater, &Status))
    return Status;
  ExFreeToNPagedLookasideList(&Lookaside, P);
  return Status;
}

// Runs in the name of postRead.
POST_OPERATION(finishLater) {
  PPRE_2_POST P = CompletionContext;

  ExFreePoolWithTag(P->Buffer, STREAM_TAG);
  ExFreeToNPagedLookasideList(&Lookaside, P);
  // expected-warning@-1{{context 'P->Context' is not released before 'P' is freed}}
  // expected-warning@-2{{context 'P->Optional' is not released before 'P' is freed}}
  // expected-note@-3{{context 'P->Context' is not released before 'P' is freed}}
  // expected-note@-4{{context 'P->Optional' is not released before 'P' is freed}}
  return FLT_POSTOP_FINISHED_PROCESSING;
}

// The members are passed on, or all of the structure is.
POST_OPERATION(passedOn_ok) {
  PPRE_2_POST P = CompletionContext;
  PSTREAM_CONTEXT Ctx = P->Context;

  Globals.Current = P->Optional;
  WorkOn(Ctx);
  ExFreeToNPagedLookasideList(&Lookaside, P);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

POST_OPERATION(taken_ok) {
  PPRE_2_POST P = CompletionContext;

  takeOver(P);
  ExFreeToNPagedLookasideList(&Lookaside, P);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

POST_OPERATION(anotherBlock_ok) {
  PPRE_2_POST P = CompletionContext;

  ExFreePoolWithTag(P->Buffer, STREAM_TAG);
  P->Buffer = NULL;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

// Its pre-operation callback hands over no optional context.
FLT_PREOP_CALLBACK_STATUS preWrite(PFLT_CALLBACK_DATA Data,
                                   PCFLT_RELATED_OBJECTS Objects,
                                   PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;
  PPRE_2_POST P;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  P = ExAllocateFromNPagedLookasideList(&Lookaside);
  if (P == NULL) {
    FltReleaseContext(Ctx);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  fill(P, Ctx);
  P->Optional = NULL;
  *CompletionContext = P;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST_OPERATION(postWrite_ok) {
  PPRE_2_POST P = CompletionContext;

  FltReleaseContext(P->Context);
  ExFreeToNPagedLookasideList(&Lookaside, P);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

POST_OPERATION(onlyRelease) {
  PPRE_2_POST P = CompletionContext;

  ExFreePool(P);
  // expected-warning@-1{{context 'P->Context' is not released before 'P' is freed}}
  // expected-note@-2{{context 'P->Context' is not released before 'P' is freed}}
  return FLT_POSTOP_FINISHED_PROCESSING;
}

// Who registers it is not in this file.
POST_OPERATION(registeredElsewhere_ok) {
  PPRE_2_POST P = CompletionContext;

  ExFreeToNPagedLookasideList(&Lookaside, P);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

CONST FLT_OPERATION_REGISTRATION Operations[] = {
    {IRP_MJ_READ, 0, preRead, postRead},
    {IRP_MJ_QUERY_EA, 0, preRead, postRead_ok},
    {IRP_MJ_SET_EA, 0, preRead, passedOn_ok},
    {IRP_MJ_CLEANUP, 0, preRead, taken_ok},
    {IRP_MJ_CLOSE, 0, preRead, anotherBlock_ok},
    {IRP_MJ_WRITE, 0, preWrite, postWrite_ok},
    {IRP_MJ_SET_INFORMATION, 0, preWrite, onlyRelease},
    {IRP_MJ_OPERATION_END}};
