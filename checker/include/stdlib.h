// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the kernel-mode subset of <stdlib.h>; see flt-standin/crt.h.
// Written from documented facts.
#ifndef FLT_STANDIN_STDLIB_H
#define FLT_STANDIN_STDLIB_H
#include "flt-standin/crt.h"
#endif
