// That nothing is held is shown by what did not happen: the helper that returned
// early, and the branch that led there.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}"
#include "../Inputs/driver.h"

typedef struct _DOOR {
  PERESOURCE Bolt;
  ERESOURCE Chain;
  ULONG Flags;
} DOOR, *PDOOR;

static VOID shut(PDOOR Door) {
  if (Door->Bolt == NULL)
    return;
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Door->Chain, TRUE);
}
static VOID open(PDOOR Door) {
  if (Door->Bolt != NULL || Door->Flags == 7)
    ExReleaseResourceLite(&Door->Chain);
  KeLeaveCriticalRegion();
}

//===-- Bad ---------------------------------------------------------------===//

// A helper that decides by itself what it releases is shown where it does.
// CHECK: quiet-calls.c:[[#@LINE-7]]:5: warning: resource 'Door->Chain' is released but not held on this path
// CHECK: note: Calling 'shut'
// CHECK: quiet-calls.c:[[#@LINE-15]]:5: note: 'shut' returns here without what it acquires on other paths
// CHECK: note: Calling 'open'
// CHECK: quiet-calls.c:[[#@LINE-10]]:3: warning: critical region is left but was not entered on this path
// CHECK: quiet-calls.c:[[#@LINE-18]]:5: note: 'shut' returns here without what it acquires on other paths
VOID passThrough(PDOOR Door) {
  shut(Door);
  open(Door);
}

// So is what a status tells, and nobody asks.
static NTSTATUS tryShut(PDOOR Door) {
  if (!ExAcquireResourceSharedLite(&Door->Chain, FALSE))
    return STATUS_CANT_WAIT;
  return STATUS_SUCCESS;
}
static VOID release(PDOOR Door) { ExReleaseResourceLite(&Door->Chain); }
VOID nobodyAsks(PDOOR Door) {
  KeEnterCriticalRegion();
  tryShut(Door);
  // CHECK: quiet-calls.c:[[#@LINE+1]]:3: warning: resource 'Door->Chain' is released but not held on this path
  release(Door);
  KeLeaveCriticalRegion();
}
// CHECK: quiet-calls.c:[[#@LINE-11]]:5: note: 'tryShut' returns here without what it acquires on other paths

//===-- Good --------------------------------------------------------------===//

VOID asks(PDOOR Door) {
  KeEnterCriticalRegion();
  if (NT_SUCCESS(tryShut(Door)))
    release(Door);
  KeLeaveCriticalRegion();
}
VOID hasBolt(PDOOR Door) {
  if (Door->Bolt == NULL)
    return;
  shut(Door);
  open(Door);
}
