// Mutexes that are acquired by waiting for them: only what is declared as one.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _TABLE {
  KMUTEX Mutex;
  PKMUTEX Shared;
  KMUTANT Mutant;
  KEVENT Event;
  KSEMAPHORE Semaphore;
  PVOID Object;
  ULONG Count;
  BOOLEAN Stop;
} TABLE, *PTABLE;

TABLE Table;

#define WAIT(Object, Timeout)                                                  \
  KeWaitForSingleObject(Object, Executive, KernelMode, FALSE, Timeout)

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS keptWhenFull(PTABLE T) {
  KeWaitForSingleObject(&T->Mutex, Executive, KernelMode, FALSE, NULL);
  if (T->Count > 100)
    return STATUS_QUOTA_EXCEEDED; // expected-warning {{mutex 'T->Mutex' is still held when the function returns}}
  T->Count += 1;
  KeReleaseMutex(&T->Mutex, FALSE);
  return STATUS_SUCCESS;
}

NTSTATUS keptThroughGoto(void) {
  NTSTATUS Status = KeWaitForMutexObject(&Table.Mutex, Executive, KernelMode, FALSE, NULL);
  if (Table.Count == 0) {
    Status = STATUS_NOT_FOUND;
    goto End;
  }
  Table.Count -= 1;
  KeReleaseMutex(&Table.Mutex, FALSE);
End:
  return Status; // expected-warning {{mutex 'Table.Mutex' is still held}}
}

VOID releasedTwice(PTABLE T) {
  WAIT(&T->Mutex, NULL);
  if (T->Count == 0)
    KeReleaseMutex(&T->Mutex, FALSE);
  KeReleaseMutex(&T->Mutex, FALSE); // expected-warning {{mutex 'T->Mutex' is released twice}}
}

VOID timeoutNotLookedAt(PTABLE T, PLARGE_INTEGER Timeout) {
  if (Timeout == NULL)
    return;
  WAIT(&T->Mutex, Timeout); // expected-warning {{the result of 'KeWaitForSingleObject', which may time out, is not checked}}
  T->Count += 1;
  KeReleaseMutex(&T->Mutex, FALSE);
}

// STATUS_TIMEOUT is a success.
NTSTATUS timeoutIsSuccess(PTABLE T) {
  LARGE_INTEGER Timeout;
  NTSTATUS Status;
  Timeout.QuadPart = -10000;
  Status = WAIT(T->Shared, &Timeout); // expected-warning {{the result of 'KeWaitForSingleObject', which may time out, is not checked: mutex 'T->Shared' may not be held}}
  if (!NT_SUCCESS(Status))
    return Status;
  T->Count += 1;
  KeReleaseMutex(T->Shared, FALSE);
  return STATUS_SUCCESS;
}

NTSTATUS keptInLoop(PTABLE T, ULONG Wanted) {
  ULONG I;
  WAIT(&T->Mutant, NULL);
  for (I = 0; I < T->Count; ++I)
    if (I == Wanted)
      return STATUS_SUCCESS; // expected-warning {{mutex 'T->Mutant' is still held}}
  KeReleaseMutex(&T->Mutant, FALSE);
  return STATUS_NOT_FOUND;
}

VOID asAnotherKind(PTABLE T) {
  WAIT(&T->Mutex, NULL);
  T->Count = 0;
  ExReleaseFastMutex((PFAST_MUTEX)&T->Mutex); // expected-warning {{mutex 'T->Mutex', acquired by 'KeWaitForSingleObject', is released by 'ExReleaseFastMutex', which is for another kind of lock}}
}

//===-- Good --------------------------------------------------------------===//

VOID balanced(PTABLE T) {
  WAIT(&T->Mutex, NULL);
  T->Count += 1;
  KeReleaseMutex(&T->Mutex, FALSE);
}

