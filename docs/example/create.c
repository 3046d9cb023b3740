/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Pantry: the operations it watches.
 */
#include "pantry.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, PantryPreCreate)
#pragma alloc_text(PAGE, PantryPostCreate)
#pragma alloc_text(PAGE, PantryPreCleanup)
#endif

static NTSTATUS PantryQueryFileId(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                                  _Out_ PLONGLONG FileId) {
  FILE_INTERNAL_INFORMATION information;
  NTSTATUS status;

  *FileId = 0;
  status = FltQueryInformationFile(FltObjects->Instance, FltObjects->FileObject,
                                   &information, sizeof(information),
                                   FileInternalInformation, NULL);
  if (NT_SUCCESS(status)) {
    *FileId = information.IndexNumber.QuadPart;
  }
  return status;
}

/*
 * Hands the instance context, referenced, to PantryPostCreate in a
 * PANTRY_CREATE. Only FLT_PREOP_SUCCESS_WITH_CALLBACK or FLT_PREOP_SYNCHRONIZE
 * makes the post callback run, so every other result must leave nothing behind.
 * Correct.
 */
FLT_PREOP_CALLBACK_STATUS FLTAPI PantryPreCreate(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _Flt_CompletionContext_Outptr_ PVOID *CompletionContext) {
  PPANTRY_INSTANCE_CONTEXT instanceContext = NULL;
  PPANTRY_CREATE create;
  ACCESS_MASK access;
  NTSTATUS status;

  PAGED_CODE();

  *CompletionContext = NULL;

  if (FlagOn(Data->Iopb->OperationFlags, SL_OPEN_PAGING_FILE) ||
      FlagOn(Data->Iopb->Parameters.Create.Options, FILE_DIRECTORY_FILE) ||
      PantryIsTemporary(Data)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }

  status = FltGetInstanceContext(FltObjects->Instance,
                                 (PFLT_CONTEXT *)&instanceContext);
  if (!NT_SUCCESS(status)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }

  create = (PPANTRY_CREATE)ExAllocatePoolZero(PagedPool, sizeof(PANTRY_CREATE),
                                              PANTRY_TAG_CREATE);
  if (create == NULL) {
    FltReleaseContext(instanceContext);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }

  access = Data->Iopb->Parameters.Create.SecurityContext->DesiredAccess;
  create->Instance = instanceContext;
  create->OpenedForWrite =
      BooleanFlagOn(access, FILE_WRITE_DATA | FILE_APPEND_DATA);

  *CompletionContext = create;
  return FLT_PREOP_SYNCHRONIZE;
}

/*
 * Takes over what PantryPreCreate handed on. Correct.
 */
FLT_POSTOP_CALLBACK_STATUS FLTAPI PantryPostCreate(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _In_opt_ PVOID CompletionContext, _In_ FLT_POST_OPERATION_FLAGS Flags) {
  PPANTRY_CREATE create = (PPANTRY_CREATE)CompletionContext;
  PPANTRY_STREAM_CONTEXT streamContext = NULL;
  LONGLONG fileId;
  NTSTATUS status;

  PAGED_CODE();

  if (FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING) ||
      !NT_SUCCESS(Data->IoStatus.Status) ||
      Data->IoStatus.Status == STATUS_REPARSE) {
    goto Cleanup;
  }

  status = PantryQueryFileId(FltObjects, &fileId);
  if (!NT_SUCCESS(status)) {
    goto Cleanup;
  }

  if (Data->IoStatus.Information == FILE_SUPERSEDED) {
    (VOID) PantryRenewStreamContext(FltObjects, fileId);
  }

  status = PantryGetOrCreateStreamContext(FltObjects, fileId, &streamContext);
  if (!NT_SUCCESS(status)) {
    goto Cleanup;
  }

  InterlockedIncrement(&create->Instance->Opens);
  InterlockedIncrement(&streamContext->Handles);
  status = PantryAttachHandleContext(FltObjects, streamContext,
                                     create->OpenedForWrite);
  if (NT_SUCCESS(status)) {
    (VOID) PantryTableRecordOpen(fileId);
  } else {
    InterlockedDecrement(&streamContext->Handles);
  }

Cleanup:
  if (streamContext != NULL) {
    FltReleaseContext(streamContext);
  }
  FltReleaseContext(create->Instance);
  ExFreePoolWithTag(create, PANTRY_TAG_CREATE);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_PREOP_CALLBACK_STATUS FLTAPI PantryPreWrite(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _Flt_CompletionContext_Outptr_ PVOID *CompletionContext) {
  PPANTRY_STREAM_CONTEXT streamContext = NULL;
  NTSTATUS status;

  *CompletionContext = NULL;

  if (Data->Iopb->Parameters.Write.Length == 0 ||
      KeGetCurrentIrql() > APC_LEVEL) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }

  status = FltGetStreamContext(FltObjects->Instance, FltObjects->FileObject,
                               (PFLT_CONTEXT *)&streamContext);
  if (!NT_SUCCESS(status)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }

  status = PantryTableRecordWrite(streamContext->FileId);
  if (!NT_SUCCESS(status)) {
    /* BUG 5: streamContext is not released here */
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }

  FltReleaseContext(streamContext);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

FLT_PREOP_CALLBACK_STATUS FLTAPI PantryPreCleanup(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _Flt_CompletionContext_Outptr_ PVOID *CompletionContext) {
  PPANTRY_HANDLE_CONTEXT handleContext = NULL;
  PPANTRY_STREAM_CONTEXT streamContext = NULL;
  NTSTATUS status;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(Data);

  *CompletionContext = NULL;

  status =
      FltGetStreamHandleContext(FltObjects->Instance, FltObjects->FileObject,
                                (PFLT_CONTEXT *)&handleContext);
  if (!NT_SUCCESS(status)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }

  if (handleContext->OpenedForWrite) {
    InterlockedIncrement(&handleContext->Stream->Generation);
  }
  FltReleaseContext(handleContext);

  status = FltGetStreamContext(FltObjects->Instance, FltObjects->FileObject,
                               (PFLT_CONTEXT *)&streamContext);
  if (NT_SUCCESS(status)) {
    InterlockedDecrement(&streamContext->Handles);
    FltReleaseContext(streamContext);
    /* BUG 6: streamContext is used after its release */
    if (streamContext->Handles == 0) {
      DbgPrint("Pantry: last handle closed\n");
    }
  }

  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}
