// A name that a pre-operation callback leaves to its post-operation callback.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _PRE_TO_POST {
  PFLT_FILE_NAME_INFORMATION Name;
  ULONG Flags;
} PRE_TO_POST, *PPRE_TO_POST;

#define NAMES (FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT)

//===-- The name itself ---------------------------------------------------===//

FLT_PREOP_CALLBACK_STATUS PreCreate(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                                    PVOID *CompletionContext) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Name;
  if (Name->Name.Length == 0)
    return FLT_PREOP_SUCCESS_NO_CALLBACK; // expected-warning {{file name information 'Name' is left in *CompletionContext, but no post-operation callback follows FLT_PREOP_SUCCESS_NO_CALLBACK to release it}}
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST_OPERATION(PostCreate) {
  PFLT_FILE_NAME_INFORMATION Name = CompletionContext;
  if (!NT_SUCCESS(FltParseFileNameInformation(Name)))
    return FLT_POSTOP_FINISHED_PROCESSING; // expected-warning {{the file name information in CompletionContext is not released on this path, as it is on others}}
  FltReleaseFileNameInformation(Name);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

//===-- In a structure ----------------------------------------------------===//

FLT_PREOP_CALLBACK_STATUS PreSet(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                                 PVOID *CompletionContext) {
  PPRE_TO_POST Both = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*Both), STREAM_TAG);
  if (!Both)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Both->Name))) {
    ExFreePoolWithTag(Both, STREAM_TAG);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  *CompletionContext = Both;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_PREOP_CALLBACK_STATUS PreStored(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                                    PVOID *CompletionContext) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  PPRE_TO_POST Both = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*Both), STREAM_TAG);
  if (!Both)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name))) {
    ExFreePoolWithTag(Both, STREAM_TAG);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  Both->Name = Name;
  *CompletionContext = Both;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST_OPERATION(PostSet) {
  PPRE_TO_POST Both = CompletionContext;
  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING)) {
    ExFreePoolWithTag(Both, STREAM_TAG); // expected-warning {{file name information 'Both->Name' is not released before 'Both' is freed}}
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  FltReleaseFileNameInformation(Both->Name);
  ExFreePoolWithTag(Both, STREAM_TAG);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

POST_OPERATION(PostStored) {
  PPRE_TO_POST Both = CompletionContext;
  if (Both->Name)
    FltReleaseFileNameInformation(Both->Name);
  ExFreePoolWithTag(Both, STREAM_TAG);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

const FLT_OPERATION_REGISTRATION Operations[] = {
    {IRP_MJ_CREATE, 0, PreCreate, PostCreate},
    {IRP_MJ_SET_INFORMATION, 0, PreSet, PostSet},
    {IRP_MJ_WRITE, 0, PreStored, PostStored},
    {IRP_MJ_OPERATION_END}};
