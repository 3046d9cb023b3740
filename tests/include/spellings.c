// RUN: %clang --config=%standalone_cfg -fsyntax-only -DHEADER="<fltKernel.h>" %s
// RUN: %clang --config=%standalone_cfg -fsyntax-only -DHEADER="<fltkernel.h>" %s
// RUN: %clang --config=%standalone_cfg -fsyntax-only -DHEADER="<FltKernel.h>" %s
// RUN: %clang --config=%standalone_cfg -fsyntax-only -DHEADER="<Fltkernel.h>" %s
// RUN: %clang --config=%standalone_cfg -fsyntax-only -DHEADER="<FLTKERNEL.h>" %s
// RUN: %clang --config=%standalone_cfg -fsyntax-only -DHEADER="<FLTKERNEL.H>" %s
// RUN: %clang --config=%standalone_cfg -fsyntax-only -DHEADER="<FLTKernel.h>" %s
// RUN: %clang --config=%standalone_cfg -x c++ -fsyntax-only -DHEADER="<FltKernel.h>" %s
// RUN: %clang --config=%standalone_cfg -x c++ -fsyntax-only -DHEADER="<FLTKERNEL.H>" %s
//
// Every usual spelling of the main header works on a case-sensitive file system,
// also together with other spellings of the headers that it includes.
#include HEADER
#include <NtIfs.h>
#include <NTDDK.H>
#include <Wdm.h>
#include <Ntstrsafe.h>
#include <DontUse.h>
#include <Suppress.h>

VOID Release(PFLT_CONTEXT Context) { FltReleaseContext(Context); }
