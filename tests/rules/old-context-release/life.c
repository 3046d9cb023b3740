// An old context is a context: released once, not used after that, not NULL.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

VOID releasedTwice(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status = FltDeleteInstanceContext(Objects->Instance, &Old);
  if (!NT_SUCCESS(Status))
    return;
  FltReleaseContext(Old);
  Work();
  FltReleaseContext(Old);
  // expected-warning@-1{{context 'Old' is released twice}}
}

VOID releasedOnEitherPath_ok(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status = FltDeleteInstanceContext(Objects->Instance, &Old);
  if (!NT_SUCCESS(Status))
    return;
  if (Check()) {
    FltReleaseContext(Old);
    return;
  }
  Work();
  FltReleaseContext(Old);
}

VOID usedAfterRelease(PCFLT_RELATED_OBJECTS Objects, PULONG Flags) {
  PSTREAM_CONTEXT Old = NULL;
  NTSTATUS Status = FltDeleteStreamContext(
      Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Old);
  if (!NT_SUCCESS(Status))
    return;
  FltReleaseContext(Old);
  *Flags = Old->Flags;
  // expected-warning@-1{{context 'Old' is used after its last reference was released}}
}

VOID usedBeforeRelease_ok(PCFLT_RELATED_OBJECTS Objects, PULONG Flags) {
  PSTREAM_CONTEXT Old = NULL;
  NTSTATUS Status = FltDeleteStreamContext(
      Objects->Instance, Objects->FileObject, (PFLT_CONTEXT *)&Old);
  if (!NT_SUCCESS(Status))
    return;
  *Flags = Old->Flags;
  FltReleaseContext(Old);
}

// Which of two contexts it was is all that matters of it after that.
BOOLEAN comparedAfterRelease_ok(PCFLT_RELATED_OBJECTS Objects,
                                PFLT_CONTEXT Mine) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status = FltDeleteInstanceContext(Objects->Instance, &Old);
  if (!NT_SUCCESS(Status))
    return FALSE;
  FltReleaseContext(Old);
  return Old == Mine;
}

VOID releasedWhereNull(PCFLT_RELATED_OBJECTS Objects, PFLT_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  NTSTATUS Status = FltSetInstanceContext(
      Objects->Instance, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, New, &Old);
  if (!NT_SUCCESS(Status) && Old == NULL)
    FltReleaseContext(Old);
  // expected-warning@-1{{context 'Old' is NULL here, which 'FltReleaseContext' does not allow}}
  else if (Old != NULL)
    FltReleaseContext(Old);
}

VOID releasedWhereThere_ok(PCFLT_RELATED_OBJECTS Objects, PFLT_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  FltSetInstanceContext(Objects->Instance, FLT_SET_CONTEXT_REPLACE_IF_EXISTS,
                        New, &Old);
  if (Old != NULL)
    FltReleaseContext(Old);
}
