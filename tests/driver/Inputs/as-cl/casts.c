// Casts that are assigned to, and whose address is taken.
#include <fltKernel.h>

typedef struct _CURSOR {
  ERESOURCE Lock;
  PVOID Next;
  LONGLONG Position;
} CURSOR, *PCURSOR;

VOID Advance(PULONG Where);

VOID Assigns(PCURSOR C, BOOLEAN Early) {
  FltAcquireResourceExclusive(&C->Lock);
  (PUCHAR)C->Next += sizeof(ULONG); if (Early) return;
  ((PULONG)C->Next)++;
  FltReleaseResource(&C->Lock);
}

VOID PassesAddress(PCURSOR C, BOOLEAN Early) {
  LONGLONG Where = 0;
  Advance(&(ULONG)Where); FltAcquireResourceExclusive(&C->Lock);
  if (Early)
    return;
  FltReleaseResource(&C->Lock);
}

VOID Right(PCURSOR C) {
  FltAcquireResourceExclusive(&C->Lock);
  Advance(&(ULONG)C->Position);
  FltReleaseResource(&C->Lock);
}
