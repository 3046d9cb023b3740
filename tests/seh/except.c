// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt,debug.ExprInspection -verify %s
#include "Inputs/seh.h"
// handler without release
int ex_leak(int *user) {
  acq(&L);
  __try { *user = 1; } __except (1) { return GetExceptionCode(); } // expected-warning{{still held}}
  rel(&L);
  return 0;
}
int ex_ok(int *user) {
  int st = 0;
  acq(&L);
  __try { *user = 1; } __except (1) { st = GetExceptionCode(); }
  rel(&L);
  return st;
}
int ex_ok2(int *user) {
  acq(&L);
  __try { *user = 1; } __except (1) { rel(&L); return 1; }
  rel(&L);
  return 0;
}
int ex_double(int *user) {
  acq(&L);
  __try { *user = 1; } __except (1) { rel(&L); }
  rel(&L); // expected-warning{{released}}
  return 0;
}
// lock taken inside of the try, raise between acq and rel
int ex_mid_leak(int *user) {
  __try {
    acq(&L);
    *user = 1;
    rel(&L);
  } __except (1) { return 1; } // expected-warning{{still held}}
  return 0;
}
// nothing raises between acq and rel
int ex_mid_ok(int *user) {
  __try {
    *user = 1;
    acq(&L);
    rel(&L);
    *user = 2;
  } __except (1) { return 1; }
  return 0;
}
// probe
int ex_probe_leak(void *user, void *buf) {
  acq(&L);
  __try { ProbeForRead(user, 4, 1); } __except (1) { return 1; } // expected-warning{{still held}}
  rel(&L);
  return 0;
}
int ex_memcpy_leak(void *user, void *buf) {
  acq(&L);
  __try { memcpy(buf, user, 4); } __except (1) { return 1; } // expected-warning{{still held}}
  rel(&L);
  return 0;
}
// filter
int filter(int code, void *info);
int ex_filter(int *user) {
  acq(&L);
  __try { *user = 1; } __except (filter(GetExceptionCode(), GetExceptionInformation())) { return 1; } // expected-warning{{still held}}
  rel(&L);
  return 0;
}
int ex_filter2(int *user) {
  acq(&L);
  __try { *user = 1; } __except (GetExceptionCode() == 5 ? 1 : 0) { rel(&L); return 1; }
  rel(&L);
  return 0;
}
int ex_search(int *user) { // handler never runs
  acq(&L);
  __try { *user = 1; } __except (0) { return 1; }
  rel(&L);
  return 0;
}
// return in try/except needs no finally
int ex_ret(int *user, int a) {
  acq(&L);
  __try {
    if (a) { rel(&L); return 1; }
    if (a == 2) __leave;
    use(*user);
  } __except (1) { use(3); }
  rel(&L);
  return 0;
}
// must raise
int ex_must(int a) {
  acq(&L);
  __try { if (a) ExRaiseStatus(5); use(1); } __except (1) { return 1; } // expected-warning{{still held}}
  rel(&L);
  return 0;
}
int ex_must2(int a) { // after a raise nothing runs: no double release
  acq(&L);
  __try { if (a) { rel(&L); ExRaiseStatus(5); } rel(&L); } __except (1) { return 1; }
  return 0;
}
// finally inside of except: the finally runs before the handler
int fin_in_ex_ok(int *user) {
  __try {
    acq(&L);
    __try { *user = 1; } __finally { rel(&L); }
  } __except (1) { return 1; }
  return 0;
}
int fin_in_ex_leak(int *user) {
  __try {
    acq(&L);
    __try { *user = 1; } __finally { if (!AbnormalTermination()) rel(&L); }
  } __except (1) { return 1; } // expected-warning{{still held}}
  return 0;
}
int fin_in_ex_double(int *user) {
  __try {
    acq(&L);
    __try { *user = 1; } __finally { rel(&L); }
  } __except (1) { rel(&L); return 1; } // expected-warning{{released}}
  return 0;
}
// except inside of finally
int ex_in_fin_ok(int *user) {
  acq(&L);
  __try {
    __try { *user = 1; } __except (1) { return 1; }
    if (cond()) __leave;
  } __finally { rel(&L); }
  return 0;
}
// nested except; inner does not handle
int ex_nest(int *user) {
  acq(&L);
  __try {
    __try { *user = 1; } __except (GetExceptionCode() == 5 ? 1 : 0) { rel(&L); return 2; }
  } __except (1) { return 1; } // expected-warning{{still held}}
  rel(&L);
  return 0;
}
// exception in handler goes to the outer handler
int ex_in_handler(int *user, int *user2) {
  __try {
    __try { *user = 1; } __except (1) { acq(&L); *user2 = 1; rel(&L); }
  } __except (1) { return 1; } // expected-warning{{still held}}
  return 0;
}
// loops
int ex_loop(int **u, int n) {
  for (int i = 0; i < n; ++i) {
    acq(&L);
    __try { *u[i] = 1; } __except (1) { rel(&L); continue; }
    rel(&L);
  }
  return 0;
}
int ex_loop_leak(int **u, int n) {
  for (int i = 0; i < n; ++i) {
    acq(&L);
    __try { *u[i] = 1; } __except (1) { break; }
    rel(&L);
  }
  return 0; // expected-warning{{still held}}
}
int ex_switch(int *u, int n) {
  acq(&L);
  __try {
    switch (n) {
    case 1: *u = 1; break;
    case 2: __leave;
    case 3: rel(&L); return 1;
    default: use(1);
    }
  } __except (1) { rel(&L); return 2; }
  rel(&L);
  return 0;
}
// no raise site visible: handler is still explored
int ex_entry(void) {
  acq(&L);
  __try { work(1); } __except (1) { return 1; } // expected-warning{{still held}}
  rel(&L);
  return 0;
}
// path conditions survive
int ex_flag(int *user) {
  int held = 0, st = 0;
  __try {
    acq(&L); held = 1;
    *user = 1;
    rel(&L); held = 0;
    *user = 2;
  } __except (1) { st = GetExceptionCode(); }
  if (held) rel(&L);
  return st;
}
// typical IOCTL
int ioctl_ok(void *ubuf, unsigned long long len, void *kbuf) {
  int st = 0;
  __try {
    ProbeForRead(ubuf, len, 1);
    memcpy(kbuf, ubuf, len);
  } __except (1) {
    st = GetExceptionCode();
    return st;
  }
  acq(&L);
  rel(&L);
  return st;
}
// noreturn inside except-less finally
int must_in_fin(int a) {
  acq(&L);
  __try { if (a) ExRaiseStatus(5); use(1); } __finally { if (AbnormalTermination()) use(2); rel(&L); }
  return 0;
}

int must_in_fin2(int a) {
  acq(&L);
  __try { if (a) ExRaiseStatus(5); use(1); } __finally { if (AbnormalTermination()) rel(&L);
    rel(&L); // expected-warning{{released}}
  }
  return 0;
}
