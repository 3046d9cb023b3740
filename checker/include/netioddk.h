// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for network modules that find each other.
// Written from documented facts.
#ifndef FLT_STANDIN_NETIODDK_H
#define FLT_STANDIN_NETIODDK_H
#include "flt-standin/base.h"
FLT_STANDIN_BEGIN
typedef GUID NPIID, *PNPIID;
typedef enum { MIT_GUID = 1, MIT_IF_LUID } NPI_MODULEID_TYPE;
typedef struct _NPI_MODULEID {
  USHORT Length;
  NPI_MODULEID_TYPE Type;
  union {
    GUID Guid;
    LUID IfLuid;
  };
} NPI_MODULEID, *PNPI_MODULEID;
typedef const NPI_MODULEID *PCNPI_MODULEID;
typedef struct _NPI_REGISTRATION_INSTANCE {
  USHORT Version, Size;
  const NPIID *NpiId;
  const NPI_MODULEID *ModuleId;
  ULONG Number;
  const VOID *NpiSpecificCharacteristics;
} NPI_REGISTRATION_INSTANCE, *PNPI_REGISTRATION_INSTANCE;
typedef const NPI_REGISTRATION_INSTANCE *PCNPI_REGISTRATION_INSTANCE;
typedef NTSTATUS NTAPI NPI_CLIENT_ATTACH_PROVIDER_FN(
    HANDLE NmrBindingHandle, PVOID ClientContext,
    const NPI_REGISTRATION_INSTANCE *ProviderRegistrationInstance);
typedef NTSTATUS NTAPI NPI_CLIENT_DETACH_PROVIDER_FN(PVOID ClientBindingContext);
typedef VOID NTAPI
NPI_CLIENT_CLEANUP_BINDING_CONTEXT_FN(PVOID ClientBindingContext);
typedef NTSTATUS NTAPI NPI_PROVIDER_ATTACH_CLIENT_FN(
    HANDLE NmrBindingHandle, PVOID ProviderContext,
    const NPI_REGISTRATION_INSTANCE *ClientRegistrationInstance,
    PVOID ClientBindingContext, const VOID *ClientDispatch,
    PVOID *ProviderBindingContext, const VOID **ProviderDispatch);
typedef NTSTATUS NTAPI
NPI_PROVIDER_DETACH_CLIENT_FN(PVOID ProviderBindingContext);
typedef VOID NTAPI
NPI_PROVIDER_CLEANUP_BINDING_CONTEXT_FN(PVOID ProviderBindingContext);
typedef NPI_CLIENT_ATTACH_PROVIDER_FN *PNPI_CLIENT_ATTACH_PROVIDER_FN;
typedef NPI_CLIENT_DETACH_PROVIDER_FN *PNPI_CLIENT_DETACH_PROVIDER_FN;
typedef NPI_CLIENT_CLEANUP_BINDING_CONTEXT_FN
    *PNPI_CLIENT_CLEANUP_BINDING_CONTEXT_FN;
typedef NPI_PROVIDER_ATTACH_CLIENT_FN *PNPI_PROVIDER_ATTACH_CLIENT_FN;
typedef NPI_PROVIDER_DETACH_CLIENT_FN *PNPI_PROVIDER_DETACH_CLIENT_FN;
typedef NPI_PROVIDER_CLEANUP_BINDING_CONTEXT_FN
    *PNPI_PROVIDER_CLEANUP_BINDING_CONTEXT_FN;
typedef struct _NPI_CLIENT_CHARACTERISTICS {
  USHORT Version, Length;
  PNPI_CLIENT_ATTACH_PROVIDER_FN ClientAttachProvider;
  PNPI_CLIENT_DETACH_PROVIDER_FN ClientDetachProvider;
  PNPI_CLIENT_CLEANUP_BINDING_CONTEXT_FN ClientCleanupBindingContext;
  NPI_REGISTRATION_INSTANCE ClientRegistrationInstance;
} NPI_CLIENT_CHARACTERISTICS, *PNPI_CLIENT_CHARACTERISTICS;
typedef struct _NPI_PROVIDER_CHARACTERISTICS {
  USHORT Version, Length;
  PNPI_PROVIDER_ATTACH_CLIENT_FN ProviderAttachClient;
  PNPI_PROVIDER_DETACH_CLIENT_FN ProviderDetachClient;
  PNPI_PROVIDER_CLEANUP_BINDING_CONTEXT_FN ProviderCleanupBindingContext;
  NPI_REGISTRATION_INSTANCE ProviderRegistrationInstance;
} NPI_PROVIDER_CHARACTERISTICS, *PNPI_PROVIDER_CHARACTERISTICS;
NTSTATUS NTAPI NmrRegisterClient(const NPI_CLIENT_CHARACTERISTICS *, PVOID,
                                 PHANDLE);
NTSTATUS NTAPI NmrDeregisterClient(HANDLE);
NTSTATUS NTAPI NmrWaitForClientDeregisterComplete(HANDLE);
NTSTATUS NTAPI NmrClientAttachProvider(HANDLE, PVOID, const VOID *, PVOID *,
                                       const VOID **);
VOID NTAPI NmrClientDetachProviderComplete(HANDLE);
NTSTATUS NTAPI NmrRegisterProvider(const NPI_PROVIDER_CHARACTERISTICS *, PVOID,
                                   PHANDLE);
NTSTATUS NTAPI NmrDeregisterProvider(HANDLE);
NTSTATUS NTAPI NmrWaitForProviderDeregisterComplete(HANDLE);
VOID NTAPI NmrProviderDetachClientComplete(HANDLE);
FLT_STANDIN_END
#endif
