/* The per-stream context of the sample driver, and the lock that guards it. */
#pragma once

typedef struct _STREAM_CONTEXT {
    ERESOURCE Lock;
    LARGE_INTEGER WrittenBytes;
    BOOLEAN Scanned;
} STREAM_CONTEXT, *PSTREAM_CONTEXT;

NTSTATUS GetOrCreateStreamContext(PCFLT_RELATED_OBJECTS Objects,
                                  PSTREAM_CONTEXT *Context);

/* Returns with the lock held. */
FORCEINLINE VOID LockStream(PSTREAM_CONTEXT Context)
{
    FltAcquireResourceExclusive(&Context->Lock);
}
