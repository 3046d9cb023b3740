// Correct code that seems to forget an OldContext.
// RUN: %flt_verify %s
// expected-no-diagnostics
#include "../Inputs/driver.h"

#define SET(Operation, New, Old)                                               \
  FltSetStreamContext(Objects->Instance, Objects->FileObject, (Operation),     \
                      (New), (Old))

NTSTATUS returnedToTheCaller_ok(PCFLT_RELATED_OBJECTS Objects,
                                PSTREAM_CONTEXT New, PFLT_CONTEXT *Old) {
  return SET(FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New, Old);
}

NTSTATUS onlyIfItIsAnother_ok(PCFLT_RELATED_OBJECTS Objects,
                              PSTREAM_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status = SET(FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);

  if (NT_SUCCESS(Status) || Status != STATUS_FLT_CONTEXT_ALREADY_DEFINED)
    return Status;
  FltReleaseContext(Old);
  return STATUS_SUCCESS;
}

NTSTATUS oldIsUsedOn_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                        PSTREAM_CONTEXT *Result) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status = SET(FLT_SET_CONTEXT_KEEP_IF_EXISTS, New, &Old);

  if (Status == STATUS_FLT_CONTEXT_ALREADY_DEFINED) {
    *Result = Old;
    return STATUS_SUCCESS;
  }
  return Status;
}

VOID oldIsFreedByHelper_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                           VOID (*Free)(PFLT_CONTEXT)) {
  PFLT_CONTEXT Old = NULL;

  SET(FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New, &Old);
  if (Old)
    Free(Old);
}

VOID operationInAVariable_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                             BOOLEAN Replace) {
  FLT_SET_CONTEXT_OPERATION Operation = FLT_SET_CONTEXT_KEEP_IF_EXISTS;
  PFLT_CONTEXT Old = NULL;

  if (Replace)
    Operation = FLT_SET_CONTEXT_REPLACE_IF_EXISTS;
  SET(Operation, New, &Old);
  if (Old != NULL)
    FltReleaseContext(Old);
}

VOID optionalOld_ok(PCFLT_RELATED_OBJECTS Objects, PSTREAM_CONTEXT New,
                    BOOLEAN Want) {
  PFLT_CONTEXT Old = NULL;

  SET(FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New, Want ? &Old : NULL);
  if (Want && Old)
    FltReleaseContext(Old);
}

VOID deleteThenTest_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;

  if (!NT_SUCCESS(FltDeleteVolumeContext(Globals.Filter, Objects->Volume, &Old)))
    Old = NULL;
  if (Old)
    FltReleaseContext(Old);
}
