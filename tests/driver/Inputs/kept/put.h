/* Functions that call each other, and of which one keeps its argument. */
#include <fltKernel.h>

VOID PutLeft(PFLT_CONTEXT Ctx, ULONG Depth);
VOID PutRight(PFLT_CONTEXT Ctx, ULONG Depth);
VOID FindLeft(PFLT_CONTEXT Ctx, ULONG Depth);
VOID FindRight(PFLT_CONTEXT Ctx, ULONG Depth);
ULONG Count(PFLT_CONTEXT Ctx);
