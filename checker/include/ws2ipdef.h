// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in: see ws2def.h.
// Written from documented facts.
#ifndef FLT_STANDIN_WS2IPDEF_H
#define FLT_STANDIN_WS2IPDEF_H
#include "ws2def.h"
#endif
