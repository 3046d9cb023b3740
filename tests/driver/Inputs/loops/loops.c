#include <fltKernel.h>

typedef struct _BASIN {
  ERESOURCE Lock;
  PULONG Levels;
  ULONG Count;
} BASIN, *PBASIN;

VOID Measure(PULONG Level);

static VOID lockAll(PBASIN Basin) {
  ULONG I;

  FltAcquireResourceExclusive(&Basin->Lock);
  for (I = 0; I < Basin->Count; ++I)
    Measure(&Basin->Levels[I]);
}

// The engine loses a path in the loop here ...
VOID First_ok(PBASIN Basin) {
  lockAll(Basin);
  FltReleaseResource(&Basin->Lock);
}

// ... and follows calls of the function all the same.
VOID Second(PBASIN Basin) {
  lockAll(Basin);
  if (Basin->Count == 0)
    return;
  FltReleaseResource(&Basin->Lock);
}

VOID Third(PBASIN Basin) {
  lockAll(Basin);
  FltReleaseResource(&Basin->Lock);
  FltReleaseResource(&Basin->Lock);
}
