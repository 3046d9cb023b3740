#pragma once
#include <fltKernel.h>
typedef struct _RACK {
  ERESOURCE Lock;
  ULONG Count;
} RACK, *PRACK;
BOOLEAN RackTryLock(PRACK Rack);
BOOLEAN RackEnter(PRACK Rack);
NTSTATUS RackCheck(PRACK Rack);
