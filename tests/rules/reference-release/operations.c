// Callback data, pended operations, work items and what else is allocated.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _JOB {
  PFLT_GENERIC_WORKITEM Item;
  PFLT_CALLBACK_DATA Data;
  LIST_ENTRY Link;
} JOB, *PJOB;

PFLT_PORT ServerPort;
VOID Generic(PFLT_GENERIC_WORKITEM Item, PVOID Object, PVOID Context);
VOID Deferred(PFLT_DEFERRED_IO_WORKITEM Item, PFLT_CALLBACK_DATA Data, PVOID Context);

#define PRE_OPERATION(Name)                                                    \
  FLT_PREOP_CALLBACK_STATUS Name(PFLT_CALLBACK_DATA Data,                      \
                                 PCFLT_RELATED_OBJECTS Objects,                \
                                 PVOID *CompletionContext)

//===-- Bad: callback data ------------------------------------------------===//

NTSTATUS readAfterFree(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CALLBACK_DATA Own;
  NTSTATUS Status = FltAllocateCallbackData(Objects->Instance, Objects->FileObject, &Own);
  if (!NT_SUCCESS(Status))
    return Status;
  Own->Iopb->MajorFunction = IRP_MJ_FLUSH_BUFFERS;
  FltPerformSynchronousIo(Own);
  FltFreeCallbackData(Own);
  return Own->IoStatus.Status; // expected-warning {{callback data 'Own' is used after it was freed}}
}

NTSTATUS notFreed(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CALLBACK_DATA Own;
  NTSTATUS Status = FltAllocateCallbackData(Objects->Instance, Objects->FileObject, &Own);
  if (!NT_SUCCESS(Status))
    return Status;
  FltPerformSynchronousIo(Own);
  Status = Own->IoStatus.Status;
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{callback data 'Own', returned by 'FltAllocateCallbackData', is not freed when the function returns}}
  FltFreeCallbackData(Own);
  return Status;
}

NTSTATUS freedTwice(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CALLBACK_DATA Own;
  NTSTATUS Status = FltAllocateCallbackDataEx(Objects->Instance, Objects->FileObject, 0, &Own);
  if (!NT_SUCCESS(Status))
    return Status;
  FltPerformSynchronousIo(Own);
  Status = Own->IoStatus.Status;
  if (!NT_SUCCESS(Status))
    FltFreeCallbackData(Own);
  FltFreeCallbackData(Own); // expected-warning {{callback data 'Own' is freed twice}}
  return Status;
}

PRE_OPERATION(FreesWhatItWasLent) {
  FltFreeCallbackData(Data); // expected-warning {{callback data 'Data' is lent to the function: 'FltFreeCallbackData' is only for what the driver allocated}}
  return FLT_PREOP_COMPLETE;
}

// Also for requests of its own, which it knows by what it noted of them.
static VOID tearDown(PFLT_CALLBACK_DATA Request, PJOB Job) {
  if (Job->Data != NULL)
    FltFreeCallbackData(Request);
}
POST_OPERATION(SharesItsHelper_ok) {
  tearDown(Data, CompletionContext);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

VOID completedTwice(PFLT_CALLBACK_DATA Data, NTSTATUS Status) {
  if (!NT_SUCCESS(Status))
    FltCompletePendedPreOperation(Data, FLT_PREOP_COMPLETE, NULL);
  FltCompletePendedPreOperation(Data, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL); // expected-warning {{pended operation 'Data' is completed twice}}
}

VOID touchedAfterCompletion(PFLT_CALLBACK_DATA Data) {
  FltCompletePendedPostOperation(Data);
  Data->IoStatus.Information = 0; // expected-warning {{pended operation 'Data' is used after it was completed}}
}

//===-- Bad: work items ---------------------------------------------------===//

PRE_OPERATION(NotQueuedNotFreed) {
  PFLT_DEFERRED_IO_WORKITEM Item = FltAllocateDeferredIoWorkItem();
  if (Item == NULL)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (!NT_SUCCESS(FltQueueDeferredIoWorkItem(Item, Data, Deferred, DelayedWorkQueue, NULL)))
    return FLT_PREOP_SUCCESS_NO_CALLBACK; // expected-warning {{work item 'Item', returned by 'FltAllocateDeferredIoWorkItem', is not freed when the function returns}}
  return FLT_PREOP_PENDING;
}

NTSTATUS lostBeforeQueueing(PVOID Context) {
  PFLT_GENERIC_WORKITEM Item = FltAllocateGenericWorkItem();
  if (!Item)
    return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS Status = WorkOn(Context);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{work item 'Item', returned by 'FltAllocateGenericWorkItem', is not freed}}
  Status = FltQueueGenericWorkItem(Item, Globals.Filter, Generic, DelayedWorkQueue, Context);
  if (!NT_SUCCESS(Status))
    FltFreeGenericWorkItem(Item);
  return Status;
}

VOID worksAndForgetsTwice(PFLT_GENERIC_WORKITEM Item, PVOID Object, PVOID Context) {
  if (Context == NULL)
    FltFreeGenericWorkItem(Item);
  FltFreeGenericWorkItem(Item); // expected-warning {{work item 'Item' is freed twice}}
}

VOID freedLikeMemory(VOID) {
  PFLT_GENERIC_WORKITEM Item = FltAllocateGenericWorkItem();
  if (Item)
    ExFreePool(Item); // expected-warning {{work item 'Item', returned by 'FltAllocateGenericWorkItem', is passed to 'ExFreePool', which frees memory}}
}

NTSTATUS portWithoutFreeing(PFLT_FILTER Filter, POBJECT_ATTRIBUTES OA) {
  PSECURITY_DESCRIPTOR Descriptor;
  NTSTATUS Status = FltBuildDefaultSecurityDescriptor(&Descriptor, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(Status))
    return Status;
  OA->SecurityDescriptor = NULL;
  Status = Work();
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{security descriptor 'Descriptor', returned by 'FltBuildDefaultSecurityDescriptor', is not freed}}
  FltFreeSecurityDescriptor(Descriptor);
  return Status;
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS flush_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CALLBACK_DATA Own = NULL;
  NTSTATUS Status = FltAllocateCallbackData(Objects->Instance, Objects->FileObject, &Own);
  if (!NT_SUCCESS(Status))
    return Status;
  Own->Iopb->MajorFunction = IRP_MJ_FLUSH_BUFFERS;
  FltPerformSynchronousIo(Own);
  Status = Own->IoStatus.Status;
  FltFreeCallbackData(Own);
  return Status;
}

NTSTATUS again_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CALLBACK_DATA Own = NULL;
  NTSTATUS Status = FltAllocateCallbackData(Objects->Instance, Objects->FileObject, &Own);
  if (!NT_SUCCESS(Status))
    return Status;
  do {
    FltReuseCallbackData(Own);
    FltPerformSynchronousIo(Own);
    Status = Own->IoStatus.Status;
  } while (Status == STATUS_RETRY);
  FltFreeCallbackData(Own);
  return Status;
}

NTSTATUS inFinally_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CALLBACK_DATA Own = NULL;
  NTSTATUS Status = STATUS_SUCCESS;
  __try {
    Status = FltAllocateCallbackData(Objects->Instance, Objects->FileObject, &Own);
    if (!NT_SUCCESS(Status))
      __leave;
    FltPerformSynchronousIo(Own);
    Status = Own->IoStatus.Status;
  } __finally {
    if (Own)
      FltFreeCallbackData(Own);
  }
  return Status;
}

// Whoever is called back frees it.
NTSTATUS asynchronous_ok(PCFLT_RELATED_OBJECTS Objects, PFLT_COMPLETED_ASYNC_IO_CALLBACK Done) {
  PFLT_CALLBACK_DATA Own;
  NTSTATUS Status = FltAllocateCallbackData(Objects->Instance, Objects->FileObject, &Own);
  if (!NT_SUCCESS(Status))
    return Status;
  return FltPerformAsynchronousIo(Own, Done, NULL);
}

VOID done_ok(PFLT_CALLBACK_DATA CallbackData, PFLT_CONTEXT Context) {
  FltFreeCallbackData(CallbackData);
}

