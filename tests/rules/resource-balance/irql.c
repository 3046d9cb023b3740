// The IRQL: raised and lowered by hand, or by spin locks.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _QUEUE {
  KSPIN_LOCK Lock;
  KSPIN_LOCK Other;
  EX_SPIN_LOCK Readers;
  LIST_ENTRY Entries;
  ULONG Count;
  KIRQL Saved;
} QUEUE, *PQUEUE;

QUEUE Pending;

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS raisedOnFailure(PQUEUE Queue) {
  KIRQL Old;
  KeRaiseIrql(DISPATCH_LEVEL, &Old);
  if (Queue->Count == 0)
    return STATUS_NOT_FOUND; // expected-warning {{the IRQL is still raised when the function returns}}
  Queue->Count -= 1;
  KeLowerIrql(Old);
  return STATUS_SUCCESS;
}

VOID loweredTwice(PQUEUE Queue) {
  KIRQL Old = KeRaiseIrqlToDpcLevel();
  if (Queue->Count == 0)
    KeLowerIrql(Old);
  KeLowerIrql(Old); // expected-warning {{the IRQL is lowered but was not raised on this path}}
}

// The lock is free, but the thread is still at DISPATCH_LEVEL.
NTSTATUS wrongForm(PQUEUE Queue) {
  KIRQL Old;
  KeAcquireSpinLock(&Queue->Lock, &Old);
  if (Queue->Count == 0) {
    KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
    return STATUS_NOT_FOUND; // expected-warning {{the IRQL is still raised when the function returns}}
  }
  Queue->Count -= 1;
  KeReleaseSpinLock(&Queue->Lock, Old);
  return STATUS_SUCCESS;
}

// What Old is, nobody knows.
VOID neverRaised(PQUEUE Queue, KIRQL Old) {
  KeAcquireSpinLockAtDpcLevel(&Queue->Lock);
  Queue->Count += 1;
  KeReleaseSpinLock(&Queue->Lock, Old); // expected-warning {{'KeReleaseSpinLock' lowers the IRQL, which 'KeAcquireSpinLockAtDpcLevel' did not raise}}
}

BOOLEAN readersWrongForm(PQUEUE Queue) {
  KIRQL Old = ExAcquireSpinLockShared(&Queue->Readers);
  BOOLEAN Any = Queue->Count != 0;
  if (!Any) {
    ExReleaseSpinLockSharedFromDpcLevel(&Queue->Readers);
    return FALSE; // expected-warning {{the IRQL is still raised}}
  }
  ExReleaseSpinLockShared(&Queue->Readers, Old);
  return TRUE;
}

NTSTATUS alreadyCancelled(PIRP Irp) {
  KIRQL Old;
  IoAcquireCancelSpinLock(&Old);
  if (Irp->Cancel)
    return STATUS_CANCELLED; // expected-warning {{the IRQL is still raised}}
  IoSetCancelRoutine(Irp, NULL);
  IoReleaseCancelSpinLock(Old);
  return STATUS_SUCCESS;
}

VOID breaksOut(PQUEUE Queue, ULONG Rounds) {
  while (Rounds--) {
    KIRQL Old = KfRaiseIrql(APC_LEVEL);
    if (Queue->Count == Rounds)
      return; // expected-warning {{the IRQL is still raised}}
    KeLowerIrql(Old);
  }
}

//===-- Good --------------------------------------------------------------===//

VOID balanced(PQUEUE Queue) {
  KIRQL Old;
  KeRaiseIrql(DISPATCH_LEVEL, &Old);
  Queue->Count += 1;
  KeLowerIrql(Old);
}

VOID spinLock(PQUEUE Queue) {
  KIRQL Old;
  KeAcquireSpinLock(&Queue->Lock, &Old);
  Queue->Count += 1;
  KeReleaseSpinLock(&Queue->Lock, Old);
}

// The lock first, the IRQL later.
VOID loweredLater(PQUEUE Queue) {
  KIRQL Old;
  KeAcquireSpinLock(&Queue->Lock, &Old);
  Queue->Count += 1;
  KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
  KeLowerIrql(Old);
}

