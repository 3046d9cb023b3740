#include <fltKernel.h>
#include "../inc/stream.h"

#define MAX_WRITE (1024 * 1024)

static const char Separator[] = "/* no comment */";

static NTSTATUS CountWrite(PSTREAM_CONTEXT Context, ULONG Length)
{
    LockStream(Context);
    if (Length > MAX_WRITE) {
        /* Größere Schreibzugriffe zählen nicht: "too large" 😀 */
        return STATUS_INVALID_PARAMETER;
    }
    Context->WrittenBytes.QuadPart += Length;
    FltReleaseResource(&Context->Lock);
    return STATUS_SUCCESS;
}

FLT_PREOP_CALLBACK_STATUS PreWrite(PFLT_CALLBACK_DATA Data,
                                   PCFLT_RELATED_OBJECTS Objects,
                                   PVOID *CompletionContext)
{
    PSTREAM_CONTEXT Context = NULL;
    ULONG Length = Data->Iopb->Parameters.Write.Length;
    ULONG Retries;
    NTSTATUS Status = STATUS_RETRY;

    UNREFERENCED_PARAMETER(CompletionContext);

    for (Retries = 0; Retries < 3 && Status == STATUS_RETRY; Retries++)
        Status = GetOrCreateStreamContext(Objects, &Context);
    if (!NT_SUCCESS(Status))
        return FLT_PREOP_SUCCESS_NO_CALLBACK;

    Status = CountWrite(Context, Length);
    if (!NT_SUCCESS(Status))
        return FLT_PREOP_SUCCESS_NO_CALLBACK;

    FltReleaseContext(Context);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

VOID MarkScanned(PSTREAM_CONTEXT Context)
{
    FltAcquireResourceExclusive(&Context->Lock);
    Context->Scanned = TRUE;
    FltReleaseResource(&Context->Lock);
    KeLeaveCriticalRegion();
}

VOID WaitForScan(PSTREAM_CONTEXT Context)
{
    LockStream(Context); // NOLINT(flt-resource-balance): released by the scanner
    Context->Scanned = FALSE;
}
