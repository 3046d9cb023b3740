#include "part.h"

NTSTATUS
Count(PERESOURCE Resource, ULONG Number) {
  LockPart(Resource);
  if (Number == 0)
    return STATUS_UNSUCCESSFUL;
  UnlockPart(Resource);
  return STATUS_SUCCESS;
}
