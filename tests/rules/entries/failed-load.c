// A DriverEntry that fails: the driver goes at once, and nothing of it is called any
// more. What it left behind leads to code that is gone.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _STATE {
  PFLT_FILTER Filter;
  PFLT_PORT Port;
  PDEVICE_OBJECT Device;
  PVOID Callbacks;
  ERESOURCE Lock;
  BOOLEAN Registered;
} STATE;

STATE State;
const FLT_REGISTRATION Registration;
OB_CALLBACK_REGISTRATION Objects;
UNICODE_STRING DeviceName;
NTSTATUS ReadParameters(PUNICODE_STRING Path);
VOID StateCleanup(VOID);
VOID Count1(VOID);

// Drivers that differ in how they are loaded.
#define DRIVER_ENTRY(Name)                                                     \
  DRIVER_INITIALIZE Name;                                                      \
  NTSTATUS Name(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)

//===-- Bad ---------------------------------------------------------------===//

DRIVER_ENTRY(FilterLeftBehind) {
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltStartFiltering(State.Filter);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{filter 'State.Filter', returned by 'FltRegisterFilter', is not unregistered although DriverEntry fails}}
  return STATUS_SUCCESS;
}

DRIVER_ENTRY(FilterLeftByParameters) {
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = ReadParameters(Path);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{filter 'State.Filter', returned by 'FltRegisterFilter', is not unregistered}}
  Status = FltStartFiltering(State.Filter);
  if (!NT_SUCCESS(Status))
    FltUnregisterFilter(State.Filter);
  return Status;
}

DRIVER_ENTRY(PortLeftBehind) {
  OBJECT_ATTRIBUTES Attributes = {0};
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltCreateCommunicationPort(State.Filter, &State.Port, &Attributes, NULL, NULL, NULL, NULL, 1);
  if (NT_SUCCESS(Status)) {
    Status = FltStartFiltering(State.Filter);
    if (NT_SUCCESS(Status))
      return Status;
  }
  FltUnregisterFilter(State.Filter);
  return Status; // expected-warning {{communication port 'State.Port', returned by 'FltCreateCommunicationPort', is not closed although DriverEntry fails}}
}

DRIVER_ENTRY(DeviceLeftBehind) {
  PDEVICE_OBJECT Device;
  NTSTATUS Status = IoCreateDevice(Driver, 0, &DeviceName, FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = IoCreateSymbolicLink(Path, &DeviceName);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{device object 'Device', returned by 'IoCreateDevice', is not deleted although DriverEntry fails}}
  return STATUS_SUCCESS;
}

DRIVER_ENTRY(ResourceLeftBehind) {
  NTSTATUS Status;
  ExInitializeResourceLite(&State.Lock);
  Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{resource 'State.Lock' is not deleted although DriverEntry fails}}
  Status = FltStartFiltering(State.Filter);
  if (!NT_SUCCESS(Status)) {
    FltUnregisterFilter(State.Filter);
    ExDeleteResourceLite(&State.Lock);
  }
  return Status;
}

DRIVER_ENTRY(CallbacksLeftBehind) {
  NTSTATUS Status = ObRegisterCallbacks(&Objects, &State.Callbacks);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{registration of callbacks 'State.Callbacks', returned by 'ObRegisterCallbacks', is not withdrawn although DriverEntry fails}}
  return STATUS_SUCCESS;
}

static NTSTATUS createDevice(PDRIVER_OBJECT Driver) {
  return IoCreateDevice(Driver, 0, &DeviceName, FILE_DEVICE_UNKNOWN, 0, FALSE, &State.Device);
}

DRIVER_ENTRY(LeftByHelper) {
  NTSTATUS Status = createDevice(Driver);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Check())
    return STATUS_NOT_SUPPORTED; // expected-warning {{device object 'State.Device', returned by 'IoCreateDevice', is not deleted}}
  return STATUS_SUCCESS;
}

//===-- Good --------------------------------------------------------------===//

DRIVER_ENTRY(Undone) {
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltStartFiltering(State.Filter);
  if (!NT_SUCCESS(Status))
    FltUnregisterFilter(State.Filter);
  return Status;
}

DRIVER_ENTRY(UndoneAtTheEnd) {
  OBJECT_ATTRIBUTES Attributes = {0};
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    goto End;
  Status = FltCreateCommunicationPort(State.Filter, &State.Port, &Attributes, NULL, NULL, NULL, NULL, 1);
  if (!NT_SUCCESS(Status))
    goto End;
  Status = FltStartFiltering(State.Filter);
End:
  if (!NT_SUCCESS(Status)) {
    if (State.Port != NULL)
      FltCloseCommunicationPort(State.Port);
    if (State.Filter != NULL)
      FltUnregisterFilter(State.Filter);
  }
  return Status;
}

