#include "settings.h"
#if !FROM_FOLDER
#error no Directory.Build.props
#endif
#if defined(_ARM64_) != IS_ARM || defined(_AMD64_) == IS_ARM
#error another platform
#endif
#include <fltKernel.h>
NTSTATUS Leaks(PERESOURCE Lock, BOOLEAN Early) {
  FltAcquireResourceShared(Lock);
  if (Early)
    return STATUS_PENDING;
  FltReleaseResource(Lock);
  return STATUS_SUCCESS;
}
