// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the Windows Driver Framework: structures and what fills them in.
// Written from documented facts.
#ifndef FLT_STANDIN_WDF_STRUCTS_H
#define FLT_STANDIN_WDF_STRUCTS_H
#include "types.h"
FLT_STANDIN_BEGIN
#define FLT_STANDIN_WDF_INIT(Var)                                              \
  RtlZeroMemory(Var, sizeof(*(Var)));                                          \
  (Var)->Size = sizeof(*(Var))
typedef struct _WDF_OBJECT_ATTRIBUTES {
  ULONG Size;
  PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback;
  PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback;
  WDF_EXECUTION_LEVEL ExecutionLevel;
  WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
  WDFOBJECT ParentObject;
  size_t ContextSizeOverride;
  PCWDF_OBJECT_CONTEXT_TYPE_INFO ContextTypeInfo;
} WDF_OBJECT_ATTRIBUTES, *PWDF_OBJECT_ATTRIBUTES;
FORCEINLINE VOID WDF_OBJECT_ATTRIBUTES_INIT(PWDF_OBJECT_ATTRIBUTES A) {
  FLT_STANDIN_WDF_INIT(A);
  A->ExecutionLevel = WdfExecutionLevelInheritFromParent;
  A->SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
}
typedef struct _WDF_DRIVER_CONFIG {
  ULONG Size;
  PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd;
  PFN_WDF_DRIVER_UNLOAD EvtDriverUnload;
  ULONG DriverInitFlags, DriverPoolTag;
} WDF_DRIVER_CONFIG, *PWDF_DRIVER_CONFIG;
typedef enum _WDF_DRIVER_INIT_FLAGS {
  WdfDriverInitNonPnpDriver = 1,
  WdfDriverInitNoDispatchOverride = 2,
  WdfVerifyOn = 4,
  WdfVerifierOn = 8
} WDF_DRIVER_INIT_FLAGS;
FORCEINLINE VOID WDF_DRIVER_CONFIG_INIT(PWDF_DRIVER_CONFIG C,
                                        PFN_WDF_DRIVER_DEVICE_ADD Add) {
  FLT_STANDIN_WDF_INIT(C);
  C->EvtDriverDeviceAdd = Add;
}
typedef struct _WDF_IO_QUEUE_CONFIG {
  ULONG Size;
  WDF_IO_QUEUE_DISPATCH_TYPE DispatchType;
  WDF_TRI_STATE PowerManaged;
  BOOLEAN AllowZeroLengthRequests, DefaultQueue;
  PFN_WDF_IO_QUEUE_IO_DEFAULT EvtIoDefault;
  PFN_WDF_IO_QUEUE_IO_READ EvtIoRead;
  PFN_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
  PFN_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;
  PFN_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL EvtIoInternalDeviceControl;
  PFN_WDF_IO_QUEUE_IO_STOP EvtIoStop;
  PFN_WDF_IO_QUEUE_IO_RESUME EvtIoResume;
  PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE EvtIoCanceledOnQueue;
  union {
    struct {
      ULONG NumberOfPresentedRequests;
    } Parallel;
  } Settings;
  WDFDRIVER Driver;
} WDF_IO_QUEUE_CONFIG, *PWDF_IO_QUEUE_CONFIG;
FORCEINLINE VOID WDF_IO_QUEUE_CONFIG_INIT(PWDF_IO_QUEUE_CONFIG C,
                                          WDF_IO_QUEUE_DISPATCH_TYPE Type) {
  FLT_STANDIN_WDF_INIT(C);
  C->PowerManaged = WdfUseDefault;
  C->DispatchType = Type;
}
FORCEINLINE VOID WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(
    PWDF_IO_QUEUE_CONFIG C, WDF_IO_QUEUE_DISPATCH_TYPE Type) {
  FLT_STANDIN_WDF_INIT(C);
  C->PowerManaged = WdfUseDefault;
  C->DefaultQueue = TRUE;
  C->DispatchType = Type;
}
typedef struct _WDF_FILEOBJECT_CONFIG {
  ULONG Size;
  PFN_WDF_DEVICE_FILE_CREATE EvtDeviceFileCreate;
  PFN_WDF_FILE_CLOSE EvtFileClose;
  PFN_WDF_FILE_CLEANUP EvtFileCleanup;
  WDF_TRI_STATE AutoForwardCleanupClose;
  ULONG FileObjectClass;
} WDF_FILEOBJECT_CONFIG, *PWDF_FILEOBJECT_CONFIG;
#define WdfFileObjectNotRequired 1
#define WdfFileObjectWdfCanUseFsContext 2
#define WdfFileObjectWdfCanUseFsContext2 3
#define WdfFileObjectWdfCannotUseFsContexts 4
#define WdfFileObjectCanBeOptional 0x80000000
FORCEINLINE VOID WDF_FILEOBJECT_CONFIG_INIT(PWDF_FILEOBJECT_CONFIG C,
                                            PFN_WDF_DEVICE_FILE_CREATE Create,
                                            PFN_WDF_FILE_CLOSE Close,
                                            PFN_WDF_FILE_CLEANUP Cleanup) {
  FLT_STANDIN_WDF_INIT(C);
  C->EvtDeviceFileCreate = Create;
  C->EvtFileClose = Close;
  C->EvtFileCleanup = Cleanup;
  C->FileObjectClass = WdfFileObjectWdfCannotUseFsContexts;
}
typedef struct _WDF_PNPPOWER_EVENT_CALLBACKS {
  ULONG Size;
  PFN_WDF_DEVICE_D0_ENTRY EvtDeviceD0Entry;
  PFN_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED
  EvtDeviceD0EntryPostInterruptsEnabled;
  PFN_WDF_DEVICE_D0_EXIT EvtDeviceD0Exit;
  PFN_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED
  EvtDeviceD0ExitPreInterruptsDisabled;
  PFN_WDF_DEVICE_PREPARE_HARDWARE EvtDevicePrepareHardware;
  PFN_WDF_DEVICE_RELEASE_HARDWARE EvtDeviceReleaseHardware;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP EvtDeviceSelfManagedIoCleanup;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_FLUSH EvtDeviceSelfManagedIoFlush;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_INIT EvtDeviceSelfManagedIoInit;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND EvtDeviceSelfManagedIoSuspend;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_RESTART EvtDeviceSelfManagedIoRestart;
  PFN_WDF_DEVICE_SURPRISE_REMOVAL EvtDeviceSurpriseRemoval;
  PFN_WDF_DEVICE_QUERY_REMOVE EvtDeviceQueryRemove;
  PFN_WDF_DEVICE_QUERY_STOP EvtDeviceQueryStop;
} WDF_PNPPOWER_EVENT_CALLBACKS, *PWDF_PNPPOWER_EVENT_CALLBACKS;
FORCEINLINE VOID
WDF_PNPPOWER_EVENT_CALLBACKS_INIT(PWDF_PNPPOWER_EVENT_CALLBACKS C) {
  FLT_STANDIN_WDF_INIT(C);
}
typedef struct _WDF_TIMER_CONFIG {
  ULONG Size;
  PFN_WDF_TIMER EvtTimerFunc;
  ULONG Period;
  BOOLEAN AutomaticSerialization;
  ULONG TolerableDelay;
  WDF_TRI_STATE UseHighResolutionTimer;
} WDF_TIMER_CONFIG, *PWDF_TIMER_CONFIG;
FORCEINLINE VOID WDF_TIMER_CONFIG_INIT(PWDF_TIMER_CONFIG C, PFN_WDF_TIMER F) {
  FLT_STANDIN_WDF_INIT(C);
  C->EvtTimerFunc = F;
  C->AutomaticSerialization = TRUE;
}
FORCEINLINE VOID WDF_TIMER_CONFIG_INIT_PERIODIC(PWDF_TIMER_CONFIG C,
                                                PFN_WDF_TIMER F, LONG Period) {
  WDF_TIMER_CONFIG_INIT(C, F);
  C->Period = (ULONG)Period;
}
typedef struct _WDF_WORKITEM_CONFIG {
  ULONG Size;
  PFN_WDF_WORKITEM EvtWorkItemFunc;
  BOOLEAN AutomaticSerialization;
} WDF_WORKITEM_CONFIG, *PWDF_WORKITEM_CONFIG;
FORCEINLINE VOID WDF_WORKITEM_CONFIG_INIT(PWDF_WORKITEM_CONFIG C,
                                          PFN_WDF_WORKITEM F) {
  FLT_STANDIN_WDF_INIT(C);
  C->EvtWorkItemFunc = F;
  C->AutomaticSerialization = TRUE;
}
typedef struct _WDF_DPC_CONFIG {
  ULONG Size;
  PFN_WDF_DPC EvtDpcFunc;
  BOOLEAN AutomaticSerialization;
} WDF_DPC_CONFIG, *PWDF_DPC_CONFIG;
FORCEINLINE VOID WDF_DPC_CONFIG_INIT(PWDF_DPC_CONFIG C, PFN_WDF_DPC F) {
  FLT_STANDIN_WDF_INIT(C);
  C->EvtDpcFunc = F;
  C->AutomaticSerialization = TRUE;
}
typedef struct _WDF_INTERRUPT_CONFIG {
  ULONG Size;
  WDFSPINLOCK SpinLock;
  WDF_TRI_STATE ShareVector;
  BOOLEAN FloatingSave, AutomaticSerialization;
  PFN_WDF_INTERRUPT_ISR EvtInterruptIsr;
  PFN_WDF_INTERRUPT_DPC EvtInterruptDpc;
  PFN_WDF_INTERRUPT_ENABLE EvtInterruptEnable;
  PFN_WDF_INTERRUPT_DISABLE EvtInterruptDisable;
  PFN_WDF_INTERRUPT_WORKITEM EvtInterruptWorkItem;
  PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptRaw, InterruptTranslated;
  WDFWAITLOCK WaitLock;
  BOOLEAN PassiveHandling;
  WDF_TRI_STATE ReportInactiveOnPowerDown;
  BOOLEAN CanWakeDevice;
} WDF_INTERRUPT_CONFIG, *PWDF_INTERRUPT_CONFIG;
FORCEINLINE VOID WDF_INTERRUPT_CONFIG_INIT(PWDF_INTERRUPT_CONFIG C,
                                           PFN_WDF_INTERRUPT_ISR Isr,
                                           PFN_WDF_INTERRUPT_DPC Dpc) {
  FLT_STANDIN_WDF_INIT(C);
  C->ShareVector = WdfUseDefault;
  C->EvtInterruptIsr = Isr;
  C->EvtInterruptDpc = Dpc;
}
typedef struct _WDF_REQUEST_SEND_OPTIONS {
  ULONG Size, Flags;
  LONGLONG Timeout;
} WDF_REQUEST_SEND_OPTIONS, *PWDF_REQUEST_SEND_OPTIONS;
#define WDF_REQUEST_SEND_OPTION_TIMEOUT 0x00000001
#define WDF_REQUEST_SEND_OPTION_SYNCHRONOUS 0x00000002
#define WDF_REQUEST_SEND_OPTION_IGNORE_TARGET_STATE 0x00000004
#define WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET 0x00000008
FORCEINLINE VOID WDF_REQUEST_SEND_OPTIONS_INIT(PWDF_REQUEST_SEND_OPTIONS O,
                                               ULONG Flags) {
  FLT_STANDIN_WDF_INIT(O);
  O->Flags = Flags;
}
FORCEINLINE VOID WDF_REQUEST_SEND_OPTIONS_SET_TIMEOUT(
    PWDF_REQUEST_SEND_OPTIONS O, LONGLONG Timeout) {
  O->Flags |= WDF_REQUEST_SEND_OPTION_TIMEOUT;
  O->Timeout = Timeout;
}
typedef struct _WDF_REQUEST_REUSE_PARAMS {
  ULONG Size, Flags;
  NTSTATUS Status;
  PIRP NewIrp;
} WDF_REQUEST_REUSE_PARAMS, *PWDF_REQUEST_REUSE_PARAMS;
#define WDF_REQUEST_REUSE_NO_FLAGS 0
#define WDF_REQUEST_REUSE_SET_NEW_IRP 1
FORCEINLINE VOID WDF_REQUEST_REUSE_PARAMS_INIT(PWDF_REQUEST_REUSE_PARAMS P,
                                               ULONG Flags, NTSTATUS Status) {
  FLT_STANDIN_WDF_INIT(P);
  P->Flags = Flags;
  P->Status = Status;
}
typedef struct _WDF_REQUEST_FORWARD_OPTIONS {
  ULONG Size, Flags;
} WDF_REQUEST_FORWARD_OPTIONS, *PWDF_REQUEST_FORWARD_OPTIONS;
typedef struct _WDFMEMORY_OFFSET {
  size_t BufferOffset, BufferLength;
} WDFMEMORY_OFFSET, *PWDFMEMORY_OFFSET;
typedef enum _WDF_MEMORY_DESCRIPTOR_TYPE {
  WdfMemoryDescriptorTypeInvalid,
  WdfMemoryDescriptorTypeBuffer,
  WdfMemoryDescriptorTypeMdl,
  WdfMemoryDescriptorTypeHandle
} WDF_MEMORY_DESCRIPTOR_TYPE;
typedef struct _WDF_MEMORY_DESCRIPTOR {
  WDF_MEMORY_DESCRIPTOR_TYPE Type;
  union {
    struct {
      PVOID Buffer;
      ULONG Length;
    } BufferType;
    struct {
      PMDL Mdl;
      ULONG BufferLength;
    } MdlType;
    struct {
      WDFMEMORY Memory;
      PWDFMEMORY_OFFSET Offsets;
    } HandleType;
  } u;
} WDF_MEMORY_DESCRIPTOR, *PWDF_MEMORY_DESCRIPTOR;
FORCEINLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(PWDF_MEMORY_DESCRIPTOR D,
                                                   PVOID Buffer, ULONG Length) {
  RtlZeroMemory(D, sizeof(*D));
  D->Type = WdfMemoryDescriptorTypeBuffer;
  D->u.BufferType.Buffer = Buffer;
  D->u.BufferType.Length = Length;
}
FORCEINLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(PWDF_MEMORY_DESCRIPTOR D,
                                                   WDFMEMORY Memory,
                                                   PWDFMEMORY_OFFSET Offsets) {
  RtlZeroMemory(D, sizeof(*D));
  D->Type = WdfMemoryDescriptorTypeHandle;
  D->u.HandleType.Memory = Memory;
  D->u.HandleType.Offsets = Offsets;
}
typedef struct _WDF_REQUEST_PARAMETERS {
  USHORT Size;
  UCHAR MinorFunction;
  WDF_REQUEST_TYPE Type;
  union {
    struct {
      PIO_SECURITY_CONTEXT SecurityContext;
      ULONG Options;
      USHORT FileAttributes, ShareAccess;
      ULONG EaLength;
    } Create;
    struct {
      size_t Length;
      ULONG Key;
      LONGLONG DeviceOffset;
    } Read, Write;
    struct {
      size_t OutputBufferLength, InputBufferLength;
      ULONG IoControlCode;
      PVOID Type3InputBuffer;
    } DeviceIoControl;
    struct {
      PVOID Arg1, Arg2;
      ULONG IoControlCode;
      PVOID Arg4;
    } Others;
  } Parameters;
} WDF_REQUEST_PARAMETERS, *PWDF_REQUEST_PARAMETERS;
FORCEINLINE VOID WDF_REQUEST_PARAMETERS_INIT(PWDF_REQUEST_PARAMETERS P) {
  FLT_STANDIN_WDF_INIT(P);
}
typedef struct _WDF_REQUEST_COMPLETION_PARAMS {
  ULONG Size;
  WDF_REQUEST_TYPE Type;
  IO_STATUS_BLOCK IoStatus;
  union {
    struct {
      WDFMEMORY Buffer;
      size_t Length, Offset;
    } Read, Write;
    struct {
      ULONG IoControlCode;
      struct {
        WDFMEMORY Buffer;
        size_t Offset;
      } Input;
      struct {
        WDFMEMORY Buffer;
        size_t Offset, Length;
      } Output;
    } Ioctl;
    struct {
      union {
        PVOID Ptr;
        ULONG_PTR Value;
      } Argument1, Argument2, Argument3, Argument4;
    } Others;
    struct {
      PVOID Completion;
    } Usb;
  } Parameters;
} WDF_REQUEST_COMPLETION_PARAMS, *PWDF_REQUEST_COMPLETION_PARAMS;
FLT_STANDIN_END
#endif
