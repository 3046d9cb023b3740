// Objects of the Filter Manager and of the object manager.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _TARGET {
  LIST_ENTRY Link;
  PFLT_INSTANCE Instance;
  PFILE_OBJECT File;
  PEPROCESS Process;
} TARGET, *PTARGET;

PFLT_VOLUME SystemVolume;

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS volumeForgotten(PFLT_FILTER Filter, PCUNICODE_STRING Name, PFLT_INSTANCE *Instance) {
  PFLT_VOLUME Volume;
  NTSTATUS Status = FltGetVolumeFromName(Filter, Name, &Volume);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltGetVolumeInstanceFromName(Filter, Volume, NULL, Instance);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{Filter Manager object 'Volume', returned by 'FltGetVolumeFromName', is not released when the function returns}}
  FltObjectDereference(Volume);
  return Status;
}

BOOLEAN volumeReleasedTwice(PFLT_INSTANCE Instance, PDEVICE_OBJECT *Device) {
  PFLT_VOLUME Volume;
  if (!NT_SUCCESS(FltGetVolumeFromInstance(Instance, &Volume)))
    return FALSE;
  NTSTATUS Status = FltGetDiskDeviceObject(Volume, Device);
  if (!NT_SUCCESS(Status))
    FltObjectDereference(Volume);
  FltObjectDereference(Volume); // expected-warning {{Filter Manager object 'Volume' is released twice}}
  return TRUE;
}

NTSTATUS wrongRoutine(PFLT_INSTANCE Instance) {
  PFLT_VOLUME Volume;
  NTSTATUS Status = FltGetVolumeFromInstance(Instance, &Volume);
  if (NT_SUCCESS(Status))
    ObDereferenceObject(Volume); // expected-warning {{Filter Manager object 'Volume', returned by 'FltGetVolumeFromInstance', is passed to 'ObDereferenceObject', which releases another kind of object}}
  return Status;
}

ULONG processForgotten(HANDLE Id) {
  PEPROCESS Process;
  if (!NT_SUCCESS(PsLookupProcessByProcessId(Id, &Process)))
    return 0;
  if (PsGetProcessId(Process) == NULL)
    return 1; // expected-warning {{object 'Process', returned by 'PsLookupProcessByProcessId', is not released}}
  ObDereferenceObject(Process);
  return 2;
}

NTSTATUS addedAndForgotten(PFILE_OBJECT File) {
  ObReferenceObject(File);
  NTSTATUS Status = Work();
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{the reference added to object 'File' is not released}}
  ObDereferenceObject(File);
  return Status;
}

NTSTATUS rundownForgotten(PFLT_INSTANCE Instance) {
  NTSTATUS Status = FltObjectReference(Instance);
  if (!NT_SUCCESS(Status))
    return Status;
  return Work(); // expected-warning {{the reference added to Filter Manager object 'Instance' is not released}}
}

