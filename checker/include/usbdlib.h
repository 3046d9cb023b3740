// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the library of USB clients.
// Written from documented facts.
#ifndef FLT_STANDIN_USBDLIB_H
#define FLT_STANDIN_USBDLIB_H
#include "usb.h"
FLT_STANDIN_BEGIN
typedef struct _USBD_INTERFACE_LIST_ENTRY {
  PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor;
  PUSBD_INTERFACE_INFORMATION Interface;
} USBD_INTERFACE_LIST_ENTRY, *PUSBD_INTERFACE_LIST_ENTRY;
NTSTATUS USBD_CreateHandle(PDEVICE_OBJECT, PDEVICE_OBJECT, ULONG, ULONG,
                           USBD_HANDLE *);
VOID USBD_CloseHandle(USBD_HANDLE);
NTSTATUS USBD_UrbAllocate(USBD_HANDLE, PURB *);
NTSTATUS USBD_IsochUrbAllocate(USBD_HANDLE, ULONG, PURB *);
VOID USBD_UrbFree(USBD_HANDLE, PURB);
NTSTATUS USBD_SelectConfigUrbAllocateAndBuild(USBD_HANDLE,
                                              PUSB_CONFIGURATION_DESCRIPTOR,
                                              PUSBD_INTERFACE_LIST_ENTRY, PURB *);
NTSTATUS USBD_SelectInterfaceUrbAllocateAndBuild(USBD_HANDLE,
                                                 USBD_CONFIGURATION_HANDLE,
                                                 PUSBD_INTERFACE_LIST_ENTRY, PURB *);
VOID USBD_AssignUrbToIoStackLocation(USBD_HANDLE, PIO_STACK_LOCATION, PURB);
PURB USBD_CreateConfigurationRequestEx(PUSB_CONFIGURATION_DESCRIPTOR,
                                       PUSBD_INTERFACE_LIST_ENTRY);
PUSB_INTERFACE_DESCRIPTOR
USBD_ParseConfigurationDescriptorEx(PUSB_CONFIGURATION_DESCRIPTOR, PVOID, LONG, LONG,
                                    LONG, LONG, LONG);
PUSB_COMMON_DESCRIPTOR USBD_ParseDescriptors(PVOID, ULONG, PVOID, LONG);
FLT_STANDIN_END
#define UsbBuildGetDescriptorRequest(urb, len, type, i, lang, buf, mdl, n, link) \
  {                                                                              \
    (urb)->UrbHeader.Function = URB_FUNCTION_GET_DESCRIPTOR_FROM_DEVICE;         \
    (urb)->UrbHeader.Length = (len);                                             \
    (urb)->UrbControlDescriptorRequest.TransferBufferLength = (n);               \
    (urb)->UrbControlDescriptorRequest.TransferBufferMDL = (mdl);                \
    (urb)->UrbControlDescriptorRequest.TransferBuffer = (buf);                   \
    (urb)->UrbControlDescriptorRequest.DescriptorType = (type);                  \
    (urb)->UrbControlDescriptorRequest.Index = (i);                              \
    (urb)->UrbControlDescriptorRequest.LanguageId = (lang);                      \
    (urb)->UrbControlDescriptorRequest.UrbLink = (link);                         \
  }
#endif
