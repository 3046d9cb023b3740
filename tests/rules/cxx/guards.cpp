// RAII guards: the destructor releases on every way out.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

class ExclusiveGuard {
public:
  explicit ExclusiveGuard(PERESOURCE Lock) : Lock(Lock) {
    FltAcquireResourceExclusive(Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  }
  ~ExclusiveGuard() { FltReleaseResource(Lock); }
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  ExclusiveGuard(const ExclusiveGuard &) = delete;
  ExclusiveGuard &operator=(const ExclusiveGuard &) = delete;

private:
  PERESOURCE Lock;
};

NTSTATUS guarded_ok(PSTREAM_CONTEXT Ctx) {
  ExclusiveGuard Guard(&Ctx->Lock);
  if (!NT_SUCCESS(Work()))
    return STATUS_UNSUCCESSFUL;
  Ctx->Flags = 0;
  return STATUS_SUCCESS;
}

VOID innerScope_ok(PSTREAM_CONTEXT Ctx) {
  {
    ExclusiveGuard Guard(&Ctx->Lock);
    Ctx->Flags = 0;
  }
  Work();
  ExclusiveGuard Guard(&Ctx->Lock);
  Ctx->Flags = 1;
}

VOID inALoop_ok(PSTREAM_CONTEXT Ctx) {
  for (ULONG I = 0; I < Count(); ++I) {
    ExclusiveGuard Guard(&Ctx->Lock);
    if (Ctx->Flags == I)
      break;
    if (Ctx->Flags > I)
      continue;
    Ctx->Flags = I;
  }
}

// The destructor of ExclusiveGuard is where the second release is seen.
VOID releasedBesideTheGuard(PSTREAM_CONTEXT Ctx) {
  ExclusiveGuard Guard(&Ctx->Lock);
  // expected-note@-1{{Calling constructor for 'ExclusiveGuard'}}
  // expected-note@-2{{Returning from constructor for 'ExclusiveGuard'}}
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is released here}}
}
// expected-note@-1{{Calling '~ExclusiveGuard'}}

class MovableGuard {
public:
  explicit MovableGuard(ERESOURCE &Lock) : Lock(&Lock) {
    FltAcquireResourceShared(&Lock);
  }
  MovableGuard(MovableGuard &&Other) : Lock(Other.Lock) {
    Other.Lock = nullptr;
  }
  ~MovableGuard() { release(); }
  void release() {
    if (Lock != nullptr)
      FltReleaseResource(Lock);
    Lock = nullptr;
  }

private:
  PERESOURCE Lock;
};

VOID moved_ok(PSTREAM_CONTEXT Ctx) {
  MovableGuard Guard(Ctx->Lock);
  MovableGuard Other(static_cast<MovableGuard &&>(Guard));
  WorkOn(Ctx->Buffer);
}

VOID releasedEarly_ok(PSTREAM_CONTEXT Ctx) {
  MovableGuard Guard(Ctx->Lock);
  if (Check())
    Guard.release();
  Work();
}

// A move that is not one: both objects release.
class BrokenGuard {
public:
  explicit BrokenGuard(ERESOURCE &Lock) : Lock(Lock) {
    FltAcquireResourceExclusive(&Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  }
  BrokenGuard(BrokenGuard &&) = default;
  ~BrokenGuard() { FltReleaseResource(&Lock); }
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released here}}
  // expected-note@-3{{resource 'Ctx->Lock' is released twice}}

private:
  ERESOURCE &Lock;
};

VOID movedTwice(PSTREAM_CONTEXT Ctx) {
  BrokenGuard Guard(Ctx->Lock);
  // expected-note@-1{{Calling constructor for 'BrokenGuard'}}
  // expected-note@-2{{Returning from constructor for 'BrokenGuard'}}
  BrokenGuard Other(static_cast<BrokenGuard &&>(Guard));
  Ctx->Flags = 0;
}
// expected-note@-1 2 {{Calling '~BrokenGuard'}}
// expected-note@-2{{Returning from '~BrokenGuard'}}

template <class Lock> class Locker {
public:
  explicit Locker(Lock &L) : L(L) { L.Lock(); }
  ~Locker() { L.Unlock(); }

private:
  Lock &L;
};

