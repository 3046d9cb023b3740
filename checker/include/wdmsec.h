// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the secure device creation routines.
// Written from documented facts.
#ifndef FLT_STANDIN_WDMSEC_H
#define FLT_STANDIN_WDMSEC_H
#include "wdm.h"
FLT_STANDIN_BEGIN
extern const UNICODE_STRING SDDL_DEVOBJ_KERNEL_ONLY, SDDL_DEVOBJ_SYS_ALL,
    SDDL_DEVOBJ_SYS_ALL_ADM_ALL, SDDL_DEVOBJ_SYS_ALL_ADM_RX,
    SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_R, SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_R_RES_R,
    SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RW_RES_R,
    SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RWX_RES_RWX;
NTSTATUS NTAPI WdmlibIoCreateDeviceSecure(PDRIVER_OBJECT, ULONG, PUNICODE_STRING,
                                          DEVICE_TYPE, ULONG, BOOLEAN,
                                          PCUNICODE_STRING, LPCGUID,
                                          PDEVICE_OBJECT *);
#define IoCreateDeviceSecure WdmlibIoCreateDeviceSecure
FLT_STANDIN_END
#endif
