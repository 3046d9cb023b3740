// What a post-operation callback deletes.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

struct PreToPost {
  PSTREAM_CONTEXT Context;
};

// Releases by itself.
struct Owner {
  PSTREAM_CONTEXT Held;
  ~Owner() { FltReleaseContext(Held); }
};

static PSTREAM_CONTEXT contextOf(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = nullptr;
  (void)FltGetStreamContext(Objects->Instance, Objects->FileObject,
                            reinterpret_cast<PFLT_CONTEXT *>(&Ctx));
  return Ctx;
}

FLT_PREOP_CALLBACK_STATUS preRead(PFLT_CALLBACK_DATA,
                                  PCFLT_RELATED_OBJECTS Objects,
                                  PVOID *CompletionContext) {
  auto *P = new PreToPost;
  P->Context = contextOf(Objects);
  *CompletionContext = P;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_PREOP_CALLBACK_STATUS preWrite(PFLT_CALLBACK_DATA,
                                   PCFLT_RELATED_OBJECTS Objects,
                                   PVOID *CompletionContext) {
  auto *O = new Owner;
  O->Held = contextOf(Objects);
  *CompletionContext = O;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_POSTOP_CALLBACK_STATUS postRead(PFLT_CALLBACK_DATA Data,
                                    PCFLT_RELATED_OBJECTS,
                                    PVOID CompletionContext,
                                    FLT_POST_OPERATION_FLAGS) {
  auto *P = static_cast<PreToPost *>(CompletionContext);
  if (NT_SUCCESS(Data->IoStatus.Status))
  // expected-note@-1{{Assuming field 'Status' is < 0}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseContext(P->Context);
  delete P;
  // expected-warning@-1{{context 'P->Context' is not released before 'P' is freed}}
  // expected-note@-2{{context 'P->Context' is not released before 'P' is freed}}
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_POSTOP_CALLBACK_STATUS postWrite_ok(PFLT_CALLBACK_DATA,
                                        PCFLT_RELATED_OBJECTS,
                                        PVOID CompletionContext,
                                        FLT_POST_OPERATION_FLAGS) {
  delete static_cast<Owner *>(CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

CONST FLT_OPERATION_REGISTRATION Operations[] = {
    {IRP_MJ_READ, 0, preRead, postRead},
    {IRP_MJ_WRITE, 0, preWrite, postWrite_ok},
    {IRP_MJ_OPERATION_END}};
