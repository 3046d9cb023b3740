#include "rack.h"

NTSTATUS RackUse(PRACK Rack) {
  NTSTATUS Status;

  if (!RackEnter(Rack))
    return STATUS_NOT_FOUND;
  Status = RackCheck(Rack);
  if (!NT_SUCCESS(Status))
    return Status;
  FltReleaseResource(&Rack->Lock);
  return STATUS_SUCCESS;
}
