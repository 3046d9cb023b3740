// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the NTSTATUS value header. Names and values are documented
// facts; see flt-standin/status_*.h.
#ifndef FLT_STANDIN_NTSTATUS_H
#define FLT_STANDIN_NTSTATUS_H
#include "flt-standin/status_err.h"
#include "flt-standin/status_err2.h"
#include "flt-standin/status_fac.h"
#include "flt-standin/status_info.h"
#include "flt-standin/status_more.h"
#include "flt-standin/status_more2.h"
#define STATUS_CONTINUE_COMPLETION STATUS_SUCCESS
#define STATUS_SEVERITY_SUCCESS 0x0
#define STATUS_SEVERITY_INFORMATIONAL 0x1
#define STATUS_SEVERITY_WARNING 0x2
#define STATUS_SEVERITY_ERROR 0x3
#define FACILITY_NTWIN32 0x7
#define FACILITY_TRANSACTION 0x19
#define FACILITY_FILTER_MANAGER 0x1C
#endif
