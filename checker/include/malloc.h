// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the kernel-mode subset of <malloc.h>; see flt-standin/crt.h.
// Written from documented facts.
#ifndef FLT_STANDIN_MALLOC_H
#define FLT_STANDIN_MALLOC_H
#include "flt-standin/crt.h"
#endif
