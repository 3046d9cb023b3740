// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt,debug.ExprInspection -verify %s
#include "Inputs/seh.h"
struct Guard { int *p; Guard(int *p) : p(p) { acq(p); } ~Guard() { rel(p); } };
// guards live in the try block; return/leave/goto/break run the destructors, then the finally
int g_ok(int a) {
  __try { Guard g(&L); if (a == 1) return 1; if (a == 2) __leave; if (a == 3) goto out; } __finally { use(1); }
out:
  return 0;
}
int g_double(int a) {
  __try { Guard g(&L); if (a == 1) return 1; } __finally {
    rel(&L); // expected-warning{{released}}
  }
  return 0;
}
int g_loop(int n) {
  for (int i = 0; i < n; ++i) {
    __try { Guard g(&L); if (work(i)) break; if (work(i + 1)) continue; } __finally { use(1); }
  }
  return 0;
}
int g_except(int *user) {
  __try { Guard g(&L); *user = 1; } __except (1) { return 1; }
  return 0;
}
// guard around the try
int g_around(int a, int *user) {
  Guard g(&L);
  __try { if (a) return 1; *user = 1; } __except (1) { return 2; }
  return 0;
}
struct P { int a; P(int a) : a(a) {} };
P ret_rec(int a) { acq(&L); __try { if (a) return P(1); } __finally { rel(&L); } return P(2); }
void ret_rec_client(int a) { P p = ret_rec(a); acq(&L); if (p.a == 1 || p.a == 2) rel(&L); }
int &ret_ref(int *p, int *q) { acq(&L); __try { if (p) return *p; } __finally { rel(&L); } return *q; }
void ret_ref_client(int *q) { int x = 1; ret_ref(&x, q) = 5; acq(&L); if (x == 5) rel(&L); }
template <class T> T tmpl(T a) { acq(&L); __try { if (a) return a; } __finally { use(1); } rel(&L); return a; }
int tmpl_client(int a) { int r = tmpl<int>(a); if (r) rel(&L); return r; }
struct C {
  int m(int a) { acq(&L); __try { if (a) return 1; } __finally { rel(&L); } return 0; }
  int bad(int a) { acq(&L); __try { if (a) return 1; } __finally { if (!AbnormalTermination()) rel(&L); } return 0; } // expected-warning{{still held}}
};
int lam(int a) {
  auto f = [&](int b) { acq(&L); __try { if (b) return 1; } __finally { rel(&L); } return 0; };
  __try { return f(a); } __finally { use(1); }
}
int lam_leak(int a) {
  auto f = [&](int b) { acq(&L); __try { if (b) return 1; } __finally { if (!AbnormalTermination()) rel(&L); } return 0; };
  return f(a); // expected-warning{{still held}}
}
bool bret(int a) { acq(&L); __try { if (a) return true; } __finally { if (AbnormalTermination()) use(1); rel(&L); } return false; }
