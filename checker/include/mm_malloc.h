// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the compiler's <mm_malloc.h>, which needs a hosted C library:
// kernel code has no malloc, so there is nothing to declare.
#ifndef FLT_STANDIN_MM_MALLOC_H
#define FLT_STANDIN_MM_MALLOC_H
#endif