// Raised by hand, lowered with the lock.
VOID loweredWithLock(PQUEUE Queue) {
  KIRQL Old = KeRaiseIrqlToDpcLevel();
  KeAcquireSpinLockAtDpcLevel(&Queue->Lock);
  Queue->Count += 1;
  KeReleaseSpinLock(&Queue->Lock, Old);
}

// From lock to lock at the same IRQL.
VOID handOverHand(PQUEUE Queue) {
  KIRQL Old;
  KeAcquireSpinLock(&Queue->Lock, &Old);
  KeAcquireSpinLockAtDpcLevel(&Queue->Other);
  KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
  Queue->Count += 1;
  KeReleaseSpinLock(&Queue->Other, Old);
}

VOID twoLocks(PQUEUE Queue) {
  KIRQL Outer, Inner;
  KeAcquireSpinLock(&Queue->Lock, &Outer);
  KeAcquireSpinLock(&Queue->Other, &Inner);
  Queue->Count += 1;
  KeReleaseSpinLock(&Queue->Other, Inner);
  KeReleaseSpinLock(&Queue->Lock, Outer);
}

// A deferred procedure call runs at DISPATCH_LEVEL.
VOID Dpc(PKDPC D, PVOID Context, PVOID A, PVOID B) {
  PQUEUE Queue = Context;
  KeAcquireSpinLockAtDpcLevel(&Queue->Lock);
  Queue->Count += 1;
  KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
}

// The system calls a cancel routine with the cancel spin lock.
VOID Cancel(PDEVICE_OBJECT Device, PIRP Irp) {
  IoReleaseCancelSpinLock(Irp->CancelIrql);
  Irp->IoStatus.Status = STATUS_CANCELLED;
  IoCompleteRequest(Irp, IO_NO_INCREMENT);
}

// For their callers: the IRQL is told.
KIRQL WriteProtectOff(VOID) {
  KIRQL Old = KeRaiseIrqlToDpcLevel();
  Pending.Count = 0;
  return Old;
}

VOID WriteProtectOn(KIRQL Old) {
  KeLowerIrql(Old);
}

VOID patch(PULONG Code) {
  KIRQL Old = WriteProtectOff();
  *Code = 0;
  WriteProtectOn(Old);
}

VOID CsqAcquireLock(PQUEUE Queue, PKIRQL Irql) {
  KeAcquireSpinLock(&Queue->Lock, Irql);
}

VOID CsqReleaseLock(PQUEUE Queue, KIRQL Irql) {
  KeReleaseSpinLock(&Queue->Lock, Irql);
}

// Given up for a while, which the caller knows.
VOID givenUp(PQUEUE Queue, PKIRQL Irql) {
  KeReleaseSpinLock(&Queue->Lock, *Irql);
  Work();
  KeAcquireSpinLock(&Queue->Lock, Irql);
}

VOID raisedIfNeeded(PQUEUE Queue) {
  KIRQL Old = KeGetCurrentIrql();
  BOOLEAN Raised = FALSE;
  if (Old < DISPATCH_LEVEL) {
    Old = KeRaiseIrqlToDpcLevel();
    Raised = TRUE;
  }
  KeAcquireSpinLockAtDpcLevel(&Queue->Lock);
  Queue->Count += 1;
  KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
  if (Raised)
    KeLowerIrql(Old);
}

NTSTATUS everyWay(PQUEUE Queue, ULONG Kind) {
  KIRQL Old;
  NTSTATUS Status = STATUS_SUCCESS;
  KeAcquireSpinLock(&Queue->Lock, &Old);
  switch (Kind) {
  case 0:
    Queue->Count = 0;
    break;
  case 1:
    KeReleaseSpinLock(&Queue->Lock, Old);
    return STATUS_INVALID_PARAMETER;
  default:
    Status = STATUS_NOT_SUPPORTED;
  }
  KeReleaseSpinLock(&Queue->Lock, Old);
  return Status;
}
