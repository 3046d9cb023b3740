// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in: see ws2def.h.
// Written from documented facts.
#ifndef FLT_STANDIN_IP2STRING_H
#define FLT_STANDIN_IP2STRING_H
#include "ws2def.h"
#endif
