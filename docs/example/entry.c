/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Pantry: loading, unloading and attaching to volumes.
 */
#include "pantry.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, PantryUnload)
#pragma alloc_text(PAGE, PantryInstanceSetup)
#pragma alloc_text(PAGE, PantryInstanceQueryTeardown)
#endif

PANTRY_GLOBALS Pantry;

static CONST FLT_CONTEXT_REGISTRATION ContextRegistration[] = {
    {FLT_INSTANCE_CONTEXT, 0, NULL, sizeof(PANTRY_INSTANCE_CONTEXT),
     PANTRY_TAG_INST},
    {FLT_STREAM_CONTEXT, 0, NULL, sizeof(PANTRY_STREAM_CONTEXT),
     PANTRY_TAG_STREAM},
    {FLT_STREAMHANDLE_CONTEXT, 0, PantryHandleContextCleanup,
     sizeof(PANTRY_HANDLE_CONTEXT), PANTRY_TAG_HANDLE},
    {FLT_CONTEXT_END}};

static CONST FLT_OPERATION_REGISTRATION Callbacks[] = {
    {IRP_MJ_CREATE, 0, PantryPreCreate, PantryPostCreate},
    {IRP_MJ_WRITE, FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO, PantryPreWrite,
     NULL},
    {IRP_MJ_CLEANUP, 0, PantryPreCleanup, NULL},
    {IRP_MJ_OPERATION_END}};

static CONST FLT_REGISTRATION FilterRegistration = {sizeof(FLT_REGISTRATION),
                                                    FLT_REGISTRATION_VERSION,
                                                    0,
                                                    ContextRegistration,
                                                    Callbacks,
                                                    PantryUnload,
                                                    PantryInstanceSetup,
                                                    PantryInstanceQueryTeardown,
                                                    NULL,
                                                    NULL,
                                                    NULL,
                                                    NULL,
                                                    NULL};

NTSTATUS DriverEntry(_In_ PDRIVER_OBJECT DriverObject,
                     _In_ PUNICODE_STRING RegistryPath) {
  NTSTATUS status;

  Pantry.Limit = PantryReadLimit(RegistryPath);

  status = PantryTableInitialize();
  if (!NT_SUCCESS(status)) {
    return status;
  }

  status = FltRegisterFilter(DriverObject, &FilterRegistration, &Pantry.Filter);
  if (!NT_SUCCESS(status)) {
    goto DeleteTable;
  }

  status = PantryPortCreate();
  if (!NT_SUCCESS(status)) {
    goto Unregister;
  }

  status = FltStartFiltering(Pantry.Filter);
  if (!NT_SUCCESS(status)) {
    goto DeletePort;
  }

  return STATUS_SUCCESS;

DeletePort:
  PantryPortDelete();
Unregister:
  FltUnregisterFilter(Pantry.Filter);
DeleteTable:
  PantryTableDelete();
  return status;
}

NTSTATUS FLTAPI PantryUnload(_In_ FLT_FILTER_UNLOAD_FLAGS Flags) {
  PAGED_CODE();
  UNREFERENCED_PARAMETER(Flags);

  PantryPortDelete();
  FltUnregisterFilter(Pantry.Filter);
  PantryTableDelete();
  return STATUS_SUCCESS;
}

NTSTATUS FLTAPI PantryInstanceSetup(
    _In_ PCFLT_RELATED_OBJECTS FltObjects, _In_ FLT_INSTANCE_SETUP_FLAGS Flags,
    _In_ DEVICE_TYPE VolumeDeviceType,
    _In_ FLT_FILESYSTEM_TYPE VolumeFilesystemType) {
  PPANTRY_INSTANCE_CONTEXT instanceContext = NULL;
  NTSTATUS status;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(Flags);

  if (VolumeDeviceType == FILE_DEVICE_NETWORK_FILE_SYSTEM) {
    return STATUS_FLT_DO_NOT_ATTACH;
  }

  status = FltAllocateContext(FltObjects->Filter, FLT_INSTANCE_CONTEXT,
                              sizeof(PANTRY_INSTANCE_CONTEXT), NonPagedPoolNx,
                              (PFLT_CONTEXT *)&instanceContext);
  if (!NT_SUCCESS(status)) {
    return status;
  }

  RtlZeroMemory(instanceContext, sizeof(*instanceContext));
  instanceContext->FileSystem = VolumeFilesystemType;

  status = FltSetInstanceContext(FltObjects->Instance,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS,
                                 instanceContext, NULL);

  /* The instance has its own reference now, if it took the context at all. */
  FltReleaseContext(instanceContext);
  return status;
}

NTSTATUS FLTAPI
PantryInstanceQueryTeardown(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                            _In_ FLT_INSTANCE_QUERY_TEARDOWN_FLAGS Flags) {
  PAGED_CODE();
  UNREFERENCED_PARAMETER(FltObjects);
  UNREFERENCED_PARAMETER(Flags);
  return STATUS_SUCCESS;
}
