// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for self-describing event tracing. An event is written to where no check
// looks, so writing one does nothing.
// Written from documented facts.
#ifndef FLT_STANDIN_TRACELOGGINGPROVIDER_H
#define FLT_STANDIN_TRACELOGGINGPROVIDER_H
#include "evntprov.h"
#include "winmeta.h"
FLT_STANDIN_BEGIN
struct _tlgProvider_t;
typedef struct _tlgProvider_t const *TraceLoggingHProvider;
FLT_STANDIN_END
#define TRACELOGGING_DECLARE_PROVIDER(h) EXTERN_C const TraceLoggingHProvider h
#define TRACELOGGING_DEFINE_PROVIDER(h, name, id, ...)                           \
  EXTERN_C_START extern const TraceLoggingHProvider h;                           \
  EXTERN_C_END const TraceLoggingHProvider h = 0
#define TRACELOGGING_DEFINE_PROVIDER_STORAGE(h, name, id, ...)                   \
  static const TraceLoggingHProvider h = 0
FLT_STANDIN_BEGIN
NTSTATUS TraceLoggingRegister(TraceLoggingHProvider);
NTSTATUS TraceLoggingRegisterEx(TraceLoggingHProvider, PETWENABLECALLBACK, PVOID);
VOID TraceLoggingUnregister(TraceLoggingHProvider);
BOOLEAN TraceLoggingProviderEnabled(TraceLoggingHProvider, UCHAR, ULONGLONG);
const GUID *TraceLoggingProviderId(TraceLoggingHProvider, GUID *);
FLT_STANDIN_END
#define TraceLoggingWrite(h, ...) ((void)0)
#define TraceLoggingWriteActivity(h, ...) ((void)0)
#define TraceLoggingWriteEx(h, ...) ((void)0)
#endif
