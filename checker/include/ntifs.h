// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the file-system driver header.
// Written from documented facts.
#ifndef FLT_STANDIN_NTIFS_H
#define FLT_STANDIN_NTIFS_H
#include "ntddk.h"
#include "flt-standin/se.h"
#include "flt-standin/wellknown.h"
#include "flt-standin/fsctl.h"
#include "flt-standin/cc.h"
#include "flt-standin/fsrtl.h"
#include "flt-standin/ifsmore.h"
#endif
