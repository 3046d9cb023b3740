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

VOID Third(PERESOURCE Resource) {
  FltAcquireResourceShared(Resource);
  FltReleaseResource(Resource);
  // Left above; "this" says it again.
  /* And once more. */
  KeLeaveCriticalRegion();
}

VOID Fourth(PERESOURCE Resource, BOOLEAN Twice) {
  FltAcquireResourceShared(Resource);
  FltReleaseResource(Resource);
  if (Twice) // A body can't go.
    KeLeaveCriticalRegion();
}
