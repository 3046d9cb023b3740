// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for <setjmp.h>, which the compiler's own intrin.h includes. Written
// from the C standard.
#ifndef FLT_STANDIN_SETJMP_H
#define FLT_STANDIN_SETJMP_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct __declspec(align(16)) _SETJMP_FLOAT128 {
  unsigned __int64 Part[2];
} SETJMP_FLOAT128;
typedef SETJMP_FLOAT128 jmp_buf[16];
int _setjmp(jmp_buf);
#ifdef __cplusplus
__declspec(noreturn) void longjmp(jmp_buf, int) noexcept(false);
}
#else
__declspec(noreturn) void longjmp(jmp_buf, int);
#endif
#define setjmp _setjmp
#endif
