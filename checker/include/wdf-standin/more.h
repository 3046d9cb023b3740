// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the Windows Driver Framework: targets, states, contexts.
// Written from documented facts.
#ifndef FLT_STANDIN_WDF_MORE_H
#define FLT_STANDIN_WDF_MORE_H
#include "structs.h"
FLT_STANDIN_BEGIN
typedef enum _WDF_IO_TARGET_OPEN_TYPE {
  WdfIoTargetOpenUndefined,
  WdfIoTargetOpenUseExistingDevice,
  WdfIoTargetOpenByName,
  WdfIoTargetOpenReopen,
  WdfIoTargetOpenLocalTargetByFile
} WDF_IO_TARGET_OPEN_TYPE;
typedef struct _WDF_IO_TARGET_OPEN_PARAMS {
  ULONG Size;
  WDF_IO_TARGET_OPEN_TYPE Type;
  PFN_WDF_IO_TARGET_QUERY_REMOVE EvtIoTargetQueryRemove;
  PFN_WDF_IO_TARGET_REMOVE_CANCELED EvtIoTargetRemoveCanceled;
  PFN_WDF_IO_TARGET_REMOVE_COMPLETE EvtIoTargetRemoveComplete;
  PDEVICE_OBJECT TargetDeviceObject;
  PFILE_OBJECT TargetFileObject;
  UNICODE_STRING TargetDeviceName;
  ACCESS_MASK DesiredAccess;
  ULONG ShareAccess, FileAttributes, CreateDisposition, CreateOptions;
  PVOID EaBuffer;
  ULONG EaBufferLength;
  PLONGLONG AllocationSize;
  ULONG FileInformation;
  UNICODE_STRING FileName;
} WDF_IO_TARGET_OPEN_PARAMS, *PWDF_IO_TARGET_OPEN_PARAMS;
FORCEINLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_OPEN_BY_NAME(
    PWDF_IO_TARGET_OPEN_PARAMS P, PCUNICODE_STRING Name, ACCESS_MASK Access) {
  FLT_STANDIN_WDF_INIT(P);
  P->Type = WdfIoTargetOpenByName;
  P->TargetDeviceName = *Name;
  P->DesiredAccess = Access;
  P->CreateOptions = FILE_NON_DIRECTORY_FILE;
}
FORCEINLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_EXISTING_DEVICE(
    PWDF_IO_TARGET_OPEN_PARAMS P, PDEVICE_OBJECT Device) {
  FLT_STANDIN_WDF_INIT(P);
  P->Type = WdfIoTargetOpenUseExistingDevice;
  P->TargetDeviceObject = Device;
}
typedef struct _WDF_DEVICE_STATE {
  ULONG Size;
  WDF_TRI_STATE Disabled, DontDisplayInUI, Failed, NotDisableable, Removed,
      ResourcesChanged, AssignedToGuest;
} WDF_DEVICE_STATE, *PWDF_DEVICE_STATE;
FORCEINLINE VOID WDF_DEVICE_STATE_INIT(PWDF_DEVICE_STATE S) {
  FLT_STANDIN_WDF_INIT(S);
  S->Disabled = S->DontDisplayInUI = S->Failed = WdfUseDefault;
  S->NotDisableable = S->Removed = S->ResourcesChanged = WdfUseDefault;
}
typedef struct _WDF_DEVICE_PNP_CAPABILITIES {
  ULONG Size;
  WDF_TRI_STATE LockSupported, EjectSupported, Removable, DockDevice, UniqueID,
      SilentInstall, SurpriseRemovalOK, HardwareDisabled, NoDisplayInUI;
  ULONG Address, UINumber;
} WDF_DEVICE_PNP_CAPABILITIES, *PWDF_DEVICE_PNP_CAPABILITIES;
FORCEINLINE VOID
WDF_DEVICE_PNP_CAPABILITIES_INIT(PWDF_DEVICE_PNP_CAPABILITIES C) {
  FLT_STANDIN_WDF_INIT(C);
  C->LockSupported = C->EjectSupported = C->Removable = WdfUseDefault;
  C->DockDevice = C->UniqueID = C->SilentInstall = WdfUseDefault;
  C->SurpriseRemovalOK = C->HardwareDisabled = WdfUseDefault;
  C->NoDisplayInUI = WdfUseDefault;
  C->Address = C->UINumber = (ULONG)-1;
}
typedef struct _WDF_QUERY_INTERFACE_CONFIG {
  ULONG Size;
  PINTERFACE Interface;
  CONST GUID *InterfaceType;
  BOOLEAN SendQueryToParentStack;
  PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST
  EvtDeviceProcessQueryInterfaceRequest;
  BOOLEAN ImportInterface;
} WDF_QUERY_INTERFACE_CONFIG, *PWDF_QUERY_INTERFACE_CONFIG;
FORCEINLINE LONGLONG WDF_REL_TIMEOUT_IN_SEC(ULONGLONG T) {
  return -10000000LL * (LONGLONG)T;
}
FORCEINLINE LONGLONG WDF_REL_TIMEOUT_IN_MS(ULONGLONG T) {
  return -10000LL * (LONGLONG)T;
}
FORCEINLINE LONGLONG WDF_REL_TIMEOUT_IN_US(ULONGLONG T) {
  return -10LL * (LONGLONG)T;
}
#define WdfIoTargetCancelSentIo 1
#define WdfIoTargetWaitForSentIoToComplete 2
#define WdfIoTargetLeaveSentIoPending 3
#define WdfRequestStopActionSuspend 1
#define WdfRequestStopActionPurge 2
#define WdfRequestStopRequestCancelable 0x10000000

// Contexts of objects, and how one gets at them.
#define WDF_TYPE_NAME_TO_TYPE_INFO(T) _WDF_##T##_TYPE_INFO
#define WDF_GET_CONTEXT_TYPE_INFO(T) (&WDF_TYPE_NAME_TO_TYPE_INFO(T))
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(T, GetContext)                      \
  EXTERN_C const WDF_OBJECT_CONTEXT_TYPE_INFO WDF_TYPE_NAME_TO_TYPE_INFO(T);   \
  FORCEINLINE T *GetContext(WDFOBJECT Handle) {                                \
    return (T *)WdfObjectGetTypedContextWorker(Handle,                         \
                                               WDF_GET_CONTEXT_TYPE_INFO(T));  \
  }
#define WDF_DECLARE_CONTEXT_TYPE(T)                                            \
  WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(T, WdfObjectGet_##T)
#define WDF_DECLARE_TYPE(T) WDF_DECLARE_CONTEXT_TYPE(T)
#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(A, T)                           \
  (A)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(T)
#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(A, T)                          \
  WDF_OBJECT_ATTRIBUTES_INIT(A);                                               \
  WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(A, T)
#define WdfObjectGetTypedContext(Handle, T)                                    \
  ((T *)WdfObjectGetTypedContextWorker((WDFOBJECT)(Handle),                    \
                                       WDF_GET_CONTEXT_TYPE_INFO(T)))
FLT_STANDIN_END
#endif
