/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Part of the stand-in for fltKernel.h: input and output that a filter issues,
 * buffers, cancelling. Routine and parameter names as publicly documented.
 */
#ifndef FLTCHECK_FLT_IO_H
#define FLTCHECK_FLT_IO_H

/* Opening and closing */

NTSTATUS FLTAPI FltCreateFile(
    _In_ PFLT_FILTER Filter, _In_opt_ PFLT_INSTANCE Instance,
    _Out_ PHANDLE FileHandle, _In_ ACCESS_MASK DesiredAccess,
    _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _In_opt_ PLARGE_INTEGER AllocationSize, _In_ ULONG FileAttributes,
    _In_ ULONG ShareAccess, _In_ ULONG CreateDisposition,
    _In_ ULONG CreateOptions, _In_reads_bytes_opt_(EaLength) PVOID EaBuffer,
    _In_ ULONG EaLength, _In_ ULONG Flags);
NTSTATUS FLTAPI FltCreateFileEx(
    _In_ PFLT_FILTER Filter, _In_opt_ PFLT_INSTANCE Instance,
    _Out_ PHANDLE FileHandle, _Outptr_opt_ PFILE_OBJECT *FileObject,
    _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _In_opt_ PLARGE_INTEGER AllocationSize, _In_ ULONG FileAttributes,
    _In_ ULONG ShareAccess, _In_ ULONG CreateDisposition,
    _In_ ULONG CreateOptions, _In_reads_bytes_opt_(EaLength) PVOID EaBuffer,
    _In_ ULONG EaLength, _In_ ULONG Flags);
