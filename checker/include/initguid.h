// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in: from here on DEFINE_GUID defines instead of declaring. Written from
// documented facts.
#ifndef INITGUID
#define INITGUID
#endif
#include "guiddef.h"
