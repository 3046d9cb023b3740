// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for net buffers, and the lists of them.
// Written from documented facts.
#ifndef FLT_STANDIN_NBL_H
#define FLT_STANDIN_NBL_H
#include "../ntddk.h"
#include "../ws2def.h"
FLT_STANDIN_BEGIN
typedef PVOID NDIS_HANDLE, *PNDIS_HANDLE;
typedef int NDIS_STATUS, *PNDIS_STATUS;
typedef ULONG NDIS_PORT_NUMBER, *PNDIS_PORT_NUMBER;
typedef ULONG NET_IFINDEX, *PNET_IFINDEX, IF_INDEX, *PIF_INDEX;
typedef UINT32 NET_IF_COMPARTMENT_ID, *PNET_IF_COMPARTMENT_ID;
typedef USHORT NET_IFTYPE, IFTYPE;
typedef UINT32 NDIS_SWITCH_PORT_ID;
typedef USHORT NDIS_SWITCH_NIC_INDEX;
typedef enum {
  UNSPECIFIED_COMPARTMENT_ID = 0,
  DEFAULT_COMPARTMENT_ID
} COMPARTMENT_ID, *PCOMPARTMENT_ID;
typedef union _NET_LUID_LH {
  ULONG64 Value;
  struct {
    ULONG64 Reserved : 24;
    ULONG64 NetLuidIndex : 24;
    ULONG64 IfType : 16;
  } Info;
} NET_LUID_LH, *PNET_LUID_LH, NET_LUID, *PNET_LUID, IF_LUID, *PIF_LUID;
typedef struct _NET_BUFFER NET_BUFFER, *PNET_BUFFER;
typedef struct _NET_BUFFER_LIST NET_BUFFER_LIST, *PNET_BUFFER_LIST;
typedef struct _NET_BUFFER_LIST_CONTEXT {
  struct _NET_BUFFER_LIST_CONTEXT *Next;
  USHORT Size, Offset;
  UCHAR ContextData[];
} NET_BUFFER_LIST_CONTEXT, *PNET_BUFFER_LIST_CONTEXT;
struct _NET_BUFFER {
  PNET_BUFFER Next;
  PMDL CurrentMdl;
  ULONG CurrentMdlOffset;
  union {
    ULONG DataLength;
    SIZE_T stDataLength;
  };
  PMDL MdlChain;
  ULONG DataOffset;
  USHORT ChecksumBias, Reserved;
  NDIS_HANDLE NdisPoolHandle;
  PVOID NdisReserved[2], ProtocolReserved[6], MiniportReserved[4];
  PHYSICAL_ADDRESS DataPhysicalAddress;
};
typedef enum _NDIS_NET_BUFFER_LIST_INFO {
  TcpIpChecksumNetBufferListInfo,
  IPsecOffloadV1NetBufferListInfo,
  TcpLargeSendNetBufferListInfo,
  ClassificationHandleNetBufferListInfo,
  Ieee8021QNetBufferListInfo,
  NetBufferListCancelId,
  MediaSpecificInformation,
  NetBufferListFrameType,
  NetBufferListHashValue,
  NetBufferListHashInfo,
  WfpNetBufferListInfo,
  MaxNetBufferListInfo = 32
} NDIS_NET_BUFFER_LIST_INFO;
struct _NET_BUFFER_LIST {
  PNET_BUFFER_LIST Next;
  PNET_BUFFER FirstNetBuffer;
  PNET_BUFFER_LIST_CONTEXT Context;
  PNET_BUFFER_LIST ParentNetBufferList;
  NDIS_HANDLE NdisPoolHandle;
  PVOID NdisReserved[2], ProtocolReserved[4], MiniportReserved[2], Scratch;
  NDIS_HANDLE SourceHandle;
  ULONG NblFlags;
  LONG ChildRefCount;
  ULONG Flags;
  NDIS_STATUS Status;
  PVOID NetBufferListInfo[MaxNetBufferListInfo];
};
#define NET_BUFFER_NEXT_NB(NB) ((NB)->Next)
#define NET_BUFFER_FIRST_MDL(NB) ((NB)->MdlChain)
#define NET_BUFFER_CURRENT_MDL(NB) ((NB)->CurrentMdl)
#define NET_BUFFER_CURRENT_MDL_OFFSET(NB) ((NB)->CurrentMdlOffset)
#define NET_BUFFER_DATA_LENGTH(NB) ((NB)->DataLength)
#define NET_BUFFER_DATA_OFFSET(NB) ((NB)->DataOffset)
#define NET_BUFFER_LIST_NEXT_NBL(NBL) ((NBL)->Next)
#define NET_BUFFER_LIST_FIRST_NB(NBL) ((NBL)->FirstNetBuffer)
#define NET_BUFFER_LIST_STATUS(NBL) ((NBL)->Status)
#define NET_BUFFER_LIST_FLAGS(NBL) ((NBL)->Flags)
#define NET_BUFFER_LIST_NBL_FLAGS(NBL) ((NBL)->NblFlags)
#define NET_BUFFER_LIST_INFO(NBL, Id) ((NBL)->NetBufferListInfo[(Id)])
#define NDIS_STATUS_SUCCESS ((NDIS_STATUS)STATUS_SUCCESS)
#define NDIS_STATUS_PENDING ((NDIS_STATUS)STATUS_PENDING)
#define NDIS_STATUS_FAILURE ((NDIS_STATUS)STATUS_UNSUCCESSFUL)
#define NDIS_STATUS_RESOURCES ((NDIS_STATUS)STATUS_INSUFFICIENT_RESOURCES)
#define NDIS_STATUS_NOT_SUPPORTED ((NDIS_STATUS)STATUS_NOT_SUPPORTED)
#define NDIS_STATUS_INVALID_PARAMETER ((NDIS_STATUS)STATUS_INVALID_PARAMETER)
#define NDIS_DEFAULT_PORT_NUMBER ((NDIS_PORT_NUMBER)0)
typedef struct _NDIS_OBJECT_HEADER {
  UCHAR Type, Revision;
  USHORT Size;
} NDIS_OBJECT_HEADER, *PNDIS_OBJECT_HEADER;
#define NDIS_OBJECT_TYPE_DEFAULT 0x80
typedef struct _NET_BUFFER_LIST_POOL_PARAMETERS {
  NDIS_OBJECT_HEADER Header;
  UCHAR ProtocolId;
  BOOLEAN fAllocateNetBuffer;
  USHORT ContextSize;
  ULONG PoolTag, DataSize, Flags;
} NET_BUFFER_LIST_POOL_PARAMETERS, *PNET_BUFFER_LIST_POOL_PARAMETERS;
typedef struct _NET_BUFFER_POOL_PARAMETERS {
  NDIS_OBJECT_HEADER Header;
  ULONG PoolTag, DataSize;
} NET_BUFFER_POOL_PARAMETERS, *PNET_BUFFER_POOL_PARAMETERS;
#define NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1                 \
  sizeof(NET_BUFFER_LIST_POOL_PARAMETERS)
