// What every pre-operation callback of a post-operation callback leaves for it,
// that has to release on all its paths, those that ignore it included.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

static FLT_PREOP_CALLBACK_STATUS alwaysLeaves(PFLT_CALLBACK_DATA Data,
                                              PCFLT_RELATED_OBJECTS Objects,
                                              PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;
  UNREFERENCED_PARAMETER(Data);
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      (PFLT_CONTEXT *)&Ctx)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *CompletionContext = Ctx;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

static FLT_PREOP_CALLBACK_STATUS sometimesLeaves(PFLT_CALLBACK_DATA Data,
                                                 PCFLT_RELATED_OBJECTS Objects,
                                                 PVOID *CompletionContext) {
  PSTREAM_CONTEXT Ctx = NULL;
  UNREFERENCED_PARAMETER(Data);
  *CompletionContext = NULL;
  if (NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                     (PFLT_CONTEXT *)&Ctx)))
    *CompletionContext = Ctx;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

static POST_OPERATION(leavesWhenDraining) {
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING))
    return FLT_POSTOP_FINISHED_PROCESSING; // CHECK: :[[@LINE]]:{{.*}} warning: the context in CompletionContext is not released
  FltReleaseContext((PFLT_CONTEXT)CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static POST_OPERATION(leavesAfterAFailure) {
  UNREFERENCED_PARAMETER(Objects);
  UNREFERENCED_PARAMETER(Flags);
  if (NT_SUCCESS(Data->IoStatus.Status)) {
    ((PSTREAM_CONTEXT)CompletionContext)->Flags++;
    FltReleaseContext(CompletionContext);
  }
  return FLT_POSTOP_FINISHED_PROCESSING; // CHECK: :[[@LINE]]:{{.*}} warning: the context in CompletionContext is not released
}

// Whatever the pre-operation callbacks leave: who looks into it knows what it is.
static POST_OPERATION(looksIntoIt) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)CompletionContext;
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  UNREFERENCED_PARAMETER(Flags);
  if (Ctx->Flags == 0)
    return FLT_POSTOP_FINISHED_PROCESSING; // CHECK: :[[@LINE]]:{{.*}} warning: the context in CompletionContext is not released
  FltReleaseContext(Ctx);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static POST_OPERATION(releasesWhenDraining_ok) {
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  if (!FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING))
    ((PSTREAM_CONTEXT)CompletionContext)->Flags++;
  FltReleaseContext(CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static POST_OPERATION(releasesFirst_ok) {
  UNREFERENCED_PARAMETER(Objects);
  FltReleaseContext(CompletionContext);
  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING) ||
      !NT_SUCCESS(Data->IoStatus.Status))
    return FLT_POSTOP_FINISHED_PROCESSING;
  Work();
  return FLT_POSTOP_FINISHED_PROCESSING;
}

// There may be nothing to release.
static POST_OPERATION(mayGetNothing_ok) {
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING) || !CompletionContext)
    return FLT_POSTOP_FINISHED_PROCESSING;
  FltReleaseContext(CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static POST_OPERATION(passesItOn_ok) {
  UNREFERENCED_PARAMETER(Data);
  UNREFERENCED_PARAMETER(Objects);
  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING)) {
    WorkOn(CompletionContext);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  FltReleaseContext(CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

const FLT_OPERATION_REGISTRATION Operations[] = {
    {IRP_MJ_CREATE, 0, alwaysLeaves, leavesWhenDraining},
    {IRP_MJ_READ, 0, alwaysLeaves, leavesAfterAFailure},
    {IRP_MJ_WRITE, 0, alwaysLeaves, releasesWhenDraining_ok},
    {IRP_MJ_CLEANUP, 0, alwaysLeaves, releasesFirst_ok},
    {IRP_MJ_CLOSE, 0, alwaysLeaves, passesItOn_ok},
    {IRP_MJ_SET_INFORMATION, 0, sometimesLeaves, mayGetNothing_ok},
    {IRP_MJ_QUERY_INFORMATION, 0, sometimesLeaves, looksIntoIt},
    {IRP_MJ_OPERATION_END}};
