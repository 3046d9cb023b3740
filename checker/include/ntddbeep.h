// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the beep driver.
// Written from documented facts.
#ifndef FLT_STANDIN_NTDDBEEP_H
#define FLT_STANDIN_NTDDBEEP_H
#include "devioctl.h"
#define DD_BEEP_DEVICE_NAME "\\Device\\Beep"
#define DD_BEEP_DEVICE_NAME_U L"\\Device\\Beep"
#define IOCTL_BEEP_SET                                                           \
  CTL_CODE(FILE_DEVICE_BEEP, 0, METHOD_BUFFERED, FILE_ANY_ACCESS)
FLT_STANDIN_BEGIN
typedef struct _BEEP_SET_PARAMETERS {
  ULONG Frequency, Duration;
} BEEP_SET_PARAMETERS, *PBEEP_SET_PARAMETERS;
FLT_STANDIN_END
#define BEEP_FREQUENCY_MINIMUM 0x25
#define BEEP_FREQUENCY_MAXIMUM 0x7FFF
#endif
