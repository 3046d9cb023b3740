#include "put.h"

PVOID Shelf[2];

VOID PutLeft(PFLT_CONTEXT Ctx, ULONG Depth) {
  if (Depth)
    PutRight(Ctx, Depth - 1);
}

VOID PutRight(PFLT_CONTEXT Ctx, ULONG Depth) {
  if (Depth)
    PutLeft(Ctx, Depth - 1);
  Shelf[0] = Ctx;
}

VOID FindRight(PFLT_CONTEXT Ctx, ULONG Depth) {
  if (Depth)
    FindLeft(Ctx, Depth - 1);
  Shelf[1] = Ctx;
}

VOID FindLeft(PFLT_CONTEXT Ctx, ULONG Depth) {
  if (Depth)
    FindRight(Ctx, Depth - 1);
}

ULONG Count(PFLT_CONTEXT Ctx) { return Ctx == Shelf[0] || Ctx == Shelf[1]; }

LIST_ENTRY Waiting;
KSPIN_LOCK WaitingLock;

VOID Rename(PBOX Box, PUNICODE_STRING Name) {
  RtlFreeUnicodeString(&Box->Name);
  ExFreePool(Box->Buffer);
  RtlCopyUnicodeString(&Box->Name, Name);
}

VOID Queue(PBOX Box) {
  ExInterlockedInsertTailList(&Waiting, &Box->Link, &WaitingLock);
}

VOID Unpack(PPARCEL Parcel) { Shelf[0] = Parcel->Box; }

VOID Weigh(PPARCEL Parcel) { Shelf[1] = Parcel->Box->Buffer; }

VOID Drop(PFLT_CONTEXT Ctx) { FltReleaseContext(Ctx); }
