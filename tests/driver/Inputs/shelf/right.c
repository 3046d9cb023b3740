// Nothing to find.
#include "shelf.h"

NTSTATUS Right(PFLT_INSTANCE Instance) {
  PFLT_CONTEXT Context = NULL;
  NTSTATUS Status = FltGetInstanceContext(Instance, &Context);
  if (NT_SUCCESS(Status))
    FltReleaseContext(Context);
  return Status;
}
