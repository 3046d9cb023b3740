#include <fltKernel.h>
typedef struct _MANY_CONTEXT {
  ULONG Uses;
} MANY_CONTEXT, *PMANY_CONTEXT;

NTSTATUS Choose(PCFLT_RELATED_OBJECTS Objects, ULONG A, ULONG B, ULONG C, ULONG D, ULONG E, ULONG F, ULONG G,
                ULONG H, ULONG I) {
  NTSTATUS Status;
  PMANY_CONTEXT Many;

  Status = FltGetInstanceContext(Objects->Instance, (PFLT_CONTEXT *)&Many);
  if (!NT_SUCCESS(Status))
    return Status;
  if (A == 1 && B == 2 && C == 3 && D == 4 && E == 5 && F == 6 && G == 7 && H == 8 && I == 9)
    return STATUS_UNSUCCESSFUL;
  FltReleaseContext(Many);
  return STATUS_SUCCESS;
}
