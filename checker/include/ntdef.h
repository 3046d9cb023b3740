// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the basic NT definitions; see flt-standin/base.h. Written from
// documented facts.
#ifndef FLT_STANDIN_NTDEF_H
#define FLT_STANDIN_NTDEF_H
#include "flt-standin/base.h"
#endif
