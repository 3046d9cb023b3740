#include <fltKernel.h>
typedef struct _STEP_CONTEXT {
  ULONG Uses;
} STEP_CONTEXT, *PSTEP_CONTEXT;

NTSTATUS KeepIt(PCFLT_RELATED_OBJECTS Objects, ULONG Length) {
  NTSTATUS Status;
  PSTEP_CONTEXT Held;

  if (Length == 0)
    return STATUS_SUCCESS;
  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Held);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Length > 4096)
    return STATUS_BUFFER_OVERFLOW;
  FltReleaseContext(Held);
  return STATUS_SUCCESS;
}

static NTSTATUS FindIt(PCFLT_RELATED_OBJECTS Objects, PSTEP_CONTEXT *Result) {
  return FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)Result);
}

NTSTATUS UseIt(PCFLT_RELATED_OBJECTS Objects) {
  PSTEP_CONTEXT Found;
  NTSTATUS Status = FindIt(Objects, &Found);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Found->Uses > 3)
    return STATUS_QUOTA_EXCEEDED;
  FltReleaseContext(Found);
  return STATUS_SUCCESS;
}
