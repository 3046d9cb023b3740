// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the CD-ROM control codes and structures.
// Written from documented facts.
#ifndef FLT_STANDIN_NTDDCDRM_H
#define FLT_STANDIN_NTDDCDRM_H
#include "ntddstor.h"
FLT_STANDIN_BEGIN
#define IOCTL_CDROM_BASE FILE_DEVICE_CD_ROM
#define FLT_STANDIN_CDROM(c)                                                   \
  CTL_CODE(IOCTL_CDROM_BASE, c, METHOD_BUFFERED, FILE_READ_ACCESS)
#define IOCTL_CDROM_READ_TOC FLT_STANDIN_CDROM(0x0000)
#define IOCTL_CDROM_RAW_READ                                                   \
  CTL_CODE(IOCTL_CDROM_BASE, 0x000F, METHOD_OUT_DIRECT, FILE_READ_ACCESS)
#define IOCTL_CDROM_DISK_TYPE                                                  \
  CTL_CODE(IOCTL_CDROM_BASE, 0x0010, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_CDROM_GET_DRIVE_GEOMETRY FLT_STANDIN_CDROM(0x0013)
#define IOCTL_CDROM_GET_LAST_SESSION FLT_STANDIN_CDROM(0x000E)
#define IOCTL_CDROM_READ_TOC_EX FLT_STANDIN_CDROM(0x0015)
#define IOCTL_CDROM_CHECK_VERIFY FLT_STANDIN_CDROM(0x0200)
#define MAXIMUM_NUMBER_TRACKS 100
#define MAXIMUM_CDROM_SIZE 804
#define MINIMUM_CDROM_READ_TOC_EX_SIZE 2
#define CDROM_DISK_AUDIO_TRACK (0x00000001)
#define CDROM_DISK_DATA_TRACK (0x00000002)
#define CDROM_READ_TOC_EX_FORMAT_TOC 0x00
#define CDROM_READ_TOC_EX_FORMAT_SESSION 0x01
#define CDROM_READ_TOC_EX_FORMAT_FULL_TOC 0x02
#define CDROM_READ_TOC_EX_FORMAT_CDTEXT 0x05
typedef struct _CDROM_READ_TOC_EX {
  UCHAR Format : 4;
  UCHAR Reserved1 : 3;
  UCHAR Msf : 1;
  UCHAR SessionTrack;
  UCHAR Reserved2;
  UCHAR Reserved3;
} CDROM_READ_TOC_EX, *PCDROM_READ_TOC_EX;
typedef struct _TRACK_DATA {
  UCHAR Reserved;
  UCHAR Control : 4;
  UCHAR Adr : 4;
  UCHAR TrackNumber;
  UCHAR Reserved1;
  UCHAR Address[4];
} TRACK_DATA, *PTRACK_DATA;
typedef struct _CDROM_TOC {
  UCHAR Length[2];
  UCHAR FirstTrack;
  UCHAR LastTrack;
  TRACK_DATA TrackData[MAXIMUM_NUMBER_TRACKS];
} CDROM_TOC, *PCDROM_TOC;
#define CDROM_TOC_SIZE sizeof(CDROM_TOC)
typedef struct _CDROM_TOC_SESSION_DATA {
  UCHAR Length[2];
  UCHAR FirstCompleteSession;
  UCHAR LastCompleteSession;
  TRACK_DATA TrackData[1];
} CDROM_TOC_SESSION_DATA, *PCDROM_TOC_SESSION_DATA;
typedef struct _CDROM_TOC_FULL_TOC_DATA_BLOCK {
  UCHAR SessionNumber;
  UCHAR Control : 4;
  UCHAR Adr : 4;
  UCHAR Reserved1;
  UCHAR Point;
  UCHAR MsfExtra[3];
  UCHAR Zero;
  UCHAR Msf[3];
} CDROM_TOC_FULL_TOC_DATA_BLOCK, *PCDROM_TOC_FULL_TOC_DATA_BLOCK;
typedef struct _CDROM_TOC_FULL_TOC_DATA {
  UCHAR Length[2];
  UCHAR FirstCompleteSession;
  UCHAR LastCompleteSession;
  CDROM_TOC_FULL_TOC_DATA_BLOCK Descriptors[0];
} CDROM_TOC_FULL_TOC_DATA, *PCDROM_TOC_FULL_TOC_DATA;
typedef struct _CDROM_TOC_CD_TEXT_DATA_BLOCK {
  UCHAR PackType;
  UCHAR TrackNumber : 7;
  UCHAR ExtensionFlag : 1;
  UCHAR SequenceNumber;
  UCHAR CharacterPosition : 4;
  UCHAR BlockNumber : 3;
  UCHAR Unicode : 1;
  union {
    UCHAR Text[12];
    WCHAR WText[6];
  };
  UCHAR CRC[2];
} CDROM_TOC_CD_TEXT_DATA_BLOCK, *PCDROM_TOC_CD_TEXT_DATA_BLOCK;
typedef struct _CDROM_TOC_CD_TEXT_DATA {
  UCHAR Length[2];
  UCHAR Reserved1;
  UCHAR Reserved2;
  CDROM_TOC_CD_TEXT_DATA_BLOCK Descriptors[0];
} CDROM_TOC_CD_TEXT_DATA, *PCDROM_TOC_CD_TEXT_DATA;
typedef enum _TRACK_MODE_TYPE {
  YellowMode2,
  XAForm2,
  CDDA,
  RawWithC2AndSubCode,
  RawWithC2,
  RawWithSubCode
} TRACK_MODE_TYPE,
    *PTRACK_MODE_TYPE;
typedef struct __RAW_READ_INFO {
  LARGE_INTEGER DiskOffset;
  ULONG SectorCount;
  TRACK_MODE_TYPE TrackMode;
} RAW_READ_INFO, *PRAW_READ_INFO;
typedef struct _CDROM_DISK_DATA {
  ULONG DiskData;
} CDROM_DISK_DATA, *PCDROM_DISK_DATA;
#define IOCTL_CDROM_GET_DRIVE_GEOMETRY_EX FLT_STANDIN_CDROM(0x0014)
#define IOCTL_CDROM_FIND_NEW_DEVICES FLT_STANDIN_CDROM(0x0206)
#define IOCTL_CDROM_GET_CONFIGURATION FLT_STANDIN_CDROM(0x0016)
FLT_STANDIN_END
#endif
