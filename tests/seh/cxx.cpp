// C++: methods, templates, lambdas, values of class type.
// RUN: %flt_verify -std=c++20 %s
#include "Inputs/driver.h"

class Volume {
public:
  NTSTATUS flush(BOOLEAN Wait) {
    FltAcquireResourceExclusive(&Lock);
    // expected-note@-1{{resource 'this->Lock' is acquired exclusively here}}
    __try {
      if (!Wait)
      // expected-note@-1{{Assuming 'Wait' is 0}}
      // expected-note@-2{{Taking true branch}}
        return STATUS_PENDING;
        // expected-warning@-1{{resource 'this->Lock', acquired exclusively, is still held when the function returns}}
        // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
        // expected-note@-3{{resource 'this->Lock', acquired exclusively, is still held when the function returns}}
      Work();
    } __finally {
      if (!AbnormalTermination())
      // expected-note@-1{{'AbnormalTermination()' is 1}}
      // expected-note@-2{{Taking false branch}}
        FltReleaseResource(&Lock);
    }
    return STATUS_SUCCESS;
  }

  NTSTATUS flush_ok(BOOLEAN Wait) {
    FltAcquireResourceExclusive(&Lock);
    __try {
      if (!Wait)
        return STATUS_PENDING;
      Work();
    } __finally {
      FltReleaseResource(&Lock);
    }
    return STATUS_SUCCESS;
  }

  static NTSTATUS copy(Volume &V, PULONG User) {
    FltAcquireResourceShared(&V.Lock);
    // expected-note@-1{{resource 'V->Lock' is acquired shared here}}
    __try {
      ProbeForRead(User, sizeof(ULONG), 1);
      // expected-note@-1{{Assuming an exception is raised here}}
      V.Flags = *User;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    // expected-note@-1{{Control passes to the '__except' handler}}
      return GetExceptionCode();
      // expected-warning@-1{{resource 'V->Lock', acquired shared, is still held when the function returns}}
      // expected-note@-2{{resource 'V->Lock', acquired shared, is still held when the function returns}}
    }
    FltReleaseResource(&V.Lock);
    return STATUS_SUCCESS;
  }

private:
  ERESOURCE Lock;
  ULONG Flags;
};

template <class T> T guarded(PSTREAM_CONTEXT Ctx, T Value) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    if (Value != 0)
    // expected-note@-1{{Assuming 'Value' is not equal to 0}}
    // expected-note@-2{{Taking true branch}}
      return Value;
      // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
      // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
      // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    Work();
  } __finally {
    Work();
  }
  FltReleaseResource(&Ctx->Lock);
  return Value;
}

ULONG instantiates(PSTREAM_CONTEXT Ctx, ULONG Value) {
  return guarded(Ctx, Value);
  // expected-note@-1{{Calling 'guarded<unsigned long>'}}
}

template <class T> T guarded_ok(PSTREAM_CONTEXT Ctx, T Value) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Value != 0)
      return Value;
    Work();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Value;
}

ULONG instantiates_ok(PSTREAM_CONTEXT Ctx, ULONG Value) {
  if (guarded_ok(Ctx, Value) == 0)
    return guarded_ok<short>(Ctx, 2);
  return 0;
}

NTSTATUS inALambda(PSTREAM_CONTEXT Ctx) {
  auto Update = [&](BOOLEAN Cancel) -> NTSTATUS {
    FltAcquireResourceExclusive(&Ctx->Lock);
    // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
    __try {
      if (Cancel)
      // expected-note@-1{{Assuming 'Cancel' is not equal to 0}}
      // expected-note@-2{{Taking true branch}}
        return STATUS_CANCELLED;
        // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
        // expected-note@-2{{The return leaves the '__try' block through '__finally'}}
        // expected-note@-3{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    } __finally {
      if (!AbnormalTermination())
      // expected-note@-1{{'AbnormalTermination()' is 1}}
      // expected-note@-2{{Taking false branch}}
        FltReleaseResource(&Ctx->Lock);
    }
    return STATUS_SUCCESS;
  };
  return Update(Check());
  // expected-note@-1{{Calling 'operator()'}}
}

// The lambda has its own __try; a return in it does not leave the outer one.
NTSTATUS inALambda_ok(PSTREAM_CONTEXT Ctx) {
  NTSTATUS Status;

  FltAcquireResourceShared(&Globals.Lock);
  __try {
    auto Update = [&](BOOLEAN Cancel) -> NTSTATUS {
      FltAcquireResourceExclusive(&Ctx->Lock);
      __try {
        if (Cancel)
          return STATUS_CANCELLED;
      } __finally {
        FltReleaseResource(&Ctx->Lock);
      }
      return STATUS_SUCCESS;
    };
    Status = Update(Check());
  } __finally {
    FltReleaseResource(&Globals.Lock);
  }
  return Status;
}

// The lambda is called in the __try: what it raises goes to the handler.
NTSTATUS lambdaRaises(PSTREAM_CONTEXT Ctx, PULONG User) {
  auto Read = [&] {
    ProbeForRead(User, sizeof(ULONG), 1);
    // expected-note@-1{{Assuming an exception is raised here}}
    return *User;
  };
  FltAcquireResourceExclusive(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  __try {
    Ctx->Flags = Read();
    // expected-note@-1{{Calling 'operator()'}}
    // expected-note@-2{{Returning from 'operator()'}}
  } __except (EXCEPTION_EXECUTE_HANDLER) {
  // expected-note@-1{{Control passes to the '__except' handler}}
    return STATUS_INVALID_USER_BUFFER;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  }
  FltReleaseResource(&Ctx->Lock);
  return STATUS_SUCCESS;
}

struct Result {
  NTSTATUS Status;
  ULONG Bytes;
  Result(NTSTATUS Status) : Status(Status), Bytes(0) {}
};

static Result classReturned(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    if (Check())
      return Result(STATUS_CANCELLED);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Result(STATUS_SUCCESS);
}

// Nothing else can be returned.
VOID classReturned_ok(PSTREAM_CONTEXT Ctx) {
  Result R = classReturned(Ctx);
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (R.Status == STATUS_CANCELLED || R.Status == STATUS_SUCCESS)
    FltReleaseResource(&Ctx->Lock);
}

static ULONG &referenceReturned(PSTREAM_CONTEXT Ctx, ULONG &X) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    return X;
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

VOID referenceReturned_ok(PSTREAM_CONTEXT Ctx) {
  ULONG X = 1;
  referenceReturned(Ctx, X) = 5;
  FltAcquireResourceExclusive(&Ctx->Lock);
  if (X == 5)
    FltReleaseResource(&Ctx->Lock);
}

bool boolReturned_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    ULONG Known[] = {1, 2, 3};
    for (ULONG I : Known)
      if (Ctx->Flags == I)
        return true;
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return false;
}
