// One finding for each cause, told by its shortest path.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

// Three returns forget one acquisition, which the last one shows is not meant
// so: each is a finding, so that a baseline with one of them hides no other.
NTSTATUS threeReturns(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1 3 {{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Ctx->Flags == 1)
  // expected-note@-1{{Assuming field 'Flags' is equal to 1}}
  // expected-note@-2{{Taking true branch}}
  // expected-note@-3 2 {{Assuming field 'Flags' is not equal to 1}}
  // expected-note@-4 2 {{Taking false branch}}
    return STATUS_UNSUCCESSFUL;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  if (Ctx->Flags == 2)
  // expected-note@-1{{Assuming field 'Flags' is equal to 2}}
  // expected-note@-2{{Taking true branch}}
  // expected-note@-3{{Assuming field 'Flags' is not equal to 2}}
  // expected-note@-4{{Taking false branch}}
    return STATUS_NOT_FOUND;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  if (Ctx->Flags == 3)
  // expected-note@-1{{Assuming field 'Flags' is equal to 3}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_NOT_SUPPORTED;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// None gives it back: one finding, told by the shortest path.
NTSTATUS noReturn(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Ctx->Flags == 1)
  // expected-note@-1{{Assuming field 'Flags' is equal to 1}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_UNSUCCESSFUL;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  if (Ctx->Flags == 2 && Check())
    return STATUS_NOT_FOUND;
  return STATUS_SUCCESS;
}

// Two acquisitions: two findings.
NTSTATUS twoAcquisitions(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired shared here}}
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Ctx->Flags == 1)
  // expected-note@-1 2 {{Assuming field 'Flags' is equal to 1}}
  // expected-note@-2 2 {{Taking true branch}}
    return STATUS_UNSUCCESSFUL;
    // expected-warning@-1{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
    // expected-warning@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-3{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
    // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
  FltReleaseResource(&Globals.Lock);
  return STATUS_SUCCESS;
}

static VOID put(PSTREAM_CONTEXT Ctx) {
  FltReleaseContext(Ctx);
  // expected-note@-1 2 {{context 'Ctx' is released here}}
}

// Each caller of a wrapper that releases twice is a finding of its own.
VOID firstCaller(PSTREAM_CONTEXT Ctx) {
  put(Ctx);
  // expected-note@-1{{Calling 'put'}}
  // expected-note@-2{{Returning from 'put'}}
  put(Ctx);
  // expected-warning@-1{{context 'Ctx' is used after its last reference was released}}
  // expected-note@-2{{context 'Ctx' is used after its last reference was released}}
}

VOID secondCaller(PSTREAM_CONTEXT Ctx) {
  put(Ctx);
  // expected-note@-1{{Calling 'put'}}
  // expected-note@-2{{Returning from 'put'}}
  WorkOn(NULL);
  put(Ctx);
  // expected-warning@-1{{context 'Ctx' is used after its last reference was released}}
  // expected-note@-2{{context 'Ctx' is used after its last reference was released}}
}

// All paths are well, and there are many of them.
VOID manyPaths_ok(PSTREAM_CONTEXT Ctx) {
  ULONG Sum = 0;

  FltAcquireResourceShared(&Ctx->Lock);
  if (Check())
    Sum += 1;
  if (Check())
    Sum += 2;
  if (Check())
    Sum += 4;
  if (Check())
    Sum += 8;
  if (Check())
    Sum += 16;
  FltReleaseResource(&Ctx->Lock);
  Ctx->Flags = Sum;
}
