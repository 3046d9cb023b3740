// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the transport driver interface of the kernel.
// Written from documented facts.
#ifndef FLT_STANDIN_TDIKRNL_H
#define FLT_STANDIN_TDIKRNL_H
#include "tdi.h"
#include "wdm.h"
FLT_STANDIN_BEGIN
#define TDI_ASSOCIATE_ADDRESS 0x01
#define TDI_DISASSOCIATE_ADDRESS 0x02
#define TDI_CONNECT 0x03
#define TDI_LISTEN 0x04
#define TDI_ACCEPT 0x05
#define TDI_DISCONNECT 0x06
#define TDI_SEND 0x07
#define TDI_RECEIVE 0x08
#define TDI_SEND_DATAGRAM 0x09
#define TDI_RECEIVE_DATAGRAM 0x0A
#define TDI_SET_EVENT_HANDLER 0x0B
#define TDI_QUERY_INFORMATION 0x0C
#define TDI_SET_INFORMATION 0x0D
#define TDI_ACTION 0x0E
typedef struct _TDI_REQUEST_KERNEL {
  ULONG_PTR RequestFlags;
  PTDI_CONNECTION_INFORMATION RequestConnectionInformation,
      ReturnConnectionInformation;
  PVOID RequestSpecific;
} TDI_REQUEST_KERNEL, *PTDI_REQUEST_KERNEL;
typedef TDI_REQUEST_KERNEL TDI_REQUEST_KERNEL_CONNECT, *PTDI_REQUEST_KERNEL_CONNECT;
typedef TDI_REQUEST_KERNEL TDI_REQUEST_KERNEL_DISCONNECT,
    *PTDI_REQUEST_KERNEL_DISCONNECT;
typedef TDI_REQUEST_KERNEL TDI_REQUEST_KERNEL_LISTEN, *PTDI_REQUEST_KERNEL_LISTEN;
typedef struct _TDI_REQUEST_KERNEL_ASSOCIATE {
  HANDLE AddressHandle;
} TDI_REQUEST_KERNEL_ASSOCIATE, *PTDI_REQUEST_KERNEL_ASSOCIATE;
typedef struct _TDI_REQUEST_KERNEL_SEND {
  ULONG SendLength, SendFlags;
} TDI_REQUEST_KERNEL_SEND, *PTDI_REQUEST_KERNEL_SEND;
typedef struct _TDI_REQUEST_KERNEL_RECEIVE {
  ULONG ReceiveLength, ReceiveFlags;
} TDI_REQUEST_KERNEL_RECEIVE, *PTDI_REQUEST_KERNEL_RECEIVE;
typedef struct _TDI_REQUEST_KERNEL_SENDDG {
  ULONG SendLength;
  PTDI_CONNECTION_INFORMATION SendDatagramInformation;
} TDI_REQUEST_KERNEL_SENDDG, *PTDI_REQUEST_KERNEL_SENDDG;
typedef struct _TDI_REQUEST_KERNEL_RECEIVEDG {
  ULONG ReceiveLength;
  PTDI_CONNECTION_INFORMATION ReceiveDatagramInformation, ReturnDatagramInformation;
  ULONG ReceiveFlags;
} TDI_REQUEST_KERNEL_RECEIVEDG, *PTDI_REQUEST_KERNEL_RECEIVEDG;
typedef struct _TDI_REQUEST_KERNEL_SET_EVENT {
  LONG EventType;
  PVOID EventHandler, EventContext;
} TDI_REQUEST_KERNEL_SET_EVENT, *PTDI_REQUEST_KERNEL_SET_EVENT;
typedef struct _TDI_REQUEST_KERNEL_QUERY_INFO {
  LONG QueryType;
  PTDI_CONNECTION_INFORMATION RequestConnectionInformation;
} TDI_REQUEST_KERNEL_QUERY_INFORMATION, *PTDI_REQUEST_KERNEL_QUERY_INFORMATION;
typedef struct _TDI_REQUEST_KERNEL_SET_INFO {
  LONG SetType;
  PTDI_CONNECTION_INFORMATION RequestConnectionInformation;
} TDI_REQUEST_KERNEL_SET_INFORMATION, *PTDI_REQUEST_KERNEL_SET_INFORMATION;
typedef NTSTATUS (*PTDI_IND_CONNECT)(PVOID, LONG, PVOID, LONG, PVOID, LONG, PVOID,
                                     CONNECTION_CONTEXT *, PIRP *);