NTSTATUS deviceForgotten(PFLT_VOLUME Volume) {
  PDEVICE_OBJECT Device = NULL;
  NTSTATUS Status = FltGetDiskDeviceObject(Volume, &Device);
  if (NT_SUCCESS(Status) && Device->Characteristics & FILE_REMOVABLE_MEDIA)
    return STATUS_NOT_SUPPORTED; // expected-warning {{object 'Device', returned by 'FltGetDiskDeviceObject', is not released}}
  if (Device)
    ObDereferenceObject(Device);
  return Status;
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS volume_ok(PFLT_FILTER Filter, PCUNICODE_STRING Name) {
  PFLT_VOLUME Volume = NULL;
  NTSTATUS Status = FltGetVolumeFromName(Filter, Name, &Volume);
  if (NT_SUCCESS(Status)) {
    Status = FltAttachVolume(Filter, Volume, NULL, NULL);
    FltObjectDereference(Volume);
  }
  return Status;
}

NTSTATUS kept_ok(PFLT_INSTANCE Instance) {
  PFLT_VOLUME Volume;
  NTSTATUS Status = FltGetVolumeFromInstance(Instance, &Volume);
  if (NT_SUCCESS(Status))
    SystemVolume = Volume;
  return Status;
}

NTSTATUS instanceOfTheTarget_ok(PTARGET Target, PFLT_INSTANCE Instance) {
  NTSTATUS Status = FltObjectReference(Instance);
  if (!NT_SUCCESS(Status))
    return Status;
  Target->Instance = Instance;
  return STATUS_SUCCESS;
}

NTSTATUS aroundTheWork_ok(PFLT_INSTANCE Instance) {
  NTSTATUS Status = FltObjectReference(Instance);
  if (NT_SUCCESS(Status)) {
    Status = Work();
    FltObjectDereference(Instance);
  }
  return Status;
}

// Stored first, referenced then.
VOID storedFirst_ok(PTARGET Target, PCFLT_RELATED_OBJECTS Objects) {
  Target->File = Objects->FileObject;
  ObReferenceObject(Target->File);
}

VOID storedFirstByName_ok(PTARGET Target, PCFLT_RELATED_OBJECTS Objects) {
  PFILE_OBJECT File = Objects->FileObject;
  Target->File = File;
  ObReferenceObject(File);
}

// What was referenced is not NULL.
VOID testedLater_ok(PCFLT_RELATED_OBJECTS Objects, BOOLEAN Wanted) {
  PFILE_OBJECT File = NULL;
  if (Wanted) {
    File = Objects->FileObject;
    ObReferenceObject(File);
  }
  Work();
  if (File != NULL)
    ObDereferenceObject(File);
}

VOID ofTheTarget_ok(PTARGET Target) { ObReferenceObject(Target->Process); }

PEPROCESS returned_ok(HANDLE Id) {
  PEPROCESS Process = NULL;
  if (!NT_SUCCESS(PsLookupProcessByProcessId(Id, &Process)))
    return NULL;
  return Process;
}

NTSTATUS onStack_ok(HANDLE Id) {
  PEPROCESS Process = NULL;
  NTSTATUS Status = PsLookupProcessByProcessId(Id, &Process);
  if (NT_SUCCESS(Status)) {
    KAPC_STATE Apc;
    KeStackAttachProcess(Process, &Apc);
    Status = Work();
    KeUnstackDetachProcess(&Apc);
  }
  if (Process)
    ObDereferenceObject(Process);
  return Status;
}

// Others keep the process alive: no use after a release.
HANDLE stillAlive_ok(HANDLE Id) {
  PEPROCESS Process;
  if (!NT_SUCCESS(PsLookupProcessByProcessId(Id, &Process)))
    return NULL;
  ObDereferenceObject(Process);
  return PsGetProcessId(Process);
}

VOID enlisted_ok(PLIST_ENTRY Head, PFILE_OBJECT File) {
  PTARGET Target = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(TARGET), STREAM_TAG);
  if (!Target)
    return;
  ObReferenceObject(File);
  Target->File = File;
  InsertTailList(Head, &Target->Link);
}

NTSTATUS topAndBottom_ok(PFLT_VOLUME Volume) {
  PFLT_INSTANCE Instance, Next;
  NTSTATUS Status = FltGetTopInstance(Volume, &Instance);
  while (NT_SUCCESS(Status)) {
    Status = FltGetLowerInstance(Instance, &Next);
    FltObjectDereference(Instance);
    Instance = Next;
  }
  return Status == STATUS_NO_MORE_ENTRIES ? STATUS_SUCCESS : Status;
}

// The first of them is the caller's, the others are ours.
PDEVICE_OBJECT lowest_ok(PDEVICE_OBJECT Device) {
  PDEVICE_OBJECT Lower = NULL;
  do {
    PDEVICE_OBJECT Upper = Lower ? Lower : Device;
    Lower = IoGetLowerDeviceObject(Upper);
    if (Upper != Device)
      ObDereferenceObject(Upper);
  } while (Lower && !Lower->Vpb);
  return Lower;
}

NTSTATUS attached_ok(PFLT_FILTER Filter, PFLT_VOLUME Volume) {
  PFLT_INSTANCE Instance = NULL;
  NTSTATUS Status = FltAttachVolume(Filter, Volume, NULL, &Instance);
  if (NT_SUCCESS(Status) && Instance)
    FltObjectDereference(Instance);
  return Status;
}

PACCESS_TOKEN token_ok(PEPROCESS Process, PTOKEN_TYPE Type) {
  PACCESS_TOKEN Token = PsReferencePrimaryToken(Process);
  *Type = SeTokenType(Token);
  PsDereferencePrimaryToken(Token);
  return NULL;
}
