// A leak that shows in this file alone.
#include "shelf.h"

NTSTATUS LeakHere(PFLT_INSTANCE Instance, BOOLEAN Early) {
  PFLT_CONTEXT Context = NULL;
  NTSTATUS Status = FltGetInstanceContext(Instance, &Context);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Early)
    return STATUS_UNSUCCESSFUL;
  FltReleaseContext(Context);
  return STATUS_SUCCESS;
}
