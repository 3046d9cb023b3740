// What a pre-operation callback leaves in *CompletionContext, the post-operation
// callback registered beside it must release.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

POST_OPERATION(forgets);
POST_OPERATION(counts);
POST_OPERATION(releases);
POST_OPERATION(passesOn);
POST_OPERATION(inAnotherFile);

static FLT_PREOP_CALLBACK_STATUS handOver(PCFLT_RELATED_OBJECTS Objects,
                                          PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_PREOP_CALLBACK_STATUS preForgotten(PFLT_CALLBACK_DATA Data,
                                       PCFLT_RELATED_OBJECTS Objects,
                                       PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
                                      (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  return FLT_PREOP_SYNCHRONIZE;
  // expected-warning@-1{{context 'Ctx' is left in *CompletionContext, but 'forgets' does not release it}}
  // expected-note@-2{{context 'Ctx' is left in *CompletionContext, but 'forgets' does not release it}}
}
POST_OPERATION(forgets) { return FLT_POSTOP_FINISHED_PROCESSING; }

FLT_PREOP_CALLBACK_STATUS preCounted(PFLT_CALLBACK_DATA Data,
                                     PCFLT_RELATED_OBJECTS Objects,
                                     PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetInstanceContext(Objects->Instance,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetInstanceContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
                                        (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (Ctx->Flags == 0) {
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseContext(Ctx);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  *CompletionContext = Ctx;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  // expected-warning@-1{{context 'Ctx' is left in *CompletionContext, but 'counts' does not release it}}
  // expected-note@-2{{context 'Ctx' is left in *CompletionContext, but 'counts' does not release it}}
}
POST_OPERATION(counts) {
  PSTREAM_CONTEXT Ctx = CompletionContext;

  if (NT_SUCCESS(Data->IoStatus.Status))
    InterlockedIncrement((LONG volatile *)&Ctx->Flags);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_PREOP_CALLBACK_STATUS preReleased_ok(PFLT_CALLBACK_DATA Data,
                                         PCFLT_RELATED_OBJECTS Objects,
                                         PVOID *CompletionContext) {
  return handOver(Objects, CompletionContext);
}
POST_OPERATION(releases) {
  FltReleaseContext(CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_PREOP_CALLBACK_STATUS prePassedOn_ok(PFLT_CALLBACK_DATA Data,
                                         PCFLT_RELATED_OBJECTS Objects,
                                         PVOID *CompletionContext) {
  return handOver(Objects, CompletionContext);
}
POST_OPERATION(passesOn) {
  FLT_POSTOP_CALLBACK_STATUS Status = FLT_POSTOP_FINISHED_PROCESSING;
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)CompletionContext;

  (void)FltDoCompletionProcessingWhenSafe(Data, Objects, Ctx, Flags, releases,
                                          &Status);
  return Status;
}

FLT_PREOP_CALLBACK_STATUS preUnseen_ok(PFLT_CALLBACK_DATA Data,
                                       PCFLT_RELATED_OBJECTS Objects,
                                       PVOID *CompletionContext) {
  return handOver(Objects, CompletionContext);
}

// What it does depends on the operation, and one of its post-operation callbacks
// releases.
FLT_PREOP_CALLBACK_STATUS preTwo_ok(PFLT_CALLBACK_DATA Data,
                                    PCFLT_RELATED_OBJECTS Objects,
                                    PVOID *CompletionContext) {
  if (Data->Iopb->MajorFunction != IRP_MJ_CREATE)
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  return handOver(Objects, CompletionContext);
}

FLT_PREOP_CALLBACK_STATUS preAlone(PFLT_CALLBACK_DATA Data,
                                   PCFLT_RELATED_OBJECTS Objects,
                                   PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking false branch}}
                                      (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  // expected-warning@-1{{context 'Ctx' is left in *CompletionContext, but no post-operation callback is registered}}
  // expected-note@-2{{context 'Ctx' is left in *CompletionContext, but no post-operation callback is registered}}
}

FLT_PREOP_CALLBACK_STATUS preElsewhere_ok(PFLT_CALLBACK_DATA Data,
                                          PCFLT_RELATED_OBJECTS Objects,
                                          PVOID *CompletionContext) {
  return handOver(Objects, CompletionContext);
}

CONST FLT_OPERATION_REGISTRATION Operations[] = {
    {IRP_MJ_READ, 0, preForgotten, forgets},
    {IRP_MJ_WRITE, 0, preCounted, counts},
    {IRP_MJ_QUERY_EA, 0, preReleased_ok, releases},
    {IRP_MJ_SET_EA, 0, prePassedOn_ok, passesOn},
    {IRP_MJ_CLOSE, 0, preUnseen_ok, inAnotherFile},
    {IRP_MJ_CLEANUP, 0, preTwo_ok, forgets},
    {IRP_MJ_CREATE, 0, preTwo_ok, releases},
    {IRP_MJ_FLUSH_BUFFERS, 0, preAlone, NULL},
    {IRP_MJ_OPERATION_END}};
