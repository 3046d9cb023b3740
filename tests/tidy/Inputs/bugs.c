// One bug of each check; the functions in between are right.
#include <fltKernel.h>

typedef struct _STREAM {
  ERESOURCE Lock;
  EX_PUSH_LOCK Guard;
  ULONG Count;
} STREAM, *PSTREAM;

NTSTATUS CountWrite(PSTREAM Stream, ULONG Length) {
  FltAcquireResourceExclusive(&Stream->Lock);
  if (Length == 0)
    return STATUS_INVALID_PARAMETER; // flt-resource-balance
  Stream->Count += 1;
  FltReleaseResource(&Stream->Lock);
  return STATUS_SUCCESS;
}

VOID CountRead(PSTREAM Stream) {
  FltAcquireResourceShared(&Stream->Lock);
  Stream->Count += 1;
  FltReleaseResource(&Stream->Lock);
  KeLeaveCriticalRegion(); // flt-critical-region-balance
}

VOID CountRight(PSTREAM Stream) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Stream->Lock, TRUE);
  Stream->Count += 1;
  ExReleaseResourceLite(&Stream->Lock);
  KeLeaveCriticalRegion();
}

NTSTATUS Renew(PCFLT_RELATED_OBJECTS Objects, PFLT_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                        FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New,
                                        &Old);
  return Status; // flt-old-context-release
}

static VOID Count(PSTREAM Stream) {
  FltAcquirePushLockExclusive(&Stream->Guard);
  Stream->Count += 1;
  FltReleasePushLock(&Stream->Guard);
}

NTSTATUS Look(PCFLT_RELATED_OBJECTS Objects, BOOLEAN Early) {
  PSTREAM Stream = NULL;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                        (PFLT_CONTEXT *)&Stream);
  if (!NT_SUCCESS(Status))
    return Status;
  Count(Stream);
  if (Early)
    return STATUS_PENDING; // flt-context-release
  FltReleaseContext(Stream);
  return STATUS_SUCCESS;
}
