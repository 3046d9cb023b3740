// A request that pends takes the lock along: who completes it releases.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _REQUEST {
  PERESOURCE Lock;
  BOOLEAN LockHeld;
} REQUEST, *PREQUEST;

NTSTATUS takesTheLock_ok(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  FltAcquireResourceShared(&Ctx->Lock);
  if (Check()) {
    Request->Lock = &Ctx->Lock;
    return STATUS_PENDING;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS takesTheLockByFlag_ok(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  FltAcquireResourceShared(&Ctx->Lock);
  if (Check()) {
    Request->LockHeld = TRUE;
    return STATUS_PENDING;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Also where the request may have been told by another path's code.
NTSTATUS pendsInTwoPlaces_ok(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  FltAcquireResourceShared(&Ctx->Lock);
  if (Check()) {
    Request->Lock = &Ctx->Lock;
    return STATUS_PENDING;
  }
  if (!NT_SUCCESS(WorkOn(Request)))
    return STATUS_PENDING;
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS pendsOrForgets(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  if (Check()) {
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking false branch}}
    Request->Lock = &Ctx->Lock;
    return STATUS_PENDING;
  }
  if (!NT_SUCCESS(WorkOn(Request)))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_UNSUCCESSFUL;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Success is what all paths return in the end: it tells nothing.
NTSTATUS handsOverWithSuccess(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  if (Check()) {
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking false branch}}
    Request->Lock = &Ctx->Lock;
    return STATUS_SUCCESS;
  }
  if (!NT_SUCCESS(WorkOn(Request)))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_SUCCESS;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// Nobody was told.
NTSTATUS pendsAlone(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_PENDING;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

//===----------------------------------------------------------------------===//
// Flags: some say that the lock goes along, some are states of the driver's own
//===----------------------------------------------------------------------===//

#define REQUEST_OWNS_LOCK 1
#define VOLUME_LOCKED 2

NTSTATUS setsTheFlag_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  if (Check()) {
    SetFlag(Ctx->Flags, REQUEST_OWNS_LOCK);
    return STATUS_PENDING;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS setsAState(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  if (Check()) {
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    SetFlag(Ctx->Flags, VOLUME_LOCKED);
    return STATUS_PENDING;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS clearsTheFlag(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  if (Check()) {
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    ClearFlag(Ctx->Flags, REQUEST_OWNS_LOCK);
    return STATUS_PENDING;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}
