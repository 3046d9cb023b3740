// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the legacy driver header.
// Written from documented facts.
#ifndef FLT_STANDIN_NTDDK_H
#define FLT_STANDIN_NTDDK_H
#include "wdm.h"
#include "ntdddisk.h"
#include "ntddstor.h"
#include "flt-standin/silo.h"
#include "ntimage.h"
#endif
