// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the version constants.
// Written from documented facts.
#ifndef FLT_STANDIN_SDKDDKVER_H
#define FLT_STANDIN_SDKDDKVER_H
#include "flt-standin/base.h"
#endif
