/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Pantry: a small minifilter that counts how often each file is opened. It is
 * the example driver of FltCheck and contains eight planted bugs; see README.md.
 */
#ifndef PANTRY_H
#define PANTRY_H

#include <fltKernel.h>

#include <dontuse.h>
#include <suppress.h>

#define PANTRY_TAG_TABLE 'tnaP'
#define PANTRY_TAG_CREATE 'cnaP'
#define PANTRY_TAG_INST 'inaP'
#define PANTRY_TAG_STREAM 'snaP'
#define PANTRY_TAG_HANDLE 'hnaP'

#define PANTRY_PORT_NAME L"\\PantryPort"
#define PANTRY_MAX_ENTRIES 4096

/* One file in the global table. */
typedef struct _PANTRY_ENTRY {
  LIST_ENTRY Links;
  LONGLONG FileId;
  ULONG Opens;
  ULONG Writes;
} PANTRY_ENTRY, *PPANTRY_ENTRY;

/* What a client of the port gets for each file. */
typedef struct _PANTRY_RECORD {
  LONGLONG FileId;
  ULONG Opens;
  ULONG Writes;
} PANTRY_RECORD, *PPANTRY_RECORD;

typedef enum _PANTRY_COMMAND {
  PantryCommandCount = 1,
  PantryCommandCopy = 2,
  PantryCommandTrim = 3
} PANTRY_COMMAND;

typedef struct _PANTRY_REQUEST {
  PANTRY_COMMAND Command;
  ULONG Threshold;
} PANTRY_REQUEST, *PPANTRY_REQUEST;

typedef struct _PANTRY_INSTANCE_CONTEXT {
  FLT_FILESYSTEM_TYPE FileSystem;
  volatile LONG Opens;
} PANTRY_INSTANCE_CONTEXT, *PPANTRY_INSTANCE_CONTEXT;

typedef struct _PANTRY_STREAM_CONTEXT {
  LONGLONG FileId;
  volatile LONG Handles;
  volatile LONG Generation;
} PANTRY_STREAM_CONTEXT, *PPANTRY_STREAM_CONTEXT;

/* Holds a reference to the stream context; its cleanup callback drops it. */
typedef struct _PANTRY_HANDLE_CONTEXT {
  PPANTRY_STREAM_CONTEXT Stream;
  BOOLEAN OpenedForWrite;
} PANTRY_HANDLE_CONTEXT, *PPANTRY_HANDLE_CONTEXT;

/* Travels from the pre-create to the post-create callback. */
typedef struct _PANTRY_CREATE {
  PPANTRY_INSTANCE_CONTEXT Instance;
  BOOLEAN OpenedForWrite;
} PANTRY_CREATE, *PPANTRY_CREATE;

typedef struct _PANTRY_GLOBALS {
  PFLT_FILTER Filter;
  PFLT_PORT ServerPort;
  PFLT_PORT ClientPort;
  ERESOURCE TableLock;
  LIST_ENTRY Table;
  ULONG EntryCount;
  ULONG Limit;
} PANTRY_GLOBALS;

extern PANTRY_GLOBALS Pantry;

/* entry.c */
DRIVER_INITIALIZE DriverEntry;
NTSTATUS FLTAPI PantryUnload(_In_ FLT_FILTER_UNLOAD_FLAGS Flags);
NTSTATUS FLTAPI PantryInstanceSetup(
    _In_ PCFLT_RELATED_OBJECTS FltObjects, _In_ FLT_INSTANCE_SETUP_FLAGS Flags,
    _In_ DEVICE_TYPE VolumeDeviceType,
    _In_ FLT_FILESYSTEM_TYPE VolumeFilesystemType);
NTSTATUS FLTAPI
PantryInstanceQueryTeardown(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                            _In_ FLT_INSTANCE_QUERY_TEARDOWN_FLAGS Flags);

/* context.c */
VOID FLTAPI PantryHandleContextCleanup(_In_ PFLT_CONTEXT Context,
                                       _In_ FLT_CONTEXT_TYPE ContextType);
NTSTATUS
PantryGetOrCreateStreamContext(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                               _In_ LONGLONG FileId,
                               _Outptr_ PPANTRY_STREAM_CONTEXT *StreamContext);
NTSTATUS PantryRenewStreamContext(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                                  _In_ LONGLONG FileId);
NTSTATUS PantryAttachHandleContext(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                                   _In_ PPANTRY_STREAM_CONTEXT StreamContext,
                                   _In_ BOOLEAN OpenedForWrite);

/* create.c */
FLT_PREOP_CALLBACK_STATUS FLTAPI PantryPreCreate(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _Flt_CompletionContext_Outptr_ PVOID *CompletionContext);
FLT_POSTOP_CALLBACK_STATUS FLTAPI PantryPostCreate(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _In_opt_ PVOID CompletionContext, _In_ FLT_POST_OPERATION_FLAGS Flags);
FLT_PREOP_CALLBACK_STATUS FLTAPI PantryPreWrite(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _Flt_CompletionContext_Outptr_ PVOID *CompletionContext);
FLT_PREOP_CALLBACK_STATUS FLTAPI PantryPreCleanup(
    _Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
    _Flt_CompletionContext_Outptr_ PVOID *CompletionContext);

/* table.c */
NTSTATUS PantryTableInitialize(VOID);
VOID PantryTableDelete(VOID);
NTSTATUS PantryTableRecordOpen(_In_ LONGLONG FileId);
NTSTATUS PantryTableRecordWrite(_In_ LONGLONG FileId);
NTSTATUS PantryTableTrim(_In_ ULONG Threshold, _Out_ PULONG Removed);
NTSTATUS PantryTableCopy(_Out_writes_bytes_to_(Length, *Returned)
                             PPANTRY_RECORD Records,
                         _In_ ULONG Length, _Out_ PULONG Returned);

/* name.c */
BOOLEAN PantryIsTemporary(_In_ PFLT_CALLBACK_DATA Data);
ULONG PantryReadLimit(_In_ PUNICODE_STRING RegistryPath);

/* notify.c */
NTSTATUS PantryPortCreate(VOID);
VOID PantryPortDelete(VOID);

#endif /* PANTRY_H */
