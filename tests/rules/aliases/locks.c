// One lock under several names, several locks under similar ones.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _TABLE {
  ERESOURCE Lock;
  LIST_ENTRY List;
  struct _TABLE *Next;
} TABLE, *PTABLE;

extern PTABLE Table;
extern struct {
  PTABLE Table;
  PERESOURCE Lock;
} Data;
extern ERESOURCE Locks[4];

VOID rereadAfterOpaqueCall_ok(VOID) {
  FltAcquireResourceShared(&Data.Table->Lock);
  Work();
  FltReleaseResource(&Data.Table->Lock);
}

VOID rereadPointer_ok(VOID) {
  FltAcquireResourceExclusive(Data.Lock);
  Work();
  FltReleaseResource(Data.Lock);
}

VOID rereadAndReturned(VOID) {
  FltAcquireResourceShared(&Table->Lock);
  // expected-note@-1{{resource 'Table->Lock' is acquired shared here}}
  if (!NT_SUCCESS(Work()))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Table->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Table->Lock', acquired shared, is still held when the function returns}}
  FltReleaseResource(&Table->Lock);
}

VOID headerResource_ok(PFILE_OBJECT FileObject) {
  PFSRTL_ADVANCED_FCB_HEADER Header = FileObject->FsContext;

  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(Header->Resource, TRUE);
  WorkOn(FileObject);
  ExReleaseResourceLite(Header->Resource);
  KeLeaveCriticalRegion();
}

VOID headerResourceForgotten(PFILE_OBJECT FileObject) {
  PFSRTL_ADVANCED_FCB_HEADER Header = FileObject->FsContext;

  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(Header->Resource, TRUE);
  // expected-note@-1{{resource 'FileObject->FsContext->Resource' is acquired shared here}}
  if (NT_SUCCESS(WorkOn(FileObject)))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking false branch}}
    ExReleaseResourceLite(Header->Resource);
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'FileObject->FsContext->Resource', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'FileObject->FsContext->Resource', acquired shared, is still held when the function returns}}
}

VOID throughACopy_ok(PSTREAM_CONTEXT Ctx) {
  PERESOURCE Lock = &Ctx->Lock;

  FltAcquireResourceExclusive(Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

VOID throughACast_ok(PVOID Context) {
  FltAcquireResourceExclusive(&((PSTREAM_CONTEXT)Context)->Lock);
  WorkOn(NULL);
  FltReleaseResource(&((PSTREAM_CONTEXT)Context)->Lock);
}

VOID containingRecord_ok(PLIST_ENTRY Entry) {
  PSTREAM_CONTEXT Ctx = CONTAINING_RECORD(Entry, STREAM_CONTEXT, Link);

  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(
      &CONTAINING_RECORD(Entry, STREAM_CONTEXT, Link)->Lock);
}

VOID containingRecordForgotten(PLIST_ENTRY Entry) {
  PSTREAM_CONTEXT Ctx = CONTAINING_RECORD(Entry, STREAM_CONTEXT, Link);

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Entry[...].Lock' is acquired exclusively here}}
  if (Ctx->Flags)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Entry[...].Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Entry[...].Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

VOID sameIndex_ok(ULONG I) {
  FltAcquireResourceExclusive(&Locks[I]);
  Work();
  FltReleaseResource(&Locks[I]);
}

VOID sameConstantIndex_ok(VOID) {
  FltAcquireResourceExclusive(&Locks[1]);
  FltAcquireResourceExclusive(&Locks[2]);
  Work();
  FltReleaseResource(&Locks[1]);
  FltReleaseResource(&Locks[2]);
}

VOID otherIndex(VOID) {
  FltAcquireResourceExclusive(&Locks[1]);
  // expected-note@-1{{resource 'Locks[...]' is acquired exclusively here}}
  Work();
  FltReleaseResource(&Locks[2]);
  // expected-warning@-1{{resource 'Locks[...]', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Locks[...]', acquired exclusively, is still held when the function returns}}
}

VOID otherObject(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  FltAcquireResourceExclusive(&A->Lock);
  // expected-note@-1{{resource 'A->Lock' is acquired exclusively here}}
  B->Flags = A->Flags;
  FltReleaseResource(&B->Lock);
  // expected-warning@-1{{resource 'A->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'A->Lock', acquired exclusively, is still held when the function returns}}
}

VOID otherMember(PSTREAM_CONTEXT A) {
  FltAcquireResourceExclusive(&A->Lock);
  // expected-note@-1{{resource 'A->Lock' is acquired exclusively here}}
  A->Flags = 0;
  FltReleaseResource(A->Resource);
  // expected-warning@-1{{resource 'A->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'A->Lock', acquired exclusively, is still held when the function returns}}
}

VOID parentAndChild_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Parent->Lock);
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = Ctx->Parent->Flags;
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Ctx->Parent->Lock);
}

VOID parentOnly(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Parent->Lock);
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = Ctx->Parent->Flags;
  FltReleaseResource(&Ctx->Parent->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID unknownFunctionsGiveThem_ok(VOID) {
  PERESOURCE Lock = (PERESOURCE)(ULONG_PTR)Count();

  FltAcquireResourceExclusive(Lock);
  Work();
  FltReleaseResource(Lock);
}

PERESOURCE lockOf(PSTREAM_CONTEXT Ctx);

// Spelled alike: the same, as far as one can tell.
VOID askedTwice_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(lockOf(Ctx));
  Ctx->Flags = 0;
  FltReleaseResource(lockOf(Ctx));
}

// Each entry of a list has its own lock; all are released later.
VOID walk_ok(PTABLE First) {
  PTABLE T;

  for (T = First; T != NULL; T = T->Next) {
    FltAcquireResourceShared(&T->Lock);
    WorkOn(&T->List);
    FltReleaseResource(&T->Lock);
  }
}

VOID oneAfterTheOther_ok(PTABLE First) {
  PTABLE T = First, Next;

  FltAcquireResourceShared(&T->Lock);
  while ((Next = T->Next) != NULL) {
    FltAcquireResourceShared(&Next->Lock);
    FltReleaseResource(&T->Lock);
    T = Next;
  }
  FltReleaseResource(&T->Lock);
}

// The pointer changed in between: the lock released is not the one acquired.
VOID pointerMovedOn(PTABLE T) {
  FltAcquireResourceShared(&T->Lock);
  // expected-note@-1{{resource 'T->Lock' is acquired shared here}}
  T = T->Next;
  FltReleaseResource(&T->Lock);
  // expected-warning@-1{{resource 'T->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'T->Lock', acquired shared, is still held when the function returns}}
}

VOID insideAContext_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                      (PFLT_CONTEXT *)&Ctx)))
    return;
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  Ctx->Flags = 0;
  FltReleasePushLock(&Ctx->PushLock);
  FltReleaseContext(Ctx);
}

VOID insideAContextForgotten(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject,
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking false branch}}
                                      (PFLT_CONTEXT *)&Ctx)))
    return;
  FltAcquirePushLockExclusive(&Ctx->PushLock);
  // expected-note@-1{{push lock 'Ctx->PushLock' is acquired exclusively here}}
  if (Ctx->Flags) {
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Ctx);
    return;
    // expected-warning@-1{{push lock 'Ctx->PushLock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{push lock 'Ctx->PushLock', acquired exclusively, is still held when the function returns}}
  }
  FltReleasePushLock(&Ctx->PushLock);
  FltReleaseContext(Ctx);
}
