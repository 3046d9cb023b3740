// Which words of a name count, in which forms.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

// Nothing is known of these but their names.
VOID FreezeVolume(PSTREAM_CONTEXT Ctx);
VOID SwapEndian(PSTREAM_CONTEXT Ctx);
VOID CloserLook(PSTREAM_CONTEXT Ctx);
VOID PutContext(PSTREAM_CONTEXT Ctx);
VOID RelCtx(PSTREAM_CONTEXT Ctx);
VOID DroppingAll(PSTREAM_CONTEXT Ctx);
VOID DerefStream(PSTREAM_CONTEXT Ctx);
VOID EndUpdate(PSTREAM_CONTEXT Ctx);

// CHECK: words.c:[[#@LINE+3]]:{{.*}}: warning: {{.*}} is still held
VOID freezes(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  FreezeVolume(Ctx);
}

// CHECK: words.c:[[#@LINE+3]]:{{.*}}: warning: {{.*}} is still held
VOID swaps(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  SwapEndian(Ctx);
}

// Who asks acquires nothing, and an owner is no verb.
// CHECK: words.c:[[#@LINE+3]]:{{.*}}: warning: {{.*}} is still held
BOOLEAN isStreamLocked(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  return Ctx->Flags == 1;
}

// CHECK: words.c:[[#@LINE+3]]:{{.*}}: warning: {{.*}} is still held
VOID setOwner(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  Ctx->Flags = 1;
}

// A name that tells what something is like says nothing of what it does.
// CHECK: words.c:[[#@LINE+2]]:{{.*}}: warning: {{.*}} is still held
VOID takesAddress(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
}

// CHECK: words.c:[[#@LINE+2]]:{{.*}}: warning: {{.*}} is still held
VOID OwnsTable(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
}

// CHECK-NOT: words.c:{{.*}}: warning:
VOID TakeStream_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
}
VOID puts_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  PutContext(Ctx);
}
VOID shortens_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  RelCtx(Ctx);
}
VOID doubles_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  DroppingAll(Ctx);
}
VOID destroys_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  DerefStream(Ctx);
}
VOID ends_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  EndUpdate(Ctx);
}
VOID AcqStream_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
}
PSTREAM_CONTEXT getLockedStream_ok(VOID) {
  FltAcquireResourceExclusive(&Globals.Current->Lock);
  return Globals.Current;
}
