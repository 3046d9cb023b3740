// A project describes its own routines in a file.
// RUN: %flt_verify -analyzer-config flt.Model:Files=%S/Inputs/wrappers.yaml %s
#include "../Inputs/driver.h"

typedef struct _TABLE {
  ULONG Size;
  ERESOURCE Lock;
} TABLE, *PTABLE;

VOID TblEnterExclusive(PTABLE Table);
VOID TblLeave(PTABLE Table);
VOID TblGlobalEnter(VOID);
VOID TblGlobalLeave(VOID);
NTSTATUS TblTryEnter(PVOID Gate);
VOID TblExit(PVOID Gate);
PSTREAM_CONTEXT TblFindContext(ULONG Id);
BOOLEAN TblLoadContext(ULONG Id, PSTREAM_CONTEXT *Ctx);
VOID TblDropContext(PSTREAM_CONTEXT Ctx);
VOID TblLook(PSTREAM_CONTEXT Ctx);

NTSTATUS fieldOfArgument(PTABLE Table) {
  TblEnterExclusive(Table);
  // expected-note@-1{{resource 'Table->Lock' is acquired exclusively here}}
  if (Table->Size == 0)
  // expected-note@-1{{Assuming field 'Size' is equal to 0}}
  // expected-note@-2{{Taking true branch}}
    return STATUS_NOT_FOUND;
    // expected-warning@-1{{resource 'Table->Lock', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{resource 'Table->Lock', acquired exclusively, is still held when the function returns}}
  TblLeave(Table);
  return STATUS_SUCCESS;
}

NTSTATUS fieldOfArgument_ok(PTABLE Table) {
  NTSTATUS Status;

  TblEnterExclusive(Table);
  Status = Work();
  TblLeave(Table);
  return Status;
}

// The same lock by two ways.
VOID mixedWithRoutines_ok(PTABLE Table) {
  TblEnterExclusive(Table);
  Table->Size = 0;
  FltReleaseResource(&Table->Lock);
  FltAcquireResourceShared(&Globals.Lock);
  Work();
  TblGlobalLeave();
}

VOID globalVariable(VOID) {
  TblGlobalEnter();
  // expected-note@-1{{resource 'Globals.Lock' is acquired shared here}}
  if (Check())
  // expected-warning@-1{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
  // expected-note@-4{{resource 'Globals.Lock', acquired shared, is still held when the function returns}}
    TblGlobalLeave();
}

VOID customKind_ok(PVOID Gate) {
  if (NT_SUCCESS(TblTryEnter(Gate))) {
    Work();
    TblExit(Gate);
  }
}

VOID customKind(PVOID Gate) {
  if (NT_SUCCESS(TblTryEnter(Gate)))
  // expected-note@-1{{spin gate 'Gate' is acquired exclusively here}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
    Work();
    // expected-warning@-1{{spin gate 'Gate', acquired exclusively, is still held when the function returns}}
    // expected-note@-2{{spin gate 'Gate', acquired exclusively, is still held when the function returns}}
}

VOID returnedContext_ok(ULONG Id) {
  PSTREAM_CONTEXT Ctx = TblFindContext(Id);

  if (Ctx == NULL)
    return;
  Ctx->Flags = 0;
  TblDropContext(Ctx);
}

VOID returnedContext(ULONG Id) {
  PSTREAM_CONTEXT Ctx = TblFindContext(Id);
  // expected-note@-1{{the context is returned here by 'TblFindContext'}}

  if (Ctx != NULL)
  // expected-note@-1{{Assuming 'Ctx' is not equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    Ctx->Flags = 0;
    // expected-warning@-1{{context 'Ctx', returned by 'TblFindContext', is not released when the function returns}}
    // expected-note@-2{{context 'Ctx', returned by 'TblFindContext', is not released when the function returns}}
}

VOID contextByTruthValue_ok(ULONG Id) {
  PSTREAM_CONTEXT Ctx;

  if (TblLoadContext(Id, &Ctx))
    FltReleaseContext(Ctx);
}

// Looking at it does not give it away.
VOID contextByTruthValue(ULONG Id) {
  PSTREAM_CONTEXT Ctx;

  if (!TblLoadContext(Id, &Ctx))
  // expected-note@-1{{context 'Ctx' is returned here by 'TblLoadContext'}}
  // expected-note@-2{{Assuming the condition is false}}
  // expected-note@-3{{Taking false branch}}
    return;
  TblLook(Ctx);
  // expected-warning@-1{{context 'Ctx', returned by 'TblLoadContext', is not released when the function returns}}
  // expected-note@-2{{context 'Ctx', returned by 'TblLoadContext', is not released when the function returns}}
}

VOID droppedTwice(ULONG Id) {
  PSTREAM_CONTEXT Ctx;

  if (TblLoadContext(Id, &Ctx)) {
  // expected-note@-1{{context 'Ctx' is returned here by 'TblLoadContext'}}
  // expected-note@-2{{Assuming the condition is true}}
  // expected-note@-3{{Taking true branch}}
    TblDropContext(Ctx);
    // expected-note@-1{{context 'Ctx' is released here}}
    FltReleaseContext(Ctx);
    // expected-warning@-1{{context 'Ctx' is released twice}}
    // expected-note@-2{{context 'Ctx' is released twice}}
  }
}