typedef NTSTATUS (*PTDI_IND_DISCONNECT)(PVOID, CONNECTION_CONTEXT, LONG, PVOID, LONG,
                                        PVOID, ULONG);
typedef NTSTATUS (*PTDI_IND_ERROR)(PVOID, NTSTATUS);
typedef NTSTATUS (*PTDI_IND_ERROR_EX)(PVOID, NTSTATUS, PVOID);
typedef NTSTATUS (*PTDI_IND_RECEIVE)(PVOID, CONNECTION_CONTEXT, ULONG, ULONG, ULONG,
                                     ULONG *, PVOID, PIRP *);
typedef NTSTATUS (*PTDI_IND_RECEIVE_EXPEDITED)(PVOID, CONNECTION_CONTEXT, ULONG,
                                               ULONG, ULONG, ULONG *, PVOID, PIRP *);
typedef NTSTATUS (*PTDI_IND_RECEIVE_DATAGRAM)(PVOID, LONG, PVOID, LONG, PVOID, ULONG,
                                              ULONG, ULONG, ULONG *, PVOID, PIRP *);
typedef NTSTATUS (*PTDI_IND_CHAINED_RECEIVE)(PVOID, CONNECTION_CONTEXT, ULONG, ULONG,
                                             ULONG, PMDL, PVOID);
typedef NTSTATUS (*PTDI_IND_CHAINED_RECEIVE_DATAGRAM)(PVOID, LONG, PVOID, LONG, PVOID,
                                                      ULONG, ULONG, ULONG, PMDL,
                                                      PVOID);
typedef NTSTATUS (*PTDI_IND_SEND_POSSIBLE)(PVOID, PVOID, ULONG);
#define TdiBuildInternalDeviceControlIrp(sub, dev, file, event, status)          \
  IoBuildDeviceIoControlRequest(0x00000003, dev, NULL, 0, NULL, 0, TRUE, event,  \
                                status)
FLT_STANDIN_END
// What every request has in common: where it goes, and who is told.
#define FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context, minor)         \
  IoSetCompletionRoutine(irp, routine, context, (routine) != NULL,               \
                         (routine) != NULL, (routine) != NULL);                  \
  PIO_STACK_LOCATION _IRPSP = IoGetNextIrpStackLocation(irp);                    \
  _IRPSP->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;                        \
  _IRPSP->MinorFunction = (minor);                                               \
  _IRPSP->DeviceObject = (dev);                                                  \
  _IRPSP->FileObject = (file)
#define TdiBuildAssociateAddress(irp, dev, file, routine, context, address)      \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context,                    \
                            TDI_ASSOCIATE_ADDRESS);                              \
    ((PTDI_REQUEST_KERNEL_ASSOCIATE)&_IRPSP->Parameters)->AddressHandle =        \
        (HANDLE)(address);                                                       \
  }
#define TdiBuildDisassociateAddress(irp, dev, file, routine, context)            \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context,                    \
                            TDI_DISASSOCIATE_ADDRESS);                           \
  }
#define TdiBuildConnect(irp, dev, file, routine, context, time, ask, answer)     \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context, TDI_CONNECT);      \
    PTDI_REQUEST_KERNEL p = (PTDI_REQUEST_KERNEL)&_IRPSP->Parameters;            \
    p->RequestConnectionInformation = (ask);                                     \
    p->ReturnConnectionInformation = (answer);                                   \
    p->RequestSpecific = (PVOID)(time);                                          \
  }
