/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Part of the stand-in for fltKernel.h: objects, names, volumes, instances,
 * ports, work items and information. Names as in the public documentation.
 */
#ifndef FLTCHECK_FLT_ROUTINES_H
#define FLTCHECK_FLT_ROUTINES_H

/* References to objects of the filter manager */

NTSTATUS FLTAPI FltObjectReference(_Inout_ PVOID FltObject);
VOID FLTAPI FltObjectDereference(_Inout_ PVOID FltObject);
NTSTATUS FLTAPI FltGetFilterFromName(_In_ PCUNICODE_STRING FilterName,
                                     _Outptr_ PFLT_FILTER *RetFilter);
NTSTATUS FLTAPI FltGetFilterFromInstance(_In_ PFLT_INSTANCE Instance,
                                         _Outptr_ PFLT_FILTER *RetFilter);
NTSTATUS FLTAPI FltGetVolumeFromName(_In_ PFLT_FILTER Filter,
                                     _In_ PCUNICODE_STRING VolumeName,
                                     _Outptr_ PFLT_VOLUME *RetVolume);
NTSTATUS FLTAPI FltGetVolumeFromInstance(_In_ PFLT_INSTANCE Instance,
                                         _Outptr_ PFLT_VOLUME *RetVolume);
NTSTATUS FLTAPI FltGetVolumeFromFileObject(_In_ PFLT_FILTER Filter,
                                           _In_ PFILE_OBJECT FileObject,
                                           _Outptr_ PFLT_VOLUME *RetVolume);
NTSTATUS FLTAPI FltGetVolumeFromDeviceObject(_In_ PFLT_FILTER Filter,
                                             _In_ PDEVICE_OBJECT DeviceObject,
                                             _Outptr_ PFLT_VOLUME *RetVolume);
NTSTATUS FLTAPI FltGetVolumeInstanceFromName(
    _In_opt_ PFLT_FILTER Filter, _In_ PFLT_VOLUME Volume,
    _In_opt_ PCUNICODE_STRING InstanceName,
    _Outptr_ PFLT_INSTANCE *RetInstance);
NTSTATUS FLTAPI FltGetTopInstance(_In_ PFLT_VOLUME Volume,
                                  _Outptr_ PFLT_INSTANCE *Instance);
NTSTATUS FLTAPI FltGetBottomInstance(_In_ PFLT_VOLUME Volume,
                                     _Outptr_ PFLT_INSTANCE *Instance);
NTSTATUS FLTAPI FltGetUpperInstance(_In_ PFLT_INSTANCE CurrentInstance,
                                    _Outptr_ PFLT_INSTANCE *UpperInstance);
NTSTATUS FLTAPI FltGetLowerInstance(_In_ PFLT_INSTANCE CurrentInstance,
                                    _Outptr_ PFLT_INSTANCE *LowerInstance);
LONG FLTAPI FltCompareInstanceAltitudes(_In_ PFLT_INSTANCE Instance1,
                                        _In_ PFLT_INSTANCE Instance2);
NTSTATUS FLTAPI FltGetDeviceObject(_In_ PFLT_VOLUME Volume,
                                   _Outptr_ PDEVICE_OBJECT *DeviceObject);
NTSTATUS FLTAPI FltGetDiskDeviceObject(
    _In_ PFLT_VOLUME Volume, _Outptr_ PDEVICE_OBJECT *DiskDeviceObject);

NTSTATUS FLTAPI FltEnumerateFilters(_Out_writes_to_opt_(FilterListSize,
                                                        *NumberFiltersReturned)
                                        PFLT_FILTER *FilterList,
                                    _In_ ULONG FilterListSize,
                                    _Out_ PULONG NumberFiltersReturned);
NTSTATUS FLTAPI FltEnumerateVolumes(_In_ PFLT_FILTER Filter,
                                    _Out_writes_to_opt_(VolumeListSize,
                                                        *NumberVolumesReturned)
                                        PFLT_VOLUME *VolumeList,
                                    _In_ ULONG VolumeListSize,
                                    _Out_ PULONG NumberVolumesReturned);
