// Smart context holders.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

template <class T> class ContextPtr {
public:
  ContextPtr() = default;
  explicit ContextPtr(T *Ctx) : Ctx(Ctx) {}
  ContextPtr(ContextPtr &&Other) : Ctx(Other.detach()) {}
  ContextPtr(const ContextPtr &) = delete;
  ~ContextPtr() { reset(); }
  // expected-note@-1{{Calling 'ContextPtr::reset'}}

  PFLT_CONTEXT *operator&() { return reinterpret_cast<PFLT_CONTEXT *>(&Ctx); }
  T *operator->() const { return Ctx; }
  explicit operator bool() const { return Ctx != nullptr; }
  T *get() const { return Ctx; }
  T *detach() {
    T *Result = Ctx;
    Ctx = nullptr;
    return Result;
  }
  void attach(T *New) {
    reset();
    Ctx = New;
  }
  void reset() {
    if (Ctx != nullptr) {
    // expected-note@-1 2 {{Taking true branch}}
      FltReleaseContext(Ctx);
      // expected-warning@-1{{context 'Ctx.Ctx' is released twice}}
      // expected-note@-2{{context 'Ctx.Ctx' is released twice}}
      // expected-note@-3{{context 'Ctx.Ctx' is released here}}
      Ctx = nullptr;
    }
  }

private:
  T *Ctx = nullptr;
};

using StreamPtr = ContextPtr<STREAM_CONTEXT>;

NTSTATUS held_ok(PCFLT_RELATED_OBJECTS Objects) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Ctx->Flags)
    return STATUS_SUCCESS;
  Ctx->Flags = 1;
  return Work();
}

NTSTATUS heldAndReset_ok(PCFLT_RELATED_OBJECTS Objects) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (NT_SUCCESS(Status))
    Ctx.reset();
  return Status;
}

NTSTATUS detached(PCFLT_RELATED_OBJECTS Objects) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
      // expected-note@-1{{context 'Ctx.Ctx' is returned here by 'FltGetStreamContext'}}
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  PSTREAM_CONTEXT Raw = Ctx.detach();
  if (Raw->Flags)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_UNSUCCESSFUL;
    // expected-warning@-1{{context 'Ctx.Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx.Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  FltReleaseContext(Raw);
  return STATUS_SUCCESS;
}

NTSTATUS detachedToCaller_ok(PCFLT_RELATED_OBJECTS Objects,
                             PSTREAM_CONTEXT *Result) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (NT_SUCCESS(Status))
    *Result = Ctx.detach();
  return Status;
}

NTSTATUS attached_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Raw = nullptr;
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject,
                          reinterpret_cast<PFLT_CONTEXT *>(&Raw));
  if (!NT_SUCCESS(Status))
    return Status;
  Ctx.attach(Raw);
  return Work();
}

NTSTATUS moved_ok(PCFLT_RELATED_OBJECTS Objects) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  StreamPtr Other(static_cast<StreamPtr &&>(Ctx));
  if (Other)
    Other->Flags = 0;
  return Status;
}

// The holder's own release is the second one.
NTSTATUS releasedBesideTheHolder(PCFLT_RELATED_OBJECTS Objects) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
      // expected-note@-1{{context 'Ctx.Ctx' is returned here by 'FltGetStreamContext'}}
  if (NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{Taking true branch}}
    FltReleaseContext(Ctx.get());
    // expected-note@-1{{context 'Ctx.Ctx' is released here}}
  return Status;
  // expected-note@-1{{Calling '~ContextPtr'}}
}

NTSTATUS usedAfterReset(PCFLT_RELATED_OBJECTS Objects) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
      // expected-note@-1{{context 'Ctx.Ctx' is returned here by 'FltGetStreamContext'}}
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  PSTREAM_CONTEXT Raw = Ctx.get();
  Ctx.reset();
  // expected-note@-1{{Calling 'ContextPtr::reset'}}
  // expected-note@-2{{Returning from 'ContextPtr::reset'}}
  Raw->Flags = 0;
  // expected-warning@-1{{context 'Ctx.Ctx' is used after its last reference was released}}
  // expected-note@-2{{context 'Ctx.Ctx' is used after its last reference was released}}
  return STATUS_SUCCESS;
}

NTSTATUS copiedFirst_ok(PCFLT_RELATED_OBJECTS Objects, PULONG Flags) {
  StreamPtr Ctx;
  NTSTATUS Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  *Flags = Ctx->Flags;
  Ctx.reset();
  return *Flags ? STATUS_SUCCESS : STATUS_NOT_FOUND;
}

// In a member: it lives as long as the object.
class Operation {
public:
  NTSTATUS init(PCFLT_RELATED_OBJECTS Objects) {
    return FltGetStreamContext(Objects->Instance, Objects->FileObject, &Stream);
  }

private:
  StreamPtr Stream;
};

NTSTATUS inAMember_ok(PCFLT_RELATED_OBJECTS Objects) {
  Operation Op;
  return Op.init(Objects);
}

NTSTATUS rawInCxx(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = nullptr;
  auto Status =
      FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
      // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    return Status;
  return Work();
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
}
