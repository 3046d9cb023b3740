// Objects with destructors in and around __try blocks: a destructor runs before
// the __finally of the block it is in, and not when an exception passes (the
// kernel has no C++ exceptions).
// RUN: %flt_verify -std=c++20 %s
#include "Inputs/driver.h"

class Exclusive {
public:
  explicit Exclusive(PERESOURCE Lock) : Lock(Lock) {
    FltAcquireResourceExclusive(Lock);
    // expected-note@-1 4{{resource 'Ctx->Lock' is acquired exclusively here}}
  }
  ~Exclusive() { FltReleaseResource(Lock); }
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-3{{resource 'Ctx->Lock' is released here}}
  Exclusive(const Exclusive &) = delete;
  Exclusive &operator=(const Exclusive &) = delete;

private:
  PERESOURCE Lock;
};

NTSTATUS guardInside_ok(PSTREAM_CONTEXT Ctx, ULONG Code) {
  __try {
    Exclusive Guard(&Ctx->Lock);
    if (Code == 1)
      return WorkOn(Ctx);
    if (Code == 2)
      __leave;
    if (Code == 3)
      goto End;
  } __finally {
    Work();
  }
End:
  return STATUS_SUCCESS;
}

// The guard has released when the __finally runs.
NTSTATUS guardInside(PSTREAM_CONTEXT Ctx) {
  __try {
    Exclusive Guard(&Ctx->Lock);
    // expected-note@-1{{Calling constructor for 'Exclusive'}}
    // expected-note@-2{{Returning from constructor for 'Exclusive'}}
    if (Check())
    // expected-note@-1{{Assuming the condition is false}}
    // expected-note@-2{{Taking false branch}}
      return STATUS_CANCELLED;
  } __finally {
  // expected-note@-1{{Calling '~Exclusive'}}
  // expected-note@-2{{Returning from '~Exclusive'}}
    FltReleaseResource(&Ctx->Lock);
    // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
    // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  }
  return STATUS_SUCCESS;
}

VOID guardInALoop_ok(PSTREAM_CONTEXT Ctx) {
  for (ULONG I = 0; I < 2; ++I) {
    __try {
      Exclusive Guard(&Ctx->Lock);
      if (Check())
        break;
      if (Check())
        continue;
      WorkOn(Ctx);
    } __finally {
      Work();
    }
  }
}

// The guard is outside: every way out of the function ends it once.
NTSTATUS guardAround_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  Exclusive Guard(&Ctx->Lock);
  __try {
    if (Check())
      return STATUS_CANCELLED;
    ProbeForRead(User, sizeof(ULONG), 1);
    Ctx->Flags = *User;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

NTSTATUS guardAround(PSTREAM_CONTEXT Ctx) {
  Exclusive Guard(&Ctx->Lock);
  // expected-note@-1{{Calling constructor for 'Exclusive'}}
  // expected-note@-2{{Returning from constructor for 'Exclusive'}}
  __try {
    if (Check())
    // expected-note@-1{{Assuming the condition is false}}
    // expected-note@-2{{Taking false branch}}
      return STATUS_CANCELLED;
  } __finally {
    FltReleaseResource(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is released here}}
  }
  return STATUS_SUCCESS;
  // expected-note@-1{{Calling '~Exclusive'}}
}

NTSTATUS guardInTheFinally_ok(PSTREAM_CONTEXT Ctx) {
  __try {
    if (Check())
      return STATUS_CANCELLED;
  } __finally {
    Exclusive Guard(&Ctx->Lock);
    Ctx->Flags = 0;
  }
  return STATUS_SUCCESS;
}

// A method of the guard's class with a __try of its own.
class Session {
public:
  explicit Session(PSTREAM_CONTEXT Ctx) : Ctx(Ctx) {
    FltAcquireResourceShared(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired shared here}}
  }
  ~Session() {
    __try {
      if (Ctx->Flags == 0)
      // expected-note@-1{{Assuming field 'Flags' is equal to 0}}
      // expected-note@-2{{Taking true branch}}
        __leave;
        // expected-note@-1{{Control jumps to line}}
      WorkOn(Ctx);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
      // expected-note@-1{{resource 'Ctx->Lock' is released here}}
    }
  }

private:
  PSTREAM_CONTEXT Ctx;
};

NTSTATUS tryInADestructor_ok(PSTREAM_CONTEXT Ctx) {
  Session S(Ctx);
  return Work();
}

NTSTATUS tryInADestructor(PSTREAM_CONTEXT Ctx) {
  {
    Session S(Ctx);
    // expected-note@-1{{Calling constructor for 'Session'}}
    // expected-note@-2{{Returning from constructor for 'Session'}}
    Work();
  }
  // expected-note@-1{{Calling '~Session'}}
  // expected-note@-2{{Returning from '~Session'}}
  FltReleaseResource(&Ctx->Lock);
  // expected-warning@-1{{resource 'Ctx->Lock' is released twice}}
  // expected-note@-2{{resource 'Ctx->Lock' is released twice}}
  return Work();
}

// No destructor runs when an exception passes: the kernel has no C++ exceptions.
NTSTATUS exceptionPassesTheGuard(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    Exclusive Guard(&Ctx->Lock);
    // expected-note@-1{{Calling constructor for 'Exclusive'}}
    // expected-note@-2{{Returning from constructor for 'Exclusive'}}
    ProbeForRead(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
    // expected-note@-2{{The exception skips the destructor of 'Guard'}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

NTSTATUS probedBeforeTheGuard_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    ULONG Value = *User;
    Exclusive Guard(&Ctx->Lock);
    Ctx->Flags = Value;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// The same through the frame of a helper.
static VOID helperWithAGuard(PSTREAM_CONTEXT Ctx, PULONG User) {
  Exclusive Guard(&Ctx->Lock);
  // expected-note@-1{{Calling constructor for 'Exclusive'}}
  // expected-note@-2{{Returning from constructor for 'Exclusive'}}
  ProbeForRead(User, sizeof(ULONG), 1);
  // expected-note@-1{{Assuming an exception is raised here}}
  // expected-note@-2{{The exception skips the destructor of 'Guard'}}
}

NTSTATUS exceptionPassesTheHelper(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    helperWithAGuard(Ctx, User);
    // expected-note@-1{{Calling 'helperWithAGuard'}}
    // expected-note@-2{{Returning from 'helperWithAGuard'}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return GetExceptionCode();
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  return STATUS_SUCCESS;
}

// The exception is handled inside: the guard sees its end.
NTSTATUS handledBelowTheGuard_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    Exclusive Guard(&Ctx->Lock);
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      return GetExceptionCode();
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_UNSUCCESSFUL;
  }
  return STATUS_SUCCESS;
}

// A __finally in its place.
NTSTATUS finallyBesideTheGuard_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    FltAcquireResourceShared(&Ctx->Lock);
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
    } __finally {
      FltReleaseResource(&Ctx->Lock);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}
