// C++: a lock that a destructor releases is right, and bugs in a member, a
// template and a lambda are found.
#include <fltKernel.h>

class Lock {
public:
  explicit Lock(ERESOURCE &Resource) : Resource(Resource) {
    FltAcquireResourceExclusive(&Resource);
  }
  ~Lock() { FltReleaseResource(&Resource); }

private:
  ERESOURCE &Resource;
};

class Table {
public:
  NTSTATUS Add(ULONG Value);
  NTSTATUS AddRight(ULONG Value);

private:
  ERESOURCE Resource;
  ULONG Count;
};

NTSTATUS Table::AddRight(ULONG Value) {
  Lock Hold(Resource);
  if (Value == 0)
    return STATUS_INVALID_PARAMETER;
  Count += Value;
  return STATUS_SUCCESS;
}

NTSTATUS Table::Add(ULONG Value) {
  FltAcquireResourceExclusive(&Resource);
  if (Value == 0)
    return STATUS_INVALID_PARAMETER; // flt-resource-balance
  Count += Value;
  FltReleaseResource(&Resource);
  return STATUS_SUCCESS;
}

template <class T> NTSTATUS GetCount(PFLT_INSTANCE Instance, T *Count) {
  PFLT_CONTEXT Context = nullptr;
  NTSTATUS Status = FltGetInstanceContext(Instance, &Context);
  if (!NT_SUCCESS(Status))
    return Status;
  *Count = *static_cast<T *>(Context);
  return Status; // flt-context-release
}

template NTSTATUS GetCount<ULONG>(PFLT_INSTANCE, ULONG *);

VOID Run(PERESOURCE Resource, BOOLEAN Early) {
  auto Work = [&] {
    FltAcquireResourceShared(Resource);
    if (Early)
      return; // flt-resource-balance
    FltReleaseResource(Resource);
  };
  Work();
}
