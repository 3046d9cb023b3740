// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the kernel-mode subset of <ctype.h>; see flt-standin/crt.h.
// Written from documented facts.
#ifndef FLT_STANDIN_CTYPE_H
#define FLT_STANDIN_CTYPE_H
#include "flt-standin/crt.h"
#endif
