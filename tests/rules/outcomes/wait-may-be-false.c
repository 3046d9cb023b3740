// An acquisition that is told to wait by what a flag says can fail.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

typedef struct _REQUEST {
  ULONG Flags;
  BOOLEAN Wait;
  PSTREAM_CONTEXT Stream;
} REQUEST, *PREQUEST;

#define CAN_WAIT 0x1

//===-- Bad ---------------------------------------------------------------===//

VOID byFlag(PREQUEST Request) {
  FsRtlEnterFileSystem();
  ExAcquireResourceExclusiveLite(&Request->Stream->Lock, BooleanFlagOn(Request->Flags, CAN_WAIT)); // CHECK: :[[@LINE]]:{{.*}} warning: the result of 'ExAcquireResourceExclusiveLite', which does not wait, is not checked: resource 'Request->Stream->Lock' may not be held
  Request->Stream->Flags = 0;
  ExReleaseResourceLite(&Request->Stream->Lock);
  FsRtlExitFileSystem();
}

VOID byVariable(PREQUEST Request, ULONG Level) {
  BOOLEAN Wait = FALSE;
  if (Level > 2)
    Wait = TRUE;
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Request->Stream->Lock, Wait); // CHECK: :[[@LINE]]:{{.*}} warning: the result of 'ExAcquireResourceSharedLite', which does not wait, is not checked
  Request->Stream->Flags = Level;
  ExReleaseResourceLite(&Request->Stream->Lock);
  KeLeaveCriticalRegion();
}

VOID byNegation(PREQUEST Request, BOOLEAN Fast) {
  KeEnterCriticalRegion();
  ExAcquireSharedStarveExclusive(&Request->Stream->Lock, !Fast); // CHECK: :[[@LINE]]:{{.*}} warning: the result of 'ExAcquireSharedStarveExclusive', which does not wait, is not checked
  WorkOn(Request->Stream->Buffer);
  ExReleaseResourceLite(&Request->Stream->Lock);
  KeLeaveCriticalRegion();
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS looked_ok(PREQUEST Request) {
  KeEnterCriticalRegion();
  if (!ExAcquireResourceExclusiveLite(&Request->Stream->Lock, BooleanFlagOn(Request->Flags, CAN_WAIT))) {
    KeLeaveCriticalRegion();
    return STATUS_CANT_WAIT;
  }
  Request->Stream->Flags = 0;
  ExReleaseResourceLite(&Request->Stream->Lock);
  KeLeaveCriticalRegion();
  return STATUS_SUCCESS;
}

// What callers pass they may always pass as TRUE.
VOID passed_ok(PREQUEST Request, BOOLEAN Wait) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Request->Stream->Lock, Wait);
  ExReleaseResourceLite(&Request->Stream->Lock);
  ExAcquireResourceSharedLite(&Request->Stream->Lock, Request->Wait);
  ExReleaseResourceLite(&Request->Stream->Lock);
  KeLeaveCriticalRegion();
}

NTSTATUS askedBefore_ok(PREQUEST Request) {
  if (!BooleanFlagOn(Request->Flags, CAN_WAIT))
    return STATUS_PENDING;
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Request->Stream->Lock, BooleanFlagOn(Request->Flags, CAN_WAIT));
  Request->Stream->Flags = 0;
  ExReleaseResourceLite(&Request->Stream->Lock);
  KeLeaveCriticalRegion();
  return STATUS_SUCCESS;
}

VOID setBefore_ok(PREQUEST Request) {
  BOOLEAN Wait = FALSE;
  KeEnterCriticalRegion();
  if (!ExAcquireResourceSharedLite(&Request->Stream->Lock, Wait)) {
    Wait = TRUE;
    ExAcquireResourceSharedLite(&Request->Stream->Lock, Wait);
  }
  ExReleaseResourceLite(&Request->Stream->Lock);
  KeLeaveCriticalRegion();
}
