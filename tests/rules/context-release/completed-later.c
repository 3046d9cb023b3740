// Who completes a pended operation with a status that calls the post-operation
// callback hands over the context that the callback gets.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

static POST_OPERATION(PostWrite) {
  PSTREAM_CONTEXT Stream = (PSTREAM_CONTEXT)CompletionContext;
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  UNREFERENCED_PARAMETER(Flags);
  if (Stream != NULL)
    FltReleaseContext(Stream);
  return FLT_POSTOP_FINISHED_PROCESSING;
}
static POST_OPERATION(PostNothing) {
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  UNREFERENCED_PARAMETER(CompletionContext);
  UNREFERENCED_PARAMETER(Flags);
  return FLT_POSTOP_FINISHED_PROCESSING;
}
static FLT_PREOP_CALLBACK_STATUS PreWrite(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects, PVOID *CompletionContext) {
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  UNREFERENCED_PARAMETER(CompletionContext);
  return FLT_PREOP_PENDING;
}
const FLT_OPERATION_REGISTRATION Table[] = {
    {IRP_MJ_WRITE, 0, PreWrite, PostWrite, NULL},
    {IRP_MJ_CREATE, 0, PreWrite, PostNothing, NULL},
    {IRP_MJ_OPERATION_END}};

//===-- Bad ---------------------------------------------------------------===//

VOID releasedAfter(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream))) {
    FltCompletePendedPreOperation(Data, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
    return;
  }
  FltCompletePendedPreOperation(Data, FLT_PREOP_SUCCESS_WITH_CALLBACK, Stream);
  FltReleaseContext(Stream); // CHECK: :[[@LINE]]:{{.*}} warning: context 'Stream' is released, but belongs to the post-operation callback by now
}

VOID releasedAtEnd(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects, BOOLEAN Plain) {
  PSTREAM_CONTEXT Stream = NULL;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream);
  if (NT_SUCCESS(Status) && !Plain)
    FltCompletePendedPreOperation(Data, FLT_PREOP_SYNCHRONIZE, Stream);
  else
    FltCompletePendedPreOperation(Data, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
  if (NT_SUCCESS(Status))
    FltReleaseContext(Stream); // CHECK: :[[@LINE]]:{{.*}} warning: context 'Stream' is released, but belongs to the post-operation callback by now
}

// No callback gets it.
VOID lost(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream = NULL;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream)))
    return;
  FltCompletePendedPreOperation(Data, FLT_PREOP_COMPLETE, Stream); // CHECK: :[[@LINE]]:{{.*}} warning: context 'Stream', returned by 'FltGetStreamContext', is not released
}

//===-- Good --------------------------------------------------------------===//

VOID handedOver_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream = NULL;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream))) {
    FltCompletePendedPreOperation(Data, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
    return;
  }
  FltCompletePendedPreOperation(Data, FLT_PREOP_SYNCHRONIZE, Stream);
}

// One reference for each of them.
VOID referenced_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream = NULL;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream)))
    return;
  FltReferenceContext(Stream);
  FltCompletePendedPreOperation(Data, FLT_PREOP_SYNCHRONIZE, Stream);
  Stream->Flags = 1;
  FltReleaseContext(Stream);
}

VOID noCallback_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream = NULL;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream)))
    return;
  FltCompletePendedPreOperation(Data, FLT_PREOP_SUCCESS_NO_CALLBACK, Stream);
  FltReleaseContext(Stream);
}

// Which status it is, nobody knows here.
VOID anyStatus_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects, FLT_PREOP_CALLBACK_STATUS Status) {
  PSTREAM_CONTEXT Stream = NULL;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream)))
    return;
  FltCompletePendedPreOperation(Data, Status, Stream);
}
