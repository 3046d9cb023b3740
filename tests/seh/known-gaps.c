// What we know to be missed or wrong.
// RUN: %flt_verify %s
// expected-no-diagnostics
#include "Inputs/driver.h"

// The filter of a caller runs after the __finally blocks of the function it has
// called; in the kernel it runs before them, sees the flag, and returns with the
// lock.
static BOOLEAN Busy;

static VOID work(PULONG User) {
  Busy = TRUE;
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } __finally {
    Busy = FALSE;
  }
}

NTSTATUS filterOfACaller(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    work(User);
  } __except (Busy ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
    return STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// An embedded pointer of a request that was copied is the user's, too.
typedef struct _REQUEST {
  ULONG Size;
  PULONG Values;
} REQUEST, *PREQUEST;

NTSTATUS pointerInACopy(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  REQUEST Copy;

  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    Copy = *Request;
    FltAcquireResourceExclusive(&Ctx->Lock);
    Ctx->Flags = *Copy.Values;
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// A routine of which nothing is known may raise, but not beside one that is
// known to: else every release in a __try would be skipped by some exception.
NTSTATUS unknownRoutineRaises(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    WorkOn(Ctx);
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}
