// Routines called through pointers that were got by name.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef NTSTATUS(FLTAPI *PSET)(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
                               FLT_SET_CONTEXT_OPERATION Operation,
                               PFLT_CONTEXT New, PFLT_CONTEXT *Old);
typedef NTSTATUS(FLTAPI *PGET)(PFLT_INSTANCE Instance,
                               PKTRANSACTION Transaction,
                               PFLT_CONTEXT *Context);
typedef NTSTATUS(FLTAPI *PFLT_GET_TRANSACTION_CONTEXT)(
    PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT *Context);
typedef VOID(FLTAPI *PONE)(PVOID Object);

#define GET_NAME "FltGetTransactionContext"

static const CHAR ReleaseName[] = "FltReleaseContext";

struct {
  PSET Set;
  PGET Get;
  PONE Put;
  PGET PFltGetStreamContext;
  PFLT_GET_TRANSACTION_CONTEXT Member;
  PONE fltReleaseContextFn;
  PGET SomethingElse;
} Routines;

PONE LockRoutine;
PONE UnlockRoutine;

VOID resolve(VOID) {
  UNICODE_STRING Name;
  UNICODE_STRING Unlock = RTL_CONSTANT_STRING(L"ExReleaseResourceLite");

  Routines.Set = (PSET)FltGetRoutineAddress("FltSetTransactionContext");
  Routines.Get = (PGET)FltGetRoutineAddress(GET_NAME);
  Routines.Put = (PONE)FltGetRoutineAddress(ReleaseName);
  Routines.SomethingElse = (PGET)FltGetRoutineAddress("FltNobodyKnowsThis");
  RtlInitUnicodeString(&Name, L"FltAcquireResourceExclusive");
  LockRoutine = (PONE)(ULONG_PTR)MmGetSystemRoutineAddress(&Name);
  UnlockRoutine = (PONE)(ULONG_PTR)MmGetSystemRoutineAddress(&Unlock);
}

VOID byLiteral(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;

  if (Routines.Set != NULL)
  // expected-note@-1{{Assuming field 'Set' is not equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    (*Routines.Set)(Objects->Instance, Objects->Transaction,
    // expected-warning@-1{{old context 'Old', which 'FltSetTransactionContext' may have returned, is not released}}
    // expected-note@-2{{context 'Old' is returned here by 'FltSetTransactionContext'}}
    // expected-note@-3{{old context 'Old', which 'FltSetTransactionContext' may have returned, is not released}}
                    FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
}

VOID byLiteral_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;

  if (Routines.Set == NULL)
    return;
  (*Routines.Set)(Objects->Instance, Objects->Transaction,
                  FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);
  if (Old != NULL)
    FltReleaseContext(Old);
}

VOID byMacro(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(Routines.Get(Objects->Instance, Objects->Transaction,
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetTransactionContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
                              (PFLT_CONTEXT *)&Ctx)))
    Ctx->Flags = 0;
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetTransactionContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetTransactionContext', is not released when the function returns}}
}

VOID byVariable_ok(PCFLT_RELATED_OBJECTS Objects) {
  PSTREAM_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(Routines.Get(Objects->Instance, Objects->Transaction,
                              (PFLT_CONTEXT *)&Ctx))) {
    Ctx->Flags = 0;
    Routines.Put(Ctx);
  }
}

VOID byVariableTwice(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(Routines.Get(Objects->Instance, Objects->Transaction, &Ctx))) {
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetTransactionContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
    Routines.Put(Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
    FltReleaseContext(Ctx);
    // expected-warning@-1{{context 'Ctx' is released twice}}
    // expected-note@-2{{context 'Ctx' is released twice}}
  }
}

VOID byMemberName(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(Routines.PFltGetStreamContext(
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetStreamContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
          Objects->Instance, (PVOID)Objects->FileObject, &Ctx)))
    Work();
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetStreamContext', is not released when the function returns}}
}

VOID byMemberName_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  if (NT_SUCCESS(Routines.PFltGetStreamContext(
          Objects->Instance, (PVOID)Objects->FileObject, &Ctx)))
    Routines.fltReleaseContextFn(Ctx);
}

VOID byTypeName(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status;

  Status = Routines.Member(Objects->Instance, Objects->Transaction, &Ctx);
  // expected-note@-1{{context 'Ctx' is returned here by 'FltGetTransactionContext'}}
  if (NT_SUCCESS(Status))
  // expected-note@-1{{Assuming 'Status' is >= 0}}
  // expected-note@-2{{Taking true branch}}
    Work();
    // expected-warning@-1{{context 'Ctx', returned by 'FltGetTransactionContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'FltGetTransactionContext', is not released when the function returns}}
}

VOID byLocalVariable_ok(PCFLT_RELATED_OBJECTS Objects) {
  PGET Get = (PGET)FltGetRoutineAddress("FltGetTransactionContext");
  PFLT_CONTEXT Ctx = NULL;

  if (Get == NULL)
    return;
  Get(Objects->Instance, Objects->Transaction, &Ctx);
  if (Ctx)
    FltReleaseContext(Ctx);
}

VOID byLocalVariable(PCFLT_RELATED_OBJECTS Objects) {
  PGET Get = (PGET)FltGetRoutineAddress("FltGetTransactionContext");
  PFLT_CONTEXT Ctx = NULL;

  if (Get == NULL)
  // expected-note@-1{{Assuming 'Get' is not equal to NULL}}
  // expected-note@-2{{Taking false branch}}
    return;
  Get(Objects->Instance, Objects->Transaction, &Ctx);
  // expected-warning@-1{{context 'Ctx', returned by 'FltGetTransactionContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx' is returned here by 'FltGetTransactionContext'}}
  // expected-note@-3{{context 'Ctx', returned by 'FltGetTransactionContext', is not released when the function returns}}
}

VOID systemRoutine(PSTREAM_CONTEXT Ctx) {
  LockRoutine(&Ctx->Lock);
  // expected-note@-1{{resource 'Ctx->Lock' is acquired exclusively here}}
  if (Ctx->Flags)
  // expected-note@-1{{Assuming field 'Flags' is not equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return;
    // expected-warning@-1{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Ctx->Lock', acquired exclusively, is still held when the function returns}}
  FltReleaseResource(&Ctx->Lock);
}

VOID systemRoutine_ok(PSTREAM_CONTEXT Ctx) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Ctx->Lock, TRUE);
  Ctx->Flags = 0;
  UnlockRoutine(&Ctx->Lock);
  KeLeaveCriticalRegion();
}

// Nothing is known of this one: it may keep the context or not.
VOID unknownRoutine_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  Routines.SomethingElse(Objects->Instance, Objects->Transaction, &Ctx);
}

VOID callback_ok(PGET Callback, PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;

  Callback(Objects->Instance, Objects->Transaction, &Ctx);
}
