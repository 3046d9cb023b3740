// Macros over __try, as file systems and drivers have them.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS tryReturn(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;
  BOOLEAN Unlock = FALSE;

  try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      try_return(Status = STATUS_CANCELLED);
      // expected-note@-1{{Control jumps to line}}
    Unlock = TRUE;
    Status = WorkOn(Ctx);
  try_exit:
    NOTHING;
  } finally {
    if (Unlock)
    // expected-note@-1{{'Unlock' is 0}}
    // expected-note@-2{{Taking false branch}}
      FltReleaseResource(&Ctx->Lock);
  }
  return Status;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

NTSTATUS tryReturn_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;
  BOOLEAN Unlock = FALSE;

  try {
    if (Check())
      try_return(Status = STATUS_CANCELLED);
    FltAcquireResourceExclusive(&Ctx->Lock);
    Unlock = TRUE;
    if (Check())
      try_return(Status = STATUS_UNSUCCESSFUL);
    if (Check())
      return STATUS_PENDING;
  try_exit:
    NOTHING;
  } finally {
    if (Unlock)
      FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

NTSTATUS tryAndGo(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    if (Check())
    // expected-note@-1{{Assuming the condition is true}}
    // expected-note@-2{{Taking true branch}}
      try_leave(Status = STATUS_CANCELLED);
      // expected-note@-1{{Control jumps to line}}
    FltReleaseResource(&Ctx->Lock);
  } finally {
    Work();
  }
  return Status;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

NTSTATUS tryAndGo_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  try {
    if (Check())
      try_leave(Status = STATUS_CANCELLED);
    Status = WorkOn(Ctx);
  } finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

// The __finally goes by the status, which is a failure only after try_leave.
NTSTATUS statusTellsTheFinally_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  try {
    if (Check())
      try_leave(Status = STATUS_CANCELLED);
    FltReleaseResource(&Ctx->Lock);
  } finally {
    if (!NT_SUCCESS(Status))
      FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

// One macro has the __try, the other its __finally.
#define ENTER_LOCKED(Ctx)                                                      \
  KeEnterCriticalRegion();                                                     \
  ExAcquireResourceExclusiveLite(&(Ctx)->Lock, TRUE);                          \
  __try {
#define LEAVE_LOCKED(Ctx)                                                      \
  }                                                                            \
  __finally {                                                                  \
    ExReleaseResourceLite(&(Ctx)->Lock);                                       \
    KeLeaveCriticalRegion();                                                   \
  }

NTSTATUS twoMacros_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  ENTER_LOCKED(Ctx)
  Status = WorkOn(Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Status == STATUS_PENDING)
    __leave;
  Status = Work();
  LEAVE_LOCKED(Ctx)
  return Status;
}

NTSTATUS twoMacros(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  ENTER_LOCKED(Ctx)
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  Status = WorkOn(Ctx);
  if (!NT_SUCCESS(Status)) {
  // expected-note@-1{{Assuming 'Status' is < 0}}
  // expected-note@-2{{'Status' is < 0}}
  // expected-note@-3{{Taking true branch}}
    ExReleaseResourceLite(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    return Status;
    // expected-note@-1{{The return leaves the '__try' block through '__finally'}}
  }
  LEAVE_LOCKED(Ctx)
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  return Status;
}

#define IFERR_RETURN(S)                                                        \
  do {                                                                         \
    NTSTATUS Result_ = (S);                                                    \
    if (!NT_SUCCESS(Result_))                                                  \
      return Result_;                                                          \
  } while (0)
#define IFERR_LEAVE(S)                                                         \
  do {                                                                         \
    Status = (S);                                                              \
    if (!NT_SUCCESS(Status))                                                   \
      __leave;                                                                 \
  } while (0)

NTSTATUS iferrReturn(PSTREAM_CONTEXT Ctx) {
  try {
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    IFERR_RETURN(WorkOn(Ctx));
    // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{Assuming 'Result_' is < 0}}
    // expected-note@-3{{'Result_' is < 0}}
    // expected-note@-4{{Taking true branch}}
    // expected-note@-5{{The return leaves the '__try' block through '__finally'}}
    // expected-note@-6{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
    FltReleaseResource(&Ctx->Lock);
  } finally {
    Work();
  }
  return STATUS_SUCCESS;
}

NTSTATUS iferrReturn_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Ctx->Lock);
  try {
    IFERR_RETURN(WorkOn(Ctx));
    IFERR_RETURN(Work());
  } finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS iferrGo_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceShared(&Ctx->Lock);
  try {
    IFERR_LEAVE(WorkOn(Ctx));
    IFERR_LEAVE(Work());
  } finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

#define SAFELY(Code)                                                           \
  __try {                                                                      \
    Code;                                                                      \
  } __except (EXCEPTION_EXECUTE_HANDLER) {                                     \
    NOTHING;                                                                   \
  }

// Released in the macro's argument and behind it.
ULONG wholeTryInAMacro(PSTREAM_CONTEXT Ctx, PULONG User) {
  ULONG Value = 0;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  SAFELY(Value = *User; FltReleaseResource(&Ctx->Lock); *User = 2)
  // expected-note@-1{{resource 'Ctx->Lock' is released here}}
  // expected-note@-2{{Assuming an exception is raised here}}
  // expected-note@-3{{Control passes to the '__except' handler}}
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  return Value;
}

ULONG wholeTryInAMacro_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  ULONG Value = 0;

  FltAcquireResourceExclusive(&Ctx->Lock);
  SAFELY(Value = *User; *User = 2)
  FltReleaseResource(&Ctx->Lock);
  return Value;
}

#define WITH_LOCK(L, Code)                                                     \
  do {                                                                         \
    FltAcquireResourceExclusive(L);                                            \
    __try {                                                                    \
      Code;                                                                    \
    } __finally {                                                              \
      FltReleaseResource(L);                                                   \
    }                                                                          \
  } while (0)

NTSTATUS wholeFinallyInAMacro_ok(PSTREAM_CONTEXT Ctx) {
  WITH_LOCK(&Ctx->Lock, if (Check()) return STATUS_CANCELLED; Work());
  WITH_LOCK(&Globals.Lock, WITH_LOCK(&Ctx->Lock, Ctx->Flags = 1));
  return STATUS_SUCCESS;
}

NTSTATUS wholeFinallyInAMacro(PSTREAM_CONTEXT Ctx) {
  WITH_LOCK(&Ctx->Lock, if (Check()) { FltReleaseResource(&Ctx->Lock); });
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is acquired exclusively here}}
  // expected-note@-3{{Assuming the condition is true}}
  // expected-note@-4{{Taking true branch}}
  // expected-note@-5{{resource 'Ctx->Lock' is released here}}
  // expected-note@-6{{resource 'Ctx->Lock' is released twice}}
  return STATUS_SUCCESS;
}
