// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the unique identifier of a storage device. Written from
// documented facts.
#ifndef FLT_STANDIN_STORDUID_H
#define FLT_STANDIN_STORDUID_H
#include "ntdddisk.h"
FLT_STANDIN_BEGIN
#define DUID_VERSION_1 1
#define DUID_HARDWARE_IDS_ONLY 0
#define DUID_INCLUDE_SOFTWARE_IDS 1
typedef struct _STORAGE_DEVICE_LAYOUT_SIGNATURE {
  ULONG Version, Size;
  BOOLEAN Mbr;
  union {
    ULONG MbrSignature;
    GUID GptDiskId;
  } DeviceSpecific;
} STORAGE_DEVICE_LAYOUT_SIGNATURE, *PSTORAGE_DEVICE_LAYOUT_SIGNATURE;
typedef struct _STORAGE_DEVICE_UNIQUE_IDENTIFIER {
  ULONG Version, Size, StorageDeviceIdOffset, StorageDeviceOffset,
      DriveLayoutSignatureOffset;
} STORAGE_DEVICE_UNIQUE_IDENTIFIER, *PSTORAGE_DEVICE_UNIQUE_IDENTIFIER;
FLT_STANDIN_END
#endif
