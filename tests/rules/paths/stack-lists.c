// Walks over lists whose head is a variable on the stack come to their end.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

VOID Gather(PSTREAM_CONTEXT Ctx, PLIST_ENTRY Head);
BOOLEAN Use(PFILE_RECORD Record);

VOID forgottenBehindTheWalk(PSTREAM_CONTEXT Ctx) {
  LIST_ENTRY Head, *Entry;
  InitializeListHead(&Head);
  Gather(Ctx, &Head);
  FltAcquireResourceExclusive(&Ctx->Lock);
  for (Entry = Head.Flink; &Head != Entry; Entry = Entry->Flink)
    Ctx->Flags++;
  if (Ctx->Flags > 5)
    return; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock'
  FltReleaseResource(&Ctx->Lock);
}

VOID leftFromTheMiddle(PSTREAM_CONTEXT Ctx) {
  LIST_ENTRY Head;
  InitializeListHead(&Head);
  Gather(Ctx, &Head);
  while (!IsListEmpty(&Head)) {
    PLIST_ENTRY Entry = RemoveHeadList(&Head);
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (!Use(CONTAINING_RECORD(Entry, FILE_RECORD, Link)))
      break;
    FltReleaseResource(&Ctx->Lock);
  }
  // CHECK: :[[@LINE+3]]:{{.*}} warning: resource 'Ctx->Lock'
  while (!IsListEmpty(&Head))
    ExFreePool(CONTAINING_RECORD(RemoveHeadList(&Head), FILE_RECORD, Link));
  Ctx->Flags = 0;
}

VOID releasedBehindTheWalk_ok(PSTREAM_CONTEXT Ctx) {
  LIST_ENTRY Head, *Entry;
  InitializeListHead(&Head);
  Gather(Ctx, &Head);
  FltAcquireResourceExclusive(&Ctx->Lock);
  for (Entry = Head.Flink; Entry != &Head; Entry = Entry->Flink)
    if (!Use(CONTAINING_RECORD(Entry, FILE_RECORD, Link)))
      break;
  FltReleaseResource(&Ctx->Lock);
}

// Asked again, the same entry is the head or it is not.
VOID askedTwice_ok(PSTREAM_CONTEXT Ctx) {
  LIST_ENTRY Head, *First;
  InitializeListHead(&Head);
  Gather(Ctx, &Head);
  First = Head.Flink;
  if (First != &Head)
    FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags++;
  if (First == &Head)
    return;
  FltReleaseResource(&Ctx->Lock);
}

typedef struct _MEMBER {
  LIST_ENTRY Link;
  ERESOURCE Lock;
} MEMBER, *PMEMBER;

// The whole list is locked by one loop and unlocked by another.
VOID lockedByOneLoop_ok(VOID) {
  LIST_ENTRY *Entry;
  for (Entry = Globals.List.Flink; Entry != &Globals.List; Entry = Entry->Flink)
    FltAcquireResourceShared(&CONTAINING_RECORD(Entry, MEMBER, Link)->Lock);
  for (Entry = Globals.List.Flink; Entry != &Globals.List; Entry = Entry->Flink)
    FltReleaseResource(&CONTAINING_RECORD(Entry, MEMBER, Link)->Lock);
}

VOID movedToOneOfOurOwn_ok(VOID) {
  LIST_ENTRY Mine, *Entry;
  InitializeListHead(&Mine);
  FltAcquireResourceExclusive(&Globals.Lock);
  while (!IsListEmpty(&Globals.List))
    InsertTailList(&Mine, RemoveHeadList(&Globals.List));
  FltReleaseResource(&Globals.Lock);
  for (Entry = Mine.Flink; Entry != &Mine; Entry = Entry->Flink) {
    FltAcquireResourceExclusive(&Globals.OtherLock);
    Use(CONTAINING_RECORD(Entry, FILE_RECORD, Link));
    FltReleaseResource(&Globals.OtherLock);
  }
}

// A hit releases the lock of an entry, which only some entries have acquired.
VOID hitsWithoutTheLock(ULONG Flags) {
  LIST_ENTRY *Entry;
  PSTREAM_CONTEXT Ctx;
  for (Entry = Globals.List.Flink; Entry != &Globals.List;
       Entry = Entry->Flink) {
    Ctx = CONTAINING_RECORD(Entry, STREAM_CONTEXT, Link);
    if (Ctx->Parent)
      FltAcquireResourceShared(&Ctx->Lock);
    if (Ctx->Flags == Flags) {
      FltReleaseResource(&Ctx->Lock); // CHECK: :[[@LINE]]:{{.*}} warning: resource {{.*}}released but not held
      return;
    }
    if (Ctx->Parent)
      FltReleaseResource(&Ctx->Lock);
  }
}
