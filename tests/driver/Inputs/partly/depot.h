// A structure of which one member has a type that nobody declares.
#pragma once
#include <fltKernel.h>

typedef struct _BIN {
  ERESOURCE Lock;
  NO_SUCH_TYPE Odd;
  ULONG Count;
} BIN, *PBIN;

// By value: it is as usable as what is in it.
typedef struct _DEPOT {
  BIN First;
  LIST_ENTRY Others;
} DEPOT, *PDEPOT;

typedef NO_SUCH_TYPE *PALIAS;

#define LOCK_BIN(b) FltAcquireResourceExclusive(&(b)->Lock)
#define UNLOCK_BIN(b) FltReleaseResource(&(b)->Lock)
#define COUNT_BIN(b) ((b)->Count + NO_SUCH_NAME)
