// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the WMI data structures.
// Written from documented facts.
#ifndef FLT_STANDIN_WMISTR_H
#define FLT_STANDIN_WMISTR_H
#include "flt-standin/base.h"
FLT_STANDIN_BEGIN
typedef struct _WNODE_HEADER {
  ULONG BufferSize;
  ULONG ProviderId;
  union {
    ULONG64 HistoricalContext;
    struct {
      ULONG Version;
      ULONG Linkage;
    };
  };
  union {
    ULONG CountLost;
    HANDLE KernelHandle;
    LARGE_INTEGER TimeStamp;
  };
  GUID Guid;
  ULONG ClientContext;
  ULONG Flags;
} WNODE_HEADER, *PWNODE_HEADER;
#define WNODE_FLAG_TRACED_GUID 0x00020000
FLT_STANDIN_END
#endif
