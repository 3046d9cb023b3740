// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the part of the disk header about the layout of a disk, its
// media and its cache. Written from documented facts.
#ifndef FLT_STANDIN_DISKLAYOUT_H
#define FLT_STANDIN_DISKLAYOUT_H
#include "../ntdddisk.h"
FLT_STANDIN_BEGIN
#define IOCTL_DISK_SET_DRIVE_LAYOUT                                            \
  FLT_STANDIN_DISK(4, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_FORMAT_TRACKS                                               \
  FLT_STANDIN_DISK(6, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_REASSIGN_BLOCKS                                             \
  FLT_STANDIN_DISK(7, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_PERFORMANCE FLT_STANDIN_DISK(8, FILE_ANY_ACCESS)
#define IOCTL_DISK_FORMAT_TRACKS_EX                                            \
  FLT_STANDIN_DISK(0xb, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_INTERNAL_SET_VERIFY                                         \
  CTL_CODE(IOCTL_DISK_BASE, 0x100, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_DISK_INTERNAL_CLEAR_VERIFY                                       \
  CTL_CODE(IOCTL_DISK_BASE, 0x101, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_DISK_SET_PARTITION_INFO_EX                                       \
  FLT_STANDIN_DISK(0x13, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_SET_DRIVE_LAYOUT_EX                                         \
  FLT_STANDIN_DISK(0x15, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_CREATE_DISK                                                 \
  FLT_STANDIN_DISK(0x16, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_PERFORMANCE_OFF FLT_STANDIN_DISK(0x18, FILE_ANY_ACCESS)
#define IOCTL_DISK_GET_CACHE_INFORMATION FLT_STANDIN_DISK(0x35, FILE_READ_ACCESS)
#define IOCTL_DISK_SET_CACHE_INFORMATION                                       \
  FLT_STANDIN_DISK(0x36, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_DELETE_DRIVE_LAYOUT                                         \
  FLT_STANDIN_DISK(0x40, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_UPDATE_PROPERTIES FLT_STANDIN_DISK(0x50, FILE_ANY_ACCESS)
#define IOCTL_DISK_GROW_PARTITION                                              \
  FLT_STANDIN_DISK(0x34, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_UPDATE_DRIVE_SIZE                                           \
  FLT_STANDIN_DISK(0x32, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_GET_DISK_ATTRIBUTES FLT_STANDIN_DISK(0x3c, FILE_ANY_ACCESS)
#define IOCTL_DISK_SET_DISK_ATTRIBUTES                                         \
  FLT_STANDIN_DISK(0x3d, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_DISK_RESERVE FLT_STANDIN_DISK(0x204, FILE_READ_ACCESS)
#define IOCTL_DISK_RELEASE FLT_STANDIN_DISK(0x205, FILE_READ_ACCESS)
#define IOCTL_DISK_FIND_NEW_DEVICES FLT_STANDIN_DISK(0x206, FILE_READ_ACCESS)
#define SMART_GET_VERSION FLT_STANDIN_DISK(0x20, FILE_READ_ACCESS)
#define SMART_SEND_DRIVE_COMMAND                                               \
  FLT_STANDIN_DISK(0x21, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define SMART_RCV_DRIVE_DATA                                                   \
  FLT_STANDIN_DISK(0x22, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define VALID_NTFT 0xC0
#define PARTITION_XENIX_1 0x02
#define PARTITION_XENIX_2 0x03
#define PARTITION_PREP 0x41
#define PARTITION_LDM 0x42
#define PARTITION_UNIX 0x63
#define PARTITION_GPT 0xEE
#define PARTITION_SYSTEM 0xEF
#define GPT_BASIC_DATA_ATTRIBUTE_HIDDEN (0x4000000000000000)
#define GPT_BASIC_DATA_ATTRIBUTE_SHADOW_COPY (0x2000000000000000)
#define GPT_BASIC_DATA_ATTRIBUTE_NO_DRIVE_LETTER (0x8000000000000000)
#define DISK_ATTRIBUTE_OFFLINE 0x0000000000000001
#define DISK_ATTRIBUTE_READ_ONLY 0x0000000000000002
typedef struct _DRIVE_LAYOUT_INFORMATION {
  ULONG PartitionCount;
  ULONG Signature;
  PARTITION_INFORMATION PartitionEntry[1];
} DRIVE_LAYOUT_INFORMATION, *PDRIVE_LAYOUT_INFORMATION;
typedef struct _DRIVE_LAYOUT_INFORMATION_MBR {
  ULONG Signature;
  ULONG CheckSum;
} DRIVE_LAYOUT_INFORMATION_MBR, *PDRIVE_LAYOUT_INFORMATION_MBR;
typedef struct _DRIVE_LAYOUT_INFORMATION_GPT {
  GUID DiskId;
  LARGE_INTEGER StartingUsableOffset;
  LARGE_INTEGER UsableLength;
  ULONG MaxPartitionCount;
} DRIVE_LAYOUT_INFORMATION_GPT, *PDRIVE_LAYOUT_INFORMATION_GPT;
typedef struct _DRIVE_LAYOUT_INFORMATION_EX {
  ULONG PartitionStyle;
  ULONG PartitionCount;
  union {
    DRIVE_LAYOUT_INFORMATION_MBR Mbr;
    DRIVE_LAYOUT_INFORMATION_GPT Gpt;
  };
  PARTITION_INFORMATION_EX PartitionEntry[1];
} DRIVE_LAYOUT_INFORMATION_EX, *PDRIVE_LAYOUT_INFORMATION_EX;
typedef struct _DISK_PARTITION_INFO {
  ULONG SizeOfPartitionInfo;
  PARTITION_STYLE PartitionStyle;
  union {
    struct {
      ULONG Signature;
      ULONG CheckSum;
    } Mbr;
    struct {
      GUID DiskId;
    } Gpt;
  };
} DISK_PARTITION_INFO, *PDISK_PARTITION_INFO;
typedef enum _DETECTION_TYPE { DetectNone, DetectInt13, DetectExInt13 }
    DETECTION_TYPE;
typedef struct _DISK_INT13_INFO {
  USHORT DriveSelect;
  ULONG MaxCylinders;
  USHORT SectorsPerTrack, MaxHeads, NumberDrives;
} DISK_INT13_INFO, *PDISK_INT13_INFO;
typedef struct _DISK_EX_INT13_INFO {
  USHORT ExBufferSize, ExFlags;
  ULONG ExCylinders, ExHeads, ExSectorsPerTrack;
  ULONG64 ExSectorsPerDrive;
  USHORT ExSectorSize, ExReserved;
} DISK_EX_INT13_INFO, *PDISK_EX_INT13_INFO;
typedef struct _DISK_DETECTION_INFO {
  ULONG SizeOfDetectInfo;
  DETECTION_TYPE DetectionType;
  DISK_INT13_INFO Int13;
  DISK_EX_INT13_INFO ExInt13;
} DISK_DETECTION_INFO, *PDISK_DETECTION_INFO;
#define DiskGeometryGetPartition(g) ((PDISK_PARTITION_INFO)((g) + 1))
typedef struct _FORMAT_PARAMETERS {
  MEDIA_TYPE MediaType;
  ULONG StartCylinderNumber, EndCylinderNumber, StartHeadNumber, EndHeadNumber;
} FORMAT_PARAMETERS, *PFORMAT_PARAMETERS;
typedef struct _REASSIGN_BLOCKS {
  USHORT Reserved, Count;
  ULONG BlockNumber[1];
} REASSIGN_BLOCKS, *PREASSIGN_BLOCKS;
typedef struct _DISK_GROW_PARTITION {
  ULONG PartitionNumber;
  LARGE_INTEGER BytesToGrow;
} DISK_GROW_PARTITION, *PDISK_GROW_PARTITION;
typedef struct _DISK_PERFORMANCE {
  LARGE_INTEGER BytesRead, BytesWritten, ReadTime, WriteTime, IdleTime;
  ULONG ReadCount, WriteCount, QueueDepth, SplitCount;
  LARGE_INTEGER QueryTime;
  ULONG StorageDeviceNumber;
  WCHAR StorageManagerName[8];
} DISK_PERFORMANCE, *PDISK_PERFORMANCE;
typedef struct _GET_DISK_ATTRIBUTES {
  ULONG Version, Reserved1;
  ULONGLONG Attributes;
} GET_DISK_ATTRIBUTES, *PGET_DISK_ATTRIBUTES;
typedef enum {
  EqualPriority,
  KeepPrefetchedData,
  KeepReadData
} DISK_CACHE_RETENTION_PRIORITY;
typedef struct _DISK_CACHE_INFORMATION {
  BOOLEAN ParametersSavable, ReadCacheEnabled, WriteCacheEnabled;
  DISK_CACHE_RETENTION_PRIORITY ReadRetentionPriority, WriteRetentionPriority;
  USHORT DisablePrefetchTransferLength;
  BOOLEAN PrefetchScalar;
  union {
    struct {
      USHORT Minimum, Maximum, MaximumBlocks;
    } ScalarPrefetch;
    struct {
      USHORT Minimum, Maximum;
    } BlockPrefetch;
  };
} DISK_CACHE_INFORMATION, *PDISK_CACHE_INFORMATION;
typedef enum _STORAGE_MEDIA_TYPE {
  DDS_4mm = 0x20,
  MiniQic,
  Travan,
  QIC,
  MP_8mm,
  AME_8mm,
  AIT1_8mm,
  DLT,
  NCTP,
  IBM_3480,
  IBM_3490E,
  IBM_Magstar_3590,
  IBM_Magstar_MP,
  STK_DATA_D3,
  SONY_DTF,
  DV_6mm,
  DMI,
  SONY_D2,
  CLEANER_CARTRIDGE,
  CD_ROM,
  CD_R,
  CD_RW,
  DVD_ROM,
  DVD_R,
  DVD_RW,
  MO_3_RW,
  MO_5_WO,
  MO_5_RW,
  MO_5_LIMBO
} STORAGE_MEDIA_TYPE;
typedef struct _DEVICE_MEDIA_INFO {
  union {
    struct {
      LARGE_INTEGER Cylinders;
      STORAGE_MEDIA_TYPE MediaType;
      ULONG TracksPerCylinder, SectorsPerTrack, BytesPerSector, NumberMediaSides,
          MediaCharacteristics;
    } DiskInfo, RemovableDiskInfo;
    struct {
      STORAGE_MEDIA_TYPE MediaType;
      ULONG MediaCharacteristics, CurrentBlockSize;
      STORAGE_BUS_TYPE BusType;
      union {
        struct {
          UCHAR MediumType, DensityCode;
        } ScsiInformation;
      } BusSpecificData;
    } TapeInfo;
  } DeviceSpecific;
} DEVICE_MEDIA_INFO, *PDEVICE_MEDIA_INFO;
typedef struct _GET_MEDIA_TYPES {
  ULONG DeviceType, MediaInfoCount;
  DEVICE_MEDIA_INFO MediaInfo[1];
} GET_MEDIA_TYPES, *PGET_MEDIA_TYPES;
FLT_STANDIN_END
#endif
