// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the network driver interface: net buffers and what goes with them.
// Written from documented facts.
#ifndef FLT_STANDIN_NDIS_H
#define FLT_STANDIN_NDIS_H
#include "net-standin/nbl.h"
#endif
