/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Part of the stand-in for fltKernel.h: contexts and section contexts. Routine
 * and parameter names as in the public documentation.
 */
#ifndef FLTCHECK_FLT_CONTEXTS_H
#define FLTCHECK_FLT_CONTEXTS_H

NTSTATUS FLTAPI FltAllocateContext(_In_ PFLT_FILTER Filter,
                                   _In_ FLT_CONTEXT_TYPE ContextType,
                                   _In_ SIZE_T ContextSize,
                                   _In_ POOL_TYPE PoolType,
                                   _Outptr_result_bytebuffer_(ContextSize)
                                       PFLT_CONTEXT *ReturnedContext);
VOID FLTAPI FltReferenceContext(_In_ PFLT_CONTEXT Context);
VOID FLTAPI FltReleaseContext(_In_ PFLT_CONTEXT Context);
VOID FLTAPI FltDeleteContext(_In_ PFLT_CONTEXT Context);

/* Get */

NTSTATUS FLTAPI FltGetVolumeContext(_In_ PFLT_FILTER Filter,
                                    _In_ PFLT_VOLUME Volume,
                                    _Outptr_ PFLT_CONTEXT *Context);
NTSTATUS FLTAPI FltGetInstanceContext(_In_ PFLT_INSTANCE Instance,
                                      _Outptr_ PFLT_CONTEXT *Context);
NTSTATUS FLTAPI FltGetFileContext(_In_ PFLT_INSTANCE Instance,
                                  _In_ PFILE_OBJECT FileObject,
                                  _Outptr_ PFLT_CONTEXT *Context);
NTSTATUS FLTAPI FltGetStreamContext(_In_ PFLT_INSTANCE Instance,
                                    _In_ PFILE_OBJECT FileObject,
                                    _Outptr_ PFLT_CONTEXT *Context);
NTSTATUS FLTAPI FltGetStreamHandleContext(_In_ PFLT_INSTANCE Instance,
                                          _In_ PFILE_OBJECT FileObject,
                                          _Outptr_ PFLT_CONTEXT *Context);
NTSTATUS FLTAPI FltGetTransactionContext(_In_ PFLT_INSTANCE Instance,
                                         _In_ PKTRANSACTION Transaction,
                                         _Outptr_ PFLT_CONTEXT *Context);
NTSTATUS FLTAPI FltGetSectionContext(_In_ PFLT_INSTANCE Instance,
                                     _In_ PFILE_OBJECT FileObject,
                                     _Outptr_ PFLT_CONTEXT *Context);
VOID FLTAPI FltGetContexts(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                           _In_ FLT_CONTEXT_TYPE DesiredContexts,
                           _Out_ PFLT_RELATED_CONTEXTS Contexts);
VOID FLTAPI FltReleaseContexts(_In_ PFLT_RELATED_CONTEXTS Contexts);
NTSTATUS FLTAPI FltGetContextsEx(_In_ PCFLT_RELATED_OBJECTS FltObjects,
                                 _In_ FLT_CONTEXT_TYPE DesiredContexts,
                                 _In_ SIZE_T ContextsSize,
                                 _Out_writes_bytes_(ContextsSize)
                                     PFLT_RELATED_CONTEXTS_EX Contexts);
VOID FLTAPI FltReleaseContextsEx(_In_ SIZE_T ContextsSize,
                                 _In_reads_bytes_(ContextsSize)
                                     PFLT_RELATED_CONTEXTS_EX Contexts);

/* Set */

NTSTATUS FLTAPI FltSetVolumeContext(
    _In_ PFLT_VOLUME Volume, _In_ FLT_SET_CONTEXT_OPERATION Operation,
    _In_ PFLT_CONTEXT NewContext,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltSetInstanceContext(
    _In_ PFLT_INSTANCE Instance, _In_ FLT_SET_CONTEXT_OPERATION Operation,
    _In_ PFLT_CONTEXT NewContext,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltSetFileContext(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_ FLT_SET_CONTEXT_OPERATION Operation, _In_ PFLT_CONTEXT NewContext,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltSetStreamContext(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_ FLT_SET_CONTEXT_OPERATION Operation, _In_ PFLT_CONTEXT NewContext,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltSetStreamHandleContext(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_ FLT_SET_CONTEXT_OPERATION Operation, _In_ PFLT_CONTEXT NewContext,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltSetTransactionContext(
    _In_ PFLT_INSTANCE Instance, _In_ PKTRANSACTION Transaction,
    _In_ FLT_SET_CONTEXT_OPERATION Operation, _In_ PFLT_CONTEXT NewContext,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);

/* Delete */

NTSTATUS FLTAPI
FltDeleteVolumeContext(_In_ PFLT_FILTER Filter, _In_ PFLT_VOLUME Volume,
                       _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltDeleteInstanceContext(
    _In_ PFLT_INSTANCE Instance,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI
FltDeleteFileContext(_In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
                     _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltDeleteStreamContext(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltDeleteStreamHandleContext(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);
NTSTATUS FLTAPI FltDeleteTransactionContext(
    _In_ PFLT_INSTANCE Instance, _In_ PKTRANSACTION Transaction,
    _Outptr_opt_result_maybenull_ PFLT_CONTEXT *OldContext);

/* What the file system supports */

BOOLEAN FLTAPI FltSupportsStreamContexts(_In_ PFILE_OBJECT FileObject);
BOOLEAN FLTAPI FltSupportsStreamHandleContexts(_In_ PFILE_OBJECT FileObject);
BOOLEAN FLTAPI FltSupportsFileContexts(_In_ PFILE_OBJECT FileObject);
BOOLEAN FLTAPI FltSupportsFileContextsEx(_In_ PFILE_OBJECT FileObject,
                                         _In_opt_ PFLT_INSTANCE Instance);

/* Sections for data scans */

NTSTATUS FLTAPI FltRegisterForDataScan(_In_ PFLT_INSTANCE Instance);
NTSTATUS FLTAPI FltCreateSectionForDataScan(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_ PFLT_CONTEXT SectionContext, _In_ ACCESS_MASK DesiredAccess,
    _In_opt_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_opt_ PLARGE_INTEGER MaximumSize, _In_ ULONG SectionPageProtection,
    _In_ ULONG AllocationAttributes, _In_ ULONG Flags,
    _Outptr_ PHANDLE SectionHandle, _Outptr_ PVOID *SectionObject,
    _Out_opt_ PLARGE_INTEGER SectionFileSize);
NTSTATUS FLTAPI FltCloseSectionForDataScan(_In_ PFLT_CONTEXT SectionContext);

/* Transactions */

NTSTATUS FLTAPI FltEnlistInTransaction(_In_ PFLT_INSTANCE Instance,
                                       _In_ PKTRANSACTION Transaction,
                                       _In_ PFLT_CONTEXT TransactionContext,
                                       _In_ NOTIFICATION_MASK NotificationMask);
NTSTATUS FLTAPI FltRollbackEnlistment(_In_ PFLT_INSTANCE Instance,
                                      _In_ PKTRANSACTION Transaction,
                                      _In_opt_ PFLT_CONTEXT TransactionContext);
NTSTATUS FLTAPI FltPrePrepareComplete(_In_ PFLT_INSTANCE Instance,
                                      _In_ PKTRANSACTION Transaction,
                                      _In_opt_ PFLT_CONTEXT TransactionContext);
NTSTATUS FLTAPI FltPrepareComplete(_In_ PFLT_INSTANCE Instance,
                                   _In_ PKTRANSACTION Transaction,
                                   _In_opt_ PFLT_CONTEXT TransactionContext);
NTSTATUS FLTAPI FltCommitComplete(_In_ PFLT_INSTANCE Instance,
                                  _In_ PKTRANSACTION Transaction,
                                  _In_opt_ PFLT_CONTEXT TransactionContext);
NTSTATUS FLTAPI FltCommitFinalizeComplete(
    _In_ PFLT_INSTANCE Instance, _In_ PKTRANSACTION Transaction,
    _In_opt_ PFLT_CONTEXT TransactionContext);
NTSTATUS FLTAPI FltRollbackComplete(_In_ PFLT_INSTANCE Instance,
                                    _In_ PKTRANSACTION Transaction,
                                    _In_opt_ PFLT_CONTEXT TransactionContext);

#endif /* FLTCHECK_FLT_CONTEXTS_H */
