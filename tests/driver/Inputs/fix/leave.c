#include <fltKernel.h>

VOID Once(PERESOURCE Lock) {
  FltAcquireResourceShared(Lock);
  FltReleaseResource(Lock);
  // Left by the release.
  KeLeaveCriticalRegion();
}

NTSTATUS Held(PERESOURCE Lock) {
  FltAcquireResourceShared(Lock);
  return STATUS_SUCCESS;
}

VOID Twice(PERESOURCE Lock) {
  FltAcquireResourceExclusive(Lock);
  FltReleaseResource(Lock);
  KeLeaveCriticalRegion(); /* twice */
}
