/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Pantry: the communication port through which a program reads the counts.
 */
#include "pantry.h"

static NTSTATUS FLTAPI
PantryConnect(_In_ PFLT_PORT ClientPort, _In_opt_ PVOID ServerPortCookie,
              _In_reads_bytes_opt_(SizeOfContext) PVOID ConnectionContext,
              _In_ ULONG SizeOfContext,
              _Flt_ConnectionCookie_Outptr_ PVOID *ConnectionPortCookie) {
  UNREFERENCED_PARAMETER(ServerPortCookie);
  UNREFERENCED_PARAMETER(ConnectionContext);
  UNREFERENCED_PARAMETER(SizeOfContext);

  *ConnectionPortCookie = NULL;
  Pantry.ClientPort = ClientPort;
  return STATUS_SUCCESS;
}

static VOID FLTAPI PantryDisconnect(_In_opt_ PVOID ConnectionCookie) {
  UNREFERENCED_PARAMETER(ConnectionCookie);
  FltCloseClientPort(Pantry.Filter, &Pantry.ClientPort);
}

static ULONG PantryCount(VOID) {
  ULONG count;

  FltAcquireResourceShared(&Pantry.TableLock);
  count = Pantry.EntryCount;
  FltReleaseResource(&Pantry.TableLock);
  /* BUG 3: FltReleaseResource has left the critical region already */
  KeLeaveCriticalRegion();

  return count;
}

static NTSTATUS FLTAPI PantryMessage(
    _In_opt_ PVOID PortCookie,
    _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer,
    _In_ ULONG InputBufferLength,
    _Out_writes_bytes_to_opt_(OutputBufferLength, *ReturnOutputBufferLength)
        PVOID OutputBuffer,
    _In_ ULONG OutputBufferLength, _Out_ PULONG ReturnOutputBufferLength) {
  PANTRY_REQUEST request;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG value = 0;

  UNREFERENCED_PARAMETER(PortCookie);

  *ReturnOutputBufferLength = 0;
  if (InputBuffer == NULL || InputBufferLength < sizeof(request) ||
      OutputBuffer == NULL) {
    return STATUS_INVALID_PARAMETER;
  }

  __try {
    RtlCopyMemory(&request, InputBuffer, sizeof(request));
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }

  switch (request.Command) {
  case PantryCommandCopy:
    return PantryTableCopy((PPANTRY_RECORD)OutputBuffer, OutputBufferLength,
                           ReturnOutputBufferLength);
  case PantryCommandCount:
    value = PantryCount();
    break;
  case PantryCommandTrim:
    status = PantryTableTrim(request.Threshold, &value);
    break;
  default:
    return STATUS_INVALID_DEVICE_REQUEST;
  }

  if (NT_SUCCESS(status)) {
    if (OutputBufferLength < sizeof(value)) {
      return STATUS_BUFFER_TOO_SMALL;
    }
    __try {
      *(PULONG)OutputBuffer = value;
      *ReturnOutputBufferLength = sizeof(value);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      status = GetExceptionCode();
    }
  }
  return status;
}

NTSTATUS PantryPortCreate(VOID) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(PANTRY_PORT_NAME);
  PSECURITY_DESCRIPTOR descriptor = NULL;
  OBJECT_ATTRIBUTES attributes;
  NTSTATUS status;

  status = FltBuildDefaultSecurityDescriptor(&descriptor, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(status)) {
    return status;
  }

  InitializeObjectAttributes(&attributes, &name,
                             OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, NULL,
                             descriptor);
  status = FltCreateCommunicationPort(Pantry.Filter, &Pantry.ServerPort,
                                      &attributes, NULL, PantryConnect,
                                      PantryDisconnect, PantryMessage, 1);
  FltFreeSecurityDescriptor(descriptor);
  return status;
}

VOID PantryPortDelete(VOID) {
  if (Pantry.ServerPort != NULL) {
    FltCloseCommunicationPort(Pantry.ServerPort);
    Pantry.ServerPort = NULL;
  }
}
