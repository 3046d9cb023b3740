// What can't be lowered is listed with its reason, everywhere; nothing else is.
// RUN: %clang_analyze_cc1 -std=c++20 -analyzer-checker=core,flt \
// RUN:   -fborland-extensions -fcxx-exceptions -fexceptions %s 2>&1 \
// RUN:   | FileCheck %s --check-prefix=PLUGIN
// RUN: %clang_analyze_cc1 -std=c++20 -analyzer-checker=core,flt \
// RUN:   -analyzer-config windows.StructuredExceptionHandling:Stats=true \
// RUN:   -fborland-extensions -fcxx-exceptions -fexceptions %s 2>&1 \
// RUN:   | FileCheck %s --check-prefix=STATS
// RUN: %clang-tidy -quiet -load %module -checks='-*,flt-*' %s -- \
// RUN:   --config=%standalone_cfg -std=c++20 -Xclang -fborland-extensions \
// RUN:   -Xclang -fcxx-exceptions 2>&1 | FileCheck %s --check-prefix=TIDY
#include "Inputs/driver.h"

namespace std {
template <class R, class...> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  operator coroutine_handle<>() const noexcept;
};
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *) noexcept;
};
struct suspend_never {
  bool await_ready() const noexcept;
  void await_suspend(coroutine_handle<>) const noexcept;
  void await_resume() const noexcept;
};
} // namespace std

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};

// PLUGIN: not-analysed.cpp:[[@LINE+2]]:6: remark: 'aCoroutine' is not analysed: it is a coroutine
// TIDY: not-analysed.cpp:[[@LINE+1]]:6: remark: 'aCoroutine' is not analysed completely: it is a coroutine
Task aCoroutine(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    co_await std::suspend_never();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  co_return;
}

// PLUGIN: not-analysed.cpp:[[@LINE+2]]:6: remark: 'mixed' is not analysed: it mixes __try with C++ exceptions
// TIDY: not-analysed.cpp:[[@LINE+1]]:6: remark: 'mixed' is not analysed completely: it mixes __try with C++ exceptions
VOID mixed(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    try {
      WorkOn(Ctx);
    } catch (...) {
    }
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

struct Holder {
  PSTREAM_CONTEXT Ctx;
  Holder(PSTREAM_CONTEXT Ctx) : Ctx(Ctx) {}
  Holder(const Holder &Other);
  ~Holder();
};

// PLUGIN: not-analysed.cpp:[[@LINE+2]]:8: remark: 'object' is not analysed: a return inside a __try block gives an object with a destructor
// TIDY: not-analysed.cpp:[[@LINE+1]]:8: remark: 'object' is not analysed completely: a return inside a __try block gives an object with a destructor
Holder object(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    return Holder(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

// Such an object that is returned behind the __try is no obstacle.
Holder objectBehind_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    WorkOn(Ctx);
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
  return Holder(Ctx);
}

// Nor one from a __try without a __finally: it need not wait.
Holder objectInExcept_ok(PSTREAM_CONTEXT Ctx, PULONG User) {
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
    return Holder(Ctx);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return Holder(nullptr);
  }
}

// Neither are gotos to labels whose address is taken: none leaves the block.
VOID computedGoto_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    void *Next = Check() ? &&First : &&Second;
    goto *Next;
  First:
    WorkOn(Ctx);
  Second:
    Work();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

VOID asmGoto_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    asm goto("jmp %l0" : : : : End);
    WorkOn(Ctx);
  End:
    Work();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

// Nor C++ exceptions in a lambda.
VOID mixedInALambda_ok(PSTREAM_CONTEXT Ctx) {
  FltAcquireResourceExclusive(&Ctx->Lock);
  __try {
    auto Call = [&] {
      try {
        WorkOn(Ctx);
      } catch (...) {
      }
    };
    Call();
  } __finally {
    FltReleaseResource(&Ctx->Lock);
  }
}

// PLUGIN-NOT: remark
// STATS: 'aCoroutine' is not analysed: it is a coroutine
// STATS: 'mixed' is not analysed: it mixes __try with C++ exceptions
// STATS: 'object' is not analysed: a return inside a __try block gives an object with a destructor
// STATS-NEXT: SEH: 8 functions with __try, 5 lowered, 3 not analysed;
// TIDY-NOT: not analysed
