// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the socket address types.
// Written from documented facts.
#ifndef FLT_STANDIN_WS2DEF_H
#define FLT_STANDIN_WS2DEF_H
#include "flt-standin/base.h"
#include "in6addr.h"
#include "inaddr.h"
FLT_STANDIN_BEGIN
typedef USHORT ADDRESS_FAMILY;
#define AF_UNSPEC 0
#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 23
#define SOCK_STREAM 1
#define SOCK_DGRAM 2
#define SOCK_RAW 3
typedef enum { IPPROTO_IP = 0, IPPROTO_ICMP = 1, IPPROTO_TCP = 6,
               IPPROTO_UDP = 17, IPPROTO_IPV6 = 41, IPPROTO_ICMPV6 = 58,
               IPPROTO_RAW = 255, IPPROTO_MAX = 256 } IPPROTO, *PIPROTO;
#define INADDR_ANY (ULONG)0x00000000
#define INADDR_LOOPBACK 0x7f000001
typedef struct sockaddr {
  ADDRESS_FAMILY sa_family;
  CHAR sa_data[14];
} SOCKADDR, *PSOCKADDR;
typedef struct sockaddr_in {
  ADDRESS_FAMILY sin_family;
  USHORT sin_port;
  IN_ADDR sin_addr;
  CHAR sin_zero[8];
} SOCKADDR_IN, *PSOCKADDR_IN;
typedef struct {
  union {
    struct {
      ULONG Zone : 28;
      ULONG Level : 4;
    };
    ULONG Value;
  };
} SCOPE_ID, *PSCOPE_ID;
typedef struct sockaddr_in6 {
  ADDRESS_FAMILY sin6_family;
  USHORT sin6_port;
  ULONG sin6_flowinfo;
  IN6_ADDR sin6_addr;
  union {
    ULONG sin6_scope_id;
    SCOPE_ID sin6_scope_struct;
  };
} SOCKADDR_IN6, *PSOCKADDR_IN6, SOCKADDR_IN6_LH, *PSOCKADDR_IN6_LH;
typedef struct sockaddr_storage {
  ADDRESS_FAMILY ss_family;
  CHAR __ss_pad1[6];
  __int64 __ss_align;
  CHAR __ss_pad2[112];
} SOCKADDR_STORAGE, *PSOCKADDR_STORAGE, SOCKADDR_STORAGE_LH,
    *PSOCKADDR_STORAGE_LH;
typedef union _SOCKADDR_INET {
  SOCKADDR_IN Ipv4;
  SOCKADDR_IN6 Ipv6;
  ADDRESS_FAMILY si_family;
} SOCKADDR_INET, *PSOCKADDR_INET;
PSTR NTAPI RtlIpv4AddressToStringA(const struct in_addr *, PSTR);
PWSTR NTAPI RtlIpv4AddressToStringW(const struct in_addr *, PWSTR);
PSTR NTAPI RtlIpv6AddressToStringA(const struct in6_addr *, PSTR);
PWSTR NTAPI RtlIpv6AddressToStringW(const struct in6_addr *, PWSTR);
LONG NTAPI RtlIpv4AddressToStringExA(const struct in_addr *, USHORT, PSTR,
                                     PULONG);
LONG NTAPI RtlIpv4AddressToStringExW(const struct in_addr *, USHORT, PWSTR,
                                     PULONG);
LONG NTAPI RtlIpv6AddressToStringExA(const struct in6_addr *, ULONG, USHORT, PSTR,
                                     PULONG);
LONG NTAPI RtlIpv6AddressToStringExW(const struct in6_addr *, ULONG, USHORT,
                                     PWSTR, PULONG);
#ifdef UNICODE
#define RtlIpv4AddressToStringEx RtlIpv4AddressToStringExW
#define RtlIpv6AddressToStringEx RtlIpv6AddressToStringExW
#else
#define RtlIpv4AddressToStringEx RtlIpv4AddressToStringExA
#define RtlIpv6AddressToStringEx RtlIpv6AddressToStringExA
#endif
typedef struct _WSACMSGHDR {
  SIZE_T cmsg_len;
  INT cmsg_level, cmsg_type;
} WSACMSGHDR, *PWSACMSGHDR;
typedef struct _IP_ADDRESS_PREFIX {
  SOCKADDR_INET Prefix;
  UINT8 PrefixLength;
} IP_ADDRESS_PREFIX, *PIP_ADDRESS_PREFIX;
#define INET_ADDRSTRLEN 22
#define INET6_ADDRSTRLEN 65
FLT_STANDIN_END
#endif
