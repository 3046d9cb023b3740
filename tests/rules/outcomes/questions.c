// A function that is asked the same again answers the same.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

BOOLEAN IsWriter(PIRP Irp);
BOOLEAN GetNextFlag(VOID);
NTSTATUS IsReady(VOID);

VOID sameArgument_ok(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  if (IsWriter(Irp))
    FltAcquireResourceExclusive(&Ctx->Lock);
  WorkOn(Ctx->Buffer);
  if (IsWriter(Irp))
    FltReleaseResource(&Ctx->Lock);
}

// A pair of wrappers, each of which asks whose request it works for.
static VOID lockUnlessNested(PSTREAM_CONTEXT Ctx) {
  PIRP Top = IoGetTopLevelIrp();
  if ((ULONG_PTR)Top > FSRTL_MAX_TOP_LEVEL_IRP_FLAG && Top->Type == 6)
    return;
  FltAcquireResourceExclusive(&Ctx->Lock);
}

static VOID unlockUnlessNested(PSTREAM_CONTEXT Ctx) {
  PIRP Top = IoGetTopLevelIrp();
  if ((ULONG_PTR)Top > FSRTL_MAX_TOP_LEVEL_IRP_FLAG && Top->Type == 6)
    return;
  FltReleaseResource(&Ctx->Lock);
}

VOID nested_ok(PSTREAM_CONTEXT Ctx) {
  lockUnlessNested(Ctx);
  WorkOn(Ctx->Buffer);
  unlockUnlessNested(Ctx);
}

VOID anotherArgument(PSTREAM_CONTEXT Ctx, PIRP Irp, PIRP Other) {
  if (IsWriter(Irp))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (IsWriter(Other))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  if (IsWriter(Irp))
    FltReleaseResource(&Ctx->Lock);
}

// Each call gives another answer.
VOID enumerates(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  while (GetNextFlag())
  // expected-note@-1{{Loop condition is false. Execution continues on line 61}}
    Ctx->Flags++;
  if (GetNextFlag())
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

VOID status(PSTREAM_CONTEXT Ctx) {
  if (!NT_SUCCESS(IsReady()))
  // expected-note@-1{{Assuming the condition is true}}
  // expected-note@-2{{Taking false branch}}
    return;
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (!NT_SUCCESS(IsReady()))
  // expected-note@-1{{Assuming the condition is false}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}
