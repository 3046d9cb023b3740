// SAL says who must release. The annotations expand to nothing under Clang;
// their text is read.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

_Acquires_lock_(_Global_critical_region_)
VOID protect(_Inout_ _Requires_lock_not_held_(*_Curr_)
                 _Acquires_exclusive_lock_(*_Curr_) PERESOURCE Resource) {
  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  ExAcquireResourceExclusiveLite(Resource, TRUE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
}

_Releases_lock_(_Global_critical_region_)
_Requires_lock_held_(_Global_critical_region_)
VOID unprotect(_Inout_ _Requires_lock_held_(*_Curr_) _Releases_lock_(*_Curr_)
                   PERESOURCE Resource) {
  ExReleaseResourceLite(Resource);
  KeLeaveCriticalRegion();
}

// On the declaration only; the object, not the pointer.
_Acquires_lock_(Ctx->Lock) VOID start(PSTREAM_CONTEXT Ctx);

VOID start(PSTREAM_CONTEXT Ctx) {
  if (Ctx->Flags)
    DbgPrint("again\n");
  FltAcquireResourceExclusive(&Ctx->Lock);
}

_When_(return != FALSE, _Acquires_exclusive_lock_(*Resource))
BOOLEAN tryProtect(PERESOURCE Resource, BOOLEAN Wait) {
  return ExAcquireResourceExclusiveLite(Resource, Wait);
}

_Releases_lock_(Ctx->Lock) VOID stop(PSTREAM_CONTEXT Ctx) {
  if (Ctx->Flags)
    DbgPrint("still busy\n");
  FltReleaseResource(&Ctx->Lock);
}

VOID annotatedPair_ok(PSTREAM_CONTEXT Ctx) {
  protect(&Ctx->Lock);
  Ctx->Flags = 0;
  unprotect(&Ctx->Lock);
  start(Ctx);
  stop(Ctx);
}

NTSTATUS annotatedPairForgotten(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  protect(&Ctx->Lock);
  // expected-note@-1 2 {{Calling 'protect'}}
  // expected-note@-2 2 {{Returning from 'protect'}}
  Status = Work();
  if (!NT_SUCCESS(Status))
  // expected-note@-1 2 {{Assuming 'Status' is < 0}}
  // expected-note@-2 2 {{'Status' is < 0}}
  // expected-note@-3 2 {{Taking true branch}}
    return Status;
    // expected-warning@-1{{critical region is still entered when the function returns}}
    // expected-warning@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-3{{critical region is still entered when the function returns}}
    // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  unprotect(&Ctx->Lock);
  return Status;
}

VOID annotatedTry_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (tryProtect(&Ctx->Lock, FALSE)) {
    Ctx->Flags = 0;
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
}

// Annotations of the function before are not this one's.
_Acquires_lock_(_Global_critical_region_) VOID Elsewhere(VOID);

NTSTATUS notAnnotated(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Status = Work();
  if (NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseResource(&Ctx->Lock);
  return Status;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

// _Requires_lock_held_ alone says nothing about what is left behind.
_Requires_lock_held_(Ctx->Lock) VOID assumed_ok(PSTREAM_CONTEXT Ctx) {
  Ctx->Flags = 0;
}

_Requires_lock_held_(Globals.Lock)
NTSTATUS requiresOneLeaksOther(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (!NT_SUCCESS(Work()))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_UNSUCCESSFUL;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// The lock is passed on held: _Requires_lock_held_ and _Releases_lock_.
_Requires_lock_held_(Ctx->Lock) _Releases_lock_(Ctx->Lock)
NTSTATUS dropsItsCallers_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = WorkOn(Ctx->Buffer);

  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// Dropped for a while: the caller's hold is back at the end.
_Requires_lock_held_(Ctx->Lock)
NTSTATUS droppedForAWhile_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltReleaseResource(&Ctx->Lock);
  Status = Work();
  FltAcquireResourceExclusive(&Ctx->Lock);
  return Status;
}

// The system has no use for a lock, whatever the routine is called.
_Function_class_(FAST_IO_LOCK)
BOOLEAN fastLock(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  Ctx->Flags = 0;
  return TRUE;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}

_Function_class_(FAST_IO_ACQUIRE_FILE)
VOID forSection_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
}
