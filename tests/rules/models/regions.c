// Rows that cross regions together with what they acquire, release or delete.
// RUN: %flt_verify -analyzer-config flt.Model:Files=%S/Inputs/regions.yaml %s
#include "../Inputs/driver.h"

typedef struct _BOX {
  ERESOURCE Resource;
} BOX, *PBOX;

VOID BoxAcquire(PBOX Box, BOOLEAN Write);
VOID BoxClose(PBOX Box);
NTSTATUS BoxFlush(PBOX Box);
BOOLEAN IsWriter(PIRP Irp);

// Which of the two it acquired is not known; that it entered the region is.
VOID eitherMode_ok(PBOX Box, BOOLEAN Write) {
  BoxAcquire(Box, Write);
  FltReleaseResource(&Box->Resource);
}

// Releases, leaves and deletes.
VOID closed_ok(PBOX Box) {
  FltAcquireResourceExclusive(&Box->Resource);
  BoxClose(Box);
}

// One bug, one finding: nothing of the region.
VOID deletedAtOnce(PBOX Box) {
  FltAcquireResourceExclusive(&Box->Resource);
  // expected-note@-1{{resource 'Box->Resource' is acquired exclusively here}}
  ExDeleteResourceLite(&Box->Resource);
  // expected-warning@-1{{resource 'Box->Resource' is deleted while it is held}}
  // expected-note@-2{{resource 'Box->Resource' is deleted while it is held}}
  FltReleaseResource(&Box->Resource);
}

VOID flushed_ok(PBOX Box) {
  FltAcquireResourceExclusive(&Box->Resource);
  if (!NT_SUCCESS(BoxFlush(Box)))
    FltReleaseResource(&Box->Resource);
}

// The region is left on both paths, and entered again.
VOID flushedThenInside(PBOX Box) {
  FltAcquireResourceExclusive(&Box->Resource);
  // expected-note@-1{{critical region is entered here}}
  if (!NT_SUCCESS(BoxFlush(Box)))
  // expected-note@-1{{critical region is left here}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseResource(&Box->Resource);
  KeEnterCriticalRegion();
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-note@-2{{critical region is entered here}}
  // expected-note@-3{{critical region is still entered when the function returns}}
}

// A path with both answers to one question is none.
VOID oneOrTheOther_ok(PBOX Box, PIRP Irp) {
  if (IsWriter(Irp))
    FltAcquireResourceExclusive(&Box->Resource);
  else
    KeEnterCriticalRegion();
  WorkOn(Irp);
  if (IsWriter(Irp))
    FltReleaseResource(&Box->Resource);
  WorkOn(Irp);
  if (!IsWriter(Irp))
    KeLeaveCriticalRegion();
}

VOID contextOfAWriter_ok(PCFLT_RELATED_OBJECTS Objects, PIRP Irp) {
  PFLT_CONTEXT Ctx = NULL;

  if (IsWriter(Irp) &&
      !NT_SUCCESS(FltGetInstanceContext(Objects->Instance, &Ctx)))
    return;
  WorkOn(Irp);
  if (IsWriter(Irp))
    FltReleaseContext(Ctx);
}
