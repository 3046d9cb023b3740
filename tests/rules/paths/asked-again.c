// What other threads may change is asked anew after this thread has waited.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

typedef struct _QUEUE {
  ERESOURCE Lock;
  KEVENT Ready;
  BOOLEAN Stopping;
  ULONG Room;
  PERESOURCE Extra;
} QUEUE, *PQUEUE;
NTSTATUS Drain(PQUEUE Queue);

VOID stopsAfterAWait(PQUEUE Queue) {
  for (;;) {
    KeWaitForSingleObject(&Queue->Ready, Executive, KernelMode, FALSE, NULL);
    if (Queue->Stopping)
      break;
    FltAcquireResourceExclusive(&Queue->Lock);
    if (!NT_SUCCESS(Drain(Queue)))
      continue;
    FltReleaseResource(&Queue->Lock);
  }
  Queue->Room = 0;
} // CHECK: :[[@LINE-1]]:{{.*}} warning: resource 'Queue->Lock'

VOID stopsAfterASleep(PQUEUE Queue) {
  LARGE_INTEGER Delay;
  Delay.QuadPart = -1000;
  while (!Queue->Stopping) {
    FltAcquireResourceExclusive(&Queue->Lock);
    if (NT_SUCCESS(Drain(Queue)))
      FltReleaseResource(&Queue->Lock);
    KeDelayExecutionThread(KernelMode, FALSE, &Delay);
  }
  Queue->Room = 0;
} // CHECK: :[[@LINE-1]]:{{.*}} warning: resource 'Queue->Lock'

VOID stopsAndReleases_ok(PQUEUE Queue) {
  for (;;) {
    KeWaitForSingleObject(&Queue->Ready, Executive, KernelMode, FALSE, NULL);
    if (Queue->Stopping)
      break;
    FltAcquireResourceExclusive(&Queue->Lock);
    Drain(Queue);
    FltReleaseResource(&Queue->Lock);
  }
}

// What decides the acquisition decides the release, whatever happens between.
VOID sameAnswerTwice_ok(PQUEUE Queue) {
  if (Queue->Extra)
    ExAcquireResourceExclusiveLite(Queue->Extra, TRUE);
  Drain(Queue);
  KeWaitForSingleObject(&Queue->Ready, Executive, KernelMode, FALSE, NULL);
  if (Queue->Extra)
    ExReleaseResourceLite(Queue->Extra);
}

VOID sameAnswerEachRound_ok(PQUEUE Queue) {
  while (Check()) {
    if (Queue->Room)
      FltAcquireResourceExclusive(&Queue->Lock);
    Drain(Queue);
    KeWaitForSingleObject(&Queue->Ready, Executive, KernelMode, FALSE, NULL);
    if (Queue->Room)
      FltReleaseResource(&Queue->Lock);
  }
}

VOID anotherLockBetween_ok(PQUEUE Queue) {
  if (Queue->Room)
    FltAcquireResourceExclusive(&Queue->Lock);
  FltAcquireResourceExclusive(&Globals.Lock);
  Drain(Queue);
  FltReleaseResource(&Globals.Lock);
  if (Queue->Room)
    FltReleaseResource(&Queue->Lock);
}
