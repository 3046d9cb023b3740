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

VOID Drop(PFLT_CONTEXT Ctx) { FltReleaseContext(Ctx); }
