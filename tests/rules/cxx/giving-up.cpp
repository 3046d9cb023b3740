// Guards that give up early or are dismissed, holders that are moved by default
// or emptied, lambdas and templates.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

struct Shelf {
  ERESOURCE Lock;
  EX_PUSH_LOCK Gate;
  ULONG Books;
};

// Remembers what it locked only at its end. A gap: the finding stands where the
// scope of the caller ends, in the destructor.
class LateScope {
public:
  explicit LateScope(Shelf *S) : Locked(nullptr) {
    FltAcquireResourceExclusive(&S->Lock);
    if (S->Books == 0)
      return;
    Locked = S;
  }
  ~LateScope() {
    if (Locked) // CHECK: :[[@LINE]]:{{.*}} warning: resource 'S->Lock', acquired exclusively, is still held
      FltReleaseResource(&Locked->Lock);
  }

private:
  Shelf *Locked;
};
VOID usesLateScope(Shelf *S) {
  LateScope Scope(S);
  S->Books++;
}

class EarlyScope {
public:
  explicit EarlyScope(Shelf *S) : Locked(nullptr) {
    if (S->Books == 0)
      return;
    FltAcquireResourceExclusive(&S->Lock);
    Locked = S;
  }
  ~EarlyScope() {
    if (Locked)
      FltReleaseResource(&Locked->Lock);
  }

private:
  Shelf *Locked;
};
VOID usesEarlyScope_ok(Shelf *S) {
  EarlyScope Scope(S);
  S->Books++;
}

template <class Action> class AtExit {
public:
  explicit AtExit(Action Do) : Do(Do), Armed(true) {}
  ~AtExit() {
    if (Armed)
      Do();
  }
  void dismiss() { Armed = false; }

private:
  Action Do;
  bool Armed;
};
template <class Action> AtExit<Action> atExit(Action Do) {
  return AtExit<Action>(Do);
}

NTSTATUS dismissed(Shelf *S) {
  FltAcquireResourceShared(&S->Lock);
  auto Guard = atExit([&] { FltReleaseResource(&S->Lock); });
  if (S->Books == 0) {
    Guard.dismiss();
    return STATUS_NOT_FOUND; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'S->Lock', acquired shared, is still held
  }
  return STATUS_SUCCESS;
}

NTSTATUS armed_ok(Shelf *S) {
  FltAcquireResourceShared(&S->Lock);
  auto Guard = atExit([&] { FltReleaseResource(&S->Lock); });
  return S->Books ? STATUS_SUCCESS : STATUS_NOT_FOUND;
}

NTSTATUS dismissedAndReleased_ok(Shelf *S) {
  FltAcquireResourceShared(&S->Lock);
  auto Guard = atExit([=] { FltReleaseResource(&S->Lock); });
  if (S->Books == 0) {
    Guard.dismiss();
    FltReleaseResource(&S->Lock);
    return STATUS_NOT_FOUND;
  }
  return STATUS_SUCCESS;
}

// Copies the pointer, and both destructors release it.
class Holder {
public:
  explicit Holder(PSTREAM_CONTEXT Stream) : Stream(Stream) {}
  Holder(Holder &&) = default;
  ~Holder() {
    if (Stream)
      FltReleaseContext(Stream); // CHECK: :[[@LINE]]:{{.*}} warning: context {{.*}} is released twice
  }
  PSTREAM_CONTEXT Stream;
};
class MovedHolder {
public:
  explicit MovedHolder(PSTREAM_CONTEXT Stream) : Stream(Stream) {}
  MovedHolder(MovedHolder &&Other) : Stream(Other.Stream) { Other.Stream = nullptr; }
  ~MovedHolder() {
    if (Stream)
      FltReleaseContext(Stream);
  }
  PSTREAM_CONTEXT Stream;
};
static PSTREAM_CONTEXT get(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Stream = nullptr;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream)))
    return nullptr;
  return Stream;
}
VOID movedByDefault(PCFLT_RELATED_OBJECTS Objects) {
  Holder First(get(Objects));
  Holder Second(static_cast<Holder &&>(First));
}
VOID moved_ok(PCFLT_RELATED_OBJECTS Objects) {
  MovedHolder First(get(Objects));
  MovedHolder Second(static_cast<MovedHolder &&>(First));
}

namespace gates {
template <class T> VOID acquire(T &Object) {
  FltAcquirePushLockExclusive(&Object.Gate);
}
template <class T> VOID release(T &Object) {
  FltReleasePushLock(&Object.Gate);
}
template <class T, class Action> auto with(T &Object, Action Do) {
  acquire(Object);
  auto Result = Do();
  release(Object);
  return Result;
}
} // namespace gates

ULONG templates(Shelf &S) {
  gates::acquire(S);
  if (S.Books == 0)
    return 0; // CHECK: :[[@LINE]]:{{.*}} warning: push lock {{.*}}Gate', acquired exclusively, is still held
  gates::release(S);
  return S.Books;
}
ULONG templates_ok(Shelf &S) {
  gates::acquire(S);
  ULONG Books = S.Books;
  gates::release(S);
  return Books;
}

ULONG lambdas(Shelf &S) {
  FltAcquirePushLockShared(&S.Gate);
  auto Done = [&S] { FltReleasePushLock(&S.Gate); };
  if (S.Books == 0)
    return 0; // CHECK: :[[@LINE]]:{{.*}} warning: push lock {{.*}}Gate', acquired shared, is still held
  Done();
  return 1;
}
ULONG lambdas_ok(Shelf &S) {
  FltAcquirePushLockShared(&S.Gate);
  auto Done = [&S] { FltReleasePushLock(&S.Gate); };
  ULONG Books = S.Books;
  Done();
  return Books;
}
ULONG callback_ok(Shelf &S) {
  return gates::with(S, [&] { return S.Books; });
}
