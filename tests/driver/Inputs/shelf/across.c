// A leak that only shows with what context.c does.
#include "shelf.h"

NTSTATUS LeakAcross(PFLT_INSTANCE Instance, BOOLEAN Early) {
  PSHELF_CONTEXT Context = NULL;
  NTSTATUS Status = ShelfGet(Instance, &Context);
  if (!NT_SUCCESS(Status))
    return Status;
  ShelfCount(Context);
  if (Early)
    return STATUS_UNSUCCESSFUL;
  ShelfPut(Context);
  return STATUS_SUCCESS;
}
