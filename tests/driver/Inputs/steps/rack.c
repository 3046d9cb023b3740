#include "rack.h"

BOOLEAN RackTryLock(PRACK Rack) {
  if (Rack->Count == 0)
    return FALSE;
  FltAcquireResourceExclusive(&Rack->Lock);
  return TRUE;
}

NTSTATUS RackCheck(PRACK Rack) {
  return Rack->Count > 7 ? STATUS_QUOTA_EXCEEDED : STATUS_SUCCESS;
}
