// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the mouse class.
// Written from documented facts.
#ifndef FLT_STANDIN_NTDDMOU_H
#define FLT_STANDIN_NTDDMOU_H
#include "flt-standin/base.h"
#include "devioctl.h"
FLT_STANDIN_BEGIN
#define IOCTL_MOUSE_QUERY_ATTRIBUTES                                           \
  CTL_CODE(FILE_DEVICE_MOUSE, 0, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define MOUSE_LEFT_BUTTON_DOWN 0x0001
#define MOUSE_LEFT_BUTTON_UP 0x0002
#define MOUSE_RIGHT_BUTTON_DOWN 0x0004
#define MOUSE_RIGHT_BUTTON_UP 0x0008
#define MOUSE_MIDDLE_BUTTON_DOWN 0x0010
#define MOUSE_MIDDLE_BUTTON_UP 0x0020
#define MOUSE_WHEEL 0x0400
#define MOUSE_MOVE_RELATIVE 0
#define MOUSE_MOVE_ABSOLUTE 1
typedef struct _MOUSE_INPUT_DATA {
  USHORT UnitId, Flags;
  union {
    ULONG Buttons;
    struct {
      USHORT ButtonFlags, ButtonData;
    };
  };
  ULONG RawButtons;
  LONG LastX, LastY;
  ULONG ExtraInformation;
} MOUSE_INPUT_DATA, *PMOUSE_INPUT_DATA;
typedef struct _MOUSE_ATTRIBUTES {
  USHORT MouseIdentifier, NumberOfButtons, SampleRate;
  ULONG InputDataQueueLength;
} MOUSE_ATTRIBUTES, *PMOUSE_ATTRIBUTES;
FLT_STANDIN_END
#endif
