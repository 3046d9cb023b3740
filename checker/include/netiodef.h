// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the headers of the Internet protocols.
// Written from documented facts.
#ifndef FLT_STANDIN_NETIODEF_H
#define FLT_STANDIN_NETIODEF_H
#include "ws2def.h"
FLT_STANDIN_BEGIN
#define RtlUshortByteSwap(x) _byteswap_ushort((USHORT)(x))
#define RtlUlongByteSwap(x) _byteswap_ulong((ULONG)(x))
#define htons(x) ((USHORT)((((x) & 0x00ff) << 8) | (((x) & 0xff00) >> 8)))
#define ntohs(x) htons(x)
#define htonl(x)                                                               \
  ((ULONG)((((x) & 0xffUL) << 24) | (((x) & 0xff00UL) << 8) |                  \
           (((x) & 0xff0000UL) >> 8) | (((x) & 0xff000000UL) >> 24)))
#define ntohl(x) htonl(x)
FLT_STANDIN_END
#endif
