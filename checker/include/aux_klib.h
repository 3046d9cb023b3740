// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the auxiliary kernel library.
// Written from documented facts.
#ifndef FLT_STANDIN_AUX_KLIB_H
#define FLT_STANDIN_AUX_KLIB_H
#include "wdm.h"
FLT_STANDIN_BEGIN
#define AUX_KLIB_MODULE_PATH_LEN 256
typedef struct _AUX_MODULE_BASIC_INFO {
  PVOID ImageBase;
} AUX_MODULE_BASIC_INFO, *PAUX_MODULE_BASIC_INFO;
typedef struct _AUX_MODULE_EXTENDED_INFO {
  AUX_MODULE_BASIC_INFO BasicInfo;
  ULONG ImageSize;
  USHORT FileNameOffset;
  UCHAR FullPathName[AUX_KLIB_MODULE_PATH_LEN];
} AUX_MODULE_EXTENDED_INFO, *PAUX_MODULE_EXTENDED_INFO;
NTSTATUS NTAPI AuxKlibInitialize(VOID);
NTSTATUS NTAPI AuxKlibQueryModuleInformation(PULONG, ULONG, PVOID);
NTSTATUS NTAPI AuxKlibGetBugCheckData(PVOID);
FLT_STANDIN_END
#endif
