// Regions entered and not left, left and not entered, mixed kinds.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

NTSTATUS returnsInside(VOID) {
  NTSTATUS Status;

  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  Status = Work();
  if (!NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    return Status;
    // expected-warning@-1{{critical region is still entered when the function returns}}
    // expected-note@-2{{critical region is still entered when the function returns}}
  KeLeaveCriticalRegion();
  return Status;
}

NTSTATUS leftOnEachPath_ok(VOID) {
  NTSTATUS Status;

  KeEnterCriticalRegion();
  Status = Work();
  if (!NT_SUCCESS(Status)) {
    KeLeaveCriticalRegion();
    return Status;
  }
  KeLeaveCriticalRegion();
  return Status;
}

VOID nested_ok(VOID) {
  KeEnterCriticalRegion();
  FsRtlEnterFileSystem();
  Work();
  FsRtlExitFileSystem();
  KeLeaveCriticalRegion();
}

VOID nestedLeftOnce(VOID) {
  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  Work();
  KeLeaveCriticalRegion();
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-note@-2{{critical region is left here}}
  // expected-note@-3{{critical region is still entered when the function returns}}
}

VOID leftOnAPathThatDidNot(BOOLEAN Write) {
  if (Write)
  // expected-note@-1{{Assuming 'Write' is 0}}
  // expected-note@-2{{Taking false branch}}
    KeEnterCriticalRegion();
  Work();
  KeLeaveCriticalRegion();
  // expected-warning@-1{{critical region is left but was not entered on this path}}
  // expected-note@-2{{critical region is left but was not entered on this path}}
}

VOID sameConditionTwice_ok(BOOLEAN Write) {
  if (Write)
    KeEnterCriticalRegion();
  Work();
  if (Write)
    KeLeaveCriticalRegion();
}

VOID guardedLeftAsCritical(VOID) {
  KeEnterGuardedRegion();
  // expected-note@-1{{guarded region is entered here}}
  Work();
  KeLeaveCriticalRegion();
  // expected-warning@-1{{'KeLeaveCriticalRegion' leaves a critical region, but a guarded region was entered}}
  // expected-note@-2{{'KeLeaveCriticalRegion' leaves a critical region, but a guarded region was entered}}
}

VOID criticalLeftAsGuarded(VOID) {
  KeEnterCriticalRegion();
  // expected-note@-1{{critical region is entered here}}
  Work();
  KeLeaveGuardedRegion();
  // expected-warning@-1{{'KeLeaveGuardedRegion' leaves a guarded region, but a critical region was entered}}
  // expected-note@-2{{'KeLeaveGuardedRegion' leaves a guarded region, but a critical region was entered}}
}

VOID bothKinds_ok(VOID) {
  KeEnterCriticalRegion();
  KeEnterGuardedRegion();
  Work();
  KeLeaveGuardedRegion();
  KeLeaveCriticalRegion();
}

VOID guardedNotLeft(VOID) {
  KeEnterGuardedRegion();
  // expected-note@-1{{guarded region is entered here}}
  if (Check())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{guarded region is still entered when the function returns}}
    // expected-note@-2{{guarded region is still entered when the function returns}}
  KeLeaveGuardedRegion();
}

VOID guardedAroundExecutive_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterGuardedRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveGuardedRegion();
}

VOID inEachRound_ok(VOID) {
  while (Check()) {
    KeEnterCriticalRegion();
    Work();
    KeLeaveCriticalRegion();
  }
}

VOID continueInside(VOID) {
  while (Check()) {
  // expected-warning@-1{{critical region is still entered when the function returns}}
  // expected-note@-2{{Loop condition is true.  Entering loop body}}
  // expected-note-re@-3{{Loop condition is false. Execution {{jumps to the end of the function|continues on line [0-9]+}}}}
  // expected-note@-4{{critical region is still entered when the function returns}}
    KeEnterCriticalRegion();
    // expected-note@-1{{critical region is entered here}}
    if (!NT_SUCCESS(Work()))
    // expected-note@-1{{Assuming the condition is false}}
    // expected-note@-2{{Taking true branch}}
      continue;
      // expected-note@-1{{ Execution continues on line}}
    KeLeaveCriticalRegion();
  }
}

VOID flagTells_ok(BOOLEAN TopLevel) {
  BOOLEAN Inside = FALSE;

  if (TopLevel) {
    FsRtlEnterFileSystem();
    Inside = TRUE;
  }
  Work();
  if (Inside) {
    FsRtlExitFileSystem();
  }
}

NTSTATUS cleanupLabel_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FsRtlEnterFileSystem();
  if (!ExAcquireResourceSharedLite(&Ctx->Lock, FALSE)) {
    Status = STATUS_CANT_WAIT;
    goto Exit;
  }
  Status = WorkOn(Ctx->Buffer);
  ExReleaseResourceLite(&Ctx->Lock);
Exit:
  FsRtlExitFileSystem();
  return Status;
}

NTSTATUS cantWaitReturnsInside(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FsRtlEnterFileSystem();
  // expected-note@-1{{critical region is entered here}}
  if (!ExAcquireResourceSharedLite(&Ctx->Lock, FALSE))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_CANT_WAIT;
    // expected-warning@-1{{critical region is still entered when the function returns}}
    // expected-note@-2{{critical region is still entered when the function returns}}
  Status = WorkOn(Ctx->Buffer);
  ExReleaseResourceLite(&Ctx->Lock);
  FsRtlExitFileSystem();
  return Status;
}

// Who calls it is in a region: all of its paths leave it.
VOID leavesForItsCaller_ok(PSTREAM_CONTEXT Ctx) {
  Ctx->Flags = 0;
  KeLeaveCriticalRegion();
}
