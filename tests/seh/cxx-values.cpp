// Values in C++ code with __try: what is returned and when it is evaluated.
// RUN: %clang_analyze_cc1 -std=c++20 \
// RUN:   -analyzer-checker=core,flt,debug.ExprInspection -verify %s
#include "Inputs/driver.h"

void clang_analyzer_eval(bool);
void clang_analyzer_warnIfReached();

struct Pair {
  ULONG A, B;
};

struct Copied {
  ULONG A;
  Copied(ULONG A) : A(A) {}
  Copied(const Copied &Other) : A(Other.A) {}
};

static Pair braced(ULONG X) {
  __try {
    return {X, 2};
  } __finally {
    X = 9;
  }
}

static Copied constructed(ULONG X) {
  __try {
    __try {
      return Copied(X);
    } __finally {
      X = 9;
    }
  } __finally {
    X = 10;
  }
}

static Copied local(ULONG X) {
  Copied C(X);
  __try {
    return C;
  } __finally {
    C.A = 9;
  }
}

static ULONG &reference(ULONG *X) {
  __try {
    return *X;
  } __finally {
    ++*X;
    X = nullptr;
  }
}

static ULONG &&moved(ULONG &X) {
  __try {
    return static_cast<ULONG &&>(X);
  } __finally {
    ++X;
  }
}

VOID returned() {
  ULONG X = 1;
  clang_analyzer_eval(braced(1).A == 1);       // expected-warning{{TRUE}}
  clang_analyzer_eval(constructed(3).A == 3);  // expected-warning{{TRUE}}
  clang_analyzer_eval(local(4).A == 4);        // expected-warning{{TRUE}}
  clang_analyzer_eval(&reference(&X) == &X);   // expected-warning{{TRUE}}
  clang_analyzer_eval(X == 2);                 // expected-warning{{TRUE}}
  clang_analyzer_eval(moved(X) == 3);          // expected-warning{{TRUE}}
}

class Counter {
public:
  explicit Counter(ULONG Start) : Value(0) {
    __try {
      if (Start == 0)
        __leave;
      Value = Start;
    } __finally {
      ++Value;
    }
  }
  ULONG operator()(ULONG By) {
    __try {
      return Value + By;
    } __finally {
      Value += By;
    }
  }
  operator ULONG() {
    __try {
      return Value;
    } __finally {
      Value = 0;
    }
  }
  Counter &operator+=(ULONG By) {
    __try {
      Value += By;
      return *this;
    } __finally {
      ++Value;
    }
  }
  ULONG Value;
};

VOID members() {
  Counter C(4), Empty(0);
  clang_analyzer_eval(C.Value == 5);     // expected-warning{{TRUE}}
  clang_analyzer_eval(Empty.Value == 1); // expected-warning{{TRUE}}
  clang_analyzer_eval(C(2) == 7);        // expected-warning{{TRUE}}
  C += 1;
  clang_analyzer_eval(ULONG(C) == 9);    // expected-warning{{TRUE}}
  clang_analyzer_eval(C.Value == 0);     // expected-warning{{TRUE}}
}

VOID lambdas() {
  ULONG X = 1;
  auto Generic = [&X](auto By) -> ULONG {
    __try {
      return X + By;
    } __finally {
      X += By;
    }
  };
  clang_analyzer_eval(Generic(2u) == 3);         // expected-warning{{TRUE}}
  clang_analyzer_eval(Generic((short)2) == 5);   // expected-warning{{TRUE}}
  clang_analyzer_eval(X == 5);                   // expected-warning{{TRUE}}
}

static ULONG localClass(ULONG X) {
  struct Local {
    static ULONG get(ULONG X) {
      __try {
        return X;
      } __finally {
        X = 0;
      }
    }
  };
  return Local::get(X);
}

template <ULONG N> static ULONG sum() {
  ULONG Total = 0;
  for (ULONG I = 0; I < N; ++I) {
    __try {
      if (I == 1)
        continue;
      Total += I;
    } __finally {
      Total += 10;
    }
  }
  return Total;
}

VOID others() {
  clang_analyzer_eval(localClass(3) == 3); // expected-warning{{TRUE}}
  clang_analyzer_eval(sum<3>() == 32);     // expected-warning{{TRUE}}
}

struct Traced {
  ULONG *Log, Digit;
  Traced(ULONG *Log, ULONG Digit) : Log(Log), Digit(Digit) {}
  ~Traced() { *Log = *Log * 10 + Digit; }
};

// Objects end before the __finally of the block around them, the last one first.
static ULONG order(ULONG *Log) {
  Traced Outer(Log, 4);
  __try {
    Traced First(Log, 2), Second(Log, 1);
    return *Log;
  } __finally {
    *Log = *Log * 10 + 3;
  }
}

VOID objects() {
  ULONG Log = 0;
  clang_analyzer_eval(order(&Log) == 0); // expected-warning{{TRUE}}
  clang_analyzer_eval(Log == 1234);      // expected-warning{{TRUE}}
}

// An exception passes them by.
static VOID raises(ULONG *Log) {
  Traced Object(Log, 1);
  if (Traced Another(Log, 2); *Log == 0)
    ExRaiseStatus(STATUS_CANCELLED);
}

VOID passedBy() {
  ULONG Log = 0;
  __try {
    Traced Third(&Log, 3);
    raises(&Log);
    clang_analyzer_warnIfReached();
  } __except (GetExceptionCode() == STATUS_CANCELLED) {
    clang_analyzer_eval(Log == 0); // expected-warning{{TRUE}}
  }
  clang_analyzer_eval(Log == 0); // expected-warning{{TRUE}}
}

// The statements of C++ with parts of their own.
VOID conditions(PULONG User) {
  ULONG Log = 0;
  __try {
    if (ULONG X = 1; X == 1)
      Log = 1;
    switch (ULONG X = Log; X) {
    case 1:
      ExRaiseStatus(STATUS_CANCELLED);
    default:
      clang_analyzer_warnIfReached();
    }
  } __except (1) {
    clang_analyzer_eval(Log == 1); // expected-warning{{TRUE}}
  }
  ULONG Values[] = {1, 2, 3};
  __try {
    for (ULONG X : Values) {
      Log += X;
      if (X == 2)
        break;
    }
  } __finally {
    clang_analyzer_eval(Log == 4); // expected-warning{{TRUE}}
    clang_analyzer_eval(AbnormalTermination() == 0); // expected-warning{{TRUE}}
  }
}

// A template that nobody uses has expressions without a type.
template <class T> PVOID neverUsed(T First, T Second) {
  PVOID *Both(First, Second);
  T Third(First, Second);
  return Third.get(Both);
}
