// A __finally in a loop or switch runs when break or continue leaves its __try.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS breaks(PSTREAM_CONTEXT Ctx) {
  for (;;) {
  // expected-note@-1{{Loop condition is true.  Entering loop body}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        break;
        // expected-note@-1{{The break leaves the '__try' block through '__finally'}}
        // expected-note@-2{{Execution continues on line}}
    } __finally {
      Work();
    }
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID breaks_ok(PSTREAM_CONTEXT Ctx) {
  for (;;) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      if (Check())
        break;
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  }
}

// The loop is inside: its break does not leave the __try.
VOID breakOfALoopInside_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    while (Check()) {
      if (!NT_SUCCESS(Work()))
        break;
      if (Work() == STATUS_PENDING)
        continue;
      WorkOn(Ctx);
    }
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

NTSTATUS continues(PSTREAM_CONTEXT Ctx) {
  ULONG I;

  for (I = 0; I < 1; ++I) {
  // expected-note@-1{{Loop condition is true.  Entering loop body}}
  // expected-note@-2{{Loop condition is false. Execution continues on line}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        continue;
        // expected-note@-1{{The continue leaves the '__try' block through '__finally'}}
        // expected-note@-2{{Execution continues on line}}
    } __finally {
      Work();
    }
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID continues_ok(PSTREAM_CONTEXT Ctx) {
  ULONG I;

  for (I = 0; I < 2; ++I) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      if (Check())
        continue;
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  }
}

// "continue" in a do loop goes to the condition.
NTSTATUS continueInADoLoop(PSTREAM_CONTEXT Ctx) {
  do {
  // expected-note@-1{{Loop condition is false.  Exiting loop}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        continue;
        // expected-note@-1{{The continue leaves the '__try' block through '__finally'}}
        // expected-note@-2{{Execution continues on line}}
      FltReleaseResource(&Ctx->Lock);
    } __finally {
      Work();
    }
  } while (FALSE);
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID doLoop_ok(PSTREAM_CONTEXT Ctx) {
  do {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      if (Check())
        continue;
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  } while (Check());
}

VOID allInsideTheTry_ok(PSTREAM_CONTEXT Ctx, ULONG N) {
  while (N--) {
    __try {
      FltAcquireResourceExclusive(&Ctx->Lock);
      if (Check())
        __leave;
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  }
}

NTSTATUS breakOfASwitch(PSTREAM_CONTEXT Ctx, ULONG Code) {
  switch (Code) {
  // expected-note@-1{{Control jumps to 'case 1:'}}
  case 1:
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        break;
        // expected-note@-1{{The break leaves the '__try' block through '__finally'}}
        // expected-note@-2{{Execution continues on line}}
      WorkOn(Ctx);
    } __finally {
      Work();
    }
    FltReleaseResource(&Ctx->Lock);
    break;
  default:
    Work();
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}

NTSTATUS breakOfASwitch_ok(PSTREAM_CONTEXT Ctx, ULONG Code) {
  switch (Code) {
  case 1:
    FltAcquireResourceShared(&Ctx->Lock);
    __try {
      if (Check())
        break;
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
    break;
  default:
    return STATUS_NOT_SUPPORTED;
  }
  return STATUS_SUCCESS;
}

// The switch is inside: "break" does not leave the __try, __leave does.
NTSTATUS outOfASwitch(PSTREAM_CONTEXT Ctx, ULONG Code) {
  __try {
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
    switch (Code) {
    // expected-note@-1{{Control jumps to 'case 2:'}}
    case 1:
      break;
    case 2:
      __leave;
      // expected-note@-1{{Control jumps to line}}
    default:
      WorkOn(Ctx);
    }
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Work();
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired shared, is still held when the function returns}}
}

NTSTATUS switchInside_ok(PSTREAM_CONTEXT Ctx, ULONG Code) {
  FltAcquireResourceShared(&Ctx->Lock);
  __try {
    switch (Code) {
    case 1:
      break;
    case 2:
      __leave;
    case 3:
      return Work();
    default:
      WorkOn(Ctx);
    }
    Work();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// __leave goes out of all loops in the block.
VOID outOfNestedLoops_ok(PSTREAM_CONTEXT Ctx) {
  ULONG I, J;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    for (I = 0; I < Count(); ++I)
      for (J = 0; J < Count(); ++J)
        if (Check())
          __leave;
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

// Released in the body of one round, and again by the __finally of the same.
NTSTATUS twiceInARound(PSTREAM_CONTEXT Ctx) {
  while (Check()) {
  // expected-note@-1{{Loop condition is true.  Entering loop body}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      if (!NT_SUCCESS(Work())) {
      // expected-note@-1{{Assuming the condition is false}}
      // expected-note@-2{{Taking true branch}}
        FltReleaseResource(&Ctx->Lock);
        // expected-note@-1{{resource 'Ctx->Lock' is released here}}
        continue;
        // expected-note@-1{{The continue leaves the '__try' block through '__finally'}}
      }
    } __finally {
      FltReleaseResource(&Ctx->Lock);
      // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
      // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
    }
  }
  return STATUS_SUCCESS;
}
