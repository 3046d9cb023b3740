// Pages that are locked in memory through an MDL.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _MAPPING {
  PMDL Mdl;
  PVOID Address;
} MAPPING, *PMAPPING;

NTSTATUS Copy(PVOID To, ULONG Length);

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS freedOnFailure(PVOID Buffer, ULONG Length) {
  NTSTATUS Status = STATUS_SUCCESS;
  PVOID Address;
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    IoFreeMdl(Mdl);
    return GetExceptionCode();
  }
  Address = MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority);
  if (Address == NULL) {
    IoFreeMdl(Mdl); // expected-warning {{page lock 'Mdl' is deleted while it is held}}
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  Status = Copy(Address, Length);
  MmUnlockPages(Mdl);
  IoFreeMdl(Mdl);
  return Status;
}

NTSTATUS giveBackAnyway(PVOID Buffer, ULONG Length) {
  NTSTATUS Status = STATUS_SUCCESS;
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoWriteAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  MmUnlockPages(Mdl); // expected-warning {{page lock 'Mdl' is released but not held on this path}}
  IoFreeMdl(Mdl);
  return Status;
}

VOID smallBuffer(PMDL Mdl, ULONG Length) {
  MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
  if (Length == 0)
    MmUnlockPages(Mdl);
  MmUnlockPages(Mdl); // expected-warning {{page lock 'Mdl' is released twice}}
}

NTSTATUS noAddress(PMAPPING Mapping) {
  MmProbeAndLockPages(Mapping->Mdl, KernelMode, IoReadAccess);
  Mapping->Address = MmGetSystemAddressForMdlSafe(Mapping->Mdl, NormalPagePriority);
  if (Mapping->Address == NULL)
    return STATUS_INSUFFICIENT_RESOURCES; // expected-warning {{page lock 'Mapping->Mdl' is still held when the function returns}}
  RtlZeroMemory(Mapping->Address, 16);
  MmUnlockPages(Mapping->Mdl);
  return STATUS_SUCCESS;
}

VOID readThenWrite(PMDL Mdl) {
  MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
  MmProbeAndLockPages(Mdl, KernelMode, IoWriteAccess); // expected-warning {{page lock 'Mdl' is acquired while this thread already holds it: a page lock is not recursive}}
  MmUnlockPages(Mdl);
}

NTSTATUS freedAtTheEnd(PVOID Buffer, ULONG Length) {
  NTSTATUS Status = STATUS_UNSUCCESSFUL;
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
    Status = Copy(MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority), Length);
    if (!NT_SUCCESS(Status))
      __leave;
    MmUnlockPages(Mdl);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  IoFreeMdl(Mdl); // expected-warning {{page lock 'Mdl' is deleted while it is held}}
  return Status;
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS balanced(PVOID Buffer, ULONG Length) {
  NTSTATUS Status;
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
    IoFreeMdl(Mdl);
    return Status;
  }
  Status = Copy(MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority), Length);
  MmUnlockPages(Mdl);
  IoFreeMdl(Mdl);
  return Status;
}

// The flag tells whether they are locked.
NTSTATUS flagTells(PVOID Buffer, ULONG Length) {
  NTSTATUS Status = STATUS_SUCCESS;
  BOOLEAN Locked = FALSE;
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
    Locked = TRUE;
    Status = Copy(MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority), Length);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Status = GetExceptionCode();
  }
  if (Locked)
    MmUnlockPages(Mdl);
  IoFreeMdl(Mdl);
  return Status;
}

NTSTATUS byFinally(PMDL Mdl, ULONG Length) {
  NTSTATUS Status;
  MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
  __try {
    Status = Copy(MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority), Length);
  } __finally {
    MmUnlockPages(Mdl);
  }
  return Status;
}

// Unmapped and unlocked when the process goes away.
NTSTATUS keptInMapping(PMAPPING Mapping, PVOID Buffer, ULONG Length) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    IoFreeMdl(Mdl);
    return STATUS_INVALID_USER_BUFFER;
  }
  if (Length == 0) {
    MmUnlockPages(Mdl);
    IoFreeMdl(Mdl);
    return STATUS_INVALID_PARAMETER;
  }
  Mapping->Mdl = Mdl;
  return STATUS_SUCCESS;
}

VOID unmap(PMAPPING Mapping) {
  MmUnmapLockedPages(Mapping->Address, Mapping->Mdl);
  MmUnlockPages(Mapping->Mdl);
  IoFreeMdl(Mapping->Mdl);
  Mapping->Mdl = NULL;
}

// The pages of an IRP's MDL are unlocked when it is completed.
NTSTATUS keptInIrp(PIRP Irp, PVOID Buffer, ULONG Length) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, Irp);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
  return STATUS_SUCCESS;
}

PMDL LockedMdl(PVOID Buffer, ULONG Length) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return NULL;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    IoFreeMdl(Mdl);
    Mdl = NULL;
  }
  return Mdl;
}

NTSTATUS throughHelper(PVOID Buffer, ULONG Length) {
  NTSTATUS Status;
  PMDL Mdl = LockedMdl(Buffer, Length);
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = Copy(MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority), Length);
  MmUnlockPages(Mdl);
  IoFreeMdl(Mdl);
  return Status;
}

NTSTATUS intoOut(PVOID Buffer, ULONG Length, PMDL *Out) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  *Out = NULL;
  if (Mdl == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  __try {
    MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    IoFreeMdl(Mdl);
    return STATUS_INVALID_USER_BUFFER;
  }
  *Out = Mdl;
  return STATUS_SUCCESS;
}

// Memory that is never paged is not locked.
VOID nonPaged(PVOID Buffer, ULONG Length) {
  PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, NULL);
  if (Mdl == NULL)
    return;
  MmBuildMdlForNonPagedPool(Mdl);
  IoFreeMdl(Mdl);
}

VOID againAndAgain(PMDL Mdl, ULONG Rounds) {
  while (Rounds--) {
    MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
    MmUnlockPages(Mdl);
  }
}

// A chain, as an IRP has one: each has pages of its own.
VOID freeChain(PMDL Mdl) {
  while (Mdl != NULL) {
    PMDL Next = Mdl->Next;
    MmUnlockPages(Mdl);
    IoFreeMdl(Mdl);
    Mdl = Next;
  }
}

// Somebody else may unlock them.
NTSTATUS passedOn(PMDL Mdl) {
  MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
  if (!NT_SUCCESS(WorkOn(Mdl))) {
    MmUnlockPages(Mdl);
    return STATUS_UNSUCCESSFUL;
  }
  return STATUS_SUCCESS;
}
