// The clean-up callback of a context carries no reference to it.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

VOID cleanUpReleases(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)Context;
  UNREFERENCED_PARAMETER(Type);
  Ctx->Flags = 0;
  FltReleaseContext(Ctx); // CHECK: :[[@LINE]]:{{.*}} warning: 'FltReleaseContext' gets the context that the Filter Manager is tearing down
}

VOID cleanUpDeletes(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  if (Type == FLT_VOLUME_CONTEXT)
    FltDeleteContext(Context); // CHECK: :[[@LINE]]:{{.*}} warning: 'FltDeleteContext' gets the context that the Filter Manager is tearing down
}

VOID cleanUpItsParent_ok(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)Context;
  UNREFERENCED_PARAMETER(Type);
  if (Ctx->Parent != NULL)
    FltReleaseContext(Ctx->Parent);
}

VOID cleanUpItsLock_ok(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  PSTREAM_CONTEXT Ctx = (PSTREAM_CONTEXT)Context;
  UNREFERENCED_PARAMETER(Type);
  ExDeleteResourceLite(&Ctx->Lock);
}

VOID cleanUpPassesOn_ok(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  UNREFERENCED_PARAMETER(Type);
  WorkOn(Context);
}

// No clean-up callback.
VOID dropsIt_ok(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  UNREFERENCED_PARAMETER(Type);
  FltReleaseContext(Context);
}

const FLT_CONTEXT_REGISTRATION Contexts[] = {
    {FLT_STREAM_CONTEXT, 0, cleanUpReleases, sizeof(STREAM_CONTEXT), STREAM_TAG},
    {FLT_VOLUME_CONTEXT, 0, cleanUpDeletes, sizeof(STREAM_CONTEXT), STREAM_TAG},
    {FLT_FILE_CONTEXT, 0, cleanUpItsParent_ok, sizeof(STREAM_CONTEXT),
     STREAM_TAG},
    {FLT_INSTANCE_CONTEXT, 0, cleanUpItsLock_ok, sizeof(STREAM_CONTEXT),
     STREAM_TAG},
    {FLT_STREAMHANDLE_CONTEXT, 0, cleanUpPassesOn_ok, sizeof(STREAM_CONTEXT),
     STREAM_TAG},
    {FLT_CONTEXT_END}};
