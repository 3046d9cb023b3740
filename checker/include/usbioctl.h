// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the control codes of the USB stack.
// Written from documented facts.
#ifndef FLT_STANDIN_USBIOCTL_H
#define FLT_STANDIN_USBIOCTL_H
#include "usb.h"
#define USB_SUBMIT_URB 0
#define USB_RESET_PORT 1
#define FILE_DEVICE_USB FILE_DEVICE_UNKNOWN
#define IOCTL_INTERNAL_USB_SUBMIT_URB                                            \
  CTL_CODE(FILE_DEVICE_USB, USB_SUBMIT_URB, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_INTERNAL_USB_RESET_PORT                                            \
  CTL_CODE(FILE_DEVICE_USB, USB_RESET_PORT, METHOD_NEITHER, FILE_ANY_ACCESS)
#endif
