// The calling thread is never NULL: whoever notes it as the owner of a lock,
// and NULL when it is free, acquires it again after that.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

typedef struct _NODE {
  FAST_MUTEX Mutex;
  PVOID Owner;
  LONG Depth;
  ULONG Size;
} NODE, *PNODE;

#define LOCK_NODE(N)                                                           \
  {                                                                            \
    PVOID Me = PsGetCurrentThread();                                           \
    if ((N)->Owner != Me) {                                                    \
      ExAcquireFastMutex(&(N)->Mutex);                                         \
      (N)->Owner = Me;                                                         \
    }                                                                          \
    (N)->Depth += 1;                                                           \
  }
#define UNLOCK_NODE(N)                                                         \
  {                                                                            \
    (N)->Depth -= 1;                                                           \
    if ((N)->Depth == 0) {                                                     \
      (N)->Owner = NULL;                                                       \
      ExReleaseFastMutex(&(N)->Mutex);                                         \
    }                                                                          \
  }

//===-- Bad ---------------------------------------------------------------===//

VOID sameTwice(PNODE Node) {
  ExAcquireFastMutex(&Node->Mutex);
  Node->Size = 0;
  ExReleaseFastMutex(&Node->Mutex);
  if (PsGetCurrentThread() != NULL)
    ExReleaseFastMutex(&Node->Mutex); // CHECK: :[[@LINE]]:{{.*}} warning: fast mutex 'Node->Mutex' is released twice
}

// There is no way but the first.
NTSTATUS keptForProcess(PNODE Node) {
  ExAcquireFastMutex(&Node->Mutex);
  if (PsGetCurrentProcess())
    return STATUS_PENDING; // CHECK: :[[@LINE]]:{{.*}} warning: fast mutex 'Node->Mutex', acquired exclusively, is still held
  ExReleaseFastMutex(&Node->Mutex);
  return STATUS_SUCCESS;
}

//===-- Good --------------------------------------------------------------===//

ULONG lockedTwice_ok(PNODE Node) {
  ULONG Size;
  LOCK_NODE(Node);
  Size = Node->Size;
  UNLOCK_NODE(Node);
  Work();
  LOCK_NODE(Node);
  Size += Node->Size;
  UNLOCK_NODE(Node);
  return Size;
}

VOID inLoop_ok(PNODE Node, ULONG Rounds) {
  for (ULONG I = 0; I < Rounds; ++I) {
    LOCK_NODE(Node);
    Node->Size += I;
    UNLOCK_NODE(Node);
  }
}

VOID noThread_ok(PNODE Node) {
  PETHREAD Thread = PsGetCurrentThread();
  ExAcquireFastMutex(&Node->Mutex);
  if (Thread == NULL)
    return; // Never.
  ExReleaseFastMutex(&Node->Mutex);
}

VOID processOwner_ok(PNODE Node) {
  ExAcquireFastMutex(&Node->Mutex);
  Node->Owner = IoGetCurrentProcess();
  Node->Size = 0;
  if (Node->Owner == NULL)
    return;
  Node->Owner = NULL;
  ExReleaseFastMutex(&Node->Mutex);
}
