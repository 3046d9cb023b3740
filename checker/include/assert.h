// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the assertions of the C runtime.
// Written from documented facts.
#include "flt-standin/crt.h"
#undef assert
#ifdef NDEBUG
#define assert(e) ((void)0)
#else
#ifdef __cplusplus
extern "C"
#endif
    __declspec(noreturn) void _wassert(const wchar_t *, const wchar_t *,
                                       unsigned);
#define assert(e)                                                              \
  ((void)((!!(e)) || (_wassert(L## #e, L"", (unsigned)(__LINE__)), 0)))
#endif
