#include <fltKernel.h>
#include "../inc/stream.h"

extern PFLT_FILTER FilterHandle;

/*
 * Finds the context of the stream, or makes one. If two threads race here, the
 * one that comes second gets the context of the first as OldContext.
 */
NTSTATUS GetOrCreateStreamContext(PCFLT_RELATED_OBJECTS Objects,
                                  PSTREAM_CONTEXT *Context)
{
    PSTREAM_CONTEXT New = NULL;
    PFLT_CONTEXT Old = NULL;
    NTSTATUS Status;

    Status = FltGetStreamContext(Objects->Instance, Objects->FileObject,
                                 (PFLT_CONTEXT *)Context);
    if (Status != STATUS_NOT_FOUND)
        return Status;

    Status = FltAllocateContext(FilterHandle, FLT_STREAM_CONTEXT,
                                sizeof(STREAM_CONTEXT), NonPagedPoolNx,
                                (PFLT_CONTEXT *)&New);
    if (!NT_SUCCESS(Status))
        return Status;

    RtlZeroMemory(New, sizeof(*New));
    ExInitializeResourceLite(&New->Lock);
    Status = FltSetStreamContext(Objects->Instance, Objects->FileObject,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
    if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED) {
        FltReleaseContext(New);
        return STATUS_RETRY;
    }
    if (!NT_SUCCESS(Status)) {
        FltReleaseContext(New);
        return Status;
    }

    *Context = New;
    return STATUS_SUCCESS;
}
