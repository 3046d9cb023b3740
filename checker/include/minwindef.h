// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the basic Windows types in kernel code.
// Written from documented facts.
#ifndef FLT_STANDIN_MINWINDEF_H
#define FLT_STANDIN_MINWINDEF_H
#include "flt-standin/base.h"
#endif