class PushLock {
public:
  void Lock() { FltAcquirePushLockExclusive(&Data); }
  // expected-note@-1{{push lock 'this->Mutex.Data' is acquired exclusively here}}
  void Unlock() { FltReleasePushLock(&Data); }

private:
  EX_PUSH_LOCK Data;
};

class Resource {
public:
  void Lock() { FltAcquireResourceExclusive(&Data); }
  void Unlock() { FltReleaseResource(&Data); }

private:
  ERESOURCE Data;
};

class Cache {
public:
  NTSTATUS update(ULONG Value);
  NTSTATUS updateByHand(ULONG Value);
  NTSTATUS updateByHandWell(ULONG Value);
  void swap(Cache &Other);

private:
  PushLock Mutex;
  Resource Table;
  ULONG Value;
};

NTSTATUS Cache::update(ULONG NewValue) {
  Locker<PushLock> Guard(Mutex);
  Locker<Resource> TableGuard(Table);
  if (NewValue == Value)
    return STATUS_SUCCESS;
  Value = NewValue;
  return Work();
}

NTSTATUS Cache::updateByHand(ULONG NewValue) {
  Mutex.Lock();
  // expected-note@-1{{Calling 'PushLock::Lock'}}
  // expected-note@-2{{Returning from 'PushLock::Lock'}}
  if (NewValue == Value)
  // expected-note@-1{{Assuming 'NewValue' is equal to field 'Value'}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{push lock 'this->Mutex.Data', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{push lock 'this->Mutex.Data', acquired exclusively, is still held when the function returns}}
  Value = NewValue;
  Mutex.Unlock();
  return STATUS_SUCCESS;
}

NTSTATUS Cache::updateByHandWell(ULONG NewValue) {
  NTSTATUS Status;

  Table.Lock();
  Value = NewValue;
  Status = Work();
  Table.Unlock();
  return Status;
}

// Two objects of one type have two locks.
void Cache::swap(Cache &Other) {
  Locker<PushLock> Guard(Mutex);
  Locker<PushLock> OtherGuard(Other.Mutex);
  ULONG Old = Value;
  Value = Other.Value;
  Other.Value = Old;
}

template <class F> static NTSTATUS withLock(PERESOURCE Lock, F Body) {
  FltAcquireResourceExclusive(Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  NTSTATUS Status = Body();
  // expected-note@-1{{Calling 'operator()'}}
  // expected-note@-2{{Returning from 'operator()'}}
  FltReleaseResource(Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  return Status;
}

NTSTATUS lambda_ok(PSTREAM_CONTEXT Ctx) {
  return withLock(&Ctx->Lock, [&]() -> NTSTATUS {
    if (Ctx->Flags)
      return STATUS_UNSUCCESSFUL;
    Ctx->Flags = 1;
    return STATUS_SUCCESS;
  });
}

NTSTATUS lambdaReleases(PSTREAM_CONTEXT Ctx) {
  return withLock(&Ctx->Lock, [Ctx] {
  // expected-note@-1{{Calling 'withLock<(lambda at}}
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    return Work();
  });
}

static VOID byReference(ERESOURCE &Lock) { FltReleaseResource(&Lock); }

VOID references_ok(STREAM_CONTEXT &Ctx) {
  ERESOURCE &Lock = Ctx.Lock;
  FltAcquireResourceExclusive(&Lock);
  Ctx.Flags = 0;
  byReference(Ctx.Lock);
}

NTSTATUS referencesForgotten(STREAM_CONTEXT &Ctx) {
  FltAcquireResourceExclusive(&Ctx.Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Ctx.Flags)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_UNSUCCESSFUL;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  byReference(Ctx.Lock);
  return STATUS_SUCCESS;
}

class Region {
public:
  Region() { KeEnterCriticalRegion(); }
  ~Region() { KeLeaveCriticalRegion(); }
};

NTSTATUS regionGuard_ok(PSTREAM_CONTEXT Ctx) {
  Region Inside;
  if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE))
    return STATUS_CANT_WAIT;
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS regionGuardAlone(PSTREAM_CONTEXT Ctx) {
  Region Inside;
  if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE))
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
    return STATUS_CANT_WAIT;
  Ctx->Flags = 0;
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}
