// Loops with more rounds than are followed one by one: what stands behind them
// is looked at, and the counter has the value that it ends with.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

#define SLOTS 64
typedef struct _SLOT {
  ERESOURCE Lock;
  PVOID Owner;
} SLOT;
SLOT Slots[SLOTS];
BOOLEAN TryOnce(PSTREAM_CONTEXT Ctx);

NTSTATUS searchedInVain(PSTREAM_CONTEXT Ctx) {
  ULONG Sum = 0;
  FltAcquireResourceShared(&Ctx->Lock);
  for (ULONG I = 0; I < ARRAYSIZE(Slots); I++)
    if (Slots[I].Owner == Ctx)
      Sum++;
  if (Sum == 0)
    return STATUS_NOT_FOUND; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock'
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS triesGoneDownwards(PSTREAM_CONTEXT Ctx) {
  UCHAR Left = 100;
  FltAcquireResourceShared(&Ctx->Lock);
  while (Left--)
    if (TryOnce(Ctx)) {
      FltReleaseResource(&Ctx->Lock);
      return STATUS_SUCCESS;
    }
  return STATUS_TIMEOUT; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock'
}

NTSTATUS givesUpInTheMiddle(PSTREAM_CONTEXT Ctx) {
  int Tries = 0;
  FltAcquireResourceShared(&Ctx->Lock);
  for (;;) {
    if (TryOnce(Ctx))
      break;
    if (++Tries >= 1000)
      return STATUS_TIMEOUT; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock'
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS againByGoto(PSTREAM_CONTEXT Ctx) {
  ULONG Round = 0;
  FltAcquireResourceShared(&Ctx->Lock);
again:
  if (!TryOnce(Ctx)) {
    Round += 1;
    if (Round != 12)
      goto again;
    return STATUS_TIMEOUT; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock'
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

VOID untilTheLastByDo(PSTREAM_CONTEXT Ctx) {
  LONG Index = 5;
  ULONG Found = 0;
  FltAcquireResourceShared(&Ctx->Lock);
  do {
    Found += Slots[Index].Owner != NULL;
    Index = Index + 1;
  } while (Index <= 20);
  if (Found)
    FltReleaseResource(&Ctx->Lock);
  // CHECK: :[[@LINE-2]]:{{.*}} warning: resource 'Ctx->Lock'
}

// The counter says afterwards how the loop ended.
VOID counterTellsTheEnd_ok(PSTREAM_CONTEXT Ctx) {
  ULONG I;
  for (I = 0; I < SLOTS; I++) {
    FltAcquireResourceShared(&Ctx->Lock);
    if (Slots[I].Owner == Ctx)
      break;
    FltReleaseResource(&Ctx->Lock);
  }
  if (I == SLOTS)
    return;
  FltReleaseResource(&Ctx->Lock);
}

NTSTATUS downwardsTellsTheEnd_ok(PSTREAM_CONTEXT Ctx) {
  LONG Tries = 32;
  do {
    FltAcquireResourceShared(&Ctx->Lock);
    if (TryOnce(Ctx))
      break;
    FltReleaseResource(&Ctx->Lock);
  } while (--Tries > 0);
  if (Tries > 0)
    FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// All of them are locked, and all of them unlocked.
VOID allOfThem_ok(VOID) {
  ULONG I;
  for (I = 0; I < SLOTS; I++)
    FltAcquireResourceExclusive(&Slots[I].Lock);
  Work();
  for (I = 0; I < SLOTS; I++)
    FltReleaseResource(&Slots[I].Lock);
}

VOID eachOnItsOwn_ok(PSTREAM_CONTEXT Ctx) {
  for (ULONG I = 0; I < 500; I++) {
    if (Slots[I].Owner)
      FltAcquireResourceExclusive(&Slots[I].Lock);
    Ctx->Flags += I;
    if (Slots[I].Owner)
      FltReleaseResource(&Slots[I].Lock);
  }
}

// So few rounds are followed one by one.
VOID threeRounds_ok(VOID) {
  ULONG I, Held = 0;
  for (I = 0; I < 3; I++) {
    FltAcquireResourceShared(&Globals.Lock);
    Held++;
  }
  while (Held--)
    FltReleaseResource(&Globals.Lock);
}

VOID retriedUntilHeld_ok(PSTREAM_CONTEXT Ctx) {
  ULONG Tries = 10;
  KeEnterCriticalRegion();
  while (!ExAcquireResourceExclusiveLite(&Ctx->Lock, FALSE)) {
    if (--Tries == 0) {
      KeLeaveCriticalRegion();
      return;
    }
    Work();
  }
  ExReleaseResourceLite(&Ctx->Lock);
  KeLeaveCriticalRegion();
}
