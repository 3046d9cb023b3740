// RUN: %clang --config=%standalone_cfg -fsyntax-only -Werror %s
// RUN: %clang --config=%standalone_cfg -x c++ -fsyntax-only -Werror %s
//
// Annotations in every position where drivers write them.
#include <fltKernel.h>

typedef struct _SAL_FIELDS {
  ULONG Length;
  _Field_size_bytes_(Length) PVOID Buffer;
  _Field_range_(0, 16) ULONG Count;
  _Field_size_(Count) PULONG Numbers;
  _Guarded_by_(Lock) ULONG Guarded;
  _Write_guarded_by_(Lock) _Interlocked_ volatile LONG References;
  __field_bcount(Length) PUCHAR Old;
  ERESOURCE Lock;
} SAL_FIELDS, *PSAL_FIELDS;

typedef _Return_type_success_(return >= 0) LONG SAL_RESULT;

_Must_inspect_result_ _Success_(return >= 0) _IRQL_requires_max_(APC_LEVEL)
_IRQL_requires_same_ _When_(Length == 0, _At_(*Buffer, _Post_null_))
NTSTATUS SalFill(_In_opt_ PVOID Context, _In_range_(0, 4096) ULONG Length,
                 _Outptr_result_bytebuffer_maybenull_(Length) PVOID *Buffer,
                 _Out_writes_bytes_to_opt_(Length, *Returned) PVOID Output,
                 _Out_opt_ _Deref_out_range_(0, Length) PULONG Returned);

_Acquires_lock_(_Global_critical_region_)
VOID SalAcquire(_Inout_ _Requires_lock_not_held_(*_Curr_)
                    _Acquires_exclusive_lock_(*_Curr_) PERESOURCE Resource);

_Releases_lock_(_Global_critical_region_)
_Requires_lock_held_(_Global_critical_region_)
VOID SalRelease(_Inout_ _Requires_lock_held_(*_Curr_)
                    _Releases_lock_(*_Curr_) PERESOURCE Resource);

_When_(Wait != 0, _Post_satisfies_(return == 1))
_When_(Wait == 0 && return != FALSE, _Acquires_exclusive_lock_(*Resource))
BOOLEAN SalTry(_Inout_ PERESOURCE Resource, _In_ _Literal_ BOOLEAN Wait);

_Function_class_(DRIVER_UNLOAD) _IRQL_requires_(PASSIVE_LEVEL)
VOID SalUnload(_In_ PDRIVER_OBJECT DriverObject);

_Dispatch_type_(IRP_MJ_CREATE) _Dispatch_type_(IRP_MJ_CLOSE)
DRIVER_DISPATCH SalDispatch;

__drv_maxIRQL(DISPATCH_LEVEL) __drv_when(Fail == 0, __checkReturn)
__drv_at(*Irql, __drv_savesIRQL) __drv_setsIRQL(DISPATCH_LEVEL)
VOID SalOld(__in BOOLEAN Fail, __out __deref __drv_restoresIRQL PKIRQL Irql,
            __in_ecount_opt(Count) PULONG Numbers,
            __out_bcount_part(Size, *Count) PVOID Buffer, ULONG Size,
            __inout_opt PULONG Count, __reserved PVOID Reserved);

_IRQL_saves_global_(OldIrql, Lock) _IRQL_raises_(DISPATCH_LEVEL)
_Kernel_acquires_resource_(Spin) __drv_mustHoldCriticalRegion
VOID SalGlobal(_Inout_ PKSPIN_LOCK Lock);

FLT_PREOP_CALLBACK_STATUS FLTAPI
SalPre(_Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects,
       _Flt_CompletionContext_Outptr_ PVOID *CompletionContext) {
  _Analysis_assume_(Data != NULL);
  _Analysis_assume_lock_held_(*CompletionContext);
  _Analysis_suppress_lock_checking_(*CompletionContext);
  __analysis_assume(FltObjects != NULL);
  *CompletionContext = NULL;
#pragma warning(suppress : __WARNING_MEMORY_LEAK)
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

_Use_decl_annotations_ NTSTATUS SalFill(PVOID Context, ULONG Length,
                                        PVOID *Buffer, PVOID Output,
                                        PULONG Returned) {
  UNREFERENCED_PARAMETER(Context);
  UNREFERENCED_PARAMETER(Output);
  *Buffer = NULL;
  if (Returned != NULL)
    *Returned = Length;
  return STATUS_SUCCESS;
}
