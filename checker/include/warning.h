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

#endif
