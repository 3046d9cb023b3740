// To read an uninitialised variable is a bug, but no end of the path.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

VOID Report(ULONG Code, PVOID Where);

NTSTATUS returnsGarbage(PSTREAM_CONTEXT Ctx, ULONG Length) {
  NTSTATUS Status;
  FltAcquireResourceShared(&Ctx->Lock);
  if (Length == 0)
    return Status; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock'
  Status = Work();
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

VOID passesGarbage(PSTREAM_CONTEXT Ctx, ULONG Length) {
  ULONG Last;
  PVOID Buffer;
  if (Length == 0)
    goto Done;
  FltAcquireResourceShared(&Ctx->Lock);
  Last = Length - 1;
  Buffer = Ctx->Buffer;
Done:
  Report(Last, Buffer);
  FltReleaseResource(&Ctx->Lock); // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock' is released but not held
}

VOID addsGarbage(PSTREAM_CONTEXT Ctx, ULONG Length) {
  LARGE_INTEGER End;
  FltAcquireResourceShared(&Ctx->Lock);
  if (Length != 0)
    End.QuadPart = Length;
  Ctx->Flags = End.LowPart + 1;
  if (Length == 0)
    return; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Ctx->Lock'
  FltReleaseResource(&Ctx->Lock);
}

// Which way garbage decides says nothing: more likely the path can't be.
VOID decidedByGarbage_ok(PSTREAM_CONTEXT Ctx, ULONG Rounds) {
  BOOLEAN Held;
  ULONG I;
  for (I = 0; I < Rounds; I++)
    Held = Check();
  if (Held)
    FltAcquireResourceShared(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  if (Held)
    FltReleaseResource(&Ctx->Lock);
}

VOID flagOfALoop_ok(PSTREAM_CONTEXT Ctx) {
  BOOLEAN Held;
  while (Check()) {
    FltAcquireResourceShared(&Ctx->Lock);
    Held = TRUE;
    break;
  }
  if (Held)
    FltReleaseResource(&Ctx->Lock);
}

// Where garbage leads, nobody goes on for long.
VOID behindGarbage_ok(PSTREAM_CONTEXT Ctx, ULONG Length) {
  PSTREAM_CONTEXT Inner;
  if (Length)
    Inner = Ctx->Parent;
  FltAcquireResourceShared(&Inner->Lock);
  if (Length)
    FltReleaseResource(&Inner->Lock);
}

VOID outParameterSetsIt_ok(PSTREAM_CONTEXT Ctx) {
  ULONG Length;
  FltAcquireResourceShared(&Ctx->Lock);
  WorkOn(&Length);
  Ctx->Flags = Length;
  FltReleaseResource(&Ctx->Lock);
}
