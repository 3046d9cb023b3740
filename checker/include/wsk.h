// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the Winsock Kernel header: address types only.
// Written from documented facts.
#ifndef FLT_STANDIN_WSK_H
#define FLT_STANDIN_WSK_H
#include "ws2def.h"
#include "wdm.h"
#endif