VOID deferred_ok(PFLT_DEFERRED_IO_WORKITEM Item, PFLT_CALLBACK_DATA Data, PVOID Context) {
  Data->IoStatus.Status = STATUS_ACCESS_DENIED;
  FltCompletePendedPreOperation(Data, FLT_PREOP_COMPLETE, NULL);
  FltFreeDeferredIoWorkItem(Item);
}

VOID completedOnce_ok(PFLT_CALLBACK_DATA Data, NTSTATUS Status) {
  if (!NT_SUCCESS(Status)) {
    FltCompletePendedPreOperation(Data, FLT_PREOP_COMPLETE, NULL);
    return;
  }
  FltCompletePendedPreOperation(Data, FLT_PREOP_SUCCESS_WITH_CALLBACK, NULL);
}

PRE_OPERATION(Queued_ok) {
  PFLT_DEFERRED_IO_WORKITEM Item = FltAllocateDeferredIoWorkItem();
  NTSTATUS Status;
  if (!Item)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  Status = FltQueueDeferredIoWorkItem(Item, Data, Deferred, CriticalWorkQueue, NULL);
  if (NT_SUCCESS(Status))
    return FLT_PREOP_PENDING;
  FltFreeDeferredIoWorkItem(Item);
  Data->IoStatus.Status = Status;
  return FLT_PREOP_COMPLETE;
}

NTSTATUS keptInAJob_ok(PJOB Job) {
  Job->Item = FltAllocateGenericWorkItem();
  return Job->Item ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

NTSTATUS jobFailed_ok(PJOB Job) {
  Job->Item = FltAllocateGenericWorkItem();
  if (Job->Item == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS Status = FltQueueGenericWorkItem(Job->Item, Globals.Filter, Generic, DelayedWorkQueue, Job);
  if (!NT_SUCCESS(Status)) {
    FltFreeGenericWorkItem(Job->Item);
    Job->Item = NULL;
  }
  return Status;
}

VOID requeued_ok(PFLT_GENERIC_WORKITEM Item, PVOID Object, PVOID Context) {
  if (Check() && NT_SUCCESS(FltQueueGenericWorkItem(Item, Object, Generic, DelayedWorkQueue, Context)))
    return;
  FltFreeGenericWorkItem(Item);
}

VOID ioItem_ok(PDEVICE_OBJECT Device, PIO_WORKITEM_ROUTINE Routine) {
  PIO_WORKITEM Item = IoAllocateWorkItem(Device);
  if (Item)
    IoQueueWorkItem(Item, Routine, DelayedWorkQueue, Item);
}

NTSTATUS port_ok(PFLT_FILTER Filter, PUNICODE_STRING Name) {
  PSECURITY_DESCRIPTOR Descriptor = NULL;
  OBJECT_ATTRIBUTES OA;
  NTSTATUS Status = FltBuildDefaultSecurityDescriptor(&Descriptor, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(Status))
    return Status;
  InitializeObjectAttributes(&OA, Name, OBJ_KERNEL_HANDLE, NULL, Descriptor);
  Status = FltCreateCommunicationPort(Filter, &ServerPort, &OA, NULL, NULL, NULL, NULL, 1);
  FltFreeSecurityDescriptor(Descriptor);
  return Status;
}

// An MDL that the IRP is given goes with it.
BOOLEAN mdlOfTheIrp_ok(PVOID Buffer, ULONG Length, PIRP Irp) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, Irp);
  return Mdl != NULL;
}

BOOLEAN mdl_ok(PVOID Buffer, ULONG Length) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (!Mdl)
    return FALSE;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    IoFreeMdl(Mdl);
    return FALSE;
  }
  MmUnlockPages(Mdl);
  IoFreeMdl(Mdl);
  return TRUE;
}

BOOLEAN mdlLostWhenPagesCantBeLocked(PVOID Buffer, ULONG Length) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (!Mdl)
    return FALSE;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return FALSE; // expected-warning {{MDL 'Mdl', returned by 'IoAllocateMdl', is not freed}}
  }
  MmUnlockPages(Mdl);
  IoFreeMdl(Mdl);
  return TRUE;
}
