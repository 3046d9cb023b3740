#include <fltKernel.h>

typedef char NameIs[sizeof(DRIVER_NAME "!") == sizeof("shed.sys!") ? 1 : -1];
typedef char StemIs[sizeof(STEM "!") == sizeof("shed!") ? 1 : -1];
typedef char ShortIs[sizeof(SHORT_NAME "!") == sizeof("sh2!") ? 1 : -1];

VOID Say(PERESOURCE Lock) {
  FltAcquireResourceShared(Lock);
  DbgPrint(DRIVER_NAME "\n");
  FltReleaseResource(Lock);
}
