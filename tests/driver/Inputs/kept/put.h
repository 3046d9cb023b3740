/* Functions that call each other, and of which one keeps its argument. */
#include <fltKernel.h>

VOID PutLeft(PFLT_CONTEXT Ctx, ULONG Depth);
VOID PutRight(PFLT_CONTEXT Ctx, ULONG Depth);
VOID FindLeft(PFLT_CONTEXT Ctx, ULONG Depth);
VOID FindRight(PFLT_CONTEXT Ctx, ULONG Depth);
ULONG Count(PFLT_CONTEXT Ctx);

/* What they do to a part of their argument. */
typedef struct _BOX {
  LIST_ENTRY Link;
  UNICODE_STRING Name;
  PVOID Buffer;
} BOX, *PBOX;

typedef struct _PARCEL {
  PBOX Box;
} PARCEL, *PPARCEL;

VOID Rename(PBOX Box, PUNICODE_STRING Name);
VOID Queue(PBOX Box);
VOID Unpack(PPARCEL Parcel);
VOID Weigh(PPARCEL Parcel);
