// Bugs that are not found, and why. Who closes a gap turns its case into a
// finding.
// RUN: %flt_verify %s
// expected-no-diagnostics
#include "../Inputs/driver.h"

// known gap: a word of the name (lock, own, take, claim, ...) says that the
// function may return holding, so that a path which forgets is not reported.
NTSTATUS readLockState(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  if (Ctx->Flags)
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// known gap: the same for a release on a path that has no hold.
VOID closeStream(PSTREAM_CONTEXT Ctx, BOOLEAN Write) {
  if (Write)
    FltAcquireResourceExclusive(&Ctx->Lock);
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

// known gap: what is released is held by nobody, and no path shows otherwise:
// the function may release what its caller holds.
VOID releasesOnly(PSTREAM_CONTEXT Ctx) {
  Ctx->Flags = 0;
  FltReleaseResource(&Ctx->Lock);
}

// known gap: the Executive's routines need a region; a caller, or the thread
// that runs this, may provide it.
VOID noRegionAnywhere(PSTREAM_CONTEXT Ctx) {
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  ExReleaseResourceLite(&Ctx->Lock);
}

// known gap: the pool that a lock or context pointer was stored in is freed.
NTSTATUS storedThenFreed(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT *Box =
      ExAllocatePoolZero(PagedPool, sizeof(PSTREAM_CONTEXT), STREAM_TAG);
  NTSTATUS Status;

  if (Box == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                               (PFLT_CONTEXT *)Box);
  ExFreePoolWithTag(Box, STREAM_TAG);
  return Status;
}
