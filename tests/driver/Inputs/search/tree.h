#include <fltKernel.h>
typedef struct _LEAF {
  ULONGLONG Key;
  struct _LEAF *Less, *More;
  ERESOURCE Lock;
} LEAF, *PLEAF;
NTSTATUS FindLeaf(PLEAF Root, ULONGLONG Key, PLEAF *Found);
NTSTATUS AnyLeaf(PLEAF Root, ULONGLONG Key, PLEAF *Found);
