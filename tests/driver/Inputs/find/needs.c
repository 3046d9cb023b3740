#include <fltKernel.h>
#include "shared.h"
#if !SHARED
#error the folder of the solution is not known
#endif

VOID Touch(PERESOURCE Lock) {
  FltAcquireResourceShared(Lock);
  FltReleaseResource(Lock);
}
