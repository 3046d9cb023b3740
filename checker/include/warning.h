// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the header that driver builds force in before every source
// file: lower-case SEH keywords for C. Written from documented facts.
#ifndef FLT_STANDIN_WARNING_H
#define FLT_STANDIN_WARNING_H

#include "suppress.h"

#if !defined(__cplusplus) && !defined(DONT_REDEFINE_TRYEXCEPT_IN_WARNING_H)
#undef try
#undef except
#undef finally
#undef leave
#define try __try
#define except __except
#define finally __finally
#define leave __leave
#endif

#define __TYPENAME typename

// Words that are keywords for Clang only, and names elsewhere.
#define __signed flt_name_signed
#define __imag flt_name_imag
#define __real flt_name_real
#define __complex flt_name_complex
#define __thread flt_name_thread
// What the intrinsics of Clang would allocate with: kernel code has no malloc.
#define __MM_MALLOC_H

#endif
