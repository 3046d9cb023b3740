/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Pantry: stream and stream-handle contexts.
 */
#include "pantry.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, PantryGetOrCreateStreamContext)
#pragma alloc_text(PAGE, PantryRenewStreamContext)
#pragma alloc_text(PAGE, PantryAttachHandleContext)
#endif

VOID FLTAPI PantryHandleContextCleanup(_In_ PFLT_CONTEXT Context,
                                       _In_ FLT_CONTEXT_TYPE ContextType) {
  PPANTRY_HANDLE_CONTEXT handleContext = (PPANTRY_HANDLE_CONTEXT)Context;

  UNREFERENCED_PARAMETER(ContextType);

  if (handleContext->Stream != NULL) {
    FltReleaseContext(handleContext->Stream);
    handleContext->Stream = NULL;
  }
}

static NTSTATUS
PantryAllocateStreamContext(_In_ LONGLONG FileId,
                            _Outptr_ PPANTRY_STREAM_CONTEXT *StreamContext) {
  PPANTRY_STREAM_CONTEXT streamContext = NULL;
  NTSTATUS status;

  status = FltAllocateContext(Pantry.Filter, FLT_STREAM_CONTEXT,
                              sizeof(PANTRY_STREAM_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&streamContext);
  if (!NT_SUCCESS(status)) {
    *StreamContext = NULL;
    return status;
  }

  RtlZeroMemory(streamContext, sizeof(*streamContext));
  streamContext->FileId = FileId;
  *StreamContext = streamContext;
  return STATUS_SUCCESS;
}

/*
 * Gives the caller a referenced stream context: the one the stream has, or a
 * new one. Two threads may get here at once, and then the first one to set its
 * context wins; the other releases its own and uses the winner's. Correct.
 */
NTSTATUS
PantryGetOrCreateStreamContext(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                               _In_ LONGLONG FileId,
                               _Outptr_ PPANTRY_STREAM_CONTEXT *StreamContext) {
  PPANTRY_STREAM_CONTEXT newContext = NULL;
  PPANTRY_STREAM_CONTEXT oldContext = NULL;
  NTSTATUS status;

  PAGED_CODE();

  *StreamContext = NULL;

  status = FltGetStreamContext(FltObjects->Instance, FltObjects->FileObject,
                               (PFLT_CONTEXT *)&oldContext);
  if (NT_SUCCESS(status)) {
    *StreamContext = oldContext;
    return STATUS_SUCCESS;
  }
  if (status != STATUS_NOT_FOUND) {
    return status;
  }

  status = PantryAllocateStreamContext(FileId, &newContext);
  if (!NT_SUCCESS(status)) {
    return status;
  }

  status = FltSetStreamContext(FltObjects->Instance, FltObjects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, newContext,
                               (PFLT_CONTEXT *)&oldContext);
  if (!NT_SUCCESS(status)) {
    FltReleaseContext(newContext);
    if (status != STATUS_FLT_CONTEXT_ALREADY_DEFINED) {
      return status;
    }
    newContext = oldContext;
  }

  *StreamContext = newContext;
  return STATUS_SUCCESS;
}

/*
 * Puts a fresh context on a stream whose file has been replaced.
 */
NTSTATUS PantryRenewStreamContext(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                                  _In_ LONGLONG FileId) {
  PPANTRY_STREAM_CONTEXT newContext = NULL;
  PPANTRY_STREAM_CONTEXT oldContext = NULL;
  NTSTATUS status;

  PAGED_CODE();

  status = PantryAllocateStreamContext(FileId, &newContext);
  if (!NT_SUCCESS(status)) {
    return status;
  }

  status = FltSetStreamContext(FltObjects->Instance, FltObjects->FileObject,
                               FLT_SET_CONTEXT_REPLACE_IF_EXISTS, newContext,
                               (PFLT_CONTEXT *)&oldContext);
  if (NT_SUCCESS(status) && oldContext != NULL) {
    newContext->Generation = oldContext->Generation + 1;
  }

  FltReleaseContext(newContext);
  /* BUG 4: the replaced context in oldContext is never released */
  return status;
}

NTSTATUS PantryAttachHandleContext(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                                   _In_ PPANTRY_STREAM_CONTEXT StreamContext,
                                   _In_ BOOLEAN OpenedForWrite) {
  PPANTRY_HANDLE_CONTEXT handleContext = NULL;
  NTSTATUS status;

  PAGED_CODE();

  status = FltAllocateContext(FltObjects->Filter, FLT_STREAMHANDLE_CONTEXT,
                              sizeof(PANTRY_HANDLE_CONTEXT), PagedPool,
                              (PFLT_CONTEXT *)&handleContext);
  if (!NT_SUCCESS(status)) {
    return status;
  }

  /* The handle context keeps the stream context alive until its own cleanup. */
  FltReferenceContext(StreamContext);
  handleContext->Stream = StreamContext;
  handleContext->OpenedForWrite = OpenedForWrite;

  status = FltSetStreamHandleContext(
      FltObjects->Instance, FltObjects->FileObject,
      FLT_SET_CONTEXT_KEEP_IF_EXISTS, handleContext, NULL);
  FltReleaseContext(handleContext);
  return status;
}