NTSTATUS FLTAPI FltCreateFileEx2(
    _In_ PFLT_FILTER Filter, _In_opt_ PFLT_INSTANCE Instance,
    _Out_ PHANDLE FileHandle, _Outptr_opt_ PFILE_OBJECT *FileObject,
    _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _In_opt_ PLARGE_INTEGER AllocationSize, _In_ ULONG FileAttributes,
    _In_ ULONG ShareAccess, _In_ ULONG CreateDisposition,
    _In_ ULONG CreateOptions, _In_reads_bytes_opt_(EaLength) PVOID EaBuffer,
    _In_ ULONG EaLength, _In_ ULONG Flags,
    _In_opt_ PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTSTATUS FLTAPI FltCreateNamedPipeFile(
    _In_ PFLT_FILTER Filter, _In_opt_ PFLT_INSTANCE Instance,
    _Out_ PHANDLE FileHandle, _Outptr_opt_ PFILE_OBJECT *FileObject,
    _In_ ULONG DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ ULONG ShareAccess,
    _In_ ULONG CreateDisposition, _In_ ULONG CreateOptions,
    _In_ ULONG NamedPipeType, _In_ ULONG ReadMode, _In_ ULONG CompletionMode,
    _In_ ULONG MaximumInstances, _In_ ULONG InboundQuota,
    _In_ ULONG OutboundQuota, _In_opt_ PLARGE_INTEGER DefaultTimeout,
    _In_opt_ PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTSTATUS FLTAPI FltCreateMailslotFile(
    _In_ PFLT_FILTER Filter, _In_opt_ PFLT_INSTANCE Instance,
    _Out_ PHANDLE FileHandle, _Outptr_opt_ PFILE_OBJECT *FileObject,
    _In_ ULONG DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ ULONG CreateOptions,
    _In_ ULONG MailslotQuota, _In_ ULONG MaximumMessageSize,
    _In_ PLARGE_INTEGER ReadTimeout,
    _In_opt_ PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTSTATUS FLTAPI FltOpenVolume(_In_ PFLT_INSTANCE Instance,
                              _Out_ PHANDLE VolumeHandle,
                              _Outptr_opt_ PFILE_OBJECT *VolumeFileObject);
NTSTATUS FLTAPI FltClose(_In_ HANDLE FileHandle);
VOID FLTAPI FltCancelFileOpen(_In_ PFLT_INSTANCE Instance,
                              _In_ PFILE_OBJECT FileObject);

/* Reading and writing */

NTSTATUS FLTAPI
FltReadFile(_In_ PFLT_INSTANCE InitiatingInstance, _In_ PFILE_OBJECT FileObject,
            _In_opt_ PLARGE_INTEGER ByteOffset, _In_ ULONG Length,
            _Out_writes_bytes_to_(Length, *BytesRead) PVOID Buffer,
            _In_ FLT_IO_OPERATION_FLAGS Flags, _Out_opt_ PULONG BytesRead,
            _In_opt_ PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
            _In_opt_ PVOID CallbackContext);
NTSTATUS FLTAPI FltReadFileEx(
    _In_ PFLT_INSTANCE InitiatingInstance, _In_ PFILE_OBJECT FileObject,
    _In_opt_ PLARGE_INTEGER ByteOffset, _In_ ULONG Length,
    _Out_writes_bytes_to_opt_(Length, *BytesRead) PVOID Buffer,
    _In_ FLT_IO_OPERATION_FLAGS Flags, _Out_opt_ PULONG BytesRead,
    _In_opt_ PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
    _In_opt_ PVOID CallbackContext, _In_opt_ PULONG Key, _In_opt_ PMDL Mdl);
NTSTATUS FLTAPI
FltWriteFile(_In_ PFLT_INSTANCE InitiatingInstance,
             _In_ PFILE_OBJECT FileObject, _In_opt_ PLARGE_INTEGER ByteOffset,
             _In_ ULONG Length, _In_reads_bytes_(Length) PVOID Buffer,
             _In_ FLT_IO_OPERATION_FLAGS Flags, _Out_opt_ PULONG BytesWritten,
             _In_opt_ PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
             _In_opt_ PVOID CallbackContext);
NTSTATUS FLTAPI FltWriteFileEx(
    _In_ PFLT_INSTANCE InitiatingInstance, _In_ PFILE_OBJECT FileObject,
    _In_opt_ PLARGE_INTEGER ByteOffset, _In_ ULONG Length,
    _In_reads_bytes_opt_(Length) PVOID Buffer,
    _In_ FLT_IO_OPERATION_FLAGS Flags, _Out_opt_ PULONG BytesWritten,
    _In_opt_ PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
    _In_opt_ PVOID CallbackContext, _In_opt_ PULONG Key, _In_opt_ PMDL Mdl);
NTSTATUS FLTAPI FltFlushBuffers(_In_ PFLT_INSTANCE Instance,
                                _In_ PFILE_OBJECT FileObject);
NTSTATUS FLTAPI FltFlushBuffers2(_In_ PFLT_INSTANCE Instance,
                                 _In_ PFILE_OBJECT FileObject,
                                 _In_ ULONG FlushType,
                                 _In_opt_ PFLT_CALLBACK_DATA CallbackData);

BOOLEAN FLTAPI FltFastIoMdlRead(_In_ PFLT_INSTANCE InitiatingInstance,
                                _In_ PFILE_OBJECT FileObject,
                                _In_ PLARGE_INTEGER FileOffset,
                                _In_ ULONG Length, _In_ ULONG LockKey,
                                _Out_ PMDL *MdlChain,
                                _Out_ PIO_STATUS_BLOCK IoStatus);
BOOLEAN FLTAPI FltFastIoMdlReadComplete(_In_ PFLT_INSTANCE InitiatingInstance,
                                        _In_ PFILE_OBJECT FileObject,
                                        _In_ PMDL MdlChain);
BOOLEAN FLTAPI FltFastIoPrepareMdlWrite(_In_ PFLT_INSTANCE InitiatingInstance,
                                        _In_ PFILE_OBJECT FileObject,
                                        _In_ PLARGE_INTEGER FileOffset,
                                        _In_ ULONG Length, _In_ ULONG LockKey,
                                        _Out_ PMDL *MdlChain,
                                        _Out_ PIO_STATUS_BLOCK IoStatus);
BOOLEAN FLTAPI FltFastIoMdlWriteComplete(_In_ PFLT_INSTANCE InitiatingInstance,
                                         _In_ PFILE_OBJECT FileObject,
                                         _In_ PLARGE_INTEGER FileOffset,
                                         _In_ PMDL MdlChain);

/* Querying and setting */

NTSTATUS FLTAPI FltQueryInformationFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Out_writes_bytes_to_(Length, *LengthReturned) PVOID FileInformation,
    _In_ ULONG Length, _In_ FILE_INFORMATION_CLASS FileInformationClass,
    _Out_opt_ PULONG LengthReturned);
NTSTATUS FLTAPI FltSetInformationFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_reads_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass);
NTSTATUS FLTAPI FltQueryInformationByName(
    _In_ PFLT_FILTER Filter, _In_opt_ PFLT_INSTANCE Instance,
    _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass,
    _In_opt_ PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTSTATUS FLTAPI FltQueryDirectoryFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass,
    _In_ BOOLEAN ReturnSingleEntry, _In_opt_ PUNICODE_STRING FileName,
    _In_ BOOLEAN RestartScan, _Out_opt_ PULONG LengthReturned);
NTSTATUS FLTAPI FltQueryDirectoryFileEx(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ ULONG QueryFlags,
    _In_opt_ PUNICODE_STRING FileName, _Out_opt_ PULONG LengthReturned);
VOID FLTAPI FltNotifyFilterChangeDirectory(
    _Inout_ PNOTIFY_SYNC NotifySync, _Inout_ PLIST_ENTRY NotifyList,
    _In_ PVOID FsContext, _In_ PSTRING FullDirectoryName,
    _In_ BOOLEAN WatchTree, _In_ BOOLEAN IgnoreBuffer,
    _In_ ULONG CompletionFilter, _In_ PFLT_CALLBACK_DATA NotifyCallbackData,
    _In_opt_ PCHECK_FOR_TRAVERSE_ACCESS TraverseCallback,
    _In_opt_ PSECURITY_SUBJECT_CONTEXT SubjectContext,
    _In_opt_ PFILTER_REPORT_CHANGE FilterCallback);
NTSTATUS FLTAPI FltQueryEaFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Out_writes_bytes_to_(Length, *LengthReturned) PVOID ReturnedEaData,
    _In_ ULONG Length, _In_ BOOLEAN ReturnSingleEntry,
    _In_reads_bytes_opt_(EaListLength) PVOID EaList, _In_ ULONG EaListLength,
    _In_opt_ PULONG EaIndex, _In_ BOOLEAN RestartScan,
    _Out_opt_ PULONG LengthReturned);
NTSTATUS FLTAPI FltSetEaFile(_In_ PFLT_INSTANCE Instance,
                             _In_ PFILE_OBJECT FileObject,
                             _In_reads_bytes_(Length) PVOID EaBuffer,
                             _In_ ULONG Length);
NTSTATUS FLTAPI FltQueryVolumeInformationFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Out_writes_bytes_to_(Length, *LengthReturned) PVOID FsInformation,
    _In_ ULONG Length, _In_ FS_INFORMATION_CLASS FsInformationClass,
    _Out_opt_ PULONG LengthReturned);
NTSTATUS FLTAPI FltQueryQuotaInformationFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _Out_writes_bytes_to_(Length, *LengthReturned) PVOID Buffer,
    _In_ ULONG Length, _In_ BOOLEAN ReturnSingleEntry,
    _In_reads_bytes_opt_(SidListLength) PVOID SidList, _In_ ULONG SidListLength,
    _In_opt_ PULONG StartSid, _In_ BOOLEAN RestartScan,
    _Out_opt_ PULONG LengthReturned);
NTSTATUS FLTAPI FltSetQuotaInformationFile(_In_ PFLT_INSTANCE Instance,
                                           _In_ PFILE_OBJECT FileObject,
                                           _In_reads_bytes_(Length)
                                               PVOID Buffer,
                                           _In_ ULONG Length);
NTSTATUS FLTAPI FltQuerySecurityObject(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_ SECURITY_INFORMATION SecurityInformation,
    _Inout_updates_bytes_opt_(Length) PSECURITY_DESCRIPTOR SecurityDescriptor,
    _In_ ULONG Length, _Out_opt_ PULONG LengthNeeded);
NTSTATUS FLTAPI
FltSetSecurityObject(_In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
                     _In_ SECURITY_INFORMATION SecurityInformation,
                     _In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
NTSTATUS FLTAPI FltFsControlFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_ ULONG FsControlCode,
    _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer,
    _In_ ULONG InputBufferLength,
    _Out_writes_bytes_to_opt_(OutputBufferLength, *LengthReturned)
        PVOID OutputBuffer,
    _In_ ULONG OutputBufferLength, _Out_opt_ PULONG LengthReturned);
