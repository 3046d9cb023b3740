// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the driver model header: the base of the kernel headers.
// Written from documented facts.
#ifndef FLT_STANDIN_WDM_H
#define FLT_STANDIN_WDM_H
#include "flt-standin/base.h"
#include "ntstatus.h"
#include "bugcodes.h"
#include "flt-standin/rtl.h"
#include "flt-standin/ke.h"
#include "flt-standin/ex.h"
#include "flt-standin/mm.h"
#include "flt-standin/io.h"
#include "flt-standin/ps.h"
#include "flt-standin/zw.h"
#include "flt-standin/tm.h"
#include "flt-standin/resources.h"
#include "flt-standin/dma.h"
#include "flt-standin/regmore.h"
#endif
