#pragma once
#include <fltKernel.h>
typedef struct _SHELF {
  ERESOURCE Lock;
  ULONG Count;
} SHELF, *PSHELF;
BOOLEAN ShelfTryLock(PSHELF Shelf);
