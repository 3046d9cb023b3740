// A BOOLEAN is TRUE or FALSE: "== TRUE" asks what "!= FALSE" asks.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _SESSION {
  ERESOURCE Lock;
  BOOLEAN Held;
  BOOLEAN Shared;
  ULONG Uses;
} SESSION, *PSESSION;

// CHECK-NOT: truth-values.c:{{.*}}: {{warning|error}}:
BOOLEAN tryEnter(PSESSION Session, BOOLEAN Wait) {
  return ExAcquireResourceExclusiveLite(&Session->Lock, Wait);
}

VOID notFalse_ok(PSESSION Session, BOOLEAN Wait) {
  BOOLEAN Held = ExAcquireResourceSharedLite(&Session->Lock, Wait);

  if (TRUE == Held)
    Session->Uses = Count();
  if (FALSE != Held)
    ExReleaseResourceLite(&Session->Lock);
}

VOID asNumber_ok(PSESSION Session, BOOLEAN Wait) {
  int Held = ExAcquireResourceExclusiveLite(&Session->Lock, Wait);

  WorkOn(NULL);
  if (Held == 1)
    ExReleaseResourceLite(&Session->Lock);
}

VOID byChoice_ok(PSESSION Session, BOOLEAN Wait) {
  ULONG State = tryEnter(Session, Wait) == TRUE ? 2 : 0;

  Session->Uses = Count();
  if (State != 0)
    ExReleaseResourceLite(&Session->Lock);
}

NTSTATUS bySwitch_ok(PSESSION Session, BOOLEAN Wait) {
  switch (ExAcquireResourceExclusiveLite(&Session->Lock, Wait)) {
  case TRUE:
    break;
  default:
    return STATUS_CANT_WAIT;
  }
  ExReleaseResourceLite(&Session->Lock);
  return STATUS_SUCCESS;
}

// A parameter and a member are flags like any other.
VOID byParameter_ok(PSESSION Session, BOOLEAN Lock) {
  if (Lock)
    ExAcquireResourceExclusiveLite(&Session->Lock, TRUE);
  Session->Uses = 0;
  if (Lock == TRUE)
    ExReleaseResourceLite(&Session->Lock);
}

VOID byMember_ok(PSESSION Session, BOOLEAN Wait) {
  Session->Held = ExAcquireResourceExclusiveLite(&Session->Lock, Wait);
  if (Session->Held != TRUE)
    return;
  WorkOn(Session);
  if (Session->Held == TRUE)
    ExReleaseResourceLite(&Session->Lock);
}

// Looked at only where it was stored.
VOID keptInMember_ok(PSESSION Session, BOOLEAN Wait) {
  Session->Held = ExAcquireResourceSharedLite(&Session->Lock, Wait);
  WorkOn(Session);
  if (Session->Held == TRUE)
    ExReleaseResourceLite(&Session->Lock);
}

NTSTATUS asStatus(PSESSION Session) {
  BOOLEAN Held = tryEnter(Session, FALSE);

  return Held == TRUE ? STATUS_SUCCESS : STATUS_CANT_WAIT;
}
VOID throughStatus_ok(PSESSION Session) {
  if (!NT_SUCCESS(asStatus(Session)))
    return;
  ExReleaseResourceLite(&Session->Lock);
}

// Two is neither: a number that is no truth value may be anything.
// CHECK: truth-values.c:[[#@LINE+4]]:5: warning: {{.*}} is still held
VOID asCount(PSESSION Session) {
  ExAcquireResourceExclusiveLite(&Session->Lock, TRUE);
  if (Session->Uses != 0 && Session->Uses != 1)
    return;
  ExReleaseResourceLite(&Session->Lock);
}

VOID keptAndForgotten(PSESSION Session, BOOLEAN Wait) {
  Session->Held = ExAcquireResourceSharedLite(&Session->Lock, Wait);
  WorkOn(Session);
  if (Session->Held == TRUE)
    // CHECK: truth-values.c:[[#@LINE+1]]:{{.*}}: warning: {{.*}} is still held
    return;
  Session->Uses = 0;
}

// CHECK: truth-values.c:[[#@LINE+6]]:17: warning: {{.*}} is still held
VOID onlyShared(PSESSION Session, BOOLEAN Wait) {
  BOOLEAN Held = ExAcquireResourceExclusiveLite(&Session->Lock, Wait);

  if (Held == TRUE && Session->Shared == FALSE)
    ExReleaseResourceLite(&Session->Lock);
  Session->Uses = 0;
}

// CHECK: truth-values.c:[[#@LINE+5]]:5: warning: {{.*}} is still held
NTSTATUS wrongWay(PSESSION Session, BOOLEAN Wait) {
  int Held = tryEnter(Session, Wait);

  if (Held == 1)
    return STATUS_SUCCESS;
  return STATUS_CANT_WAIT;
}
// CHECK-NOT: truth-values.c:{{.*}}: {{warning|error}}:
