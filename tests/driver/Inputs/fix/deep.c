#include <fltKernel.h>

VOID Deep(PERESOURCE Lock) {
  FltAcquireResourceShared(Lock);
  FltReleaseResource(Lock);
  KeLeaveCriticalRegion();
  Lock = NULL;
}
