/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Pantry: which files it leaves alone, by name, and how many it remembers.
 */
#include "pantry.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, PantryIsTemporary)
#pragma alloc_text(INIT, PantryReadLimit)
#endif

/*
 * Tells whether a file that is about to be opened is named *.tmp.
 */
BOOLEAN PantryIsTemporary(_In_ PFLT_CALLBACK_DATA Data) {
  static const UNICODE_STRING temporary = RTL_CONSTANT_STRING(L"tmp");
  PFLT_FILE_NAME_INFORMATION nameInfo = NULL;
  BOOLEAN result;
  NTSTATUS status;

  PAGED_CODE();

  status = FltGetFileNameInformation(
      Data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &nameInfo);
  if (!NT_SUCCESS(status)) {
    return FALSE;
  }

  status = FltParseFileNameInformation(nameInfo);
  if (!NT_SUCCESS(status)) {
    /* BUG 7: nameInfo is not released here */
    return FALSE;
  }

  result = RtlEqualUnicodeString(&nameInfo->Extension, &temporary, TRUE);
  FltReleaseFileNameInformation(nameInfo);
  return result;
}

/*
 * Reads the value Limit of the driver's key in the registry.
 */
ULONG PantryReadLimit(_In_ PUNICODE_STRING RegistryPath) {
  UNICODE_STRING value = RTL_CONSTANT_STRING(L"Limit");
  UCHAR buffer[sizeof(KEY_VALUE_PARTIAL_INFORMATION) + sizeof(ULONG)];
  PKEY_VALUE_PARTIAL_INFORMATION information =
      (PKEY_VALUE_PARTIAL_INFORMATION)buffer;
  OBJECT_ATTRIBUTES attributes;
  ULONG length;
  HANDLE key;
  NTSTATUS status;

  InitializeObjectAttributes(&attributes, RegistryPath,
                             OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, NULL,
                             NULL);
  status = ZwOpenKey(&key, KEY_READ, &attributes);
  if (!NT_SUCCESS(status)) {
    return PANTRY_MAX_ENTRIES;
  }

  status = ZwQueryValueKey(key, &value, KeyValuePartialInformation, information,
                           sizeof(buffer), &length);
  ZwClose(key);
  if (!NT_SUCCESS(status)) {
    return PANTRY_MAX_ENTRIES;
  }

  if (information->Type != REG_DWORD ||
      information->DataLength != sizeof(ULONG)) {
    /* BUG 8: key is closed a second time */
    ZwClose(key);
    return PANTRY_MAX_ENTRIES;
  }
  return *(PULONG)information->Data;
}
