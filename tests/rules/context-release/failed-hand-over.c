// A hand-over that fails leaves the debt here: what was stored in a request is
// owed again once the request is freed.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

typedef struct _JOB {
  LIST_ENTRY Link;
  PSTREAM_CONTEXT Stream;
  PSTREAM_CONTEXT Parent;
  ULONG Code;
} JOB, *PJOB;

VOID RunJob(PFLT_GENERIC_WORKITEM Item, PVOID Filter, PVOID Context);
KSTART_ROUTINE RunThread;

static PJOB newJob(VOID) {
  return (PJOB)ExAllocatePoolWithTag(NonPagedPool, sizeof(JOB), STREAM_TAG);
}

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS queueFails(PCFLT_RELATED_OBJECTS Objects, PFLT_GENERIC_WORKITEM Item) {
  NTSTATUS Status;
  PSTREAM_CONTEXT Stream = NULL;
  PJOB Job = ExAllocatePoolWithTag(NonPagedPool, sizeof(JOB), STREAM_TAG);
  if (Job == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream);
  if (!NT_SUCCESS(Status)) {
    ExFreePoolWithTag(Job, STREAM_TAG);
    return Status;
  }
  Job->Stream = Stream;
  Status = FltQueueGenericWorkItem(Item, Objects->Filter, RunJob, DelayedWorkQueue, Job);
  if (!NT_SUCCESS(Status))
    ExFreePoolWithTag(Job, STREAM_TAG);
  return Status; // CHECK: :[[@LINE]]:{{.*}} warning: context 'Stream', returned by 'FltGetStreamContext', is not released
}

NTSTATUS threadFails(PSTREAM_CONTEXT Stream, PHANDLE Thread) {
  NTSTATUS Status;
  PJOB Job = newJob();
  if (!Job)
    return STATUS_INSUFFICIENT_RESOURCES;
  FltReferenceContext(Stream);
  Job->Stream = Stream;
  Status = PsCreateSystemThread(Thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, RunThread, Job);
  if (!NT_SUCCESS(Status)) {
    ExFreePool(Job);
    return Status; // CHECK: :[[@LINE]]:{{.*}} warning: the reference added to context 'Stream' is not released
  }
  return STATUS_SUCCESS;
}

// A gap: it came straight into the structure.
VOID givesUp_gap(PCFLT_RELATED_OBJECTS Objects, BOOLEAN Busy) {
  PJOB Job = newJob();
  if (!Job)
    return;
  if (!NT_SUCCESS(FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Job->Stream)))
    Job->Stream = NULL;
  Job->Code = Busy;
  ExFreePool(Job);
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS queued_ok(PCFLT_RELATED_OBJECTS Objects, PFLT_GENERIC_WORKITEM Item) {
  NTSTATUS Status;
  PSTREAM_CONTEXT Stream = NULL;
  PJOB Job = newJob();
  if (!Job)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream);
  if (!NT_SUCCESS(Status)) {
    ExFreePool(Job);
    return Status;
  }
  Job->Stream = Stream;
  Status = FltQueueGenericWorkItem(Item, Objects->Filter, RunJob, DelayedWorkQueue, Job);
  if (!NT_SUCCESS(Status)) {
    FltReleaseContext(Job->Stream);
    ExFreePool(Job);
  }
  return Status;
}

// In the other order.
NTSTATUS freedFirst_ok(PCFLT_RELATED_OBJECTS Objects, PFLT_GENERIC_WORKITEM Item) {
  NTSTATUS Status;
  PSTREAM_CONTEXT Stream = NULL;
  PJOB Job = NULL;
  Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Stream);
  if (!NT_SUCCESS(Status))
    return Status;
  Job = newJob();
  if (Job) {
    Job->Stream = Stream;
    Status = FltQueueGenericWorkItem(Item, Objects->Filter, RunJob, DelayedWorkQueue, Job);
    if (NT_SUCCESS(Status))
      return Status;
    ExFreePool(Job);
  }
  FltReleaseContext(Stream);
  return STATUS_UNSUCCESSFUL;
}

static VOID freeJob(PJOB Job) {
  if (Job->Stream)
    FltReleaseContext(Job->Stream);
  if (Job->Parent)
    FltReleaseContext(Job->Parent);
  ExFreePool(Job);
}
NTSTATUS freedByHelper_ok(PSTREAM_CONTEXT Stream, PHANDLE Thread) {
  NTSTATUS Status;
  PJOB Job = newJob();
  if (!Job)
    return STATUS_INSUFFICIENT_RESOURCES;
  Job->Parent = NULL;
  FltReferenceContext(Stream);
  Job->Stream = Stream;
  Status = PsCreateSystemThread(Thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, RunThread, Job);
  if (!NT_SUCCESS(Status))
    freeJob(Job);
  return Status;
}

// Others have it, and may have released what was in it.
VOID finish(PJOB Job);
VOID passedOn_ok(PSTREAM_CONTEXT Stream) {
  PJOB Job = newJob();
  if (!Job)
    return;
  FltReferenceContext(Stream);
  Job->Stream = Stream;
  finish(Job);
  ExFreePool(Job);
}

VOID movedOn_ok(PSTREAM_CONTEXT Stream, PJOB Next) {
  PJOB Job = newJob();
  if (!Job)
    return;
  FltReferenceContext(Stream);
  Job->Stream = Stream;
  Next->Stream = Job->Stream;
  ExFreePool(Job);
}

// Borrowed: nothing is owed.
VOID borrowed_ok(PSTREAM_CONTEXT Stream) {
  PJOB Job = newJob();
  if (!Job)
    return;
  Job->Stream = Stream;
  ExFreePool(Job);
}
