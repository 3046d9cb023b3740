// Locks of classes that ask the same before they acquire, release and delete.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

class Resource {
public:
  Resource() {
    m_initialized = NT_SUCCESS(ExInitializeResourceLite(&m_resource));
  }
  ~Resource() {
    if (!m_initialized)
    // expected-note@-1{{Assuming field 'm_initialized' is not equal to 0}}
    // expected-note@-2{{Taking false branch}}
      return;
    ExDeleteResourceLite(&m_resource);
    // expected-warning@-1{{resource 'Lock.m_resource' is deleted while it is held}}
    // expected-note@-2{{resource 'Lock.m_resource' is deleted while it is held}}
  }
  void lock() {
    if (!m_initialized)
    // expected-note@-1{{Field 'm_initialized' is 1}}
    // expected-note@-2{{Taking false branch}}
      return;
    ExAcquireResourceExclusiveLite(&m_resource, TRUE);
    // expected-note@-1{{resource 'Lock.m_resource' is acquired exclusively here}}
  }
  void unlock() {
    if (!m_initialized)
      return;
    ExReleaseResourceLite(&m_resource);
  }
  NTSTATUS work(); // Can't be seen through: may change the member.

private:
  ERESOURCE m_resource;
  BOOLEAN m_initialized;
};

NTSTATUS unlocked_ok() {
  Resource Lock;
  KeEnterCriticalRegion();
  Lock.lock();
  NTSTATUS Status = Lock.work();
  Lock.unlock();
  KeLeaveCriticalRegion();
  return Status;
}

NTSTATUS lockedAgain_ok() {
  Resource Lock;
  KeEnterCriticalRegion();
  Lock.lock();
  Lock.work();
  Lock.unlock();
  Lock.work();
  Lock.lock();
  NTSTATUS Status = Lock.work();
  Lock.unlock();
  KeLeaveCriticalRegion();
  return Status;
}

NTSTATUS notUnlocked() {
  Resource Lock;
  KeEnterCriticalRegion();
  Lock.lock();
  // expected-note@-1{{Calling 'Resource::lock'}}
  // expected-note@-2{{Returning from 'Resource::lock'}}
  NTSTATUS Status = Lock.work();
  KeLeaveCriticalRegion();
  return Status;
  // expected-note@-1{{Calling '~Resource'}}
}

// Members that can't be seen through, asked about the same object.
class Gate {
public:
  bool IsOpen();
  bool IsOpenFor(ULONG Level);
};

VOID sameObject_ok(PSTREAM_CONTEXT Ctx, Gate *G) {
  if (G->IsOpen())
    FltAcquireResourceExclusive(&Ctx->Lock);
  Work();
  if (G->IsOpen())
    FltReleaseResource(&Ctx->Lock);
}

VOID otherLevel(PSTREAM_CONTEXT Ctx, Gate *G) {
  if (!G->IsOpenFor(1))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking false branch}}
    return;
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (!G->IsOpenFor(2))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}
