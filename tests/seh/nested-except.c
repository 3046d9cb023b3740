// __finally inside of __except and the other way round: a __finally runs before
// the handler outside of it.
// RUN: %flt_verify %s
#include "Inputs/driver.h"

NTSTATUS finallyForgets(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
      Ctx->Flags = 1;
    } __finally {
    // expected-note@-1{{Control passes to the '__finally' block}}
      if (!AbnormalTermination())
      // expected-note@-1{{'AbnormalTermination()' is 1}}
      // expected-note@-2{{Taking false branch}}
        FltReleaseResource(&Ctx->Lock);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS finallyInExcept_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      Ctx->Flags = *User;
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  return STATUS_SUCCESS;
}

// The __finally has released already.
NTSTATUS finallyAndHandler(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
      Ctx->Flags = 1;
    } __finally {
    // expected-note@-1{{Control passes to the '__finally' block}}
      FltReleaseResource(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
    return STATUS_INVALID_USER_BUFFER;
  }
  return STATUS_SUCCESS;
}

NTSTATUS exceptInFinally_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      Ctx->Flags = *User;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      return GetExceptionCode();
    }
    if (Check())
      __leave;
    Status = WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Status;
}

// The handler returns from inside the outer __try: its __finally runs.
NTSTATUS handlerReturnsThroughFinally(PSTREAM_CONTEXT Ctx, PULONG User) {
  BOOLEAN Done = FALSE;

  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    // expected-note@-1{{Control passes to the '__except' handler}}
      return STATUS_INVALID_USER_BUFFER;
      // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
      // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
      // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    }
    Done = TRUE;
  } __finally {
    if (Done)
    // expected-note@-1{{'Done' is 0}}
    // expected-note@-2{{Taking false branch}}
      FltReleaseResource(&Ctx->Lock);
  }
  return STATUS_SUCCESS;
}

// A __try in a handler.
NTSTATUS finallyInAHandler_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    FltAcquireResourceExclusive(&Ctx->Lock);
    __try {
      if (Check())
        return STATUS_CANCELLED;
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  }
  return STATUS_SUCCESS;
}

NTSTATUS finallyInAHandler(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
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

// The inner handler takes nothing: the outer one does, with the lock.
NTSTATUS innerFilterDeclines(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
    } __except (GetExceptionCode() == STATUS_DATATYPE_MISALIGNMENT
    // expected-note@-1{{Assuming the condition is false}}
    // expected-note@-2{{'?' condition is false}}
    // expected-note@-3{{The filter passes the exception on}}
                    ? EXCEPTION_EXECUTE_HANDLER
                    : EXCEPTION_CONTINUE_SEARCH) {
      FltReleaseResource(&Ctx->Lock);
      return STATUS_DATATYPE_MISALIGNMENT;
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS innerFilterDeclines_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
    } __except (GetExceptionCode() == STATUS_DATATYPE_MISALIGNMENT
                    ? EXCEPTION_EXECUTE_HANDLER
                    : EXCEPTION_CONTINUE_SEARCH) {
      Status = STATUS_DATATYPE_MISALIGNMENT;
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  FltReleaseResource(&Ctx->Lock);
  return Status;
}

// What a handler raises goes to the next one outside, with what it acquired.
NTSTATUS raisedInTheHandler(PSTREAM_CONTEXT Ctx, PULONG User, PULONG Other) {
  __try {
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    // expected-note@-1{{Control passes to the '__except' handler}}
      FltAcquireResourceExclusive(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
      ProbeForRead(Other, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
      FltReleaseResource(&Ctx->Lock);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

// An exception in a __finally replaces the one that ran it.
NTSTATUS raisedInTheFinally(PSTREAM_CONTEXT Ctx, PULONG User) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    __try {
      Ctx->Flags = 1;
    } __finally {
      ProbeForRead(User, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
      FltReleaseResource(&Ctx->Lock);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

// except in finally in except, the locks each where they belong.
NTSTATUS threeDeep_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  NTSTATUS Status = STATUS_SUCCESS;

  __try {
    FltAcquireResourceShared(&Globals.Lock);
    __try {
      FltAcquireResourceExclusive(&Ctx->Lock);
      __try {
        ProbeForRead(User, sizeof(ULONG), 1);
        Ctx->Flags = *User;
      } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
      }
      FltReleaseResource(&Ctx->Lock);
      ProbeForWrite(User, sizeof(ULONG), 1);
    } __finally {
      FltReleaseResource(&Globals.Lock);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  return Status;
}

// The outermost handler is reached with the lock of the middle block only.
NTSTATUS threeDeep(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    FltAcquireResourceShared(&Globals.Lock);
    // expected-note@-1{{resource 'Globals.Lock' is acquired shared here}}
    __try {
      FltAcquireResourceExclusive(&Ctx->Lock);
      __try {
        ProbeForRead(User, sizeof(ULONG), 1);
        // expected-note@-1{{Assuming an exception is raised here}}
      } __finally {
      // expected-note@-1{{Control passes to the '__finally' block}}
        FltReleaseResource(&Ctx->Lock);
      }
    } __except (EXCEPTION_CONTINUE_SEARCH) {
    // expected-note@-1{{The filter passes the exception on}}
      FltReleaseResource(&Globals.Lock);
    }
    FltReleaseResource(&Globals.Lock);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
    // expected-note@-2{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}
