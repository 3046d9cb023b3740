// Where nothing in a __try is known to raise, the exception comes from its work,
// not from before its first statement.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include <fltKernel.h>

typedef struct _REQUEST {
  ERESOURCE Lock;
  BOOLEAN Top;
  ULONG State;
} REQUEST, *PREQUEST;

LONG Filter(PEXCEPTION_POINTERS Pointers);
NTSTATUS Prepare(PREQUEST Request);
NTSTATUS Dispatch(PREQUEST Request);
NTSTATUS Recover(PREQUEST Request, NTSTATUS Code);

// CHECK-NOT: guessed-raise.c:{{.*}}: warning:
NTSTATUS entersInside_ok(PREQUEST Request) {
  NTSTATUS Status = STATUS_SUCCESS;

  __try {
    __try {
      KeEnterCriticalRegion();
      Status = Prepare(Request);
      Status = Dispatch(Request);
    } __except (Filter(GetExceptionInformation())) {
      Status = Recover(Request, GetExceptionCode());
    }
  } __finally {
    KeLeaveCriticalRegion();
  }
  return Status;
}

NTSTATUS locksInside_ok(PREQUEST Request) {
  NTSTATUS Status;

  __try {
    FltAcquireResourceExclusive(&Request->Lock);
    Prepare(Request);
    Status = Dispatch(Request);
    FltReleaseResource(&Request->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltReleaseResource(&Request->Lock);
    Status = GetExceptionCode();
  }
  return Status;
}

NTSTATUS releasesBehind_ok(PREQUEST Request) {
  NTSTATUS Status;

  __try {
    ExAcquireResourceSharedLite(&Request->Lock, TRUE);
    Request->State = 1;
    Status = Prepare(Request);
    if (NT_SUCCESS(Status))
      Status = Dispatch(Request);
  } __except (Filter(GetExceptionInformation())) {
    Status = STATUS_UNSUCCESSFUL;
  }
  ExReleaseResourceLite(&Request->Lock);
  return Status;
}

// No call at all but the kit's.
VOID onlyTheKit_ok(PREQUEST Request) {
  __try {
    FsRtlEnterFileSystem();
    Request->Top = IoGetTopLevelIrp() == NULL;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Request->State = 2;
  }
  FsRtlExitFileSystem();
}

// The work is done under the lock, and the handler forgets it.
NTSTATUS forgets(PREQUEST Request) {
  __try {
    FltAcquireResourceExclusive(&Request->Lock);
    Prepare(Request);
    Dispatch(Request);
    FltReleaseResource(&Request->Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    // CHECK: guessed-raise.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The exception comes after the release: the handler's is one too many.
NTSTATUS releasesAgain(PREQUEST Request) {
  __try {
    FltAcquireResourceExclusive(&Request->Lock);
    Prepare(Request);
    FltReleaseResource(&Request->Lock);
    Dispatch(Request);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    // CHECK: guessed-raise.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is released twice
    FltReleaseResource(&Request->Lock);
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}
// CHECK-NOT: guessed-raise.c:{{.*}}: warning:
