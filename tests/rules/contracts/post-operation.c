// What a pre-operation callback returns with, the post-operation callback that
// follows may release.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _OPERATION {
  PSTREAM_CONTEXT Stream;
  PERESOURCE Paging;
} OPERATION, *POPERATION;

#define PRE_OPERATION(Name)                                                    \
  FLT_PREOP_CALLBACK_STATUS Name(PFLT_CALLBACK_DATA Data,                      \
                                 PCFLT_RELATED_OBJECTS Objects,                \
                                 PVOID *CompletionContext)

static VOID finish(POPERATION Operation) {
  FltReleaseResource(&Operation->Stream->Lock);
}

// CHECK-NOT: post-operation.c:{{.*}}: warning:
PRE_OPERATION(PreWrite_ok) {
  POPERATION Operation = *CompletionContext;

  FltAcquireResourceExclusive(&Operation->Stream->Lock);
  return FLT_PREOP_SYNCHRONIZE;
}
POST_OPERATION(PostWrite) {
  finish(CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

PRE_OPERATION(PreRead_ok) {
  POPERATION Operation = *CompletionContext;

  if (Data->IoStatus.Information == 0)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  FsRtlEnterFileSystem();
  ExAcquireResourceSharedLite(Operation->Paging, TRUE);
  if (!NT_SUCCESS(WorkOn(Operation->Stream))) {
    ExReleaseResourceLite(Operation->Paging);
    FsRtlExitFileSystem();
    return FLT_PREOP_COMPLETE;
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}
POST_OPERATION(PostRead) {
  POPERATION Operation = CompletionContext;

  ExReleaseResourceLite(Operation->Paging);
  FsRtlExitFileSystem();
  return FLT_POSTOP_FINISHED_PROCESSING;
}

// Balanced on its own, whatever follows.
PRE_OPERATION(PreClose_ok) {
  POPERATION Operation = *CompletionContext;

  FltAcquireResourceExclusive(&Operation->Stream->Lock);
  Operation->Stream->Flags = 0;
  FltReleaseResource(&Operation->Stream->Lock);
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

PRE_OPERATION(PreQuery_ok) {
  POPERATION Operation = *CompletionContext;

  FsRtlEnterFileSystem();
  if (!ExAcquireResourceSharedLite(Operation->Paging, FALSE)) {
    FsRtlExitFileSystem();
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

// No post-operation callback follows this status.
PRE_OPERATION(PreCreate) {
  POPERATION Operation = *CompletionContext;

  FltAcquireResourceExclusive(&Operation->Stream->Lock);
  if (!NT_SUCCESS(WorkOn(Operation->Stream)))
    // CHECK: post-operation.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return FLT_PREOP_COMPLETE;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

// It follows, and releases another lock.
PRE_OPERATION(PreSet) {
  FltAcquireResourceShared(&Globals.OtherLock);
  // CHECK: post-operation.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}
// CHECK-NOT: post-operation.c:{{.*}}: warning:

const FLT_OPERATION_REGISTRATION Callbacks[] = {
    {IRP_MJ_WRITE, 0, PreWrite_ok, PostWrite, NULL},
    {IRP_MJ_READ, 0, PreRead_ok, PostRead, NULL},
    {IRP_MJ_CLOSE, 0, PreClose_ok, PostWrite, NULL},
    {IRP_MJ_QUERY_INFORMATION, 0, PreQuery_ok, PostRead, NULL},
    {IRP_MJ_CREATE, 0, PreCreate, PostWrite, NULL},
    {IRP_MJ_SET_INFORMATION, 0, PreSet, PostWrite, NULL},
    {IRP_MJ_OPERATION_END}};