NTSTATUS FLTAPI FltEnumerateInstances(
    _In_opt_ PFLT_VOLUME Volume, _In_opt_ PFLT_FILTER Filter,
    _Out_writes_to_opt_(InstanceListSize, *NumberInstancesReturned)
        PFLT_INSTANCE *InstanceList,
    _In_ ULONG InstanceListSize, _Out_ PULONG NumberInstancesReturned);

/* Instances and volumes */

NTSTATUS FLTAPI
FltAttachVolume(_Inout_ PFLT_FILTER Filter, _Inout_ PFLT_VOLUME Volume,
                _In_opt_ PCUNICODE_STRING InstanceName,
                _Outptr_opt_result_maybenull_ PFLT_INSTANCE *RetInstance);
NTSTATUS FLTAPI FltAttachVolumeAtAltitude(
    _Inout_ PFLT_FILTER Filter, _Inout_ PFLT_VOLUME Volume,
    _In_ PCUNICODE_STRING Altitude, _In_opt_ PCUNICODE_STRING InstanceName,
    _Outptr_opt_result_maybenull_ PFLT_INSTANCE *RetInstance);
NTSTATUS FLTAPI FltDetachVolume(_Inout_ PFLT_FILTER Filter,
                                _Inout_ PFLT_VOLUME Volume,
                                _In_opt_ PCUNICODE_STRING InstanceName);
NTSTATUS FLTAPI FltGetVolumeName(_In_ PFLT_VOLUME Volume,
                                 _Inout_opt_ PUNICODE_STRING VolumeName,
                                 _Out_opt_ PULONG BufferSizeNeeded);
NTSTATUS FLTAPI FltGetVolumeGuidName(_In_ PFLT_VOLUME Volume,
                                     _Inout_opt_ PUNICODE_STRING VolumeGuidName,
                                     _Out_opt_ PULONG BufferSizeNeeded);
NTSTATUS FLTAPI FltGetVolumeProperties(
    _In_ PFLT_VOLUME Volume,
    _Out_writes_bytes_to_opt_(VolumePropertiesLength, *LengthReturned)
        PFLT_VOLUME_PROPERTIES VolumeProperties,
    _In_ ULONG VolumePropertiesLength, _Out_ PULONG LengthReturned);
NTSTATUS FLTAPI FltGetFileSystemType(_In_ PVOID FltObject,
                                     _Out_ PFLT_FILESYSTEM_TYPE FileSystemType);
NTSTATUS FLTAPI FltIsVolumeWritable(_In_ PVOID FltObject,
                                    _Out_ PBOOLEAN IsWritable);
NTSTATUS FLTAPI FltIsVolumeSnapshot(_In_ PVOID FltObject,
                                    _Out_ PBOOLEAN IsSnapshotVolume);
BOOLEAN FLTAPI FltIsFltMgrVolumeDeviceObject(_In_ PDEVICE_OBJECT DeviceObject);
NTSTATUS FLTAPI FltQueryVolumeInformation(
    _In_ PFLT_INSTANCE Instance, _Out_ PIO_STATUS_BLOCK Iosb,
    _Out_writes_bytes_(Length) PVOID FsInformation, _In_ ULONG Length,
    _In_ FS_INFORMATION_CLASS FsInformationClass);
NTSTATUS FLTAPI FltSetVolumeInformation(
    _In_ PFLT_INSTANCE Instance, _Out_ PIO_STATUS_BLOCK Iosb,
    _Out_writes_bytes_(Length) PVOID FsInformation, _In_ ULONG Length,
    _In_ FS_INFORMATION_CLASS FsInformationClass);
NTSTATUS FLTAPI
FltCreateSystemVolumeInformationFolder(_In_ PFLT_INSTANCE Instance);

/* Information about filters, volumes and instances */

