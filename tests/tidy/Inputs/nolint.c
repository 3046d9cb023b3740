// Each function leaks the lock on its early return.
#include <fltKernel.h>

typedef struct _STREAM {
  ERESOURCE Lock;
} STREAM, *PSTREAM;

#define LOCK(Stream) FltAcquireResourceExclusive(&(Stream)->Lock)

NTSTATUS AtReturn(PSTREAM Stream, BOOLEAN Early) {
  FltAcquireResourceExclusive(&Stream->Lock);
  if (Early)
    return STATUS_PENDING; // NOLINT(flt-resource-balance)
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS AtAcquisition(PSTREAM Stream, BOOLEAN Early) {
  FltAcquireResourceExclusive(&Stream->Lock); // NOLINT(flt-*): the worker does
  if (Early)
    return STATUS_PENDING;
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS NextLine(PSTREAM Stream, BOOLEAN Early) {
  FltAcquireResourceExclusive(&Stream->Lock);
  if (Early)
    // NOLINTNEXTLINE
    return STATUS_PENDING;
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}

// NOLINTBEGIN(flt-resource-balance)
NTSTATUS Between(PSTREAM Stream, BOOLEAN Early) {
  FltAcquireResourceExclusive(&Stream->Lock);
  if (Early)
    return STATUS_PENDING;
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}
// NOLINTEND(flt-resource-balance)

NTSTATUS AtMacro(PSTREAM Stream, BOOLEAN Early) {
  LOCK(Stream); // NOLINT(flt-resource-balance)
  if (Early)
    return STATUS_PENDING;
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS OtherCheck(PSTREAM Stream, BOOLEAN Early) {
  FltAcquireResourceExclusive(&Stream->Lock);
  if (Early)
    return STATUS_PENDING; // NOLINT(flt-context-release)
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS OtherLine(PSTREAM Stream, BOOLEAN Early) {
  FltAcquireResourceExclusive(&Stream->Lock);
  if (Early) // NOLINT(flt-resource-balance)
    return STATUS_PENDING;
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}
