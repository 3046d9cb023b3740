// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the Windows Driver Framework, without buses and direct memory access.
// Written from documented facts.
#ifndef FLT_STANDIN_WDF_H
#define FLT_STANDIN_WDF_H
#include "wdf-standin/routines.h"
#endif
