// Locks taken and released in loops.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

VOID continueSkipsTheRelease(PSTREAM_CONTEXT Ctx) {
  ULONG I;

  for (I = 0; I < Count(); I++) {
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Loop condition is true.  Entering loop body}}
  // expected-note@-4{{Assuming the condition is false}}
  // expected-note-re@-5{{Loop condition is false. Execution {{jumps to the end of the function|continues on line [0-9]+}}}}
  // expected-note@-6{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    if (!Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      continue;
      // expected-note@-1{{ Execution continues on line}}
    Ctx->Flags = I;
    FltReleaseResource(&Ctx->Lock);
  }
}

VOID balancedInEachRound_ok(PSTREAM_CONTEXT Ctx) {
  ULONG I;

  for (I = 0; I < Count(); I++) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (!Check()) {
      FltReleaseResource(&Ctx->Lock);
      continue;
    }
    Ctx->Flags = I;
    FltReleaseResource(&Ctx->Lock);
  }
}

VOID droppedAndTakenAgainInside_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  while (Check()) {
    FltReleaseResource(&Ctx->Lock);
    Work();
    FltAcquireResourceShared(&Ctx->Lock);
  }
  FltReleaseResource(&Ctx->Lock);
}

VOID twiceInsideOnceBehind(PSTREAM_CONTEXT Ctx) {
  ULONG I;

  for (I = 0; I < 2; I++)
  // expected-note@-1 2 {{Loop condition is true.  Entering loop body}}
  // expected-note@-2{{Loop condition is false. Execution continues on line}}
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1 2 {{resource 'Ctx->Lock' is acquired shared here}}
  WorkOn(Ctx->Buffer);
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock' is released here}}
  // expected-note@-3{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}

VOID breakWithTheLockHeld_ok(PSTREAM_CONTEXT Ctx) {
  for (;;) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    if (Ctx->Flags)
      break;
    FltReleaseResource(&Ctx->Lock);
  }
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

NTSTATUS returnInsideTheLoop(PSTREAM_CONTEXT Ctx) {
  PLIST_ENTRY Entry;

  FltAcquireResourceShared(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired shared here}}
  for (Entry = Globals.List.Flink; Entry != &Globals.List;
  // expected-note@-1{{Loop condition is true.  Entering loop body}}
       Entry = Entry->Flink)
    if (Entry == &Ctx->Link)
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      return STATUS_SUCCESS;
      // expected-warning@-1{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
      // expected-note@-2{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
  FltReleaseResource(&Globals.Lock);
  return STATUS_NOT_FOUND;
}

NTSTATUS walkUnderTheLock_ok(PSTREAM_CONTEXT Ctx) {
  PLIST_ENTRY Entry;
  NTSTATUS Status = STATUS_NOT_FOUND;

  FltAcquireResourceShared(&Globals.Lock);
  for (Entry = Globals.List.Flink; Entry != &Globals.List;
       Entry = Entry->Flink)
    if (Entry == &Ctx->Link) {
      Status = STATUS_SUCCESS;
      break;
    }
  FltReleaseResource(&Globals.Lock);
  return Status;
}
