// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt,debug.ExprInspection -verify %s
#include "Inputs/seh.h"
// 1 normal path ok
void n_ok(void) { acq(&L); __try { use(1); } __finally { rel(&L); } }
// 1b normal path leak
void n_leak(void) { acq(&L); __try { use(1); } __finally { use(2); } } // expected-warning{{still held}}
// 2 __leave
int leave_ok(int a) { acq(&L); __try { if (a) __leave; use(1); } __finally { rel(&L); } return 0; }
int leave_leak(int a) {
  __try { acq(&L); if (a) __leave; rel(&L); } __finally { use(2); }
  return 0; // expected-warning{{still held}}
}
// 3 return inside try
int ret_ok(int a) { acq(&L); __try { if (a) return work(1); use(1); } __finally { rel(&L); } return 0; }
int ret_leak(int a) {
  __try {
    acq(&L);
    if (a) return work(1); // expected-warning{{still held}}
    rel(&L);
  } __finally { use(2); }
  return 0;
}
// double: finally releases + after the try releases: return path is fine, normal path is double
int ret_double(int a) {
  acq(&L);
  __try { if (a) return work(1); } __finally { rel(&L); }
  rel(&L); // expected-warning{{released}}
  return 0;
}
// only the return path double releases
int ret_double2(int a) {
  acq(&L);
  __try { if (a) { rel(&L); return 1; } } __finally {
    rel(&L); // expected-warning{{released}}
  }
  return 0;
}
// 4 goto out
int goto_ok(int a) {
  acq(&L);
  __try { if (a) goto out; use(1); } __finally { rel(&L); }
  use(2);
out:
  return 0;
}
int goto_leak(int a) {
  acq(&L);
  __try { if (a) goto out; use(1); } __finally { use(3); }
  rel(&L);
out:
  return 0; // expected-warning{{still held}}
}
int goto_inside(int a) {
  acq(&L);
  __try {
    if (a) goto try_exit;
    use(1);
try_exit:
    use(2);
  } __finally { rel(&L); }
  return 0;
}
// 5 break/continue in loops
void brk_ok(int n) {
  for (int i = 0; i < n; ++i) {
    acq(&L);
    __try { if (work(i)) break; if (work(i + 1)) continue; } __finally { rel(&L); }
  }
}
int brk_leak(int n) {
  for (int i = 0; i < 2; ++i) {
    acq(&L);
    __try { if (work(i)) break;
    } __finally { use(1); }
    rel(&L);
  }
  return 0; // expected-warning{{still held}}
}
int cont_leak(int n) {
  for (int i = 0; i < 2; ++i) {
    acq(&L);
    __try { if (work(i)) continue;
    } __finally { use(1); }
    rel(&L);
  }
  return 0; // expected-warning{{still held}}
}
void brk_inner_loop_ok(int n) { // break binds to a loop inside of the try
  acq(&L);
  __try { while (cond()) { if (work(1)) break; if (work(2)) continue; use(1); } } __finally { rel(&L); }
}
void switch_ok(int n) {
  switch (n) {
  case 1:
    acq(&L);
    __try { if (cond()) break; use(1); } __finally { rel(&L); }
    break;
  case 2:
    __try { switch (n) { case 2: break; } acq(&L); } __finally { rel(&L); }
    return;
  default: break;
  }
}
int switch_leak(int n) {
  switch (n) {
  case 1:
    acq(&L);
    __try { if (cond()) break;
      use(1); } __finally { use(2); }
    rel(&L);
    break;
  }
  return 0; // expected-warning{{still held}}
}
// 6 nested finally
int nest_ok(int a) {
  __try {
    acq(&L);
    __try { if (a) return work(a); if (cond()) __leave; } __finally { use(1); }
    use(2);
  } __finally { rel(&L); }
  return 1;
}
int nest2_ok(int a) {
  acq(&L);
  __try {
    acq(&M);
    __try {
      if (a == 1) return work(a);
      if (a == 2) goto out;
      if (a == 3) __leave;
    } __finally { rel(&M); }
    use(2);
  } __finally { rel(&L); }
  return 1;
out:
  return 2;
}
int nest_leak(int a) {
  acq(&L);
  __try {
    acq(&M);
    __try {
      if (a == 1) return work(a); // expected-warning{{still held}}
    } __finally { if (!AbnormalTermination()) rel(&M); }
  } __finally { rel(&L); }
  return 1;
}
// leave of the inner try must not skip the rest of the outer try
int nest_leave(int a) {
  __try {
    __try { acq(&L); if (a) __leave; use(1); } __finally { use(2); }
    rel(&L);
  } __finally { use(3); }
  return 0;
}
// try in finally
int try_in_finally(int a) {
  acq(&L);
  __try { if (a) return 1; } __finally { __try { if (cond()) __leave; use(1); } __finally { rel(&L); } }
  return 0;
}
// 7 AbnormalTermination
int abn_ok(int a) {
  acq(&L);
  __try { if (a) return 1; if (a == 2) __leave; } __finally { if (AbnormalTermination()) rel(&L); }
  rel(&L);
  return 0;
}
int abn_leak(int a) {
  acq(&L);
  __try { if (a) return 1; // expected-warning{{still held}}
  } __finally { if (!AbnormalTermination()) rel(&L); }
  return 0;
}
int abn_nested_ok(int a) {
  acq(&L);
  __try {
    __try { if (a) goto out; } __finally { if (AbnormalTermination()) use(1); else use(2); }
  } __finally { if (AbnormalTermination()) { use(4); } rel(&L); }
  return 1;
out:
  return 0;
}
// 8 macros of fastfat
#define try_return(S) { S; goto try_exit; }
#define NOTHING
#define try __try
#define finally __finally
#define except __except
#define leave __leave
int fat_ok(int a) {
  int st = 0;
  acq(&L);
  try {
    if (a == 1) { try_return(st = 5); }
    if (a == 2) try_return(st = 6);
    use(st);
  try_exit: NOTHING;
  } finally {
    rel(&L);
  }
  return st;
}
int fat_leak(int a) {
  int st = 0;
  int unlock = 0;
  try {
    acq(&L);
    if (a == 1) { try_return(st = 5); }
    unlock = 1;
  try_exit: NOTHING;
  } finally {
    if (unlock) rel(&L);
  }
  return st; // expected-warning{{still held}}
}
int fat_flag_ok(int a) {
  int st = 0, held = 0;
  try {
    if (a == 1) { try_return(st = 5); }
    acq(&L); held = 1;
    if (a == 2) leave;
    if (a == 3) return st;
  try_exit: NOTHING;
  } finally {
    if (held) rel(&L);
  }
  return st;
}
// 9 flags: return value preserved through the finally
int retval(int a) {
  __try { if (a) return 7; } __finally { use(1); }
  return 3;
}
void retval_client(int a) {
  acq(&L);
  int r = retval(a);
  if (r == 7) rel(&L);
  else if (r == 3) rel(&L);
  // never leaks: r is 7 or 3
}
int retval_client2(int a) {
  acq(&L);
  if (retval(a) == 7) rel(&L);
  return 0; // expected-warning{{still held}}
}
// value evaluated before the finally runs
int retval_order(void) {
  int x = 1;
  __try { return x; } __finally { x = 2; }
}
void retval_order_client(void) { acq(&L); if (retval_order() == 1) rel(&L); }
// 10 loop + finally + state across iterations
void loop_ok(int n) {
  while (n--) {
    __try { acq(&L); if (cond()) __leave; use(1); } __finally { rel(&L); }
  }
}
void do_ok(int n) {
  do { acq(&L); __try { if (cond()) continue; use(1); } __finally { rel(&L); } } while (cond());
}
// struct return
struct S { int a, b; };
struct S mk(void);
struct S ret_struct(int a) { acq(&L); __try { if (a) return mk(); } __finally { rel(&L); } return mk(); }
int ret_struct_client(void) { return ret_struct(1).a; }
void ret_void_call(int a) { acq(&L); __try { if (a) return use(1); } __finally { rel(&L); } }
// statement expression
int stmt_expr(int a) { acq(&L); __try { int x = ({ if (a) return 1; 2; }); use(x); } __finally { rel(&L); } return 0; }
// return out of finally
int ret_in_finally(int a) { acq(&L); __try { use(1); } __finally { rel(&L); return 4; } } // expected-warning 0-1{{jump}}
