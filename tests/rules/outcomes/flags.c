// Bits that a path has set or cleared decide the tests of these bits.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

#define FlagOn(Flags, Bit) ((Flags) & (Bit))
#define BooleanFlagOn(Flags, Bit) ((BOOLEAN)(((Flags) & (Bit)) != 0))
#define SetFlag(Flags, Bit) ((Flags) |= (Bit))
#define ClearFlag(Flags, Bit) ((Flags) &= ~(Bit))

#define OWNED 0x4
#define DIRTY 0x8

VOID setBefore_ok(PSTREAM_CONTEXT Ctx) {
  SetFlag(Ctx->Flags, OWNED);
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (FlagOn(Ctx->Flags, OWNED))
    FltReleaseResource(&Ctx->Lock);
}

VOID clearedBefore_ok(PSTREAM_CONTEXT Ctx) {
  ClearFlag(Ctx->Flags, OWNED);
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (!FlagOn(Ctx->Flags, OWNED))
    FltReleaseResource(&Ctx->Lock);
}

VOID setInALocal_ok(PSTREAM_CONTEXT Ctx, ULONG Flags) {
  BOOLEAN Owned;
  SetFlag(Flags, OWNED | DIRTY);
  ClearFlag(Flags, DIRTY);
  Owned = BooleanFlagOn(Flags, OWNED);
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (Owned)
    FltReleaseResource(&Ctx->Lock);
}

VOID setWhereAcquired_ok(PSTREAM_CONTEXT Ctx, ULONG Flags, BOOLEAN Write) {
  ClearFlag(Flags, OWNED);
  if (Write) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    SetFlag(Flags, OWNED);
  }
  WorkOn(Ctx->Buffer);
  if (FlagOn(Flags, OWNED))
    FltReleaseResource(&Ctx->Lock);
}

// Nothing is known of another bit.
VOID anotherBit(PSTREAM_CONTEXT Ctx) {
  SetFlag(Ctx->Flags, OWNED);
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (FlagOn(Ctx->Flags, DIRTY))
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{Assuming the condition is false}}
    // expected-note@-3{{Taking false branch}}
    // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    FltReleaseResource(&Ctx->Lock);
}

VOID clearedAgain(PSTREAM_CONTEXT Ctx, ULONG Flags) {
  SetFlag(Flags, OWNED);
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  ClearFlag(Flags, OWNED);
  if (FlagOn(Flags, OWNED)) // Never so.
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{Assuming the condition is false}}
    // expected-note@-3{{Taking false branch}}
    // expected-note@-4{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    FltReleaseResource(&Ctx->Lock);
}

// One of the two is set: that does not say which.
VOID eitherBit(PSTREAM_CONTEXT Ctx, ULONG Flags) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (FlagOn(Flags, OWNED | DIRTY) && !FlagOn(Flags, OWNED))
    // expected-note@-1 2 {{Assuming the condition is true}}
    // expected-note@-2{{Left side of '&&' is true}}
    // expected-note@-3{{Taking true branch}}
    return;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}