NTSTATUS timedOut(PTABLE T) {
  LARGE_INTEGER Timeout;
  Timeout.QuadPart = -10000;
  if (WAIT(&T->Mutex, &Timeout) != STATUS_SUCCESS)
    return STATUS_TIMEOUT;
  T->Count += 1;
  KeReleaseMutex(&T->Mutex, FALSE);
  return STATUS_SUCCESS;
}

NTSTATUS timedOutBySwitch(PTABLE T, PLARGE_INTEGER Timeout) {
  NTSTATUS Status = WAIT(&T->Mutex, Timeout);
  switch (Status) {
  case STATUS_SUCCESS:
    T->Count += 1;
    KeReleaseMutex(&T->Mutex, FALSE);
    return STATUS_SUCCESS;
  default:
    return STATUS_TIMEOUT;
  }
}

NTSTATUS interrupted(PTABLE T) {
  NTSTATUS Status = KeWaitForSingleObject(&T->Mutex, UserRequest, UserMode, TRUE, NULL);
  if (Status != STATUS_SUCCESS)
    return STATUS_CANCELLED;
  KeReleaseMutex(&T->Mutex, FALSE);
  return STATUS_SUCCESS;
}

// The thread may wait for it again.
VOID recursive(PTABLE T) {
  WAIT(&T->Mutex, NULL);
  WAIT(&T->Mutex, NULL);
  T->Count += 1;
  KeReleaseMutex(&T->Mutex, FALSE);
  KeReleaseMutex(&T->Mutex, FALSE);
}

// Nobody gives these back.
NTSTATUS eventsAreNoMutexes(PTABLE T) {
  WAIT(&T->Event, NULL);
  if (T->Count > 100)
    return STATUS_QUOTA_EXCEEDED;
  WAIT(&T->Semaphore, NULL);
  if (T->Count == 0)
    return STATUS_NOT_FOUND;
  KeReleaseSemaphore(&T->Semaphore, 0, 1, FALSE);
  return STATUS_SUCCESS;
}

NTSTATUS threadsAreNoMutexes(PTABLE T) {
  return WAIT(T->Object, NULL);
}

// What is behind an untyped pointer may be anything.
VOID untyped(PVOID Object, PULONG Count) {
  WAIT(Object, NULL);
  if (*Count)
    return;
  KeReleaseMutex(Object, FALSE);
}

VOID TableLock(PTABLE T) { WAIT(&T->Mutex, NULL); }
VOID TableUnlock(PTABLE T) { KeReleaseMutex(&T->Mutex, FALSE); }

VOID throughWrappers(PTABLE T) {
  TableLock(T);
  T->Count += 1;
  TableUnlock(T);
}

BOOLEAN TableTryLock(PTABLE T) {
  LARGE_INTEGER Now = {0};
  return WAIT(&T->Mutex, &Now) == STATUS_SUCCESS;
}

VOID byTryLock(PTABLE T) {
  if (!TableTryLock(T))
    return;
  T->Count += 1;
  TableUnlock(T);
}

VOID retried(PTABLE T) {
  LARGE_INTEGER Timeout;
  Timeout.QuadPart = -10000;
  while (WAIT(&T->Mutex, &Timeout) == STATUS_TIMEOUT)
    if (Check())
      return;
  T->Count += 1;
  KeReleaseMutex(&T->Mutex, FALSE);
}

// The stop flag is another thread's to set: the loop ends.
VOID threadLoop(PTABLE T) {
  while (!T->Stop) {
    WAIT(&T->Event, NULL);
    WAIT(&T->Mutex, NULL);
    T->Count += 1;
    KeReleaseMutex(&T->Mutex, FALSE);
  }
}

VOID finallyReleased(PTABLE T, PULONG UserCount) {
  WAIT(&T->Mutex, NULL);
  __try {
    ProbeForWrite(UserCount, sizeof(*UserCount), 1);
    *UserCount = T->Count;
  } __finally {
    KeReleaseMutex(&T->Mutex, FALSE);
  }
}
