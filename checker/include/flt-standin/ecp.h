// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the well-known extra create parameters.
// Written from documented facts.
#ifndef FLT_STANDIN_ECP_H
#define FLT_STANDIN_ECP_H
#include "fileinfo.h"

FLT_STANDIN_BEGIN

DEFINE_GUID(GUID_ECP_OPLOCK_KEY, 0x48850596, 0x3050, 0x4be7, 0x98, 0x63, 0xfe,
            0xc3, 0x50, 0xce, 0x8d, 0x7f);
DEFINE_GUID(GUID_ECP_DUAL_OPLOCK_KEY, 0x41621a14, 0xb08b, 0x4df1, 0xb6, 0x76,
            0xa0, 0x5f, 0xfd, 0xf0, 0x1b, 0xea);
DEFINE_GUID(GUID_ECP_NETWORK_OPEN_CONTEXT, 0xc584edbf, 0x00df, 0x4d28, 0xb8,
            0x84, 0x35, 0xba, 0xca, 0x89, 0x11, 0xe8);
DEFINE_GUID(GUID_ECP_PREFETCH_OPEN, 0xe1777b21, 0x847e, 0x4837, 0xaa, 0x45, 0x64,
            0x16, 0x1d, 0x28, 0x6, 0x55);
DEFINE_GUID(GUID_ECP_NFS_OPEN, 0xf326d30c, 0xe5f8, 0x4fe7, 0xab, 0x74, 0xf5,
            0xa3, 0x19, 0x6d, 0x92, 0xdb);
DEFINE_GUID(GUID_ECP_SRV_OPEN, 0xbebfaebc, 0xaabf, 0x489d, 0x9d, 0x2c, 0xe9,
            0xe3, 0x61, 0x10, 0x28, 0x53);
DEFINE_GUID(GUID_ECP_IO_DEVICE_HINT, 0xf315b732, 0xac6b, 0x4d4d, 0xbe, 0xc, 0xb3,
            0x12, 0x64, 0x90, 0xe1, 0xa3);
DEFINE_GUID(GUID_ECP_CSV_DOWN_LEVEL_OPEN, 0x4248be44, 0x647f, 0x488f, 0x8b, 0xe5,
            0xa0, 0x8a, 0xaf, 0x70, 0xf0, 0x28);
DEFINE_GUID(GUID_ECP_CSV_QUERY_FILE_REVISION, 0x44aec90b, 0xde65, 0x4d46, 0x8f,
            0xbf, 0x76, 0x3f, 0x9d, 0x97, 0xb, 0x1d);
DEFINE_GUID(GUID_ECP_CSV_QUERY_FILE_REVISION_FILE_ID_128, 0x7a3a4aa1, 0xaa74,
            0x4bc6, 0xb0, 0x70, 0xab, 0x56, 0xa3, 0x8c, 0x1f, 0xed);
DEFINE_GUID(GUID_ECP_CREATE_REDIRECTION, 0x188d6bd6, 0xa126, 0x4fa8, 0xbd, 0xf2,
            0x1c, 0xcd, 0xf8, 0x96, 0xf3, 0xe0);
DEFINE_GUID(GUID_ECP_ATOMIC_CREATE, 0x4720bd83, 0x52ac, 0x4104, 0xa1, 0x30, 0xd1,
            0xec, 0x6a, 0x8c, 0xc8, 0xe5);
DEFINE_GUID(GUID_ECP_QUERY_ON_CREATE, 0x1aca62e9, 0xabb4, 0x4ff2, 0xbb, 0x5c,
            0x1c, 0x79, 0x2, 0x5e, 0x41, 0x7f);

typedef struct _OPLOCK_KEY_ECP_CONTEXT {
  GUID OplockKey;
  ULONG Reserved;
} OPLOCK_KEY_ECP_CONTEXT, *POPLOCK_KEY_ECP_CONTEXT;
typedef struct _PREFETCH_OPEN_ECP_CONTEXT {
  PVOID Context;
} PREFETCH_OPEN_ECP_CONTEXT, *PPREFETCH_OPEN_ECP_CONTEXT;
typedef struct sockaddr_storage *PSOCKADDR_STORAGE_NFS;
typedef struct _NFS_OPEN_ECP_CONTEXT {
  PUNICODE_STRING ExportAlias;
  PSOCKADDR_STORAGE_NFS ClientSocketAddress;
} NFS_OPEN_ECP_CONTEXT, *PNFS_OPEN_ECP_CONTEXT, **PPNFS_OPEN_ECP_CONTEXT;
typedef enum _SRV_INSTANCE_TYPE {
  SrvInstanceTypeUndefined,
  SrvInstanceTypePrimary,
  SrvInstanceTypeCsv,
  SrvInstanceTypeSBL,
  SrvInstanceTypeSR,
  SrvInstanceTypeVSMB
} SRV_INSTANCE_TYPE,
    *PSRV_INSTANCE_TYPE;
typedef struct _SRV_OPEN_ECP_CONTEXT {
  PUNICODE_STRING ShareName;
  PSOCKADDR_STORAGE_NFS SocketAddress;
  BOOLEAN OplockBlockState;
  BOOLEAN OplockAppState;
  BOOLEAN OplockFinalState;
  USHORT Version;
  SRV_INSTANCE_TYPE InstanceType;
} SRV_OPEN_ECP_CONTEXT, *PSRV_OPEN_ECP_CONTEXT;
typedef struct _CSV_QUERY_FILE_REVISION_ECP_CONTEXT {
  LONGLONG FileId;
  LONGLONG FileRevision[3];
} CSV_QUERY_FILE_REVISION_ECP_CONTEXT, *PCSV_QUERY_FILE_REVISION_ECP_CONTEXT;
typedef struct _CSV_QUERY_FILE_REVISION_ECP_CONTEXT_FILE_ID_128 {
  FILE_ID_128 FileId;
  LONGLONG FileRevision[3];
} CSV_QUERY_FILE_REVISION_ECP_CONTEXT_FILE_ID_128,
    *PCSV_QUERY_FILE_REVISION_ECP_CONTEXT_FILE_ID_128;
typedef struct _CREATE_REDIRECTION_ECP_CONTEXT {
  USHORT Size;
  USHORT Flags;
  FILE_ID_128 FileId;
  GUID VolumeGuid;
} CREATE_REDIRECTION_ECP_CONTEXT, *PCREATE_REDIRECTION_ECP_CONTEXT;

FLT_STANDIN_END
#endif