// It keeps them while it is loaded.
DRIVER_ENTRY(Succeeds) {
  PDEVICE_OBJECT Device;
  ExInitializeResourceLite(&State.Lock);
  if (!NT_SUCCESS(IoCreateDevice(Driver, 0, &DeviceName, FILE_DEVICE_UNKNOWN, 0, FALSE, &Device)))
    State.Device = NULL;
  FltRegisterFilter(Driver, &Registration, &State.Filter);
  return STATUS_SUCCESS;
}

static VOID undo(VOID) {
  if (State.Filter != NULL) {
    FltUnregisterFilter(State.Filter);
    State.Filter = NULL;
  }
  ExDeleteResourceLite(&State.Lock);
}

DRIVER_ENTRY(UndoneByHelper) {
  NTSTATUS Status;
  ExInitializeResourceLite(&State.Lock);
  Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (NT_SUCCESS(Status)) {
    Status = ReadParameters(Path);
    if (NT_SUCCESS(Status))
      Status = FltStartFiltering(State.Filter);
  }
  if (!NT_SUCCESS(Status))
    undo();
  return Status;
}

// Somewhere else.
DRIVER_ENTRY(UndoneByOthers) {
  NTSTATUS Status;
  ExInitializeResourceLite(&State.Lock);
  Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status) || !NT_SUCCESS(Status = FltStartFiltering(State.Filter))) {
    StateCleanup();
    return Status;
  }
  return STATUS_SUCCESS;
}

// By the list that the driver object has of them.
DRIVER_ENTRY(DeviceOfDriver) {
  PDEVICE_OBJECT Device;
  NTSTATUS Status = IoCreateDevice(Driver, 0, &DeviceName, FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = IoCreateSymbolicLink(Path, &DeviceName);
  if (!NT_SUCCESS(Status))
    IoDeleteDevice(Driver->DeviceObject);
  return Status;
}

DRIVER_ENTRY(NeverRegistered) {
  NTSTATUS Status = ReadParameters(Path);
  if (!NT_SUCCESS(Status))
    return Status;
  return FltRegisterFilter(Driver, &Registration, &State.Filter);
}

DRIVER_ENTRY(ReadAgain) {
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = ReadParameters(Path);
  if (!NT_SUCCESS(Status)) {
    FltUnregisterFilter(State.Filter);
    return Status;
  }
  return FltStartFiltering(State.Filter);
}

DRIVER_ENTRY(ResourceLast) {
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (!NT_SUCCESS(Status))
    return Status;
  ExInitializeResourceLite(&State.Lock);
  return STATUS_SUCCESS;
}

// Nobody fails to load.
VOID Unload(PDRIVER_OBJECT Driver) {
  FltCloseCommunicationPort(State.Port);
  FltUnregisterFilter(State.Filter);
  IoDeleteDevice(Driver->DeviceObject);
  ExDeleteResourceLite(&State.Lock);
}

// Whoever calls it may undo it.
NTSTATUS SetUp(PDRIVER_OBJECT Driver) {
  NTSTATUS Status;
  ExInitializeResourceLite(&State.Lock);
  Status = createDevice(Driver);
  if (!NT_SUCCESS(Status))
    return Status;
  return FltRegisterFilter(Driver, &Registration, &State.Filter);
}

DRIVER_ENTRY(ByFlag) {
  NTSTATUS Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  State.Registered = NT_SUCCESS(Status);
  if (NT_SUCCESS(Status))
    Status = FltStartFiltering(State.Filter);
  if (!NT_SUCCESS(Status) && State.Registered)
    FltUnregisterFilter(State.Filter);
  return Status;
}

DRIVER_ENTRY(DeviceOnly) {
  NTSTATUS Status = createDevice(Driver);
  if (NT_SUCCESS(Status) && Check()) {
    IoDeleteDevice(State.Device);
    Status = STATUS_NOT_SUPPORTED;
  }
  return Status;
}

// One place undoes what its flags tell it to.
DRIVER_ENTRY(ByFlagOfLock) {
  NTSTATUS Status;
  ExInitializeResourceLite(&State.Lock);
  State.Registered = TRUE;
  Count1();
  Status = FltRegisterFilter(Driver, &Registration, &State.Filter);
  if (NT_SUCCESS(Status))
    Status = ReadParameters(Path);
  if (!NT_SUCCESS(Status)) {
    if (State.Filter != NULL)
      FltUnregisterFilter(State.Filter);
    if (State.Registered) {
      State.Registered = FALSE;
      ExDeleteResourceLite(&State.Lock);
    }
  }
  return Status;
}
