// A return that keeps what others give back is a finding of its own; what no
// return gives back is one.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

BOOLEAN Allowed(PCUNICODE_STRING Name);

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS twoReturns(PFLT_CALLBACK_DATA Data, PULONG Length) {
  PFLT_FILE_NAME_INFORMATION Name;
  NTSTATUS Status = FltGetFileNameInformation(Data, FLT_FILE_NAME_NORMALIZED, &Name);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltParseFileNameInformation(Name);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{file name information 'Name', returned by 'FltGetFileNameInformation', is not released when the function returns}}
  if (!Allowed(&Name->Name))
    return STATUS_ACCESS_DENIED; // expected-warning {{file name information 'Name', returned by 'FltGetFileNameInformation', is not released when the function returns}}
  *Length = Name->Name.Length;
  FltReleaseFileNameInformation(Name);
  return STATUS_SUCCESS;
}

// The handle is closed, which shows that this return tidies up.
NTSTATUS halfTidy(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA, PVOID To) {
  HANDLE File;
  PFILE_OBJECT Object;
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = FltCreateFileEx(Globals.Filter, Instance, &File, &Object, GENERIC_READ, OA, &Io, NULL, 0, 0, FILE_OPEN, 0, NULL, 0, 0);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltReadFile(Instance, Object, NULL, 64, To, 0, NULL, NULL, NULL);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{handle 'File'}} expected-warning {{object 'Object'}}
  FltClose(File);
  return STATUS_SUCCESS; // expected-warning {{object 'Object'}}
}

NTSTATUS never(PCFLT_RELATED_OBJECTS Objects, PULONG Value) {
  PSTREAM_CONTEXT Ctx;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Ctx);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Ctx->Flags == 3)
    return STATUS_NOT_FOUND; // expected-warning {{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
  *Value = Ctx->Flags;
  Work();
  return STATUS_SUCCESS;
}

//===-- Good --------------------------------------------------------------===//

NTSTATUS oneWayOut(PFLT_CALLBACK_DATA Data, PULONG Length) {
  PFLT_FILE_NAME_INFORMATION Name;
  NTSTATUS Status = FltGetFileNameInformation(Data, FLT_FILE_NAME_NORMALIZED, &Name);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltParseFileNameInformation(Name);
  if (NT_SUCCESS(Status) && Allowed(&Name->Name))
    *Length = Name->Name.Length;
  FltReleaseFileNameInformation(Name);
  return Status;
}

NTSTATUS bothTidy(PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES OA, PVOID To) {
  HANDLE File;
  PFILE_OBJECT Object;
  IO_STATUS_BLOCK Io;
  NTSTATUS Status = FltCreateFileEx(Globals.Filter, Instance, &File, &Object, GENERIC_READ, OA, &Io, NULL, 0, 0, FILE_OPEN, 0, NULL, 0, 0);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltReadFile(Instance, Object, NULL, 64, To, 0, NULL, NULL, NULL);
  ObDereferenceObject(Object);
  FltClose(File);
  return Status;
}
