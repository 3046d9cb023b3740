// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for what few file systems need: times at creation, the protocol of a remote file, a token's policy.
// Written from documented facts.
#ifndef FLT_STANDIN_IFSMORE_H
#define FLT_STANDIN_IFSMORE_H
#include "fsrtl.h"
FLT_STANDIN_BEGIN
typedef struct _FILE_TIMESTAMPS {
  LARGE_INTEGER CreationTime, LastAccessTime, LastWriteTime, ChangeTime;
} FILE_TIMESTAMPS, *PFILE_TIMESTAMPS;
typedef struct _ATOMIC_CREATE_ECP_CONTEXT {
  USHORT Size, InFlags, OutFlags, ReparseBufferLength;
  struct _REPARSE_DATA_BUFFER *ReparseBuffer;
  LONGLONG FileSize, ValidDataLength;
  PFILE_TIMESTAMPS FileTimestamps;
  ULONG FileAttributes, UsnSourceInfo;
  LONGLONG Usn;
  ULONG SuppressFileAttributeInheritanceMask, InOpFlags, OutOpFlags, InGenFlags,
      OutGenFlags, CaseSensitiveFlagsMask, InCaseSensitiveFlags,
      OutCaseSensitiveFlags;
} ATOMIC_CREATE_ECP_CONTEXT, *PATOMIC_CREATE_ECP_CONTEXT;
#define ATOMIC_CREATE_ECP_IN_FLAG_REPARSE_POINT_SPECIFIED 0x0002
#define ATOMIC_CREATE_ECP_IN_FLAG_OP_FLAGS_SPECIFIED 0x0080
#define ATOMIC_CREATE_ECP_IN_FLAG_BEST_EFFORT 0x0100
#define ATOMIC_CREATE_ECP_OUT_FLAG_REPARSE_POINT_SET 0x0002
#define ATOMIC_CREATE_ECP_OUT_FLAG_OP_FLAGS_HONORED 0x0080
#define ATOMIC_CREATE_ECP_IN_OP_FLAG_CASE_SENSITIVE_FLAGS_SPECIFIED 0x1
#define ATOMIC_CREATE_ECP_OUT_OP_FLAG_CASE_SENSITIVE_FLAGS_SET 0x1
typedef struct _TOKEN_MANDATORY_POLICY {
  ULONG Policy;
} TOKEN_MANDATORY_POLICY, *PTOKEN_MANDATORY_POLICY;
#define TOKEN_MANDATORY_POLICY_OFF 0x0
#define TOKEN_MANDATORY_POLICY_NO_WRITE_UP 0x1
#define TOKEN_MANDATORY_POLICY_NEW_PROCESS_MIN 0x2
typedef struct _FILE_REMOTE_PROTOCOL_INFORMATION {
  USHORT StructureVersion, StructureSize;
  ULONG Protocol;
  USHORT ProtocolMajorVersion, ProtocolMinorVersion, ProtocolRevision, Reserved;
  ULONG Flags;
  struct {
    ULONG Reserved[8];
  } GenericReserved;
  union {
    struct {
      struct {
        ULONG Capabilities;
      } Server;
      struct {
        ULONG Capabilities, ShareFlags;
        UCHAR ShareType, Reserved0[3];
        ULONG Reserved1;
      } Share;
    } Smb2;
    ULONG Reserved[16];
  } ProtocolSpecific;
} FILE_REMOTE_PROTOCOL_INFORMATION, *PFILE_REMOTE_PROTOCOL_INFORMATION;
typedef enum _FSRTL_CHANGE_BACKING_TYPE {
  ChangeDataControlArea,
  ChangeImageControlArea,
  ChangeSharedCacheMap
} FSRTL_CHANGE_BACKING_TYPE, *PFSRTL_CHANGE_BACKING_TYPE;
NTSTATUS NTAPI FsRtlChangeBackingFileObject(PFILE_OBJECT, PFILE_OBJECT,
                                            FSRTL_CHANGE_BACKING_TYPE, ULONG);
VOID NTAPI RtlFillMemoryUlong(PVOID, SIZE_T, ULONG);
FLT_STANDIN_END
#endif
