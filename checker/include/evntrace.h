// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for event tracing levels.
// Written from documented facts.
#ifndef FLT_STANDIN_EVNTRACE_H
#define FLT_STANDIN_EVNTRACE_H
#include "wmistr.h"
#define TRACE_LEVEL_NONE 0
#define TRACE_LEVEL_CRITICAL 1
#define TRACE_LEVEL_FATAL 1
#define TRACE_LEVEL_ERROR 2
#define TRACE_LEVEL_WARNING 3
#define TRACE_LEVEL_INFORMATION 4
#define TRACE_LEVEL_VERBOSE 5
FLT_STANDIN_BEGIN
typedef ULONG64 TRACEHANDLE, *PTRACEHANDLE;
FLT_STANDIN_END
#endif
