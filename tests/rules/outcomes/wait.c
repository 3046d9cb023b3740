// Wait: a literal, a variable, an expression over flags.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

#define CAN_WAIT 0x1

VOID literalTrue_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// Waiting never fails, whatever the code thinks.
VOID literalTrueTested_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (ExAcquireResourceSharedLite(&Ctx->Lock, TRUE)) {
    WorkOn(Ctx->Buffer);
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
}

VOID literalFalse_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (ExAcquireResourceSharedLite(&Ctx->Lock, FALSE)) {
    WorkOn(Ctx->Buffer);
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
}

VOID literalFalseNotTested(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE);
  // expected-warning@-1{{the result of 'ExAcquireResourceExclusiveLite', which does not wait, is not checked: resource 'Ctx->Lock' may not be held}}
  // expected-note@-2{{resource 'Ctx->Lock' is acquired exclusively here}}
  // expected-note@-3{{the result of 'ExAcquireResourceExclusiveLite', which does not wait, is not checked: resource 'Ctx->Lock' may not be held}}
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID literalFalseOverlooked(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE))
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
    Ctx->Flags = 1;
  ExReleaseResourceLite(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released but not held on this path}}
  // expected-note@-2{{resource 'Ctx->Lock' is released but not held on this path}}
  KeLeaveCriticalRegion();
}

BOOLEAN variable_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  BOOLEAN Acquired;

  KeEnterCriticalRegion();
  Acquired = ExAcquireResourceExclusiveLite(&Ctx->Lock, Wait);
  if (Acquired) {
    Ctx->Flags = 0;
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
  return Acquired;
}

// A result of FALSE says that Wait was FALSE.
NTSTATUS variableTellsBack_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  NTSTATUS Status = STATUS_SUCCESS;
  BOOLEAN Acquired = FALSE;

  KeEnterCriticalRegion();
  if (!ExAcquireResourceExclusiveLite(&Ctx->Lock, Wait)) {
    Status = STATUS_CANT_WAIT;
    if (Wait)
      ExReleaseResourceLite(&Ctx->Lock);
  } else {
    Acquired = TRUE;
  }
  if (Acquired)
    ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
  return Status;
}

NTSTATUS flagExpression_ok(PSTREAM_CONTEXT Ctx, ULONG Flags) {
  NTSTATUS Status;

  KeEnterCriticalRegion();
  if (!ExAcquireResourceSharedLite(&Ctx->Lock,
                                   BooleanFlagOn(Flags, CAN_WAIT))) {
    KeLeaveCriticalRegion();
    return STATUS_PENDING;
  }
  Status = WorkOn(Ctx->Buffer);
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
  return Status;
}

NTSTATUS flagExpressionLeaks(PSTREAM_CONTEXT Ctx, ULONG Flags) {
  NTSTATUS Status;

  KeEnterCriticalRegion();
  if (!ExAcquireResourceSharedLite(&Ctx->Lock,
  // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  // expected-note@-2{{Taking false branch}}
                                   BooleanFlagOn(Flags, CAN_WAIT))) {
                                   // expected-note@-1{{Assuming the condition is true}}
    KeLeaveCriticalRegion();
    return STATUS_PENDING;
  }
  Status = WorkOn(Ctx->Buffer);
  if (!NT_SUCCESS(Status)) {
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    KeLeaveCriticalRegion();
    return Status;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  }
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
  return Status;
}

// Try without waiting, else drop everything and wait for both in order.
VOID tryElseReorder_ok(PSTREAM_CONTEXT A, PSTREAM_CONTEXT B) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&A->Lock, TRUE);
  if (!ExAcquireResourceExclusiveLite(&B->Lock, FALSE)) {
    ExReleaseResourceLite(&A->Lock);
    ExAcquireResourceExclusiveLite(&B->Lock, TRUE);
    ExAcquireResourceExclusiveLite(&A->Lock, TRUE);
  }
  A->Flags = B->Flags;
  ExReleaseResourceLite(&B->Lock);
  ExReleaseResourceLite(&A->Lock);
  KeLeaveCriticalRegion();
}

VOID tryInALoop_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  while (!ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE))
    Work();
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

VOID storedResult_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  BOOLEAN Main = FALSE, Other = FALSE;

  KeEnterCriticalRegion();
  Main = ExAcquireResourceSharedLite(&Ctx->Lock, Wait);
  if (Main)
    Other = ExAcquireSharedStarveExclusive(&Globals.Lock, Wait);
  if (Main && Other)
    WorkOn(Ctx->Buffer);
  if (Other)
    ExReleaseResourceLite(&Globals.Lock);
  if (Main)
    ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// The variable is TRUE on this path.
VOID variableKnown_ok(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  KeEnterCriticalRegion();
  if (Wait) {
    ExAcquireSharedWaitForExclusive(&Ctx->Lock, Wait);
    WorkOn(Ctx->Buffer);
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
}

VOID knownAndForgotten(PSTREAM_CONTEXT Ctx, BOOLEAN Wait) {
  KeEnterCriticalRegion();
  if (Wait) {
  // expected-note@-1{{Assuming 'Wait' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    ExAcquireResourceSharedLite(&Ctx->Lock, Wait);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    WorkOn(Ctx->Buffer);
  }
  KeLeaveCriticalRegion();
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}

BOOLEAN ExTryToAcquireResourceExclusiveLite(PERESOURCE Resource);

VOID tryRoutine_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  if (ExTryToAcquireResourceExclusiveLite(&Ctx->Lock)) {
    Ctx->Flags = 0;
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
}

// The result is kept, but for the caller only.
BOOLEAN releasedWithoutAsking(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Acquired;

  KeEnterCriticalRegion();
  Acquired = ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released although the result of 'ExAcquireResourceExclusiveLite', which does not wait, was not checked}}
  // expected-note@-2{{resource 'Ctx->Lock' is released although the result of 'ExAcquireResourceExclusiveLite', which does not wait, was not checked}}
  KeLeaveCriticalRegion();
  return Acquired;
}

BOOLEAN releasedIfAcquired_ok(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Acquired;

  KeEnterCriticalRegion();
  Acquired = ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE);
  if (Acquired) {
    Ctx->Flags = 0;
    ExReleaseResourceLite(&Ctx->Lock);
  }
  KeLeaveCriticalRegion();
  return Acquired;
}

// Who waits is never told FALSE.
BOOLEAN waitsWithoutAsking_ok(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Acquired;

  KeEnterCriticalRegion();
  Acquired = ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
  return Acquired;
}
