// Functions that nobody can see into and that get the address of a variable
// which leads to a lock.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID ReleaseStream(PSTREAM_CONTEXT *Ctx);
VOID CleanupStream(PSTREAM_CONTEXT *Ctx);
VOID LookAtStream(PSTREAM_CONTEXT *Ctx);

VOID releasedThroughAVariable_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  ReleaseStream(&Ctx);
}

VOID cleanedUpThroughAVariable_ok(PSTREAM_CONTEXT Ctx) {
  PSTREAM_CONTEXT Copy = Ctx;

  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  CleanupStream(&Copy);
}

VOID lookedAt(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  LookAtStream(&Ctx);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID otherReleased(PSTREAM_CONTEXT Ctx, PSTREAM_CONTEXT Other) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = Other->Flags;
  ReleaseStream(&Other);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

// Too early to be the release.
VOID releasedBefore(PSTREAM_CONTEXT Ctx) {
  ReleaseStream(&Ctx);
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

// What the variable leads to by then is something else.
VOID movedOn(PSTREAM_CONTEXT Ctx) {
  PSTREAM_CONTEXT Current = Ctx;

  FltAcquireResourceExclusive(&Current->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Current = Ctx->Parent;
  ReleaseStream(&Current);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}
