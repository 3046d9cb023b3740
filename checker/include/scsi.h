// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the SCSI command definitions that file systems use.
// Written from documented facts.
#ifndef FLT_STANDIN_SCSI_H
#define FLT_STANDIN_SCSI_H
#include "flt-standin/base.h"
FLT_STANDIN_BEGIN
#define SCSIOP_TEST_UNIT_READY 0x00
#define SCSIOP_REQUEST_SENSE 0x03
#define SCSIOP_FORMAT_UNIT 0x04
#define SCSIOP_READ6 0x08
#define SCSIOP_WRITE6 0x0A
#define SCSIOP_INQUIRY 0x12
#define SCSIOP_MODE_SELECT 0x15
#define SCSIOP_MODE_SENSE 0x1A
#define SCSIOP_START_STOP_UNIT 0x1B
#define SCSIOP_READ_CAPACITY 0x25
#define SCSIOP_READ 0x28
#define SCSIOP_WRITE 0x2A
#define SCSIOP_READ_TOC 0x43
typedef union _CDB {
  UCHAR AsByte[16];
  ULONG AsUlong[4];
} CDB, *PCDB;
FLT_STANDIN_END
#endif
