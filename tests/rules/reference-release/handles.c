// Handles, and the file objects that come with them.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _BACKING_STORE {
  HANDLE File;
  PFILE_OBJECT Object;
} BACKING_STORE, *PBACKING_STORE;

HANDLE StoreHandle;

#define INVALID_HANDLE_VALUE ((HANDLE)(LONG_PTR)-1)

#define CREATE(Handle, Object)                                                 \
  FltCreateFileEx(Globals.Filter, Instance, Handle, Object, GENERIC_READ, OA,  \
                  &Io, NULL, FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ,           \
                  FILE_OPEN, FILE_NON_DIRECTORY_FILE, NULL, 0, 0)

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS bothLostOnFailure(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA, PVOID To) {
  HANDLE File = NULL;
  PFILE_OBJECT Object = NULL;
  IO_STATUS_BLOCK Io;
  ULONG Read;
  NTSTATUS Status = CREATE(&File, &Object);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltReadFile(Instance, Object, NULL, 64, To, 0, &Read, NULL, NULL);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{handle 'File', returned by 'FltCreateFileEx', is not closed when the function returns}} \
                   // expected-warning {{object 'Object', returned by 'FltCreateFileEx', is not released when the function returns}}
  ObDereferenceObject(Object);
  return FltClose(File);
}

NTSTATUS onlyTheHandle(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA) {
  HANDLE File;
  PFILE_OBJECT Object;
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = CREATE(&File, &Object);
  if (NT_SUCCESS(Status))
    FltClose(File);
  return Status; // expected-warning {{object 'Object', returned by 'FltCreateFileEx', is not released}}
}

NTSTATUS closedTwice(POBJECT_ATTRIBUTES OA) {
  HANDLE Key;
  ULONG Size;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = ZwQueryKey(Key, KeyBasicInformation, NULL, 0, &Size);
  if (!NT_SUCCESS(Status))
    ZwClose(Key);
  ZwClose(Key); // expected-warning {{handle 'Key' is closed twice}}
  return Status;
}

NTSTATUS usedAfterClose(POBJECT_ATTRIBUTES OA, PUNICODE_STRING Name) {
  HANDLE Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (!NT_SUCCESS(Status))
    return Status;
  ZwClose(Key);
  return ZwQueryInformationFile(Key, NULL, NULL, 0, FileBasicInformation); // expected-warning {{handle 'Key' is used after it was closed}}
}

