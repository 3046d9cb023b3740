// Bugs on paths that only exist where __try is understood.
#include <fltKernel.h>

typedef struct _STREAM {
  ERESOURCE Lock;
  ULONG Count;
} STREAM, *PSTREAM;

NTSTATUS Right(PSTREAM Stream, PULONG Buffer) {
  NTSTATUS Status = STATUS_SUCCESS;
  FltAcquireResourceExclusive(&Stream->Lock);
  __try {
    if (Stream->Count == 0)
      return STATUS_UNSUCCESSFUL;
    *Buffer = Stream->Count;
  } __finally {
    FltReleaseResource(&Stream->Lock);
  }
  return Status;
}

NTSTATUS Returns(PSTREAM Stream, PULONG Buffer) {
  NTSTATUS Status = STATUS_SUCCESS;
  __try {
    FltAcquireResourceExclusive(&Stream->Lock);
    if (Stream->Count == 0)
      return STATUS_UNSUCCESSFUL; // flt-resource-balance
    *Buffer = Stream->Count;
    FltReleaseResource(&Stream->Lock);
  } __finally {
    if (AbnormalTermination())
      Stream->Count = 0;
  }
  return Status;
}

NTSTATUS Raises(PFLT_CALLBACK_DATA Data, PSTREAM Stream, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;
  __try {
    FltAcquireResourceExclusive(&Stream->Lock);
    ProbeForRead(User, sizeof(ULONG), sizeof(ULONG));
    Stream->Count += *(PULONG)User;
    FltReleaseResource(&Stream->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  return Status; // flt-resource-balance
}

VOID Leaves(PFLT_INSTANCE Instance, BOOLEAN Early) {
  PFLT_CONTEXT Context = NULL;
  __try {
    if (!NT_SUCCESS(FltGetInstanceContext(Instance, &Context)))
      __leave;
    if (Early)
      __leave; // flt-context-release
    FltReleaseContext(Context);
    Context = NULL;
  } __finally {
    if (AbnormalTermination() && Context != NULL)
      FltReleaseContext(Context);
  }
}
