// An access through a user's pointer may raise; one through a kernel pointer
// does not: it would stop the machine.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

typedef struct _REQUEST {
  ULONG Size;
  PULONG Values;
  UCHAR Name[16];
} REQUEST, *PREQUEST;

NTSTATUS probedPointer(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  ULONG Size;

  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    Size = Request->Size;
    // expected-note@-1{{Assuming an exception is raised here}}
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return Size == 0 ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

NTSTATUS capturedBefore_ok(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  ULONG Size;

  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    Size = Request->Size;
    FltAcquireResourceExclusive(&Ctx->Lock);
    Ctx->Flags = Size;
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// "Ctx" is the kernel's.
NTSTATUS kernelPointer_ok(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    Ctx->Flags = Ctx->Parent->Flags;
    RtlZeroMemory(Ctx->Buffer, 16);
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The address of a field is no access to it; neither is sizeof.
NTSTATUS onlyAddresses_ok(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  PUCHAR Name;
  ULONG Length;

  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    Name = &Request->Name[2];
    Length = sizeof(Request->Name);
    Ctx->Buffer = Request->Name + Length;
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return Name == NULL ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

NTSTATUS userBuffer(PSTREAM_CONTEXT Ctx, PIRP Irp) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    *(PULONG)Irp->UserBuffer = Ctx->Flags;
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS type3InputBuffer(PSTREAM_CONTEXT Ctx, PIO_STACK_LOCATION Stack) {
  PREQUEST Request = Stack->Parameters.DeviceIoControl.Type3InputBuffer;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    Ctx->Flags = Request->Size;
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS methodNeither(PSTREAM_CONTEXT Ctx, PFLT_CALLBACK_DATA Data) {
  PVOID Buffer =
      Data->Iopb->Parameters.FileSystemControl.Neither.OutputBuffer;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    RtlCopyMemory(Buffer, &Ctx->Flags, sizeof(ULONG));
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

// METHOD_BUFFERED: the buffer is the I/O manager's own.
NTSTATUS methodBuffered_ok(PSTREAM_CONTEXT Ctx, PFLT_CALLBACK_DATA Data,
                           PVOID User) {
  PVOID Buffer =
      Data->Iopb->Parameters.FileSystemControl.Buffered.SystemBuffer;

  __try {
    ProbeForRead(User, 4, 1);
    FltAcquireResourceExclusive(&Ctx->Lock);
    RtlCopyMemory(Buffer, &Ctx->Flags, sizeof(ULONG));
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// A system address of locked pages is safe to use.
NTSTATUS mappedByAnMdl_ok(PSTREAM_CONTEXT Ctx, PMDL Mdl) {
  PULONG Buffer;

  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoWriteAccess);
    Buffer = MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority);
    if (Buffer == NULL)
      return STATUS_INSUFFICIENT_RESOURCES;
    FltAcquireResourceExclusive(&Ctx->Lock);
    *Buffer = Ctx->Flags;
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// What is computed from a user's pointer, or read through it, is the user's.
NTSTATUS derivedPointer(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  PUCHAR Name;

  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    Name = (PUCHAR)Request + FIELD_OFFSET(REQUEST, Name);
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    Ctx->Flags = Name[1];
    // expected-note@-1{{Assuming an exception is raised here}}
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS embeddedPointer(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  PULONG Values;

  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    Values = Request->Values;
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    Ctx->Flags = *Values;
    // expected-note@-1{{Assuming an exception is raised here}}
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

// A copy of the request is the kernel's, and its pointer is not followed.
NTSTATUS copiedRequest_ok(PSTREAM_CONTEXT Ctx, PREQUEST Request) {
  REQUEST Copy;

  __try {
    ProbeForRead(Request, sizeof(REQUEST), 1);
    Copy = *Request;
    FltAcquireResourceExclusive(&Ctx->Lock);
    Ctx->Flags = Copy.Size + Copy.Name[0];
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The condition of a loop reads user memory in every round.
ULONG loopCondition(PSTREAM_CONTEXT Ctx, PULONG User) {
  ULONG N = 0;

  __try {
    ProbeForRead(User, 64, 1);
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    while (User[N] != 0)
    // expected-note@-1{{Assuming an exception is raised here}}
      ++N;
    FltReleaseResource(&Ctx->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return 0;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  }
  return N;
}
