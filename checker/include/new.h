// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the placement forms of operator new. Written from the C++
// standard.
#ifndef FLT_STANDIN_NEW_H
#define FLT_STANDIN_NEW_H
#include "flt-standin/cstddef.h"
#ifdef __cplusplus
inline void *operator new(size_t, void *p) noexcept { return p; }
inline void *operator new[](size_t, void *p) noexcept { return p; }
inline void operator delete(void *, void *) noexcept {}
inline void operator delete[](void *, void *) noexcept {}
#endif
#endif
