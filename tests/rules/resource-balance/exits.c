// Every way out of a function must release what the function acquired.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

NTSTATUS leakOnEarlyReturn(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Status = Work();
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    return Status;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS releasedOnEveryPath_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  Status = Work();
  if (!NT_SUCCESS(Status)) {
    FltReleaseResource(&Ctx->Lock);
    return Status;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS leakBesideCleanupLabel(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  Status = Work();
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{'Status' is >= 0}}
  // expected-note@-3{{Taking false branch}}
    goto Cleanup;
  if (Status == STATUS_PENDING)
  // expected-note@-1{{Assuming 'Status' is equal to STATUS_PENDING}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  Status = WorkOn(Ctx);

Cleanup:
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS cleanupLabel_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceShared(&Ctx->Lock);
  Status = Work();
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Status = WorkOn(Ctx);

Cleanup:
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS flagTellsWhatIsHeld_ok(PSTREAM_CONTEXT Ctx, ULONG Flags) {
  BOOLEAN Acquired = FALSE;
  NTSTATUS Status = STATUS_SUCCESS;

  if (Flags & 1) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    Acquired = TRUE;
  }
  Status = Work();
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Status = Work();

Cleanup:
  if (Acquired)
    FltReleaseResource(&Ctx->Lock);
  return Status;
}

#define HELD_LOCK 0x1
#define HELD_OTHER 0x2

NTSTATUS bitTellsWhatIsHeld_ok(PSTREAM_CONTEXT Ctx) {
  ULONG Held = 0;
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  SetFlag(Held, HELD_LOCK);
  Status = Work();
  if (NT_SUCCESS(Status)) {
    FltAcquireResourceExclusive(&Globals.Lock);
    SetFlag(Held, HELD_OTHER);
  }
  if (FlagOn(Held, HELD_OTHER))
    FltReleaseResource(&Globals.Lock);
  if (FlagOn(Held, HELD_LOCK))
    FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS pointerTellsWhatIsHeld_ok(PSTREAM_CONTEXT Ctx) {
  PERESOURCE Held = NULL;
  NTSTATUS Status = STATUS_SUCCESS;

  if (Check()) {
    Held = &Ctx->Lock;
    FltAcquireResourceExclusive(Held);
    Status = Work();
    if (NT_SUCCESS(Status)) {
      FltReleaseResource(Held);
      Held = NULL;
      Status = Work();
    }
  }
  if (Held != NULL)
    FltReleaseResource(Held);
  return Status;
}

NTSTATUS flagSetTooLate(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Acquired = FALSE;
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Status = Work();
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    goto Cleanup;
    // expected-note@-1{{Control jumps to line}}
  Acquired = TRUE;
  Status = Work();

Cleanup:
  if (Acquired)
  // expected-note@-1{{'Acquired' is 0}}
  // expected-note@-2{{Taking false branch}}
    FltReleaseResource(&Ctx->Lock);
  return Status;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

NTSTATUS leakInSwitch(PSTREAM_CONTEXT Ctx, ULONG Kind) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  switch (Kind) {
  // expected-note@-1{{Control jumps to 'case 1:'}}
  case 0:
    Status = Work();
    break;
  case 1:
    return STATUS_NOT_SUPPORTED;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  default:
    break;
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

NTSTATUS releasedInEachCase_ok(PSTREAM_CONTEXT Ctx, ULONG Kind) {
  FltAcquireResourceShared(&Ctx->Lock);
  switch (Kind) {
  case 0:
    FltReleaseResource(&Ctx->Lock);
    return Work();
  case 1:
    FltReleaseResource(&Ctx->Lock);
    return STATUS_NOT_SUPPORTED;
  default:
    break;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

#define RETURN_IF_FAILED(S)                                                    \
  do {                                                                         \
    NTSTATUS Status_ = (S);                                                    \
    if (!NT_SUCCESS(Status_))                                                  \
      return Status_;                                                          \
  } while (0)

NTSTATUS leakInReturningMacro(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  RETURN_IF_FAILED(Work());
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Assuming 'Status_' is < 0}}
  // expected-note@-3{{'Status_' is < 0}}
  // expected-note@-4{{Taking true branch}}
  // expected-note@-5{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS returningMacroOutsideTheLock_ok(PSTREAM_CONTEXT Ctx) {
  RETURN_IF_FAILED(Work());
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
  RETURN_IF_FAILED(Work());
  return STATUS_SUCCESS;
}

VOID leakAtTheEnd(PSTREAM_CONTEXT Ctx, BOOLEAN Again) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  if (Again)
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Assuming 'Again' is 0}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    FltReleaseResource(&Ctx->Lock);
}

VOID sameConditionTwice_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Locked) {
  if (!Locked)
    FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  if (!Locked)
    FltReleaseResource(&Ctx->Lock);
}

// A path that ends with a bug check does not return.
VOID bugCheckNeverReturns_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Ctx->Flags == 1)
    KeBugCheckEx(0xE3, 0, 0, 0, 0);
  if (Ctx->Flags == 2)
    __fastfail(5);
  FltReleaseResource(&Ctx->Lock);
}
