/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Part of the stand-in for fltKernel.h: resources, push locks, byte-range locks
 * and oplocks. Routine and parameter names as in the public documentation.
 */
#ifndef FLTCHECK_FLT_LOCKS_H
#define FLTCHECK_FLT_LOCKS_H

/* Resources; these routines enter and leave a critical region themselves. */

_Acquires_lock_(_Global_critical_region_) VOID FLTAPI
    FltAcquireResourceExclusive(_Inout_ _Acquires_lock_(*_Curr_)
                                    PERESOURCE Resource);
_Acquires_lock_(_Global_critical_region_) VOID FLTAPI
    FltAcquireResourceShared(_Inout_ _Acquires_lock_(*_Curr_)
                                 PERESOURCE Resource);
_Releases_lock_(_Global_critical_region_) VOID FLTAPI
    FltReleaseResource(_Inout_ _Releases_lock_(*_Curr_) PERESOURCE Resource);

/* Push locks; these too. */

VOID FLTAPI FltInitializePushLock(_Out_ PEX_PUSH_LOCK PushLock);
VOID FLTAPI FltDeletePushLock(_In_ PEX_PUSH_LOCK PushLock);
_Acquires_lock_(_Global_critical_region_) VOID FLTAPI
    FltAcquirePushLockExclusiveEx(_Inout_ _Acquires_exclusive_lock_(*_Curr_)
                                      PEX_PUSH_LOCK PushLock,
                                  _In_ ULONG Flags);
_Acquires_lock_(_Global_critical_region_) VOID FLTAPI
    FltAcquirePushLockSharedEx(_Inout_ _Acquires_shared_lock_(*_Curr_)
                                   PEX_PUSH_LOCK PushLock,
                               _In_ ULONG Flags);
_Releases_lock_(_Global_critical_region_) VOID FLTAPI
    FltReleasePushLockEx(_Inout_ _Releases_lock_(*_Curr_)
                             PEX_PUSH_LOCK PushLock,
                         _In_ ULONG Flags);
_Acquires_lock_(_Global_critical_region_) VOID FLTAPI
    FltAcquirePushLockExclusive(_Inout_ _Acquires_exclusive_lock_(*_Curr_)
                                    PEX_PUSH_LOCK PushLock);
_Acquires_lock_(_Global_critical_region_) VOID FLTAPI
    FltAcquirePushLockShared(_Inout_ _Acquires_shared_lock_(*_Curr_)
                                 PEX_PUSH_LOCK PushLock);
_Releases_lock_(_Global_critical_region_) VOID FLTAPI
    FltReleasePushLock(_Inout_ _Releases_lock_(*_Curr_) PEX_PUSH_LOCK PushLock);

/* From Windows 8.1 on the old names are macros for the new routines. */
#if FLT_MGR_WINBLUE && !defined(FLT_MGR_LEGACY_PUSH_LOCKS) &&                  \
    !defined(FLT_SKIP_PUSH_LOCK_REDIRECTION)
#define FltAcquirePushLockExclusive(Lock) FltAcquirePushLockExclusiveEx(Lock, 0)
#define FltAcquirePushLockShared(Lock) FltAcquirePushLockSharedEx(Lock, 0)
#define FltReleasePushLock(Lock) FltReleasePushLockEx(Lock, 0)
#endif

/* Byte-range locks */

PFILE_LOCK FLTAPI
FltAllocateFileLock(_In_opt_ PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE
                        CompleteLockCallbackDataRoutine,
                    _In_opt_ PUNLOCK_ROUTINE UnlockRoutine);
VOID FLTAPI FltFreeFileLock(_In_ PFILE_LOCK FileLock);
VOID FLTAPI FltInitializeFileLock(_Out_ PFILE_LOCK FileLock);
VOID FLTAPI FltUninitializeFileLock(_In_ PFILE_LOCK FileLock);
FLT_PREOP_CALLBACK_STATUS FLTAPI FltProcessFileLock(
    _In_ PFILE_LOCK FileLock, _In_ PFLT_CALLBACK_DATA CallbackData,
    _In_opt_ PVOID Context);
BOOLEAN FLTAPI FltCheckLockForReadAccess(_In_ PFILE_LOCK FileLock,
                                         _In_ PFLT_CALLBACK_DATA CallbackData);
BOOLEAN FLTAPI FltCheckLockForWriteAccess(_In_ PFILE_LOCK FileLock,
                                          _In_ PFLT_CALLBACK_DATA CallbackData);

/* Oplocks */

VOID FLTAPI FltInitializeOplock(_Out_ POPLOCK Oplock);
VOID FLTAPI FltUninitializeOplock(_In_ POPLOCK Oplock);
FLT_PREOP_CALLBACK_STATUS FLTAPI
FltOplockFsctrl(_In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData,
                _In_ ULONG OpenCount);
FLT_PREOP_CALLBACK_STATUS FLTAPI
FltOplockFsctrlEx(_In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData,
                  _In_ ULONG OpenCount, _In_ ULONG Flags);
FLT_PREOP_CALLBACK_STATUS FLTAPI
FltCheckOplock(_In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData,
               _In_opt_ PVOID Context,
               _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
               _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE
                   PrePostCallbackDataRoutine);
FLT_PREOP_CALLBACK_STATUS FLTAPI FltCheckOplockEx(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ ULONG Flags,
    _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE
        PrePostCallbackDataRoutine);
FLT_PREOP_CALLBACK_STATUS FLTAPI FltOplockBreakToNone(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData,
    _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE
        PrePostCallbackDataRoutine);
FLT_PREOP_CALLBACK_STATUS FLTAPI FltOplockBreakToNoneEx(
    _In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ ULONG Flags,
    _In_opt_ PVOID Context,
    _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE
        PrePostCallbackDataRoutine);
FLT_PREOP_CALLBACK_STATUS FLTAPI
FltOplockBreakH(_In_ POPLOCK Oplock, _In_ PFLT_CALLBACK_DATA CallbackData,
                _In_ ULONG Flags, _In_opt_ PVOID Context,
                _In_opt_ PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
                _In_opt_ PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE
                    PrePostCallbackDataRoutine);
BOOLEAN FLTAPI FltOplockIsFastIoPossible(_In_ POPLOCK Oplock);
BOOLEAN FLTAPI FltOplockIsSharedRequest(_In_ PFLT_CALLBACK_DATA CallbackData);
BOOLEAN FLTAPI FltOplockKeysEqual(_In_opt_ PFILE_OBJECT Fo1,
                                  _In_opt_ PFILE_OBJECT Fo2);
BOOLEAN FLTAPI FltCurrentBatchOplock(_In_ POPLOCK Oplock);
BOOLEAN FLTAPI FltCurrentOplock(_In_ POPLOCK Oplock);
BOOLEAN FLTAPI FltCurrentOplockH(_In_ POPLOCK Oplock);

#endif /* FLTCHECK_FLT_LOCKS_H */
