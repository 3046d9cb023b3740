// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the volume control codes.
// Written from documented facts.
#ifndef FLT_STANDIN_NTDDVOL_H
#define FLT_STANDIN_NTDDVOL_H
#include "flt-standin/base.h"
#include "devioctl.h"
#define IOCTL_VOLUME_BASE ((ULONG)'V')
#define IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS                                   \
  CTL_CODE(IOCTL_VOLUME_BASE, 0, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_VOLUME_ONLINE                                                    \
  CTL_CODE(IOCTL_VOLUME_BASE, 2, METHOD_BUFFERED,                              \
           FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_VOLUME_OFFLINE                                                   \
  CTL_CODE(IOCTL_VOLUME_BASE, 3, METHOD_BUFFERED,                              \
           FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_VOLUME_IS_CLUSTERED                                              \
  CTL_CODE(IOCTL_VOLUME_BASE, 12, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_VOLUME_LOGICAL_TO_PHYSICAL                                       \
  CTL_CODE(IOCTL_VOLUME_BASE, 8, METHOD_BUFFERED, FILE_ANY_ACCESS)
FLT_STANDIN_BEGIN
typedef struct _DISK_EXTENT {
  ULONG DiskNumber;
  LARGE_INTEGER StartingOffset;
  LARGE_INTEGER ExtentLength;
} DISK_EXTENT, *PDISK_EXTENT;
typedef struct _VOLUME_DISK_EXTENTS {
  ULONG NumberOfDiskExtents;
  DISK_EXTENT Extents[1];
} VOLUME_DISK_EXTENTS, *PVOLUME_DISK_EXTENTS;
FLT_STANDIN_END
#endif
