/* None of these leaks: the context is put on a shelf. */
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
