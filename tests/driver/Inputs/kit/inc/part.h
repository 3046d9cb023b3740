#include <ntifs.h>

VOID LockPart(PERESOURCE Resource);
VOID UnlockPart(PERESOURCE Resource);
