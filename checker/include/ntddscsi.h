// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the SCSI port control codes and structures.
// Written from documented facts.
#ifndef FLT_STANDIN_NTDDSCSI_H
#define FLT_STANDIN_NTDDSCSI_H
#include "flt-standin/base.h"
#include "devioctl.h"

FLT_STANDIN_BEGIN

#define IOCTL_SCSI_BASE FILE_DEVICE_CONTROLLER
#define FLT_STANDIN_SCSI(c)                                                    \
  CTL_CODE(IOCTL_SCSI_BASE, c, METHOD_BUFFERED,                                \
           FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_SCSI_PASS_THROUGH FLT_STANDIN_SCSI(0x0401)
#define IOCTL_SCSI_MINIPORT FLT_STANDIN_SCSI(0x0402)
#define IOCTL_SCSI_GET_INQUIRY_DATA                                            \
  CTL_CODE(IOCTL_SCSI_BASE, 0x0403, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SCSI_GET_CAPABILITIES                                            \
  CTL_CODE(IOCTL_SCSI_BASE, 0x0404, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SCSI_PASS_THROUGH_DIRECT FLT_STANDIN_SCSI(0x0405)
#define IOCTL_SCSI_GET_ADDRESS                                                 \
  CTL_CODE(IOCTL_SCSI_BASE, 0x0406, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SCSI_PASS_THROUGH_EX FLT_STANDIN_SCSI(0x0411)
#define IOCTL_SCSI_PASS_THROUGH_DIRECT_EX FLT_STANDIN_SCSI(0x0412)
#define SCSI_IOCTL_DATA_OUT 0
#define SCSI_IOCTL_DATA_IN 1
#define SCSI_IOCTL_DATA_UNSPECIFIED 2
#define IOCTL_ATA_PASS_THROUGH FLT_STANDIN_SCSI(0x040b)
#define IOCTL_ATA_PASS_THROUGH_DIRECT FLT_STANDIN_SCSI(0x040c)
#define ATA_FLAGS_DRDY_REQUIRED 0x01
#define ATA_FLAGS_DATA_IN 0x02
#define ATA_FLAGS_DATA_OUT 0x04
#define ATA_FLAGS_48BIT_COMMAND 0x08
#define ATA_FLAGS_USE_DMA 0x10
#define ATA_FLAGS_NO_MULTIPLE 0x20
typedef struct _ATA_PASS_THROUGH_EX {
  USHORT Length, AtaFlags;
  UCHAR PathId, TargetId, Lun, ReservedAsUchar;
  ULONG DataTransferLength, TimeOutValue, ReservedAsUlong;
  ULONG_PTR DataBufferOffset;
  UCHAR PreviousTaskFile[8], CurrentTaskFile[8];
} ATA_PASS_THROUGH_EX, *PATA_PASS_THROUGH_EX;
typedef struct _SRB_IO_CONTROL {
  ULONG HeaderLength;
  UCHAR Signature[8];
  ULONG Timeout, ControlCode, ReturnCode, Length;
} SRB_IO_CONTROL, *PSRB_IO_CONTROL;
typedef struct _SCSI_PASS_THROUGH {
  USHORT Length;
  UCHAR ScsiStatus, PathId, TargetId, Lun, CdbLength, SenseInfoLength, DataIn;
  ULONG DataTransferLength, TimeOutValue;
  ULONG_PTR DataBufferOffset;
  ULONG SenseInfoOffset;
  UCHAR Cdb[16];
} SCSI_PASS_THROUGH, *PSCSI_PASS_THROUGH;
typedef struct _SCSI_PASS_THROUGH_DIRECT {
  USHORT Length;
  UCHAR ScsiStatus, PathId, TargetId, Lun, CdbLength, SenseInfoLength, DataIn;
  ULONG DataTransferLength, TimeOutValue;
  PVOID DataBuffer;
  ULONG SenseInfoOffset;
  UCHAR Cdb[16];
} SCSI_PASS_THROUGH_DIRECT, *PSCSI_PASS_THROUGH_DIRECT;
typedef struct _SCSI_PASS_THROUGH_EX {
  ULONG Version, Length, CdbLength, StorAddressLength;
  UCHAR ScsiStatus, SenseInfoLength, DataDirection, Reserved;
  ULONG TimeOutValue, StorAddressOffset, SenseInfoOffset, DataOutTransferLength,
      DataInTransferLength;
  ULONG_PTR DataOutBufferOffset, DataInBufferOffset;
  UCHAR Cdb[ANYSIZE_ARRAY];
} SCSI_PASS_THROUGH_EX, *PSCSI_PASS_THROUGH_EX;
typedef struct _IO_SCSI_CAPABILITIES {
  ULONG Length, MaximumTransferLength, MaximumPhysicalPages,
      SupportedAsynchronousEvents, AlignmentMask;
  BOOLEAN TaggedQueuing, AdapterScansDown, AdapterUsesPio;
} IO_SCSI_CAPABILITIES, *PIO_SCSI_CAPABILITIES;
typedef struct _SCSI_ADDRESS {
  ULONG Length;
  UCHAR PortNumber, PathId, TargetId, Lun;
} SCSI_ADDRESS, *PSCSI_ADDRESS;

FLT_STANDIN_END
#endif
