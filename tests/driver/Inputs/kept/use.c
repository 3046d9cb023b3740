/* None of these leaks but one: the context is put on a shelf. */
#include "put.h"

#define USE(Name, Put)                                                         \
  VOID Name(PFLT_INSTANCE Instance) {                                          \
    PFLT_CONTEXT Ctx = NULL;                                                   \
                                                                               \
    if (NT_SUCCESS(FltGetInstanceContext(Instance, &Ctx)))                     \
      Put(Ctx, 1);                                                             \
  }

USE(left, PutLeft)
USE(right, PutRight)
USE(leftToo, FindLeft)
USE(rightToo, FindRight)

ULONG counted(PFLT_INSTANCE Instance) {
  PFLT_CONTEXT Ctx = NULL;
  ULONG Result;

  if (!NT_SUCCESS(FltGetInstanceContext(Instance, &Ctx)))
    return 0;
  Result = Count(Ctx);
  FltReleaseContext(Ctx);
  return Result;
}

static PBOX boxOf(PFLT_INSTANCE Instance) {
  PBOX Box = NULL;

  (void)FltGetInstanceContext(Instance, (PFLT_CONTEXT *)&Box);
  return Box;
}

VOID renamed(PFLT_INSTANCE Instance, PUNICODE_STRING Name) {
  PBOX Box = boxOf(Instance);

  if (Box != NULL)
    Rename(Box, Name); /* Leaks. */
}

VOID queued(PFLT_INSTANCE Instance) {
  PBOX Box = boxOf(Instance);

  if (Box != NULL)
    Queue(Box);
}

VOID unpacked(PFLT_INSTANCE Instance) {
  PARCEL Parcel;

  Parcel.Box = boxOf(Instance);
  if (Parcel.Box != NULL)
    Unpack(&Parcel);
}
