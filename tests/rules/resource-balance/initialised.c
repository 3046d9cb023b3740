// The life of locks that the system keeps a list of, and of the memory that they
// are in.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _VOLUME {
  ERESOURCE Lock;
  ERESOURCE Entries;
  EX_PUSH_LOCK Push;
  FAST_MUTEX Mutex;
  PERESOURCE Own;
  PVOID Buffer;
  struct _VOLUME *Next;
} VOLUME, *PVOLUME;

ERESOURCE TableLock;
BOOLEAN Ready;
PVOLUME First;
NPAGED_LOOKASIDE_LIST Volumes;
VOID VolumeSetup(PVOLUME Volume);
VOID VolumeDestroy(PVOLUME Volume);
NTSTATUS Register(VOID);

#define VOLUME_TAG 'loVt'

static PVOLUME allocate(VOID) {
  return ExAllocatePoolWithTag(NonPagedPool, sizeof(VOLUME), VOLUME_TAG);
}

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS bufferFailed(PVOLUME *Out) {
  PVOLUME Volume = ExAllocatePoolWithTag(NonPagedPool, sizeof(VOLUME), VOLUME_TAG);
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInitializeResourceLite(&Volume->Lock);
  Volume->Buffer = ExAllocatePoolWithTag(PagedPool, 512, VOLUME_TAG);
  if (Volume->Buffer == NULL) {
    ExFreePoolWithTag(Volume, VOLUME_TAG); // expected-warning {{resource 'Volume->Lock' is not deleted before its memory is freed}}
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  *Out = Volume;
  return STATUS_SUCCESS;
}

NTSTATUS secondForgotten(PVOLUME *Out) {
  PVOLUME Volume = allocate();
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInitializeResourceLite(&Volume->Lock);
  ExInitializeResourceLite(&Volume->Entries);
  if (!NT_SUCCESS(Work())) {
    ExDeleteResourceLite(&Volume->Lock);
    ExFreePool(Volume); // expected-warning {{resource 'Volume->Entries' is not deleted before its memory is freed}}
    return STATUS_UNSUCCESSFUL;
  }
  *Out = Volume;
  return STATUS_SUCCESS;
}

NTSTATUS resourceOfItsOwn(PVOLUME Volume) {
  PERESOURCE Own = ExAllocatePoolWithTag(NonPagedPool, sizeof(ERESOURCE), VOLUME_TAG);
  if (Own == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInitializeResourceLite(Own);
  if (!NT_SUCCESS(Work())) {
    ExFreePoolWithTag(Own, VOLUME_TAG); // expected-warning {{resource 'Own' is not deleted before its memory is freed}}
    return STATUS_UNSUCCESSFUL;
  }
  Volume->Own = Own;
  return STATUS_SUCCESS;
}

NTSTATUS backToLookaside(PVOLUME *Out) {
  PVOLUME Volume = ExAllocateFromNPagedLookasideList(&Volumes);
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInitializeResourceLite(&Volume->Lock);
  if (Check()) {
    ExFreeToNPagedLookasideList(&Volumes, Volume); // expected-warning {{resource 'Volume->Lock' is not deleted before its memory is freed}}
    return STATUS_UNSUCCESSFUL;
  }
  *Out = Volume;
  return STATUS_SUCCESS;
}

VOID initialisedTwice(PVOLUME Volume, BOOLEAN Again) {
  ExInitializeResourceLite(&Volume->Lock);
  if (Again)
    ExInitializeResourceLite(&Volume->Lock); // expected-warning {{resource 'Volume->Lock' is initialised again without having been deleted}}
}

VOID wrongOne(PVOLUME Volume) {
  ExInitializeResourceLite(&Volume->Lock);
  ExInitializeResourceLite(&Volume->Lock); // expected-warning {{resource 'Volume->Lock' is initialised again without having been deleted}}
}

VOID tableTwice(VOID) {
  ExInitializeResourceLite(&TableLock);
  if (!NT_SUCCESS(Register()))
    ExInitializeResourceLite(&TableLock); // expected-warning {{resource 'TableLock' is initialised again}}
}

VOID freedWhileHeld(PVOLUME Volume) {
  ExAcquireFastMutex(&Volume->Mutex);
  Volume->Next = NULL;
  ExFreePoolWithTag(Volume, VOLUME_TAG); // expected-warning {{fast mutex 'Volume->Mutex' is still held when its memory is freed}}
}

VOID pushFreedWhileHeld(PVOLUME Volume) {
  FltAcquirePushLockExclusive(&Volume->Push);
  if (Volume->Buffer == NULL)
    ExFreePoolWithTag(Volume, VOLUME_TAG); // expected-warning {{push lock 'Volume->Push' is still held when its memory is freed}}
  FltReleasePushLock(&Volume->Push);
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS undone(PVOLUME *Out) {
  PVOLUME Volume = allocate();
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInitializeResourceLite(&Volume->Lock);
  Volume->Buffer = ExAllocatePoolWithTag(PagedPool, 512, VOLUME_TAG);
  if (Volume->Buffer == NULL) {
    ExDeleteResourceLite(&Volume->Lock);
    ExFreePoolWithTag(Volume, VOLUME_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  *Out = Volume;
  return STATUS_SUCCESS;
}

NTSTATUS initialisedLast(PVOLUME *Out) {
  PVOLUME Volume = allocate();
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  Volume->Buffer = ExAllocatePoolWithTag(PagedPool, 512, VOLUME_TAG);
  if (Volume->Buffer == NULL) {
    ExFreePoolWithTag(Volume, VOLUME_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  ExInitializeResourceLite(&Volume->Lock);
  *Out = Volume;
  return STATUS_SUCCESS;
}

NTSTATUS flagTells(PVOLUME *Out) {
  BOOLEAN Initialised = FALSE;
  NTSTATUS Status = STATUS_UNSUCCESSFUL;
  PVOLUME Volume = allocate();
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  if (Check())
    goto End;
  ExInitializeResourceLite(&Volume->Lock);
  Initialised = TRUE;
  Status = Work();
  if (NT_SUCCESS(Status)) {
    *Out = Volume;
    return Status;
  }
End:
  if (Initialised)
    ExDeleteResourceLite(&Volume->Lock);
  ExFreePoolWithTag(Volume, VOLUME_TAG);
  return Status;
}

// What others do with it is theirs to know.
NTSTATUS byOthers(VOID) {
  PVOLUME Volume = allocate();
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInitializeResourceLite(&Volume->Lock);
  if (Check()) {
    VolumeDestroy(Volume);
    ExFreePoolWithTag(Volume, VOLUME_TAG);
    return STATUS_UNSUCCESSFUL;
  }
  First = Volume;
  return STATUS_SUCCESS;
}

VOID setUpByOthers(PVOLUME Volume) {
  VolumeSetup(Volume);
  ExFreePoolWithTag(Volume, VOLUME_TAG);
}

static VOID tearDown(PVOLUME Volume) {
  ExDeleteResourceLite(&Volume->Lock);
  ExFreePoolWithTag(Volume, VOLUME_TAG);
}

NTSTATUS throughHelper(VOID) {
  PVOLUME Volume = allocate();
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  ExInitializeResourceLite(&Volume->Lock);
  if (Check()) {
    tearDown(Volume);
    return STATUS_UNSUCCESSFUL;
  }
  First = Volume;
  return STATUS_SUCCESS;
}

VOID anotherIsFreed(PVOLUME Volume) {
  PVOLUME Old = First;
  ExInitializeResourceLite(&Volume->Lock);
  First = Volume;
  if (Old != NULL)
    ExFreePoolWithTag(Old, VOLUME_TAG);
}

VOID partIsFreed(PVOLUME Volume) {
  ExInitializeResourceLite(&Volume->Lock);
  ExFreePoolWithTag(Volume->Buffer, VOLUME_TAG);
  Volume->Buffer = NULL;
}

VOID twoOfThem(PVOLUME A, PVOLUME B) {
  ExInitializeResourceLite(&A->Lock);
  ExInitializeResourceLite(&A->Entries);
  ExInitializeResourceLite(&B->Lock);
}

VOID each(PVOLUME Volume) {
  while (Volume != NULL) {
    ExInitializeResourceLite(&Volume->Lock);
    Volume = Volume->Next;
  }
}

VOID ofAnArray(PVOLUME Array, ULONG Number) {
  ULONG I;
  for (I = 0; I < Number; ++I)
    ExInitializeResourceLite(&Array[I].Lock);
}

VOID deletedAndAgain(PVOLUME Volume) {
  ExInitializeResourceLite(&Volume->Lock);
  if (!NT_SUCCESS(Register())) {
    ExDeleteResourceLite(&Volume->Lock);
    ExInitializeResourceLite(&Volume->Lock);
  }
}

// That is what the routine is for.
VOID reinitialised(PVOLUME Volume) {
  ExInitializeResourceLite(&Volume->Lock);
  if (!NT_SUCCESS(Register()))
    ExReinitializeResourceLite(&Volume->Lock);
}

VOID onceOnly(VOID) {
  if (!Ready) {
    ExInitializeResourceLite(&TableLock);
    Ready = TRUE;
  }
  if (!Ready)
    ExInitializeResourceLite(&TableLock);
}

// Nobody keeps a list of push locks and mutexes.
NTSTATUS noList(VOID) {
  PVOLUME Volume = allocate();
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  FltInitializePushLock(&Volume->Push);
  ExInitializeFastMutex(&Volume->Mutex);
  if (Check()) {
    ExFreePoolWithTag(Volume, VOLUME_TAG);
    return STATUS_UNSUCCESSFUL;
  }
  First = Volume;
  return STATUS_SUCCESS;
}

VOID releasedFirst(PVOLUME Volume) {
  ExAcquireFastMutex(&Volume->Mutex);
  Volume->Next = NULL;
  ExReleaseFastMutex(&Volume->Mutex);
  ExFreePoolWithTag(Volume, VOLUME_TAG);
}

VOID otherHeld(PVOLUME Volume) {
  FltAcquireResourceExclusive(&TableLock);
  First = Volume->Next;
  ExFreePoolWithTag(Volume, VOLUME_TAG);
  FltReleaseResource(&TableLock);
}

// What could not be initialised need not be deleted.
NTSTATUS mayFail(PVOLUME *Made) {
  PVOLUME Volume = allocate();
  NTSTATUS Status;
  if (Volume == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = ExInitializeResourceLite(&Volume->Lock);
  if (!NT_SUCCESS(Status)) {
    ExFreePoolWithTag(Volume, VOLUME_TAG);
    return Status;
  }
  *Made = Volume;
  return STATUS_SUCCESS;
}

NTSTATUS cleansUpByFlag(PVOLUME *Made) {
  PVOLUME Volume = NULL;
  BOOLEAN HasLock = FALSE;
  NTSTATUS Status = STATUS_INSUFFICIENT_RESOURCES;
  Volume = allocate();
  if (Volume == NULL)
    goto Exit;
  Status = ExInitializeResourceLite(&Volume->Lock);
  if (!NT_SUCCESS(Status))
    goto Exit;
  HasLock = TRUE;
  if (Check()) {
    Status = STATUS_UNSUCCESSFUL;
    goto Exit;
  }
  *Made = Volume;
Exit:
  if (!NT_SUCCESS(Status) && Volume) {
    if (HasLock)
      ExDeleteResourceLite(&Volume->Lock);
    ExFreePoolWithTag(Volume, VOLUME_TAG);
  }
  return Status;
}
// It may fail, for all that a driver knows.
NTSTATUS initialisationTested(PERESOURCE *Out) {
  NTSTATUS Status;
  PERESOURCE Lock = ExAllocatePoolWithTag(NonPagedPool, sizeof(ERESOURCE), VOLUME_TAG);
  if (Lock == NULL)
    return STATUS_INSUFFICIENT_RESOURCES;
  Status = ExInitializeResourceLite(Lock);
  if (!NT_SUCCESS(Status)) {
    ExFreePoolWithTag(Lock, VOLUME_TAG);
    return Status;
  }
  *Out = Lock;
  return STATUS_SUCCESS;
}
