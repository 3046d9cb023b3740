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

// A structure on the stack that remembers what is to be released.
typedef struct _SCOPE {
  PSTREAM_CONTEXT Ctx;
  PERESOURCE Lock;
  ULONG Flags;
} SCOPE;

VOID FinishScope(SCOPE *Scope);
VOID ReleaseScope(SCOPE *Scope);
VOID LookAtScope(SCOPE *Scope);

static VOID openScope(SCOPE *Scope, PSTREAM_CONTEXT Ctx) {
  Scope->Ctx = Ctx;
  Scope->Flags = 0;
  FltAcquireResourceExclusive(&Ctx->Lock);
}

VOID scopeFinished_ok(PSTREAM_CONTEXT Ctx) {
  SCOPE Scope = {0};

  Scope.Ctx = Ctx;
  FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FinishScope(&Scope);
}

VOID scopeWithTheLock_ok(PSTREAM_CONTEXT Ctx) {
  SCOPE Scope = {0};

  Scope.Lock = &Ctx->Lock;
  FltAcquireResourceExclusive(Scope.Lock);
  ReleaseScope(&Scope);
}

VOID scopeOpenedByAHelper_ok(PSTREAM_CONTEXT Ctx) {
  SCOPE Scope;

  openScope(&Scope, Ctx);
  Ctx->Flags = 0;
  ReleaseScope(&Scope);
}

VOID scopeFinishedOnOnePath(PSTREAM_CONTEXT Ctx) {
  SCOPE Scope = {0};

  Scope.Ctx = Ctx;
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Ctx->Flags == 0)
  // expected-note@-1{{Assuming field 'Flags' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  ReleaseScope(&Scope);
}

VOID scopeLookedAt(PSTREAM_CONTEXT Ctx) {
  SCOPE Scope = {0};

  Scope.Ctx = Ctx;
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  LookAtScope(&Scope);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID scopeOfAnother(PSTREAM_CONTEXT Ctx, PSTREAM_CONTEXT Other) {
  SCOPE Scope = {0};

  Scope.Ctx = Other;
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  ReleaseScope(&Scope);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID scopeCleared(PSTREAM_CONTEXT Ctx) {
  SCOPE Scope = {0};

  Scope.Ctx = Ctx;
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Scope.Ctx = NULL;
  ReleaseScope(&Scope);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}
