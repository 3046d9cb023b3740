#include <fltKernel.h>

VOID First(PERESOURCE Resource) {
  FltAcquireResourceExclusive(Resource);
  FltReleaseResource(Resource);
  KeLeaveCriticalRegion();
}

VOID Second(PERESOURCE Resource) {
  FltAcquireResourceShared(Resource);
  FltReleaseResource(Resource);
  FsRtlExitFileSystem(); // of 100%
}