NTSTATUS threadHandleForgotten(PKSTART_ROUTINE Routine, PETHREAD *Thread) {
  HANDLE Handle;
  NTSTATUS Status = PsCreateSystemThread(&Handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = ObReferenceObjectByHandle(Handle, THREAD_ALL_ACCESS, NULL, KernelMode, (PVOID *)Thread, NULL);
  return Status; // expected-warning {{handle 'Handle', returned by 'PsCreateSystemThread', is not closed}}
}

NTSTATUS dereferencedInsteadOfClosed(POBJECT_ATTRIBUTES OA) {
  HANDLE Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (NT_SUCCESS(Status))
    ObDereferenceObject(Key); // expected-warning {{handle 'Key', returned by 'ZwOpenKey', is passed to 'ObDereferenceObject', which releases another kind of object}}
  return Status;
}

// A handle is no object, wherever it came from.
VOID bothForOne(PBACKING_STORE Store) {
  ObDereferenceObject(Store->File);
  FltClose(Store->File); // expected-warning {{object 'Store->File' was released as that, but is passed to 'FltClose', which releases another kind of object}}
}

NTSTATUS lostInTheLoop(POBJECT_ATTRIBUTES OA, ULONG Tries) {
  HANDLE Key = NULL;
  NTSTATUS Status = STATUS_SUCCESS;
  for (ULONG I = 0; I < Tries; ++I) {
    Status = ZwOpenKey(&Key, KEY_READ, OA);
    if (!NT_SUCCESS(Status))
      return Status;
  }
  if (Key)
    ZwClose(Key);
  return Status; // expected-warning {{handle 'Key', returned by 'ZwOpenKey', is not closed}}
}

NTSTATUS transactionForgotten(PKTRANSACTION Transaction, PTRANSACTION_BASIC_INFORMATION Info) {
  HANDLE Handle;
  NTSTATUS Status = ObOpenObjectByPointer(Transaction, OBJ_KERNEL_HANDLE, NULL, GENERIC_READ, NULL, KernelMode, &Handle);
  if (!NT_SUCCESS(Status))
    return Status;
  return ZwQueryInformationTransaction(Handle, TransactionBasicInformation, Info, sizeof(*Info), NULL);
  // expected-warning@-1 {{handle 'Handle', returned by 'ObOpenObjectByPointer', is not closed}}
}

NTSTATUS inAStructure(POBJECT_ATTRIBUTES OA) {
  BACKING_STORE Store = {0};
  NTSTATUS Status = ZwOpenKey(&Store.File, KEY_READ, OA);
  if (NT_SUCCESS(Status))
    Status = Work();
  return Status; // expected-warning {{handle 'Store.File', returned by 'ZwOpenKey', is not closed}}
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS cleanup_ok(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA, PVOID To) {
  HANDLE File = NULL;
  PFILE_OBJECT Object = NULL;
  IO_STATUS_BLOCK Io;
  ULONG Read;
  NTSTATUS Status = CREATE(&File, &Object);
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Status = FltReadFile(Instance, Object, NULL, 64, To, 0, &Read, NULL, NULL);
  if (Io.Information == FILE_CREATED)
    Status = STATUS_NOT_FOUND;
Cleanup:
  if (Object != NULL)
    ObDereferenceObject(Object);
  if (File)
    FltClose(File);
  return Status;
}

// Closing NULL fails and does no harm.
NTSTATUS closesWhateverItHas_ok(POBJECT_ATTRIBUTES OA) {
  HANDLE Key = NULL;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  ZwClose(Key);
  return Status;
}

NTSTATUS invalidHandleValue_ok(POBJECT_ATTRIBUTES OA) {
  HANDLE File = INVALID_HANDLE_VALUE;
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = ZwOpenFile(&File, GENERIC_READ, OA, &Io, FILE_SHARE_READ, 0);
  if (NT_SUCCESS(Status))
    Status = Work();
  if (File != INVALID_HANDLE_VALUE)
    ZwClose(File);
  return Status;
}

NTSTATUS invalidHandleValueAndLost(POBJECT_ATTRIBUTES OA) {
  HANDLE File = INVALID_HANDLE_VALUE;
  IO_STATUS_BLOCK Io;
  ZwOpenFile(&File, GENERIC_READ, OA, &Io, FILE_SHARE_READ, 0);
  if (File == INVALID_HANDLE_VALUE)
    return STATUS_UNSUCCESSFUL;
  return Work(); // expected-warning {{handle 'File', returned by 'ZwOpenFile', is not closed}}
}

NTSTATUS initialisedOtherwiseThanTested_ok(POBJECT_ATTRIBUTES OA) {
  HANDLE File = NULL;
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = ZwOpenFile(&File, GENERIC_READ, OA, &Io, FILE_SHARE_READ, 0);
  if (File != INVALID_HANDLE_VALUE && File != NULL)
    ZwClose(File);
  return Status;
}

NTSTATUS inAGlobal_ok(POBJECT_ATTRIBUTES OA) {
  HANDLE File;
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = ZwOpenFile(&File, GENERIC_READ, OA, &Io, FILE_SHARE_READ, 0);
  if (!NT_SUCCESS(Status))
    return Status;
  StoreHandle = File;
  return Status;
}

NTSTATUS straightIntoAGlobal_ok(POBJECT_ATTRIBUTES OA) {
  IO_STATUS_BLOCK Io;
  return ZwOpenFile(&StoreHandle, GENERIC_READ, OA, &Io, FILE_SHARE_READ, 0);
}

NTSTATUS toTheCaller_ok(POBJECT_ATTRIBUTES OA, PHANDLE Out) {
  HANDLE Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = Work();
  if (!NT_SUCCESS(Status)) {
    ZwClose(Key);
    return Status;
  }
  *Out = Key;
  return Status;
}

NTSTATUS intoTheCallersStructure_ok(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA, PBACKING_STORE Store) {
  IO_STATUS_BLOCK Io;
  return CREATE(&Store->File, &Store->Object);
}

static VOID closeStore(PBACKING_STORE Store) {
  if (Store->Object)
    ObDereferenceObject(Store->Object);
  if (Store->File)
    FltClose(Store->File);
  RtlZeroMemory(Store, sizeof(*Store));
}

NTSTATUS inALocalStructure_ok(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA) {
  BACKING_STORE Store = {0};
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = CREATE(&Store.File, &Store.Object);
  if (NT_SUCCESS(Status))
    Status = Work();
  closeStore(&Store);
  return Status;
}

// The file object is not wanted.
NTSTATUS withoutTheObject_ok(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA) {
  HANDLE File;
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = CREATE(&File, NULL);
  if (NT_SUCCESS(Status))
    FltClose(File);
  return Status;
}

NTSTATUS inFinally_ok(POBJECT_ATTRIBUTES OA, PVOID To) {
  HANDLE Key = NULL;
  NTSTATUS Status;
  __try {
    Status = ZwOpenKey(&Key, KEY_READ, OA);
    if (!NT_SUCCESS(Status))
      __leave;
    Status = WorkOn(To);
  } __finally {
    if (Key != NULL)
      ZwClose(Key);
  }
  return Status;
}

// The object outlives the handle.
NTSTATUS threadObject_ok(PKSTART_ROUTINE Routine) {
  HANDLE Handle;
  PETHREAD Thread;
  NTSTATUS Status = PsCreateSystemThread(&Handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = ObReferenceObjectByHandle(Handle, THREAD_ALL_ACCESS, NULL, KernelMode, (PVOID *)&Thread, NULL);
  ZwClose(Handle);
  if (NT_SUCCESS(Status)) {
    KeWaitForSingleObject(Thread, Executive, KernelMode, FALSE, NULL);
    ObDereferenceObject(Thread);
  }
  return Status;
}

// One key after the other, one close for each.
NTSTATUS subKeys_ok(POBJECT_ATTRIBUTES OA, POBJECT_ATTRIBUTES Sub) {
  HANDLE Key = NULL, SubKey = NULL;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = ZwOpenKey(&SubKey, KEY_READ, Sub);
  if (!NT_SUCCESS(Status)) {
    ZwClose(Key);
    return Status;
  }
  ZwClose(Key);
  Key = SubKey;
  Status = ZwDeleteKey(Key);
  ZwClose(Key);
  return Status;
}