NTSTATUS FLTAPI FltGetFilterInformation(
    _In_ PFLT_FILTER Filter, _In_ FILTER_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltGetVolumeInformation(
    _In_ PFLT_VOLUME Volume,
    _In_ FILTER_VOLUME_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltGetInstanceInformation(
    _In_ PFLT_INSTANCE Instance,
    _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltEnumerateFilterInformation(
    _In_ ULONG Index, _In_ FILTER_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltEnumerateVolumeInformation(
    _In_ PFLT_FILTER Filter, _In_ ULONG Index,
    _In_ FILTER_VOLUME_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltEnumerateInstanceInformationByFilter(
    _In_ PFLT_FILTER Filter, _In_ ULONG Index,
    _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltEnumerateInstanceInformationByVolume(
    _In_ PFLT_VOLUME Volume, _In_ ULONG Index,
    _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltEnumerateInstanceInformationByVolumeName(
    _In_ PUNICODE_STRING VolumeName, _In_ ULONG Index,
    _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltEnumerateInstanceInformationByDeviceObject(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG Index,
    _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer,
    _In_ ULONG BufferSize, _Out_ PULONG BytesReturned);
NTSTATUS FLTAPI FltMupGetProviderInfoFromFileObject(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject, _In_ ULONG Level,
    _Out_writes_bytes_(*BufferSize) PVOID Buffer, _Inout_ PULONG BufferSize);

/* File names */

NTSTATUS FLTAPI FltGetFileNameInformation(
    _In_ PFLT_CALLBACK_DATA CallbackData,
    _In_ FLT_FILE_NAME_OPTIONS NameOptions,
    _Outptr_ PFLT_FILE_NAME_INFORMATION *FileNameInformation);
NTSTATUS FLTAPI FltGetFileNameInformationUnsafe(
    _In_ PFILE_OBJECT FileObject, _In_opt_ PFLT_INSTANCE Instance,
    _In_ FLT_FILE_NAME_OPTIONS NameOptions,
    _Outptr_ PFLT_FILE_NAME_INFORMATION *FileNameInformation);
NTSTATUS FLTAPI FltGetDestinationFileNameInformation(
    _In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject,
    _In_opt_ HANDLE RootDirectory,
    _In_reads_bytes_(FileNameLength) PWSTR FileName, _In_ ULONG FileNameLength,
    _In_ FLT_FILE_NAME_OPTIONS NameOptions,
    _Outptr_ PFLT_FILE_NAME_INFORMATION *RetFileNameInformation);
NTSTATUS FLTAPI
FltGetTunneledName(_In_ PFLT_CALLBACK_DATA CallbackData,
                   _In_ PFLT_FILE_NAME_INFORMATION FileNameInformation,
                   _Outptr_result_maybenull_ PFLT_FILE_NAME_INFORMATION
                       *RetTunneledFileNameInformation);
VOID FLTAPI FltReferenceFileNameInformation(
    _In_ PFLT_FILE_NAME_INFORMATION FileNameInformation);
VOID FLTAPI FltReleaseFileNameInformation(
    _In_ PFLT_FILE_NAME_INFORMATION FileNameInformation);
NTSTATUS FLTAPI FltParseFileNameInformation(
    _Inout_ PFLT_FILE_NAME_INFORMATION FileNameInformation);
NTSTATUS FLTAPI FltParseFileName(_In_ PCUNICODE_STRING FileName,
                                 _Inout_opt_ PUNICODE_STRING Extension,
                                 _Inout_opt_ PUNICODE_STRING Stream,
                                 _Inout_opt_ PUNICODE_STRING FinalComponent);
NTSTATUS FLTAPI FltCheckAndGrowNameControl(_Inout_ PFLT_NAME_CONTROL NameCtrl,
                                           _In_ USHORT NewSize);
NTSTATUS FLTAPI FltPurgeFileNameInformationCache(
    _In_ PFLT_INSTANCE Instance, _In_opt_ PFILE_OBJECT FileObject);
PCHAR FLTAPI FltGetIrpName(_In_ UCHAR IrpMajorCode);
NTSTATUS FLTAPI FltIsDirectory(_In_ PFILE_OBJECT FileObject,
                               _In_ PFLT_INSTANCE Instance,
                               _Out_ PBOOLEAN IsDirectory);

/* Communication ports */

NTSTATUS FLTAPI FltBuildDefaultSecurityDescriptor(
    _Outptr_ PSECURITY_DESCRIPTOR *SecurityDescriptor,
    _In_ ACCESS_MASK DesiredAccess);
VOID FLTAPI
FltFreeSecurityDescriptor(_In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
NTSTATUS FLTAPI FltCreateCommunicationPort(
    _In_ PFLT_FILTER Filter, _Outptr_ PFLT_PORT *ServerPort,
    _In_ POBJECT_ATTRIBUTES ObjectAttributes, _In_opt_ PVOID ServerPortCookie,
    _In_ PFLT_CONNECT_NOTIFY ConnectNotifyCallback,
    _In_ PFLT_DISCONNECT_NOTIFY DisconnectNotifyCallback,
    _In_opt_ PFLT_MESSAGE_NOTIFY MessageNotifyCallback,
    _In_ LONG MaxConnections);
VOID FLTAPI FltCloseCommunicationPort(_In_ PFLT_PORT ServerPort);
VOID FLTAPI FltCloseClientPort(_In_ PFLT_FILTER Filter,
                               _Outptr_ PFLT_PORT *ClientPort);
NTSTATUS FLTAPI
FltSendMessage(_In_ PFLT_FILTER Filter, _In_ PFLT_PORT *ClientPort,
               _In_reads_bytes_(SenderBufferLength) PVOID SenderBuffer,
               _In_ ULONG SenderBufferLength,
               _Out_writes_bytes_opt_(*ReplyLength) PVOID ReplyBuffer,
               _Inout_opt_ PULONG ReplyLength, _In_opt_ PLARGE_INTEGER Timeout);

/* Work items */

PFLT_GENERIC_WORKITEM FLTAPI FltAllocateGenericWorkItem(VOID);
VOID FLTAPI FltFreeGenericWorkItem(_In_ PFLT_GENERIC_WORKITEM FltWorkItem);
NTSTATUS FLTAPI FltQueueGenericWorkItem(
    _In_ PFLT_GENERIC_WORKITEM FltWorkItem, _In_ PVOID FltObject,
    _In_ PFLT_GENERIC_WORKITEM_ROUTINE WorkerRoutine,
    _In_ WORK_QUEUE_TYPE QueueType, _In_opt_ PVOID Context);
PFLT_DEFERRED_IO_WORKITEM FLTAPI FltAllocateDeferredIoWorkItem(VOID);
VOID FLTAPI
FltFreeDeferredIoWorkItem(_In_ PFLT_DEFERRED_IO_WORKITEM FltWorkItem);
NTSTATUS FLTAPI FltQueueDeferredIoWorkItem(
    _In_ PFLT_DEFERRED_IO_WORKITEM FltWorkItem, _In_ PFLT_CALLBACK_DATA Data,
    _In_ PFLT_DEFERRED_IO_WORKITEM_ROUTINE WorkerRoutine,
    _In_ WORK_QUEUE_TYPE QueueType, _In_ PVOID Context);

/* Who asked */

PEPROCESS FLTAPI FltGetRequestorProcess(_In_ PFLT_CALLBACK_DATA CallbackData);
ULONG FLTAPI FltGetRequestorProcessId(_In_ PFLT_CALLBACK_DATA CallbackData);
HANDLE FLTAPI FltGetRequestorProcessIdEx(_In_ PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FLTAPI FltGetRequestorSessionId(_In_ PFLT_CALLBACK_DATA CallbackData,
                                         _Out_ PULONG SessionId);
BOOLEAN FLTAPI FltIs32bitProcess(_In_opt_ PFLT_CALLBACK_DATA CallbackData);

/* Priority, activity and attribution */

NTSTATUS FLTAPI FltRetrieveIoPriorityInfo(
    _In_opt_ PFLT_CALLBACK_DATA Data, _In_opt_ PFILE_OBJECT FileObject,
    _In_opt_ PETHREAD Thread, _Inout_ PIO_PRIORITY_INFO PriorityInfo);
NTSTATUS FLTAPI FltApplyPriorityInfoThread(
    _In_ PIO_PRIORITY_INFO InputPriorityInfo,
    _Out_opt_ PIO_PRIORITY_INFO OutputPriorityInfo, _In_ PETHREAD Thread);
IO_PRIORITY_HINT FLTAPI FltGetIoPriorityHint(_In_ PFLT_CALLBACK_DATA Data);
IO_PRIORITY_HINT FLTAPI
FltGetIoPriorityHintFromCallbackData(_In_ PFLT_CALLBACK_DATA Data);
IO_PRIORITY_HINT FLTAPI
FltGetIoPriorityHintFromFileObject(_In_ PFILE_OBJECT FileObject);
IO_PRIORITY_HINT FLTAPI FltGetIoPriorityHintFromThread(_In_ PETHREAD Thread);
NTSTATUS FLTAPI FltSetIoPriorityHintIntoCallbackData(
    _In_ PFLT_CALLBACK_DATA Data, _In_ IO_PRIORITY_HINT PriorityHint);
NTSTATUS FLTAPI FltSetIoPriorityHintIntoFileObject(
    _In_ PFILE_OBJECT FileObject, _In_ IO_PRIORITY_HINT PriorityHint);
NTSTATUS FLTAPI FltSetIoPriorityHintIntoThread(
    _In_ PETHREAD Thread, _In_ IO_PRIORITY_HINT PriorityHint);
NTSTATUS FLTAPI FltGetActivityIdCallbackData(
    _In_ PFLT_CALLBACK_DATA CallbackData, _Out_ LPGUID Guid);
NTSTATUS FLTAPI FltSetActivityIdCallbackData(
    _Inout_ PFLT_CALLBACK_DATA CallbackData, _In_opt_ LPCGUID Guid);
NTSTATUS FLTAPI FltPropagateActivityIdToThread(
    _In_ PFLT_CALLBACK_DATA CallbackData, _Out_ LPGUID PropagateId,
    _Outptr_ LPCGUID *OriginalId);
NTSTATUS FLTAPI FltPropagateIrpExtension(_In_ PFLT_CALLBACK_DATA SourceData,
                                         _Inout_ PFLT_CALLBACK_DATA TargetData,
                                         _In_ ULONG Flags);
PVOID FLTAPI
FltGetIoAttributionHandleFromCallbackData(_In_ PFLT_CALLBACK_DATA Data);
NTSTATUS FltSetFsZeroingOffset(_In_ PFLT_CALLBACK_DATA Data,
                               _In_ ULONG ZeroingOffset);
NTSTATUS FltSetFsZeroingOffsetRequired(_In_ PFLT_CALLBACK_DATA Data);
NTSTATUS FltGetFsZeroingOffset(_In_ PFLT_CALLBACK_DATA Data,
                               _Out_ PULONG ZeroingOffset);
NTSTATUS FLTAPI FltVetoBypassIo(_In_ PFLT_CALLBACK_DATA CallbackData,
                                _In_ PCFLT_RELATED_OBJECTS FltObjects,
                                _In_ NTSTATUS OperationStatus,
                                _In_ PCUNICODE_STRING FailureReason);
struct _COPY_INFORMATION;
NTSTATUS FLTAPI FltGetCopyInformationFromCallbackData(
    _In_ PFLT_CALLBACK_DATA Data,
    _Out_ struct _COPY_INFORMATION *CopyInformation);

/* Redirection */

NTSTATUS FLTAPI FltIsIoRedirectionAllowed(_In_ PFLT_INSTANCE SourceInstance,
                                          _In_ PFLT_INSTANCE TargetInstance,
                                          _Out_ PBOOLEAN RedirectionAllowed);
NTSTATUS FLTAPI FltIsIoRedirectionAllowedForOperation(
    _In_ PFLT_CALLBACK_DATA Data, _In_ PFLT_INSTANCE TargetInstance,
    _Out_ PBOOLEAN RedirectionAllowedThisIo,
    _Out_opt_ PBOOLEAN RedirectionAllowedAllIo);
NTSTATUS FLTAPI FltAdjustDeviceStackSizeForIoRedirection(
    _In_ PFLT_INSTANCE SourceInstance, _In_ PFLT_INSTANCE TargetInstance,
    _Out_opt_ PBOOLEAN SourceDeviceStackSizeModified);

#endif /* FLTCHECK_FLT_ROUTINES_H */
