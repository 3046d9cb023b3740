// Locks that the driver makes recursive: it notes the thread that holds them, and
// counts.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _NODE {
  FAST_MUTEX Mutex;
  PVOID Owner;
  LONG Depth;
  ULONG Flags;
} NODE, *PNODE;

#define NODE_LOCK(N)                                                           \
  {                                                                            \
    PVOID Current_ = PsGetCurrentThread();                                     \
    if ((N)->Owner != Current_) {                                              \
      ExAcquireFastMutex(&(N)->Mutex);                                         \
      (N)->Owner = Current_;                                                   \
    }                                                                          \
    (N)->Depth += 1;                                                           \
  }
#define NODE_UNLOCK(N)                                                         \
  {                                                                            \
    (N)->Depth -= 1;                                                           \
    if ((N)->Depth == 0) {                                                     \
      (N)->Owner = NULL;                                                       \
      ExReleaseFastMutex(&(N)->Mutex);                                         \
    }                                                                          \
  }

ULONG look_ok(PNODE Node) {
  ULONG Flags;
  NODE_LOCK(Node);
  Work();
  Flags = Node->Flags;
  NODE_UNLOCK(Node);
  return Flags;
}

VOID twice_ok(PNODE Node) {
  NODE_LOCK(Node);
  WorkOn(Node);
  NODE_LOCK(Node);
  Node->Flags = 0;
  NODE_UNLOCK(Node);
  Work();
  NODE_UNLOCK(Node);
}

// Another thread's pointer before the lock is taken says nothing of its owner.
NTSTATUS notedBefore(PNODE Node) {
  Node->Owner = PsGetCurrentThread();
  ExAcquireFastMutex(&Node->Mutex);
  if (Node->Flags)
    return STATUS_UNSUCCESSFUL; // expected-warning {{fast mutex 'Node->Mutex', acquired exclusively, is still held}}
  ExReleaseFastMutex(&Node->Mutex);
  return STATUS_SUCCESS;
}
