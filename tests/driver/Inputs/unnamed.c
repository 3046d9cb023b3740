#include <fltKernel.h>

typedef struct _FOUND {
  ERESOURCE Lock;
} FOUND, *PFOUND;

PFOUND FindOne(VOID);

// The caller holds the lock of what is found, by which name it is not known.
VOID CloseOne(VOID) {
  PFOUND Found = FindOne();

  FltReleaseResource(&Found->Lock);
  ExDeleteResourceLite(&Found->Lock);
}