NDIS_HANDLE NdisAllocateNetBufferListPool(NDIS_HANDLE,
                                          PNET_BUFFER_LIST_POOL_PARAMETERS);
VOID NdisFreeNetBufferListPool(NDIS_HANDLE);
NDIS_HANDLE NdisAllocateNetBufferPool(NDIS_HANDLE, PNET_BUFFER_POOL_PARAMETERS);
VOID NdisFreeNetBufferPool(NDIS_HANDLE);
PNET_BUFFER_LIST NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE, USHORT,
                                                       USHORT, PMDL, ULONG,
                                                       SIZE_T);
PNET_BUFFER_LIST NdisAllocateNetBufferList(NDIS_HANDLE, USHORT, USHORT);
VOID NdisFreeNetBufferList(PNET_BUFFER_LIST);
PVOID NdisGetDataBuffer(PNET_BUFFER, ULONG, PVOID, ULONG, ULONG);
NDIS_STATUS NdisRetreatNetBufferDataStart(PNET_BUFFER, ULONG, ULONG, PVOID);
VOID NdisAdvanceNetBufferDataStart(PNET_BUFFER, ULONG, BOOLEAN, PVOID);
NDIS_HANDLE NdisAllocateGenericObject(PDRIVER_OBJECT, ULONG, USHORT);
VOID NdisFreeGenericObject(NDIS_HANDLE);
PVOID NdisAllocateMemoryWithTagPriority(NDIS_HANDLE, UINT, ULONG,
                                        EX_POOL_PRIORITY);
VOID NdisFreeMemory(PVOID, UINT, UINT);
ULONG NdisGetVersion(VOID);
FLT_STANDIN_END
#endif
