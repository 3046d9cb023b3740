// Fast mutexes, guarded mutexes and spin locks.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _QUEUE {
  FAST_MUTEX Mutex;
  KGUARDED_MUTEX Guarded;
  KSPIN_LOCK Lock;
  KSPIN_LOCK Other;
  LIST_ENTRY Entries;
  ULONG Count;
} QUEUE, *PQUEUE;

QUEUE Pending;

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS mutexHeldOnFailure(PQUEUE Queue) {
  ExAcquireFastMutex(&Queue->Mutex);
  if (Queue->Count > 100)
    return STATUS_QUOTA_EXCEEDED; // expected-warning {{fast mutex 'Queue->Mutex', acquired exclusively, is still held when the function returns}}
  Queue->Count += 1;
  ExReleaseFastMutex(&Queue->Mutex);
  return STATUS_SUCCESS;
}

VOID acquiredTwice(PQUEUE Queue) {
  ExAcquireFastMutex(&Queue->Mutex);
  if (Queue->Count)
    ExAcquireFastMutex(&Queue->Mutex); // expected-warning {{fast mutex 'Queue->Mutex' is acquired while this thread already holds it: a fast mutex is not recursive}}
  ExReleaseFastMutex(&Queue->Mutex);
}

ULONG releasedTwice(PQUEUE Queue) {
  ULONG Count;
  KeAcquireGuardedMutex(&Queue->Guarded);
  Count = Queue->Count;
  if (!Count)
    KeReleaseGuardedMutex(&Queue->Guarded);
  KeReleaseGuardedMutex(&Queue->Guarded); // expected-warning {{guarded mutex 'Queue->Guarded' is released twice}}
  return Count;
}

VOID releasedAsAnother(PQUEUE Queue) {
  KeAcquireGuardedMutex(&Queue->Guarded);
  Queue->Count = 0;
  ExReleaseFastMutex(&Queue->Guarded); // expected-warning {{guarded mutex 'Queue->Guarded', acquired by 'KeAcquireGuardedMutex', is released by 'ExReleaseFastMutex', which is for another kind of lock}}
}

BOOLEAN popEntry(PQUEUE Queue) {
  KIRQL Irql;
  KeAcquireSpinLock(&Queue->Lock, &Irql);
  if (IsListEmpty(&Queue->Entries))
    return FALSE; // expected-warning {{spin lock 'Queue->Lock', acquired exclusively, is still held}}
  Queue->Count -= 1;
  KeReleaseSpinLock(&Queue->Lock, Irql);
  return TRUE;
}

VOID spinLockTwice(PQUEUE Queue) {
  KIRQL Irql, Inner;
  KeAcquireSpinLock(&Queue->Lock, &Irql);
  KeAcquireSpinLock(&Queue->Lock, &Inner); // expected-warning {{spin lock 'Queue->Lock' is acquired while this thread already holds it}}
  KeReleaseSpinLock(&Queue->Lock, Inner);
  KeReleaseSpinLock(&Queue->Lock, Irql);
}

NTSTATUS queuedHeld(PQUEUE Queue) {
  KLOCK_QUEUE_HANDLE Handle;
  KeAcquireInStackQueuedSpinLock(&Queue->Lock, &Handle);
  if (Queue->Count == 0)
    return STATUS_NOT_FOUND; // expected-warning {{queued spin lock 'Handle', acquired exclusively, is still held}}
  Queue->Count -= 1;
  KeReleaseInStackQueuedSpinLock(&Handle);
  return STATUS_SUCCESS;
}

BOOLEAN heldThroughLeave(PQUEUE Queue) {
  BOOLEAN Done = FALSE;
  __try {
    ExAcquireFastMutex(&Queue->Mutex);
    if (Queue->Count == 0)
      __leave;
    Done = TRUE;
    ExReleaseFastMutex(&Queue->Mutex);
  } __finally {
    Queue = NULL;
  }
  return Done; // expected-warning {{fast mutex 'Queue->Mutex', acquired exclusively, is still held}}
}

//===-- Good --------------------------------------------------------------===//

