// One filter function that is asked twice about one exception says the same.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "Inputs/driver.h"

LONG DriverFilter(PEXCEPTION_POINTERS Pointers);
LONG OtherFilter(PEXCEPTION_POINTERS Pointers);

// CHECK-NOT: same-filter.c:{{.*}}: warning:
NTSTATUS innerHandles_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;

  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      ProbeForRead(User, 4, 1);
    } __except (DriverFilter(GetExceptionInformation())) {
      Status = GetExceptionCode();
    }
    FltReleaseResource(&Ctx->Lock);
  } __except (DriverFilter(GetExceptionInformation())) {
    Status = STATUS_UNSUCCESSFUL;
  }
  return Status;
}

static NTSTATUS probe(PSTREAM_CONTEXT Ctx, PVOID User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ProbeForWrite(User, 4, 1);
  } __except (DriverFilter(GetExceptionInformation())) {
    Status = STATUS_INVALID_USER_BUFFER;
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}
NTSTATUS inAHelper_ok(PSTREAM_CONTEXT Ctx, PVOID User) {
  __try {
    return probe(Ctx, User);
  } __except (DriverFilter(GetExceptionInformation())) {
    return STATUS_UNSUCCESSFUL;
  }
}

// Another filter may take what the first one does not.
NTSTATUS otherFilter(PSTREAM_CONTEXT Ctx, PVOID User) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      ProbeForRead(User, 4, 1);
    } __except (OtherFilter(GetExceptionInformation())) {
      Work();
    }
    FltReleaseResource(&Ctx->Lock);
  } __except (DriverFilter(GetExceptionInformation())) {
    // CHECK: same-filter.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return STATUS_UNSUCCESSFUL;
  }
  return STATUS_SUCCESS;
}

// Another exception is another question.
NTSTATUS otherException(PSTREAM_CONTEXT Ctx, PVOID User) {
  __try {
    __try {
      ProbeForRead(User, 4, 1);
    } __except (DriverFilter(GetExceptionInformation())) {
      Work();
    }
    FltAcquireResourceExclusive(&Ctx->Lock);
    ProbeForWrite(User, 4, 1);
    FltReleaseResource(&Ctx->Lock);
  } __except (DriverFilter(GetExceptionInformation())) {
    // CHECK: same-filter.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return STATUS_UNSUCCESSFUL;
  }
  return STATUS_SUCCESS;
}
// CHECK-NOT: same-filter.c:{{.*}}: warning:
