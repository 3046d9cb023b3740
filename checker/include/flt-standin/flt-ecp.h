/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Part of the stand-in for fltKernel.h: extra create parameters, reparse
 * entries and tags. Routine and parameter names as in the public documentation.
 */
#ifndef FLTCHECK_FLT_ECP_H
#define FLTCHECK_FLT_ECP_H

NTSTATUS FLTAPI FltAllocateExtraCreateParameterList(
    _In_ PFLT_FILTER Filter, _In_ FSRTL_ALLOCATE_ECPLIST_FLAGS Flags,
    _Outptr_ PECP_LIST *EcpList);
VOID FLTAPI FltFreeExtraCreateParameterList(_In_ PFLT_FILTER Filter,
                                            _In_ PECP_LIST EcpList);
NTSTATUS FLTAPI FltAllocateExtraCreateParameter(
    _In_ PFLT_FILTER Filter, _In_ LPCGUID EcpType, _In_ ULONG SizeOfContext,
    _In_ FSRTL_ALLOCATE_ECP_FLAGS Flags,
    _In_opt_ PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback,
    _In_ ULONG PoolTag,
    _Outptr_result_bytebuffer_(SizeOfContext) PVOID *EcpContext);
VOID FLTAPI FltFreeExtraCreateParameter(_In_ PFLT_FILTER Filter,
                                        _In_ PVOID EcpContext);
VOID FLTAPI FltInitExtraCreateParameterLookasideList(
    _In_ PFLT_FILTER Filter, _Inout_ PVOID Lookaside,
    _In_ FSRTL_ECP_LOOKASIDE_FLAGS Flags, _In_ SIZE_T Size, _In_ ULONG Tag);
VOID FLTAPI FltDeleteExtraCreateParameterLookasideList(
    _In_ PFLT_FILTER Filter, _Inout_ PVOID Lookaside,
    _In_ FSRTL_ECP_LOOKASIDE_FLAGS Flags);
NTSTATUS FLTAPI FltAllocateExtraCreateParameterFromLookasideList(
    _In_ PFLT_FILTER Filter, _In_ LPCGUID EcpType, _In_ ULONG SizeOfContext,
    _In_ FSRTL_ALLOCATE_ECP_FLAGS Flags,
    _In_opt_ PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback,
    _Inout_ PVOID LookasideList, _Outptr_ PVOID *EcpContext);
NTSTATUS FLTAPI FltInsertExtraCreateParameter(_In_ PFLT_FILTER Filter,
                                              _Inout_ PECP_LIST EcpList,
                                              _Inout_ PVOID EcpContext);
NTSTATUS FLTAPI FltFindExtraCreateParameter(_In_ PFLT_FILTER Filter,
                                            _In_ PECP_LIST EcpList,
                                            _In_ LPCGUID EcpType,
                                            _Outptr_opt_ PVOID *EcpContext,
                                            _Out_opt_ ULONG *EcpContextSize);
NTSTATUS FLTAPI FltRemoveExtraCreateParameter(_In_ PFLT_FILTER Filter,
                                              _Inout_ PECP_LIST EcpList,
                                              _In_ LPCGUID EcpType,
                                              _Outptr_ PVOID *EcpContext,
                                              _Out_opt_ ULONG *EcpContextSize);
NTSTATUS FLTAPI FltGetNextExtraCreateParameter(
    _In_ PFLT_FILTER Filter, _In_ PECP_LIST EcpList,
    _In_opt_ PVOID CurrentEcpContext, _Out_opt_ LPGUID NextEcpType,
    _Outptr_opt_ PVOID *NextEcpContext, _Out_opt_ ULONG *NextEcpContextSize);
NTSTATUS FLTAPI FltGetEcpListFromCallbackData(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA CallbackData,
    _Outptr_result_maybenull_ PECP_LIST *EcpList);
NTSTATUS FLTAPI FltSetEcpListIntoCallbackData(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA CallbackData,
    _In_ PECP_LIST EcpList);
VOID FLTAPI FltAcknowledgeEcp(_In_ PFLT_FILTER Filter, _In_ PVOID EcpContext);
BOOLEAN FLTAPI FltIsEcpAcknowledged(_In_ PFLT_FILTER Filter,
                                    _In_ PVOID EcpContext);
BOOLEAN FLTAPI FltIsEcpFromUserMode(_In_ PFLT_FILTER Filter,
                                    _In_ PVOID EcpContext);
VOID FLTAPI FltPrepareToReuseEcp(_In_ PFLT_FILTER Filter,
                                 _In_ PVOID EcpContext);

/* Information collected while a create completes */

NTSTATUS FLTAPI FltRequestFileInfoOnCreateCompletion(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data,
    _In_ ULONG InfoClassFlags);
NTSTATUS FLTAPI FltRequestSecurityInfoOnCreateCompletion(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data,
    _In_ SECURITY_INFORMATION SecurityInformation);
PVOID FLTAPI FltRetrieveFileInfoOnCreateCompletion(_In_ PFLT_FILTER Filter,
                                                   _In_ PFLT_CALLBACK_DATA Data,
                                                   _In_ ULONG InfoClass,
                                                   _Out_ PULONG Size);
NTSTATUS FLTAPI FltRetrieveFileInfoOnCreateCompletionEx(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data, _In_ ULONG InfoClass,
    _Out_ PULONG RetInfoSize, _Out_ PVOID *RetInfoBuffer);

/* Reparse points */

struct _OPEN_REPARSE_LIST_ENTRY;
NTSTATUS FLTAPI FltTagFile(_In_ PFLT_INSTANCE InitiatingInstance,
                           _In_ PFILE_OBJECT FileObject, _In_ ULONG FileTag,
                           _In_opt_ GUID *Guid,
                           _In_reads_bytes_(DataBufferLength) PVOID DataBuffer,
                           _In_ USHORT DataBufferLength);
NTSTATUS FLTAPI FltTagFileEx(_In_ PFLT_INSTANCE InitiatingInstance,
                             _In_ PFILE_OBJECT FileObject, _In_ ULONG FileTag,
                             _In_opt_ GUID *Guid,
                             _In_reads_bytes_(DataBufferLength)
                                 PVOID DataBuffer,
                             _In_ USHORT DataBufferLength,
                             _In_ ULONG ExistingFileTag,
                             _In_opt_ GUID *ExistingGuid, _In_ ULONG Flags);
NTSTATUS FLTAPI FltUntagFile(_In_ PFLT_INSTANCE InitiatingInstance,
                             _In_ PFILE_OBJECT FileObject, _In_ ULONG FileTag,
                             _In_opt_ GUID *Guid);
NTSTATUS FLTAPI
FltAddOpenReparseEntry(_In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data,
                       _In_ struct _OPEN_REPARSE_LIST_ENTRY *OpenReparseEntry);
VOID FLTAPI FltRemoveOpenReparseEntry(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data,
    _In_ struct _OPEN_REPARSE_LIST_ENTRY *OpenReparseEntry);
NTSTATUS FLTAPI FltCopyOpenReparseList(_In_ PFLT_FILTER Filter,
                                       _In_ PFLT_CALLBACK_DATA Data,
                                       _Inout_ PECP_LIST EcpList);
VOID FLTAPI FltFreeOpenReparseList(_In_ PFLT_FILTER Filter,
                                   _In_ PECP_LIST EcpList);

#endif /* FLTCHECK_FLT_ECP_H */
