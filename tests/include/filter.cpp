// RUN: %clang --config=%standalone_cfg -Wall -Werror -fsyntax-only -std=c++17 %s
// RUN: %clang --config=%standalone_cfg -Wall -Werror -fsyntax-only -std=c++20 -fno-exceptions -fno-rtti %s
//
// A filter in C++: const-correct parameters, registration, guards.
#include <fltKernel.h>

extern "C" DRIVER_INITIALIZE DriverEntry;

namespace {

PFLT_FILTER Filter;

class ResourceGuard {
public:
  explicit ResourceGuard(ERESOURCE &Resource) : Resource(Resource) {
    FltAcquireResourceExclusive(&Resource);
  }
  ~ResourceGuard() { FltReleaseResource(&Resource); }
  ResourceGuard(const ResourceGuard &) = delete;
  ResourceGuard &operator=(const ResourceGuard &) = delete;

private:
  ERESOURCE &Resource;
};

class ContextReference {
public:
  ~ContextReference() {
    if (Context != nullptr)
      FltReleaseContext(Context);
  }
  PFLT_CONTEXT *put() { return &Context; }
  PFLT_CONTEXT get() const { return Context; }

private:
  PFLT_CONTEXT Context = nullptr;
};

struct Counter {
  ERESOURCE Lock;
  EX_PUSH_LOCK PushLock;
  ULONG Value;
};

FLT_PREOP_CALLBACK_STATUS FLTAPI PreCreate(PFLT_CALLBACK_DATA Data,
                                           PCFLT_RELATED_OBJECTS FltObjects,
                                           PVOID *CompletionContext) {
  const FLT_PARAMETERS &Parameters = Data->Iopb->Parameters;
  ContextReference Instance;
  *CompletionContext = nullptr;
  if ((Parameters.Create.Options & FILE_DIRECTORY_FILE) != 0)
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (!NT_SUCCESS(FltGetInstanceContext(FltObjects->Instance, Instance.put())))
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  auto *C = static_cast<Counter *>(Instance.get());
  ResourceGuard Guard(C->Lock);
  ++C->Value;
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

NTSTATUS FLTAPI Unload(FLT_FILTER_UNLOAD_FLAGS) {
  FltUnregisterFilter(Filter);
  return STATUS_SUCCESS;
}

const FLT_CONTEXT_REGISTRATION Contexts[] = {
    {FLT_INSTANCE_CONTEXT, 0, nullptr, sizeof(Counter), 'rtnC', nullptr,
     nullptr, nullptr},
    {FLT_CONTEXT_END, 0, nullptr, 0, 0, nullptr, nullptr, nullptr}};

const FLT_OPERATION_REGISTRATION Callbacks[] = {
    {IRP_MJ_CREATE, 0, PreCreate, nullptr, nullptr},
    {IRP_MJ_OPERATION_END, 0, nullptr, nullptr, nullptr}};

const FLT_REGISTRATION Registration = {sizeof(FLT_REGISTRATION),
                                       FLT_REGISTRATION_VERSION,
                                       0,
                                       Contexts,
                                       Callbacks,
                                       Unload};

bool SameName(PCUNICODE_STRING Left, const UNICODE_STRING &Right) {
  return RtlEqualUnicodeString(Left, &Right, TRUE) != FALSE;
}

} // namespace

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject,
                                PUNICODE_STRING RegistryPath) {
  static const UNICODE_STRING Empty = {0, 0, nullptr};
  if (SameName(RegistryPath, Empty))
    return STATUS_INVALID_PARAMETER;
  NTSTATUS Status = FltRegisterFilter(DriverObject, &Registration, &Filter);
  if (NT_SUCCESS(Status)) {
    Status = FltStartFiltering(Filter);
    if (!NT_SUCCESS(Status))
      FltUnregisterFilter(Filter);
  }
  return Status;
}
