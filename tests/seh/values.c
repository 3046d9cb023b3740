// The values that code sees: what AbnormalTermination() gives on each way, and
// when a returned value is evaluated.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt,debug.ExprInspection \
// RUN:   -verify %s
#include "Inputs/driver.h"

void clang_analyzer_eval(int);
void clang_analyzer_warnIfReached(void);

VOID falling(VOID) {
  __try {
    Work();
  } __finally {
    clang_analyzer_eval(AbnormalTermination() == 0); // expected-warning{{TRUE}}
  }
}

VOID leaving(VOID) {
  __try {
    __leave;
  } __finally {
    clang_analyzer_eval(AbnormalTermination() == 0); // expected-warning{{TRUE}}
  }
}

ULONG returning(VOID) {
  __try {
    return 1;
  } __finally {
    clang_analyzer_eval(AbnormalTermination() != 0); // expected-warning{{TRUE}}
  }
  clang_analyzer_warnIfReached();
}

VOID jumping(VOID) {
  __try {
    goto End;
  } __finally {
    clang_analyzer_eval(AbnormalTermination() != 0); // expected-warning{{TRUE}}
  }
  clang_analyzer_warnIfReached();
End:;
}

VOID breaking(VOID) {
  for (;;) {
    __try {
      break;
    } __finally {
      clang_analyzer_eval(AbnormalTermination() != 0); // expected-warning{{TRUE}}
    }
    clang_analyzer_warnIfReached();
  }
}

VOID continuing(VOID) {
  do {
    __try {
      continue;
    } __finally {
      clang_analyzer_eval(AbnormalTermination() != 0); // expected-warning{{TRUE}}
    }
    clang_analyzer_warnIfReached();
  } while (FALSE);
}

VOID raising(VOID) {
  __try {
    __try {
      ExRaiseStatus(STATUS_CANCELLED);
    } __finally {
      clang_analyzer_eval(AbnormalTermination() != 0); // expected-warning{{TRUE}}
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    clang_analyzer_eval(GetExceptionCode() == STATUS_CANCELLED); // expected-warning{{TRUE}}
  }
}

// A break that stays inside is no abnormal end.
VOID breakingInside(VOID) {
  __try {
    do {
      if (Check())
        break;
      Work();
    } while (FALSE);
  } __finally {
    clang_analyzer_eval(AbnormalTermination() == 0); // expected-warning{{TRUE}}
  }
}

// Each block has its own: the inner one ends abnormally, the outer one not.
VOID nested(VOID) {
  __try {
    __try {
      goto Inside;
    } __finally {
      clang_analyzer_eval(AbnormalTermination() != 0); // expected-warning{{TRUE}}
    }
  Inside:
    Work();
  } __finally {
    clang_analyzer_eval(AbnormalTermination() == 0); // expected-warning{{TRUE}}
  }
}

// After a handled exception the outer block ends normally.
VOID handled(VOID) {
  __try {
    __try {
      ExRaiseStatus(STATUS_CANCELLED);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      Work();
    }
  } __finally {
    clang_analyzer_eval(AbnormalTermination() == 0); // expected-warning{{TRUE}}
  }
}

// A __finally of its own inside of a __finally.
VOID finallyInAFinally(VOID) {
  __try {
    goto End;
  } __finally {
    __try {
      Work();
    } __finally {
      clang_analyzer_eval(AbnormalTermination() == 0); // expected-warning{{TRUE}}
    }
    clang_analyzer_eval(AbnormalTermination() != 0); // expected-warning{{TRUE}}
  }
End:;
}

static ULONG valueFirst(VOID) {
  ULONG X = 1;
  __try {
    return X;
  } __finally {
    X = 2;
  }
}

static ULONG Order;
static ULONG next(VOID) { return ++Order; }
static ULONG callFirst(VOID) {
  __try {
    return next();
  } __finally {
    next();
  }
}

// Out of two blocks, the value is evaluated once.
static ULONG throughTwo(VOID) {
  ULONG X = 3;
  __try {
    __try {
      return X + next();
    } __finally {
      X = 10;
    }
  } __finally {
    X = 20;
  }
}

VOID returnedValues(VOID) {
  clang_analyzer_eval(valueFirst() == 1); // expected-warning{{TRUE}}
  Order = 0;
  clang_analyzer_eval(callFirst() == 1); // expected-warning{{TRUE}}
  clang_analyzer_eval(Order == 2);       // expected-warning{{TRUE}}
  Order = 0;
  clang_analyzer_eval(throughTwo() == 4); // expected-warning{{TRUE}}
  clang_analyzer_eval(Order == 1);        // expected-warning{{TRUE}}
}

typedef struct _PAIR {
  ULONG A, B;
} PAIR;

static PAIR structReturned(VOID) {
  PAIR P = {1, 2};
  __try {
    return P;
  } __finally {
    P.A = 7;
  }
}

static PULONG addressReturned(PULONG P) {
  __try {
    return P;
  } __finally {
    *P = 5;
    P = NULL;
  }
}

VOID otherTypes(VOID) {
  ULONG X = 0;
  clang_analyzer_eval(structReturned().A == 1);    // expected-warning{{TRUE}}
  clang_analyzer_eval(addressReturned(&X) == &X);  // expected-warning{{TRUE}}
  clang_analyzer_eval(X == 5);                     // expected-warning{{TRUE}}
}

// The code of the exception that is handled here, not of the last one raised.
VOID codesAreKeptApart(VOID) {
  __try {
    ExRaiseStatus(STATUS_CANCELLED);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    __try {
      ExRaiseStatus(STATUS_RETRY);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      clang_analyzer_eval(GetExceptionCode() == STATUS_RETRY); // expected-warning{{TRUE}}
    }
    clang_analyzer_eval(GetExceptionCode() == STATUS_CANCELLED); // expected-warning{{TRUE}}
  }
}