#define TdiBuildDisconnect(irp, dev, file, routine, context, time, flags, ask,   \
                           answer)                                               \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context, TDI_DISCONNECT);   \
    PTDI_REQUEST_KERNEL p = (PTDI_REQUEST_KERNEL)&_IRPSP->Parameters;            \
    p->RequestFlags = (flags);                                                   \
    p->RequestConnectionInformation = (ask);                                     \
    p->ReturnConnectionInformation = (answer);                                   \
    p->RequestSpecific = (PVOID)(time);                                          \
  }
#define TdiBuildSend(irp, dev, file, routine, context, mdl, flags, length)       \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context, TDI_SEND);         \
    ((PTDI_REQUEST_KERNEL_SEND)&_IRPSP->Parameters)->SendFlags = (flags);        \
    ((PTDI_REQUEST_KERNEL_SEND)&_IRPSP->Parameters)->SendLength = (length);      \
    (irp)->MdlAddress = (mdl);                                                   \
  }
#define TdiBuildReceive(irp, dev, file, routine, context, mdl, flags, length)    \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context, TDI_RECEIVE);      \
    ((PTDI_REQUEST_KERNEL_RECEIVE)&_IRPSP->Parameters)->ReceiveFlags = (flags);  \
    ((PTDI_REQUEST_KERNEL_RECEIVE)&_IRPSP->Parameters)->ReceiveLength = (length);\
    (irp)->MdlAddress = (mdl);                                                   \
  }
#define TdiBuildSendDatagram(irp, dev, file, routine, context, mdl, length, to)  \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context, TDI_SEND_DATAGRAM);\
    PTDI_REQUEST_KERNEL_SENDDG p =                                               \
        (PTDI_REQUEST_KERNEL_SENDDG)&_IRPSP->Parameters;                         \
    p->SendLength = (length);                                                    \
    p->SendDatagramInformation = (to);                                           \
    (irp)->MdlAddress = (mdl);                                                   \
  }
#define TdiBuildReceiveDatagram(irp, dev, file, routine, context, mdl, length,   \
                                from, answer, flags)                             \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context,                    \
                            TDI_RECEIVE_DATAGRAM);                               \
    PTDI_REQUEST_KERNEL_RECEIVEDG p =                                            \
        (PTDI_REQUEST_KERNEL_RECEIVEDG)&_IRPSP->Parameters;                      \
    p->ReceiveLength = (length);                                                 \
    p->ReceiveDatagramInformation = (from);                                      \
    p->ReturnDatagramInformation = (answer);                                     \
    p->ReceiveFlags = (flags);                                                   \
    (irp)->MdlAddress = (mdl);                                                   \
  }
#define TdiBuildSetEventHandler(irp, dev, file, routine, context, type, handler, \
                                data)                                            \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context,                    \
                            TDI_SET_EVENT_HANDLER);                              \
    PTDI_REQUEST_KERNEL_SET_EVENT p =                                            \
        (PTDI_REQUEST_KERNEL_SET_EVENT)&_IRPSP->Parameters;                      \
    p->EventType = (type);                                                       \
    p->EventHandler = (PVOID)(handler);                                          \
    p->EventContext = (PVOID)(data);                                             \
  }
#define TdiBuildQueryInformation(irp, dev, file, routine, context, type, mdl)    \
  {                                                                              \
    FLT_STANDIN_TDI_REQUEST(irp, dev, file, routine, context,                    \
                            TDI_QUERY_INFORMATION);                              \
    PTDI_REQUEST_KERNEL_QUERY_INFORMATION p =                                    \
        (PTDI_REQUEST_KERNEL_QUERY_INFORMATION)&_IRPSP->Parameters;              \
    p->QueryType = (type);                                                       \
    p->RequestConnectionInformation = NULL;                                      \
    (irp)->MdlAddress = (mdl);                                                   \
  }
#endif
