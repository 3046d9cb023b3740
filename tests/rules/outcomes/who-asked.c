// A helper that only releases is not to blame for being called.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

typedef struct _GATE {
  EX_PUSH_LOCK Lock;
  FAST_MUTEX Mutex;
  ULONG Waiting;
} GATE, *PGATE;

static NTSTATUS tryFor(PGATE Gate, ULONG Rounds) {
  KeEnterCriticalRegion();
  while (Rounds--) {
    LARGE_INTEGER Delay = {.QuadPart = -1000};
    if (ExTryAcquirePushLockExclusive(&Gate->Lock))
      return STATUS_SUCCESS;
    KeDelayExecutionThread(KernelMode, FALSE, &Delay);
  }
  KeLeaveCriticalRegion();
  return STATUS_TIMEOUT;
}

static VOID giveUp(PGATE Gate) {
  ExReleasePushLockExclusive(&Gate->Lock);
  KeLeaveCriticalRegion();
}

static VOID drop(PGATE Gate) {
  ExReleaseFastMutex(&Gate->Mutex);
}
static VOID dropAll(PGATE Gate) {
  drop(Gate);
}

//===-- Bad ---------------------------------------------------------------===//

VOID timesOut(PGATE Gate) {
  NTSTATUS Status = tryFor(Gate, 8);
  if (!NT_SUCCESS(Status))
    return;
  Gate->Waiting += 1;
  // CHECK-DAG: :[[#@LINE+2]]:{{.*}} warning: push lock 'Gate->Lock' is released but not held
  // CHECK-DAG: :[[#@LINE+1]]:{{.*}} warning: critical region is left but was not entered
  giveUp(Gate);
}

VOID callsTwice(PGATE Gate) {
  ExAcquireFastMutex(&Gate->Mutex);
  if (Gate->Waiting)
    drop(Gate);
  dropAll(Gate); // CHECK: :[[@LINE]]:{{.*}} warning: fast mutex 'Gate->Mutex' is released twice
}

// The helper that acquires on one path only is wrong itself.
static VOID half(PGATE Gate) {
  if (Gate->Waiting)
    ExAcquireFastMutex(&Gate->Mutex);
  Gate->Waiting = 0;
  ExReleaseFastMutex(&Gate->Mutex); // CHECK: :[[@LINE]]:{{.*}} warning: fast mutex 'Gate->Mutex' is released but not held
}
VOID callsHalf(PGATE Gate) {
  half(Gate);
}

// Both say what is wrong: the lock, and the region that goes with it.
VOID drains(PGATE Gate) {
  ULONG Tries = 0;
  KeEnterCriticalRegion();
  ExAcquirePushLockExclusive(&Gate->Lock);
  while (Gate->Waiting) {
    ExReleasePushLockExclusive(&Gate->Lock);
    KeLeaveCriticalRegion();
    if (Tries++ == 500)
      break;
    KeEnterCriticalRegion();
    ExAcquirePushLockExclusive(&Gate->Lock);
  }
  Gate->Waiting = 0;
  // CHECK: :[[#@LINE+1]]:{{.*}} warning: push lock 'Gate->Lock' is released twice
  ExReleasePushLockExclusive(&Gate->Lock);
  KeLeaveCriticalRegion(); // CHECK: :[[@LINE]]:{{.*}} warning: critical region is left but was not entered
}

//===-- Good --------------------------------------------------------------===//

VOID onlyWhenTaken_ok(PGATE Gate) {
  if (tryFor(Gate, 8) == STATUS_SUCCESS) {
    Gate->Waiting += 1;
    giveUp(Gate);
  }
}

VOID once_ok(PGATE Gate) {
  ExAcquireFastMutex(&Gate->Mutex);
  if (Gate->Waiting) {
    drop(Gate);
    return;
  }
  dropAll(Gate);
}

VOID retaken_ok(PGATE Gate) {
  ExAcquireFastMutex(&Gate->Mutex);
  drop(Gate);
  ExAcquireFastMutex(&Gate->Mutex);
  drop(Gate);
}

VOID drains_ok(PGATE Gate) {
  ULONG Tries = 0;
  KeEnterCriticalRegion();
  ExAcquirePushLockExclusive(&Gate->Lock);
  while (Gate->Waiting && ++Tries < 500) {
    ExReleasePushLockExclusive(&Gate->Lock);
    KeLeaveCriticalRegion();
    KeEnterCriticalRegion();
    ExAcquirePushLockExclusive(&Gate->Lock);
  }
  giveUp(Gate);
}
