// Rundown protection and remove locks: counts that keep an object from going away,
// often for as long as an operation lasts.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _CHANNEL {
  EX_RUNDOWN_REF Rundown;
  PEX_RUNDOWN_REF_CACHE_AWARE Wide;
  IO_REMOVE_LOCK RemoveLock;
  PFLT_GENERIC_WORKITEM Item;
  BOOLEAN Open;
  ULONG Sent;
} CHANNEL, *PCHANNEL;

CHANNEL Messages;
VOID SendLater(PFLT_GENERIC_WORKITEM Item, PVOID Object, PVOID Context);
NTSTATUS Send(PVOID Buffer);

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS closedInTheMiddle(PCHANNEL Channel) {
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return STATUS_DELETE_PENDING;
  if (!Channel->Open)
    return STATUS_PORT_DISCONNECTED; // expected-warning {{rundown protection 'Channel->Rundown' is still held when the function returns}}
  Channel->Sent += 1;
  ExReleaseRundownProtection(&Channel->Rundown);
  return STATUS_SUCCESS;
}

VOID earlyReturn(ULONG Limit) {
  if (ExAcquireRundownProtection(&Messages.Rundown)) {
    if (Messages.Sent > Limit)
      return; // expected-warning {{rundown protection 'Messages.Rundown' is still held}}
    Messages.Sent += 1;
    ExReleaseRundownProtection(&Messages.Rundown);
  }
}

FLT_PREOP_CALLBACK_STATUS PreForgets(PFLT_CALLBACK_DATA Data,
                                     PCFLT_RELATED_OBJECTS Objects,
                                     PVOID *CompletionContext) {
  if (!ExAcquireRundownProtection(&Messages.Rundown))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (Data->RequestorMode == KernelMode)
    return FLT_PREOP_SUCCESS_NO_CALLBACK; // expected-warning {{rundown protection 'Messages.Rundown' is still held}}
  Messages.Sent += 1;
  ExReleaseRundownProtection(&Messages.Rundown);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

VOID releasedTwice(PCHANNEL Channel) {
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return;
  if (!Channel->Open)
    ExReleaseRundownProtection(&Channel->Rundown);
  ExReleaseRundownProtection(&Channel->Rundown); // expected-warning {{rundown protection 'Channel->Rundown' is released twice}}
}

NTSTATUS failsAndGivesBack(PCHANNEL Channel) {
  NTSTATUS Status = STATUS_DELETE_PENDING;
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    goto End;
  Channel->Sent += 1;
  Status = STATUS_SUCCESS;
End:
  ExReleaseRundownProtection(&Channel->Rundown); // expected-warning {{rundown protection 'Channel->Rundown' is released but not held on this path}}
  return Status;
}

VOID notLookedAt(PCHANNEL Channel) {
  ExAcquireRundownProtectionCacheAware(Channel->Wide); // expected-warning {{the result of 'ExAcquireRundownProtectionCacheAware', which may fail, is not checked}}
  Channel->Sent += 1;
  ExReleaseRundownProtectionCacheAware(Channel->Wide);
}

VOID waitsForItself(PCHANNEL Channel) {
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return;
  Channel->Open = FALSE;
  ExWaitForRundownProtectionRelease(&Channel->Rundown); // expected-warning {{rundown protection 'Channel->Rundown' is waited for while this thread has it: it waits for itself}}
}

NTSTATUS queueFailed(PCHANNEL Channel) {
  NTSTATUS Status;
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return STATUS_DELETE_PENDING;
  Status = FltQueueGenericWorkItem(Channel->Item, NULL, SendLater, DelayedWorkQueue, Channel);
  if (Status == STATUS_INSUFFICIENT_RESOURCES)
    return Status; // expected-warning {{rundown protection 'Channel->Rundown' is still held}}
  if (!NT_SUCCESS(Status))
    ExReleaseRundownProtection(&Channel->Rundown);
  return Status;
}

NTSTATUS deviceNotReady(PCHANNEL Channel, PIRP Irp) {
  NTSTATUS Status = IoAcquireRemoveLock(&Channel->RemoveLock, Irp);
  if (!NT_SUCCESS(Status))
    return Status;
  if (!Channel->Open)
    return STATUS_DEVICE_NOT_READY; // expected-warning {{remove lock 'Channel->RemoveLock' is still held when the function returns}}
  Channel->Sent += 1;
  IoReleaseRemoveLock(&Channel->RemoveLock, Irp);
  return STATUS_SUCCESS;
}

NTSTATUS removeLockTwice(PCHANNEL Channel, PIRP Irp) {
  NTSTATUS Status = IoAcquireRemoveLock(&Channel->RemoveLock, Irp);
  if (!NT_SUCCESS(Status))
    return Status;
  if (!Channel->Open) {
    Status = STATUS_DEVICE_NOT_READY;
    IoReleaseRemoveLock(&Channel->RemoveLock, Irp);
  }
  IoReleaseRemoveLock(&Channel->RemoveLock, Irp); // expected-warning {{remove lock 'Channel->RemoveLock' is released twice}}
  return Status;
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS balanced(PCHANNEL Channel, PVOID Buffer) {
  NTSTATUS Status;
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return STATUS_DELETE_PENDING;
  Status = Send(Buffer);
  ExReleaseRundownProtection(&Channel->Rundown);
  return Status;
}

// The post-operation callback, wherever it is, releases it.
FLT_PREOP_CALLBACK_STATUS PreKeeps(PFLT_CALLBACK_DATA Data,
                                   PCFLT_RELATED_OBJECTS Objects,
                                   PVOID *CompletionContext) {
  if (!ExAcquireRundownProtection(&Messages.Rundown))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (!Messages.Open) {
    ExReleaseRundownProtection(&Messages.Rundown);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  *CompletionContext = &Messages;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST_OPERATION(PostReleases) {
  if (!(Flags & FLTFL_POST_OPERATION_DRAINING))
    Messages.Sent += 1;
  ExReleaseRundownProtection(&Messages.Rundown);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

// The work item releases it.
NTSTATUS queued(PCHANNEL Channel) {
  NTSTATUS Status;
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return STATUS_DELETE_PENDING;
  Status = FltQueueGenericWorkItem(Channel->Item, NULL, SendLater, DelayedWorkQueue, Channel);
  if (!NT_SUCCESS(Status))
    ExReleaseRundownProtection(&Channel->Rundown);
  return Status;
}

VOID queuedByNobodyKnows(PCHANNEL Channel) {
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return;
  if (!Channel->Open) {
    ExReleaseRundownProtection(&Channel->Rundown);
    return;
  }
  WorkOn(Channel);
}

VOID SendLater(PFLT_GENERIC_WORKITEM Item, PVOID Object, PVOID Context) {
  PCHANNEL Channel = Context;
  Channel->Sent += 1;
  ExReleaseRundownProtection(&Channel->Rundown);
}

// Asks for the channel on behalf of whoever calls.
BOOLEAN channelUse(PCHANNEL Channel) {
  return ExAcquireRundownProtection(&Channel->Rundown);
}

PCHANNEL channelFor(PCHANNEL Channel) {
  return ExAcquireRundownProtection(&Channel->Rundown) ? Channel : NULL;
}

VOID channelDone(PCHANNEL Channel) {
  ExReleaseRundownProtection(&Channel->Rundown);
}

VOID throughHelpers(PCHANNEL Channel) {
  if (!channelUse(Channel))
    return;
  Channel->Sent += 1;
  channelDone(Channel);
}

// A share within a share counts twice.
VOID nested(PCHANNEL Channel) {
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return;
  if (ExAcquireRundownProtection(&Channel->Rundown)) {
    Channel->Sent += 1;
    ExReleaseRundownProtection(&Channel->Rundown);
  }
  ExReleaseRundownProtection(&Channel->Rundown);
}

// Nothing is acquired after that.
VOID runDown(PCHANNEL Channel) {
  Channel->Open = FALSE;
  ExWaitForRundownProtectionRelease(&Channel->Rundown);
}

VOID runDownAndAgain(PCHANNEL Channel) {
  ExWaitForRundownProtectionRelease(&Channel->Rundown);
  ExReInitializeRundownProtection(&Channel->Rundown);
  if (ExAcquireRundownProtection(&Channel->Rundown))
    ExReleaseRundownProtection(&Channel->Rundown);
}

// As many as there are: nobody counts along.
VOID several(PCHANNEL Channel, ULONG Number) {
  if (!ExAcquireRundownProtectionEx(&Channel->Rundown, Number))
    return;
  while (Number--)
    ExReleaseRundownProtection(&Channel->Rundown);
}

VOID finallyReleased(PCHANNEL Channel, PULONG UserCount) {
  if (!ExAcquireRundownProtection(&Channel->Rundown))
    return;
  __try {
    ProbeForWrite(UserCount, sizeof(*UserCount), 1);
    *UserCount = Channel->Sent;
  } __finally {
    ExReleaseRundownProtection(&Channel->Rundown);
  }
}

VOID flagTells(PCHANNEL Channel) {
  BOOLEAN Safe = ExAcquireRundownProtection(&Channel->Rundown);
  if (Safe)
    Channel->Sent += 1;
  if (Safe)
    ExReleaseRundownProtection(&Channel->Rundown);
}

// The completion routine releases the remove lock.
NTSTATUS passDown(PCHANNEL Channel, PDEVICE_OBJECT Lower, PIRP Irp) {
  NTSTATUS Status = IoAcquireRemoveLock(&Channel->RemoveLock, Irp);
  if (!NT_SUCCESS(Status))
    return Status;
  if (!Channel->Open) {
    IoReleaseRemoveLock(&Channel->RemoveLock, Irp);
    return STATUS_DEVICE_NOT_READY;
  }
  return IoCallDriver(Lower, Irp);
}

NTSTATUS removeDevice(PCHANNEL Channel, PIRP Irp) {
  NTSTATUS Status = IoAcquireRemoveLock(&Channel->RemoveLock, Irp);
  if (!NT_SUCCESS(Status))
    return Status;
  Channel->Open = FALSE;
  IoReleaseRemoveLockAndWait(&Channel->RemoveLock, Irp);
  return STATUS_SUCCESS;
}
