// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the library of WMI providers in the kernel.
// Written from documented facts.
#ifndef FLT_STANDIN_WMILIB_H
#define FLT_STANDIN_WMILIB_H
#include "wmistr.h"
FLT_STANDIN_BEGIN
typedef struct _WMIGUIDREGINFO {
  LPCGUID Guid;
  ULONG InstanceCount, Flags;
} WMIGUIDREGINFO, *PWMIGUIDREGINFO;
typedef enum {
  IrpProcessed,
  IrpNotCompleted,
  IrpNotWmi,
  IrpForward
} SYSCTL_IRP_DISPOSITION,
    *PSYSCTL_IRP_DISPOSITION;
typedef enum {
  WmiEventControl,
  WmiDataBlockControl
} WMIENABLEDISABLECONTROL,
    *PWMIENABLEDISABLECONTROL;
typedef NTSTATUS NTAPI WMI_QUERY_REGINFO_CALLBACK(PDEVICE_OBJECT, PULONG,
                                                  PUNICODE_STRING,
                                                  PUNICODE_STRING *,
                                                  PUNICODE_STRING,
                                                  PDEVICE_OBJECT *);
typedef NTSTATUS NTAPI WMI_QUERY_DATABLOCK_CALLBACK(PDEVICE_OBJECT, PIRP, ULONG,
                                                    ULONG, ULONG, PULONG, ULONG,
                                                    PUCHAR);
typedef NTSTATUS NTAPI WMI_SET_DATABLOCK_CALLBACK(PDEVICE_OBJECT, PIRP, ULONG,
                                                  ULONG, ULONG, PUCHAR);
typedef NTSTATUS NTAPI WMI_SET_DATAITEM_CALLBACK(PDEVICE_OBJECT, PIRP, ULONG, ULONG,
                                                 ULONG, ULONG, PUCHAR);
typedef NTSTATUS NTAPI WMI_EXECUTE_METHOD_CALLBACK(PDEVICE_OBJECT, PIRP, ULONG,
                                                   ULONG, ULONG, ULONG, ULONG,
                                                   PUCHAR);
typedef NTSTATUS NTAPI WMI_FUNCTION_CONTROL_CALLBACK(PDEVICE_OBJECT, PIRP, ULONG,
                                                     WMIENABLEDISABLECONTROL,
                                                     BOOLEAN);
typedef WMI_QUERY_REGINFO_CALLBACK *PWMI_QUERY_REGINFO;
typedef WMI_QUERY_DATABLOCK_CALLBACK *PWMI_QUERY_DATABLOCK;
typedef WMI_SET_DATABLOCK_CALLBACK *PWMI_SET_DATABLOCK;
typedef WMI_SET_DATAITEM_CALLBACK *PWMI_SET_DATAITEM;
typedef WMI_EXECUTE_METHOD_CALLBACK *PWMI_EXECUTE_METHOD;
typedef WMI_FUNCTION_CONTROL_CALLBACK *PWMI_FUNCTION_CONTROL;
typedef struct _WMILIB_CONTEXT {
  ULONG GuidCount;
  PWMIGUIDREGINFO GuidList;
  PWMI_QUERY_REGINFO QueryWmiRegInfo;
  PWMI_QUERY_DATABLOCK QueryWmiDataBlock;
  PWMI_SET_DATABLOCK SetWmiDataBlock;
  PWMI_SET_DATAITEM SetWmiDataItem;
  PWMI_EXECUTE_METHOD ExecuteWmiMethod;
  PWMI_FUNCTION_CONTROL WmiFunctionControl;
} WMILIB_CONTEXT, *PWMILIB_CONTEXT;
NTSTATUS NTAPI WmiCompleteRequest(PDEVICE_OBJECT, PIRP, NTSTATUS, ULONG, CCHAR);
NTSTATUS NTAPI WmiSystemControl(PWMILIB_CONTEXT, PDEVICE_OBJECT, PIRP,
                                PSYSCTL_IRP_DISPOSITION);
NTSTATUS NTAPI WmiFireEvent(PDEVICE_OBJECT, LPCGUID, ULONG, ULONG, PVOID);
FLT_STANDIN_END
#endif
