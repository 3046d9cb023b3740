// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What <stddef.h> and <stdarg.h> declare. The stand-ins do not include those:
// a folder of the driver may have files of the same names.
#ifndef FLT_STANDIN_CSTDDEF_H
#define FLT_STANDIN_CSTDDEF_H
typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
#ifndef __cplusplus
typedef __WCHAR_TYPE__ wchar_t;
#endif
#ifndef NULL
#ifdef __cplusplus
#define NULL 0
#else
#define NULL ((void *)0)
#endif
#endif
#ifndef offsetof
#define offsetof(t, d) __builtin_offsetof(t, d)
#endif
typedef __builtin_va_list va_list;
#ifndef va_start
#define va_start(ap, param) __builtin_va_start(ap, param)
#define va_end(ap) __builtin_va_end(ap)
#define va_arg(ap, type) __builtin_va_arg(ap, type)
#define va_copy(dest, src) __builtin_va_copy(dest, src)
#endif
#ifdef __cpp_aligned_new
// The compiler knows this one without any header.
namespace std {
enum class align_val_t : size_t {};
}
#endif
#endif
