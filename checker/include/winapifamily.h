// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the families of programs that an interface is for: a driver is of none of them.
// Written from documented facts.
#ifndef FLT_STANDIN_WINAPIFAMILY_H
#define FLT_STANDIN_WINAPIFAMILY_H
#define WINAPI_FAMILY_PC_APP 2
#define WINAPI_FAMILY_PHONE_APP 3
#define WINAPI_FAMILY_SYSTEM 4
#define WINAPI_FAMILY_SERVER 5
#define WINAPI_FAMILY_DESKTOP_APP 100
#define WINAPI_FAMILY_APP WINAPI_FAMILY_PC_APP
#ifndef WINAPI_FAMILY
#define WINAPI_FAMILY WINAPI_FAMILY_DESKTOP_APP
#endif
#define WINAPI_PARTITION_DESKTOP (WINAPI_FAMILY == WINAPI_FAMILY_DESKTOP_APP)
#define WINAPI_PARTITION_APP 1
#define WINAPI_PARTITION_SYSTEM 1
#define WINAPI_PARTITION_PC_APP 1
#define WINAPI_PARTITION_GAMES 1
#define WINAPI_PARTITION_PKG_WINTRUST 1
#define WINAPI_FAMILY_PARTITION(Partitions) (Partitions)
#define WINAPI_FAMILY_ONE_PARTITION(PartitionSet, Partition)                   \
  ((WINAPI_FAMILY == PartitionSet) && Partition)
#endif
