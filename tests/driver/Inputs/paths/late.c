#include <fltKernel.h>
typedef struct _SHED {
  ERESOURCE Lock;
  ULONG Count;
} SHED, *PSHED;
NTSTATUS ShedAdd(PSHED Shed) {
  FltAcquireResourceExclusive(&Shed->Lock);
  if (Shed->Count == 40) {
    return STATUS_QUOTA_EXCEEDED;
  }
  Shed->Count += 1;
  FltReleaseResource(&Shed->Lock);
  return STATUS_SUCCESS;
}
