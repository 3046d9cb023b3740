// __try statements in each other: what leaves several of them runs their
// __finally blocks from the inside out.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

// The return passes both blocks; only the inner one forgets its lock.
NTSTATUS innerForgets(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Globals.Lock);
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        return STATUS_CANCELLED;
        // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
        // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
        // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
      WorkOn(Ctx);
    } __finally {
      if (!AbnormalTermination())
      // expected-note@-1{{'AbnormalTermination()' is 1}}
      // expected-note@-2{{Taking false branch}}
        FltReleaseResource(&Ctx->Lock);
    }
  } __finally {
    FltReleaseResource(&Globals.Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS outerForgets(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceShared(&Globals.Lock);
  // expected-note@-1{{resource 'Globals.Lock' is acquired shared here}}
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        goto Cleanup;
        // expected-note@-1{{The goto leaves the '__try' block through '__finally'}}
        // expected-note@-2{{Control jumps to line}}
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
    FltReleaseResource(&Globals.Lock);
  } __finally {
    Work();
  }
Cleanup:
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
}

NTSTATUS allTwo_ok(PSTREAM_CONTEXT Ctx, ULONG Code) {
  FltAcquireResourceShared(&Globals.Lock);
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      if (Code == 1)
        return WorkOn(Ctx);
      if (Code == 2)
        goto Cleanup;
      if (Code == 3)
        __leave;
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
    Work();
  } __finally {
    FltReleaseResource(&Globals.Lock);
  }
  return STATUS_SUCCESS;
Cleanup:
  return STATUS_CANCELLED;
}

// A __leave of the inner block goes on in the outer one.
NTSTATUS innerGoesOn_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    __try {
      FltAcquireResourceExclusive(&Ctx->Lock);
      if (Check())
        __leave;
      WorkOn(Ctx);
    } __finally {
      Work();
    }
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Work();
  }
  return STATUS_SUCCESS;
}

NTSTATUS innerReturns(PSTREAM_CONTEXT Ctx) {
  __try {
    __try {
      FltAcquireResourceExclusive(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        return STATUS_CANCELLED;
        // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
        // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
        // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
      WorkOn(Ctx);
    } __finally {
      Work();
    }
    FltReleaseResource(&Ctx->Lock);
  } __finally {
    Work();
  }
  return STATUS_SUCCESS;
}

// Released by both blocks.
NTSTATUS bothBlocks(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        return STATUS_CANCELLED;
        // expected-note@-1{{The return leaves the '__try' block through '__finally'}}
    } __finally {
      FltReleaseResource(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    }
    FltAcquireResourceExclusive(&Ctx->Lock);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS onceMore_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    __try {
      if (Check())
        __leave;
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
      FltAcquireResourceExclusive(&Ctx->Lock);
    }
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// Three deep, in a loop: the innermost continue passes two of the blocks.
NTSTATUS threeDeep(PSTREAM_CONTEXT Ctx) {
  __try {
    while (Check()) {
    // expected-note@-1{{Loop condition is true.  Entering loop body}}
      FltAcquireResourceExclusive(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
      __try {
        __try {
          if (!NT_SUCCESS(Work()))
          // expected-note@-1{{Assuming the condition is false}}
          // expected-note@-2{{Taking true branch}}
            break;
            // expected-note@-1{{The break leaves the '__try' block through '__finally'}}
            // expected-note@-2{{Execution continues on line}}
        } __finally {
          Ctx->Flags |= 1;
        }
        FltReleaseResource(&Ctx->Lock);
      } __finally {
        Ctx->Flags |= 2;
      }
    }
  } __finally {
    Ctx->Flags |= 4;
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

VOID threeDeep_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    while (Check()) {
      FltAcquireResourceExclusive(&Ctx->Lock);
      __try {
        __try {
          if (!NT_SUCCESS(Work()))
            break;
          if (Work() == STATUS_PENDING)
            continue;
          if (Work() == STATUS_CANCELLED)
            return;
        } __finally {
          Ctx->Flags |= 1;
        }
        WorkOn(Ctx);
      } __finally {
        FltReleaseResource(&Ctx->Lock);
      }
    }
  } __finally {
    Ctx->Flags |= 4;
  }
}

// A __try in a __finally has ways out of its own.
NTSTATUS tryInAFinally(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    WorkOn(Ctx);
  } __finally {
    __try {
      if (Check())
      // expected-note@-1{{Assuming the condition is true}}
      // expected-note@-2{{Taking true branch}}
        __leave;
        // expected-note@-1{{Control jumps to line}}
      FltReleaseResource(&Ctx->Lock);
    } __finally {
      Work();
    }
  }
  return STATUS_SUCCESS;
  // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
}

NTSTATUS tryInAFinally_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      return STATUS_CANCELLED;
  } __finally {
    __try {
      if (Check())
        __leave;
      Work();
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  }
  return STATUS_SUCCESS;
}
