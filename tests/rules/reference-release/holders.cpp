// C++ classes that hold a handle or a name.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

#define NAMES (FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT)

class NameHolder {
public:
  explicit NameHolder(PFLT_CALLBACK_DATA Data) {
    if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Info)))
      Info = nullptr;
  }
  ~NameHolder() {
    if (Info)
      FltReleaseFileNameInformation(Info);
  }
  NTSTATUS Parse() { return FltParseFileNameInformation(Info); }
  explicit operator bool() const { return Info != nullptr; }
  PFLT_FILE_NAME_INFORMATION operator->() const { return Info; }

private:
  PFLT_FILE_NAME_INFORMATION Info = nullptr;
};

class HandleHolder {
public:
  HandleHolder() = default;
  HandleHolder(const HandleHolder &) = delete;
  HandleHolder(HandleHolder &&Other) : Handle(Other.Handle) { Other.Handle = nullptr; }
  ~HandleHolder() { Close(); }
  PHANDLE operator&() { return &Handle; }
  HANDLE Get() const { return Handle; }
  HANDLE Detach() {
    HANDLE Given = Handle;
    Handle = nullptr;
    return Given;
  }
  void Close() {
    if (Handle) {
      ZwClose(Handle);
      Handle = nullptr;
    }
  }

private:
  HANDLE Handle = nullptr;
};

USHORT held_ok(PFLT_CALLBACK_DATA Data) {
  NameHolder Name(Data);
  if (!Name || !NT_SUCCESS(Name.Parse()))
    return 0;
  return Name->Name.Length;
}

NTSTATUS key_ok(POBJECT_ATTRIBUTES OA) {
  HandleHolder Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (!NT_SUCCESS(Status))
    return Status;
  return ZwDeleteKey(Key.Get());
}

NTSTATUS closedEarly_ok(POBJECT_ATTRIBUTES OA) {
  HandleHolder Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  Key.Close();
  return Status;
}

NTSTATUS detached_ok(POBJECT_ATTRIBUTES OA, PHANDLE Out) {
  HandleHolder Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (NT_SUCCESS(Status))
    *Out = Key.Detach();
  return Status;
}

NTSTATUS moved_ok(POBJECT_ATTRIBUTES OA) {
  HandleHolder Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  HandleHolder Other(static_cast<HandleHolder &&>(Key));
  return NT_SUCCESS(Status) ? ZwDeleteKey(Other.Get()) : Status;
}

NTSTATUS detachedAndLost(POBJECT_ATTRIBUTES OA) {
  HandleHolder Key;
  NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, OA);
  if (NT_SUCCESS(Status))
    Status = ZwDeleteKey(Key.Detach());
  return Status;
} // expected-warning@-1 {{is not closed when the function returns}}

class Forgetful {
public:
  explicit Forgetful(PFLT_CALLBACK_DATA Data) {
    FltGetFileNameInformation(Data, NAMES, &Info);
  }
  ~Forgetful() {
    if (Parsed && Info)
      FltReleaseFileNameInformation(Info);
  }
  void Parse() { Parsed = NT_SUCCESS(FltParseFileNameInformation(Info)); }
  PFLT_FILE_NAME_INFORMATION Get() const { return Info; }

private:
  PFLT_FILE_NAME_INFORMATION Info = nullptr;
  bool Parsed = false;
};

USHORT releasedOnlyIfParsed(PFLT_CALLBACK_DATA Data) {
  Forgetful Name(Data);
  if (!Name.Get())
    return 0;
  Name.Parse();
  return Name.Get()->Name.Length;
} // expected-warning@-1 {{is not released when the function returns}}
