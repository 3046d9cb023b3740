// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt,debug.ExprInspection -verify %s
#include "Inputs/seh.h"
#define try __try
#define except __except
#define finally __finally
#define leave __leave
#define EXCEPTION_EXECUTE_HANDLER 1
#define NOTHING
#define try_return(S) { S; goto try_exit; }
#define SAFE(x) __try { x; } __except (EXCEPTION_EXECUTE_HANDLER) { NOTHING; }
#define BAIL_IF(c) do { if (c) { __leave; } } while (0)
#define RETURN_IF(c, v) do { if (c) return (v); } while (0)
#define GUARDED(l, body) do { acq(l); __try { body; } __finally { rel(l); } } while (0)
int m1(int *user) {
  int v = 0;
  acq(&L);
  SAFE(v = *user; rel(&L); *user = 2)
  rel(&L);
  return v;
}
int m2(int a) {
  int st = 0;
  acq(&L);
  try {
    BAIL_IF(a == 1);
    RETURN_IF(a == 2, 5);
    if (a == 3) try_return(st = 7);
    rel(&L);
  try_exit: NOTHING;
  } finally {
    use(1);
  }
  return st;
}
int m3(int a) {
  GUARDED(&L, if (a) return 3; use(1));
  return 0;
}
// break out of a do-while(0) inside the try must not be an abnormal exit
int m4(int a) {
  int abn = 0;
  acq(&L);
  try { do { if (a) break; use(1); } while (0); } finally { if (AbnormalTermination()) abn = 1; }
  if (!abn) rel(&L);
  return 0;
}
