// What is declared twice, and not alike: the driver's own definition counts.
#include <fltKernel.h>
#include "own.h"

NTSTATUS Close(PFLT_CONTEXT Context, FLT_CONTEXT_TYPE Type);
VOID Takes(NOTHING_THAT_IS_KNOWN);

NTSTATUS Close(PVOID Context, ULONG Type) {
  PFLT_CONTEXT Other = NULL;
  UNREFERENCED_PARAMETER(Context);
  UNREFERENCED_PARAMETER(Type);
  FltGetInstanceContext(NULL, &Other);
  return STATUS_SUCCESS;
}

// The driver's structures, and not those of the stand-in headers, have these.
USHORT OwnMembers(PIMAGE_DOS_HEADER Header) {
  Takes(Header);
  return Header->MagicOfOurs;
}

NTSTATUS OwnRoutine(PEPROCESS Process) {
  return PsGetProcessExitStatus(Process, 1);
}