VOID mutex_ok(PQUEUE Queue) {
  ExAcquireFastMutex(&Queue->Mutex);
  Queue->Count += 1;
  ExReleaseFastMutex(&Queue->Mutex);
}

VOID unsafe_ok(PQUEUE Queue) {
  KeEnterCriticalRegion();
  ExAcquireFastMutexUnsafe(&Queue->Mutex);
  Queue->Count += 1;
  ExReleaseFastMutexUnsafe(&Queue->Mutex);
  KeLeaveCriticalRegion();
}

BOOLEAN tried_ok(PQUEUE Queue) {
  if (!ExTryToAcquireFastMutex(&Queue->Mutex))
    return FALSE;
  Queue->Count += 1;
  ExReleaseFastMutex(&Queue->Mutex);
  return TRUE;
}

// Of two spin locks the outer one may go first.
VOID handOverHand_ok(PQUEUE Queue) {
  KIRQL Irql;
  KeAcquireSpinLock(&Queue->Lock, &Irql);
  KeAcquireSpinLockAtDpcLevel(&Queue->Other);
  KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
  Queue->Count += 1;
  KeReleaseSpinLock(&Queue->Other, Irql);
}

VOID raised_ok(PQUEUE Queue) {
  KIRQL Irql = KeAcquireSpinLockRaiseToDpc(&Queue->Lock);
  Queue->Count += 1;
  KeReleaseSpinLock(&Queue->Lock, Irql);
}

PLIST_ENTRY dropsItInTheLoop_ok(PQUEUE Queue) {
  KIRQL Irql;
  PLIST_ENTRY Entry = NULL;
  KeAcquireSpinLock(&Queue->Lock, &Irql);
  while (!IsListEmpty(&Queue->Entries)) {
    Entry = RemoveHeadList(&Queue->Entries);
    KeReleaseSpinLock(&Queue->Lock, Irql);
    WorkOn(Entry);
    KeAcquireSpinLock(&Queue->Lock, &Irql);
  }
  KeReleaseSpinLock(&Queue->Lock, Irql);
  return Entry;
}

VOID queued_ok(PQUEUE Queue) {
  KLOCK_QUEUE_HANDLE Handle;
  KeAcquireInStackQueuedSpinLock(&Queue->Lock, &Handle);
  Queue->Count += 1;
  KeReleaseInStackQueuedSpinLock(&Handle);
}

VOID queuedAgain_ok(PQUEUE Queue) {
  KLOCK_QUEUE_HANDLE Handle;
  KeAcquireInStackQueuedSpinLock(&Queue->Lock, &Handle);
  Queue->Count += 1;
  KeReleaseInStackQueuedSpinLock(&Handle);
  KeAcquireInStackQueuedSpinLock(&Queue->Other, &Handle);
  Queue->Count -= 1;
  KeReleaseInStackQueuedSpinLock(&Handle);
}

VOID QueueLock(PQUEUE Queue) { ExAcquireFastMutex(&Queue->Mutex); }
VOID QueueUnlock(PQUEUE Queue) { ExReleaseFastMutex(&Queue->Mutex); }

VOID wrapped_ok(PQUEUE Queue) {
  QueueLock(Queue);
  Queue->Count += 1;
  QueueUnlock(Queue);
}

BOOLEAN inFinally_ok(PQUEUE Queue) {
  ExAcquireFastMutex(&Queue->Mutex);
  __try {
    if (Queue->Count == 0)
      return FALSE;
    Queue->Count -= 1;
  } __finally {
    ExReleaseFastMutex(&Queue->Mutex);
  }
  return TRUE;
}

// Two mutexes of two queues.
VOID moveBetween_ok(PQUEUE From, PQUEUE To) {
  ExAcquireFastMutex(&From->Mutex);
  ExAcquireFastMutex(&To->Mutex);
  InsertTailList(&To->Entries, RemoveHeadList(&From->Entries));
  ExReleaseFastMutex(&To->Mutex);
  ExReleaseFastMutex(&From->Mutex);
}
