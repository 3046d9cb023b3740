// Callbacks whose job is to return holding, or to release what another
// callback acquired; and the driver's other entry points, which have no caller
// that could release anything.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

BOOLEAN forLazyWrite(PVOID Context, BOOLEAN Wait) {
  PSTREAM_CONTEXT Ctx = Context;

  if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, Wait))
    return FALSE;
  Ctx->Flags = 1;
  return TRUE;
}

VOID afterLazyWrite(PVOID Context) {
  PSTREAM_CONTEXT Ctx = Context;

  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
}

BOOLEAN forReadAhead(PVOID Context, BOOLEAN Wait) {
  return ExAcquireResourceSharedLite(&((PSTREAM_CONTEXT)Context)->Lock, Wait);
}

VOID afterReadAhead(PVOID Context) {
  ExReleaseResourceLite(&((PSTREAM_CONTEXT)Context)->Lock);
}

CACHE_MANAGER_CALLBACKS CacheCallbacks = {forLazyWrite, afterLazyWrite,
                                          forReadAhead, afterReadAhead};

NTSTATUS forModWrite(PFILE_OBJECT FileObject, PLARGE_INTEGER EndingOffset,
                     PERESOURCE *ResourceToRelease, PDEVICE_OBJECT Device) {
  PSTREAM_CONTEXT Ctx = FileObject->FsContext;

  if (Ctx == NULL)
    return STATUS_INVALID_PARAMETER;
  if (!ExAcquireResourceSharedLite(&Ctx->Lock, FALSE))
    return STATUS_CANT_WAIT;
  *ResourceToRelease = &Ctx->Lock;
  return STATUS_SUCCESS;
}

VOID fileForNtCreateSection(PFILE_OBJECT FileObject) {
  PSTREAM_CONTEXT Ctx = FileObject->FsContext;

  if (Ctx->Resource)
    ExAcquireResourceExclusiveLite(Ctx->Resource, TRUE);
}

FAST_IO_DISPATCH FastIo = {.AcquireFileForNtCreateSection =
                               fileForNtCreateSection,
                           .AcquireForModWrite = forModWrite};

FLT_PREOP_CALLBACK_STATUS
preSectionSync(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
               PVOID *CompletionContext) {
  if (Objects->FileObject->FsContext == NULL)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  FltAcquireResourceExclusive(&Globals.Lock);
  Data->IoStatus.Status = STATUS_SUCCESS;
  return FLT_PREOP_COMPLETE;
}

FLT_PREOP_CALLBACK_STATUS
preSectionSyncEnd(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                  PVOID *CompletionContext) {
  if (Objects->FileObject->FsContext == NULL)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  FltReleaseResource(&Globals.Lock);
  Data->IoStatus.Status = STATUS_SUCCESS;
  return FLT_PREOP_COMPLETE;
}

FLT_PREOP_CALLBACK_STATUS
preWrite(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
         PVOID *CompletionContext) {
  if (Objects->FileObject == NULL)
  // expected-note@-1{{Assuming field 'FileObject' is not equal to NULL}}
  // expected-note@-2{{Taking false branch}}
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  FltAcquireResourceExclusive(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired exclusively here}}
  if (!NT_SUCCESS(Work()))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
    // expected-warning@-1{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Globals.Lock);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

// All paths of it agree; no caller of a driver's own releases it, though.
FLT_PREOP_CALLBACK_STATUS
preCleanup(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
           PVOID *CompletionContext) {
  FltAcquireResourceShared(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired shared here}}
  Work();
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
  // expected-warning@-1{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
}

// Acquired here, released in the post-operation callback: possible only when
// that one runs in the same thread.
FLT_PREOP_CALLBACK_STATUS
preRead_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
           PVOID *CompletionContext) {
  FltAcquireResourceShared(&Globals.Lock);
  Work();
  FltReleaseResource(&Globals.Lock);
  return FLT_PREOP_SYNCHRONIZE;
}

// The name says lock, and so do the callers of this table.
VOID lockQueue(PFLT_CALLBACK_DATA_QUEUE Queue, PKIRQL Irql) {
  FltAcquirePushLockExclusive(&Globals.PushLock);
}

VOID openQueue(PFLT_CALLBACK_DATA_QUEUE Queue, KIRQL Irql) {
  FltReleasePushLock(&Globals.PushLock);
}

NTSTATUS setUpQueue(PFLT_INSTANCE Instance, PFLT_CALLBACK_DATA_QUEUE Queue) {
  return FltCbdqInitialize(Instance, Queue, NULL, NULL, NULL, lockQueue,
                           openQueue, NULL);
}

VOID contextCleanup(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  PSTREAM_CONTEXT Ctx = Context;

  FltAcquireResourceExclusive(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired exclusively here}}
  if (IsListEmpty(&Ctx->Link))
  // expected-note@-1{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Globals.Lock', acquired exclusively, is still held when the function returns}}
  RemoveEntryList(&Ctx->Link);
  FltReleaseResource(&Globals.Lock);
}

VOID contextCleanup_ok(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type) {
  PSTREAM_CONTEXT Ctx = Context;

  if (Ctx->Parent)
    FltReleaseContext(Ctx->Parent);
  ExDeleteResourceLite(&Ctx->Lock);
}

const FLT_CONTEXT_REGISTRATION Contexts[] = {
    {FLT_STREAM_CONTEXT, 0, contextCleanup, sizeof(STREAM_CONTEXT), STREAM_TAG},
    {FLT_FILE_CONTEXT, 0, contextCleanup_ok, sizeof(STREAM_CONTEXT),
     STREAM_TAG},
    {FLT_CONTEXT_END}};

const FLT_OPERATION_REGISTRATION Operations[] = {
    {IRP_MJ_READ, 0, preRead_ok, NULL},
    {IRP_MJ_WRITE, 0, preWrite, NULL},
    {IRP_MJ_CLEANUP, 0, preCleanup, NULL},
    {IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION, 0, preSectionSync, NULL},
    {IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION, 0, preSectionSyncEnd, NULL},
    {IRP_MJ_OPERATION_END}};

const FLT_REGISTRATION Registration = {sizeof(FLT_REGISTRATION),
                                       FLT_REGISTRATION_VERSION,
                                       0,
                                       Contexts,
                                       Operations};

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path) {
  return FltRegisterFilter(Driver, &Registration, &Globals.Filter);
}