NTSTATUS FLTAPI FltDeviceIoControlFile(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_ ULONG IoControlCode,
    _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer,
    _In_ ULONG InputBufferLength,
    _Out_writes_bytes_to_opt_(OutputBufferLength, *LengthReturned)
        PVOID OutputBuffer,
    _In_ ULONG OutputBufferLength, _Out_opt_ PULONG LengthReturned);

/* Requests of the filter's own */

NTSTATUS FLTAPI FltAllocateCallbackData(
    _In_ PFLT_INSTANCE Instance, _In_opt_ PFILE_OBJECT FileObject,
    _Outptr_ PFLT_CALLBACK_DATA *RetNewCallbackData);
NTSTATUS FLTAPI FltAllocateCallbackDataEx(
    _In_ PFLT_INSTANCE Instance, _In_opt_ PFILE_OBJECT FileObject,
    _In_ FLT_ALLOCATE_CALLBACK_DATA_FLAGS Flags,
    _Outptr_ PFLT_CALLBACK_DATA *RetNewCallbackData);
VOID FLTAPI FltFreeCallbackData(_In_ PFLT_CALLBACK_DATA CallbackData);
VOID FLTAPI FltReuseCallbackData(_Inout_ PFLT_CALLBACK_DATA CallbackData);
VOID FLTAPI FltPerformSynchronousIo(_Inout_ PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FLTAPI
FltPerformAsynchronousIo(_Inout_ PFLT_CALLBACK_DATA CallbackData,
                         _In_ PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
                         _In_ PVOID CallbackContext);
VOID FLTAPI FltReissueSynchronousIo(_In_ PFLT_INSTANCE InitiatingInstance,
                                    _In_ PFLT_CALLBACK_DATA CallbackData);
BOOLEAN FLTAPI FltIsOperationSynchronous(_In_ PFLT_CALLBACK_DATA CallbackData);

/* Buffers */

NTSTATUS FLTAPI FltLockUserBuffer(_In_ PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FLTAPI FltDecodeParameters(_In_ PFLT_CALLBACK_DATA CallbackData,
                                    _Outptr_opt_ PMDL **MdlAddressPointer,
                                    _Outptr_opt_result_bytebuffer_(**Length)
                                        PVOID **Buffer,
                                    _Outptr_opt_ PULONG *Length,
                                    _Out_opt_ LOCK_OPERATION *DesiredAccess);
PMDL FltGetSwappedBufferMdlAddress(_In_ PFLT_CALLBACK_DATA CallbackData);
VOID FltRetainSwappedBufferMdlAddress(_In_ PFLT_CALLBACK_DATA CallbackData);
PVOID FLTAPI FltGetNewSystemBufferAddress(_In_ PFLT_CALLBACK_DATA CallbackData);
PVOID FLTAPI FltAllocatePoolAlignedWithTag(_In_ PFLT_INSTANCE Instance,
                                           _In_ POOL_TYPE PoolType,
                                           _In_ SIZE_T NumberOfBytes,
                                           _In_ ULONG Tag);
VOID FLTAPI FltFreePoolAlignedWithTag(_In_ PFLT_INSTANCE Instance,
                                      _In_ PVOID Buffer, _In_ ULONG Tag);

/* Cancelling and waiting */

BOOLEAN FLTAPI FltCancelIo(_In_ PFLT_CALLBACK_DATA CallbackData);
BOOLEAN FLTAPI FltIsIoCanceled(_In_ PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FLTAPI
FltSetCancelCompletion(_In_ PFLT_CALLBACK_DATA CallbackData,
                       _In_ PFLT_COMPLETE_CANCELED_CALLBACK CanceledCallback);
NTSTATUS FLTAPI FltClearCancelCompletion(_In_ PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FLTAPI FltCancellableWaitForSingleObject(
    _In_ PVOID Object, _In_opt_ PLARGE_INTEGER Timeout,
    _In_opt_ PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FLTAPI FltCancellableWaitForMultipleObjects(
    _In_ ULONG Count, _In_reads_(Count) PVOID ObjectArray[],
    _In_ WAIT_TYPE WaitType, _In_opt_ PLARGE_INTEGER Timeout,
    _In_ PKWAIT_BLOCK WaitBlockArray, _In_opt_ PFLT_CALLBACK_DATA CallbackData);

#endif /* FLTCHECK_FLT_IO_H */
