// The headers that are missing here are made by a build.
#include <fltKernel.h>
#include "names.h"
// begin_wpp config
// FUNC TraceOften{LEVEL=Verbose}(FLAGS, MSG, ...);
// FUNC TraceRarely(LEVEL, MSG, ...);
// end_wpp
#include "traced.tmh"

NTSTATUS Traced(PERESOURCE Lock, BOOLEAN Early) {
  TraceOften(SOME_FLAG, "%!FUNC! begins");
  DoTraceMessage(SOME_FLAG, "at %p", Lock);
  FltAcquireResourceExclusive(Lock);
  if (Early)
    return DEPOT_E_CLOSED;
  FltReleaseResource(Lock);
  TraceRarely(TRACE_LEVEL_SELDOM, "%!FUNC! ends");
  return DEPOT_OPENED;
}
C_ASSERT(DEPOT_E_CLOSED == (NTSTATUS)0xC0420005);
C_ASSERT(DEPOT_OPENED == (NTSTATUS)0x40420006);
