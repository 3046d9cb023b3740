// A hold that the function gives up for its caller, and takes again.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _QUEUE {
  ERESOURCE Gate;
  KEVENT Changed;
  BOOLEAN Stop;
  ULONG Length;
} QUEUE, *PQUEUE;

typedef struct _WRITER {
  PQUEUE Queue;
  ULONG Written;
} WRITER, *PWRITER;

NTSTATUS Emit(PWRITER Writer);

// CHECK-NOT: retaken.c:{{.*}}: warning:
static NTSTATUS pause(PWRITER Writer) {
  ExReleaseResourceLite(&Writer->Queue->Gate);
  KeWaitForSingleObject(&Writer->Queue->Changed, Executive, KernelMode, FALSE,
                        NULL);
  ExAcquireResourceExclusiveLite(&Writer->Queue->Gate, TRUE);
  return Writer->Queue->Stop ? STATUS_CANCELLED : STATUS_SUCCESS;
}

NTSTATUS drain_ok(PWRITER Writer) {
  NTSTATUS Status;

  while (Writer->Queue->Length != 0) {
    Status = pause(Writer);
    if (!NT_SUCCESS(Status))
      return Status;
    if (!NT_SUCCESS(Emit(Writer)))
      return STATUS_UNSUCCESSFUL;
  }
  return STATUS_SUCCESS;
}

NTSTATUS once_ok(PQUEUE Queue) {
  if (Queue->Length > 10) {
    ExReleaseResourceLite(&Queue->Gate);
    Work();
    ExAcquireResourceSharedLite(&Queue->Gate, TRUE);
    if (Queue->Stop)
      return STATUS_CANCELLED;
  }
  return STATUS_SUCCESS;
}

// In a loop, with the region.
VOID drainAll_ok(PQUEUE Queue) {
  for (ULONG I = 0; I < Queue->Length; ++I) {
    FltReleaseResource(&Queue->Gate);
    WorkOn(Queue);
    FltAcquireResourceExclusive(&Queue->Gate);
  }
}

VOID ownHold_ok(PQUEUE Queue) {
  FltAcquireResourceExclusive(&Queue->Gate);
  while (Queue->Length != 0) {
    FltReleaseResource(&Queue->Gate);
    WorkOn(Queue);
    FltAcquireResourceExclusive(&Queue->Gate);
  }
  FltReleaseResource(&Queue->Gate);
}

// Taken, given up and taken again: the last one is its own.
VOID forgetsSecond(PQUEUE Queue) {
  ExAcquireResourceExclusiveLite(&Queue->Gate, TRUE);
  ExReleaseResourceLite(&Queue->Gate);
  WorkOn(Queue);
  ExAcquireResourceExclusiveLite(&Queue->Gate, TRUE);
  if (Queue->Stop)
    // CHECK: retaken.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}}Gate', acquired exclusively, is still held
    return;
  ExReleaseResourceLite(&Queue->Gate);
}

// Another lock than the one that was given up.
NTSTATUS forgetsOther(PQUEUE Queue) {
  ExReleaseResourceLite(&Queue->Gate);
  ExAcquireResourceSharedLite(&Globals.Lock, TRUE);
  WorkOn(Queue);
  ExAcquireResourceExclusiveLite(&Queue->Gate, TRUE);
  if (Queue->Stop)
    // CHECK: retaken.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}}Globals.Lock', acquired shared, is still held
    return STATUS_CANCELLED;
  ExReleaseResourceLite(&Globals.Lock);
  return STATUS_SUCCESS;
}
// CHECK-NOT: retaken.c:{{.*}}: warning:
