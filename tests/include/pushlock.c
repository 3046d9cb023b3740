// RUN: %clang --config=%standalone_cfg -E -P %s | FileCheck %s --check-prefix=NEW
// RUN: %clang --config=%standalone_cfg -UNTDDI_VERSION -DNTDDI_VERSION=0x06010000 -E -P %s | FileCheck %s --check-prefix=OLD
// RUN: %clang --config=%standalone_cfg -fsyntax-only %s
// RUN: %clang --config=%standalone_cfg -UNTDDI_VERSION -DNTDDI_VERSION=0x06010000 -fsyntax-only %s
//
// From Windows 8.1 on the old names of the push-lock routines are macros.
#include <fltKernel.h>

VOID UseLock(PEX_PUSH_LOCK Lock) {
  // NEW: FltAcquirePushLockExclusiveEx(Lock, 0);
  // OLD: FltAcquirePushLockExclusive(Lock);
  FltAcquirePushLockExclusive(Lock);
  // NEW: FltReleasePushLockEx(Lock, 0);
  // OLD: FltReleasePushLock(Lock);
  FltReleasePushLock(Lock);
}
