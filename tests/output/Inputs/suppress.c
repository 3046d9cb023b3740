// Leaks on one path each; suppressed in all ways, as suppress.test says.
#include <fltKernel.h>
NTSTATUS Plain(PERESOURCE L, int N) {
  FltAcquireResourceExclusive(L);
  if (N)
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(L);
  return STATUS_SUCCESS;
}
NTSTATUS AtReturn(PERESOURCE L, int N) {
  FltAcquireResourceExclusive(L);
  if (N) {
    __attribute__((suppress)) return STATUS_UNSUCCESSFUL;
  }
  FltReleaseResource(L);
  return STATUS_SUCCESS;
}
NTSTATUS AtStart(PERESOURCE L, int N) {
  __attribute__((suppress)) { FltAcquireResourceExclusive(L); }
  if (N)
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(L);
  return STATUS_SUCCESS;
}
__attribute__((suppress)) NTSTATUS Function(PERESOURCE L, int N) {
  FltAcquireResourceExclusive(L);
  if (N)
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(L);
  return STATUS_SUCCESS;
}
static void Lock(PERESOURCE L) {
  __attribute__((suppress)) { FltAcquireResourceExclusive(L); }
}
NTSTATUS Helper(PERESOURCE L, int N) {
  Lock(L);
  if (N)
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(L);
  return STATUS_SUCCESS;
}
NTSTATUS Nolint(PERESOURCE L, int N) {
  FltAcquireResourceExclusive(L); // NOLINT(flt-resource-balance)
  if (N)
    return STATUS_UNSUCCESSFUL;
  FltReleaseResource(L);
  return STATUS_SUCCESS;
}
