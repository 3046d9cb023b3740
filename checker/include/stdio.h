// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the kernel-mode subset of <stdio.h>; see flt-standin/crt.h.
// Written from documented facts.
#ifndef FLT_STANDIN_STDIO_H
#define FLT_STANDIN_STDIO_H
#include "flt-standin/crt.h"
#endif
