// File name information: got, kept, and given back.
// RUN: %clang_analyze_cc1 -analyzer-checker=core,flt -verify %s
#include "../Inputs/driver.h"

typedef struct _NAME_RECORD {
  LIST_ENTRY Link;
  PFLT_FILE_NAME_INFORMATION Name;
  UNICODE_STRING Copy;
} NAME_RECORD, *PNAME_RECORD;

#define NAMES (FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT)

VOID Log(PCUNICODE_STRING Name);
PFLT_FILE_NAME_INFORMATION LastName;

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS lostWhenParsingFails(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltParseFileNameInformation(Name);
  if (!NT_SUCCESS(Status))
    return Status; // expected-warning {{file name information 'Name', returned by 'FltGetFileNameInformation', is not released when the function returns}}
  Log(&Name->Extension);
  FltReleaseFileNameInformation(Name);
  return STATUS_SUCCESS;
}

BOOLEAN lostWhereTheNameMatches(PFLT_CALLBACK_DATA Data, PCUNICODE_STRING Wanted) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  BOOLEAN Found = FALSE;
  if (NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name))) {
    if (RtlEqualUnicodeString(&Name->Name, Wanted, TRUE))
      return TRUE; // expected-warning {{file name information 'Name', returned by 'FltGetFileNameInformation', is not released}}
    Found = RtlPrefixUnicodeString(Wanted, &Name->Name, TRUE);
    FltReleaseFileNameInformation(Name);
  }
  return Found;
}

VOID releasedTwice(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    return;
  if (!NT_SUCCESS(FltParseFileNameInformation(Name)))
    FltReleaseFileNameInformation(Name);
  FltReleaseFileNameInformation(Name); // expected-warning {{file name information 'Name' is released twice}}
}

USHORT usedAfterRelease(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    return 0;
  FltReleaseFileNameInformation(Name);
  return Name->Name.Length; // expected-warning {{file name information 'Name' is used after it was released}}
}

VOID nothingToRelease(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (NT_SUCCESS(Status))
    Log(&Name->Name);
  FltReleaseFileNameInformation(Name); // expected-warning {{file name information 'Name' is NULL here, which 'FltReleaseFileNameInformation' does not allow}}
}

NTSTATUS releasedAsAContext(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (NT_SUCCESS(Status))
    FltReleaseContext(Name); // expected-warning {{file name information 'Name', returned by 'FltGetFileNameInformation', is passed to 'FltReleaseContext', which releases another kind of object}}
  return Status;
}

NTSTATUS contextReleasedAsAName(PCFLT_RELATED_OBJECTS Objects) {
  PFLT_CONTEXT Ctx = NULL;
  NTSTATUS Status = FltGetStreamContext(Objects->Instance, Objects->FileObject, &Ctx);
  if (NT_SUCCESS(Status))
    FltReleaseFileNameInformation(Ctx); // expected-warning {{context 'Ctx', returned by 'FltGetStreamContext', is passed to 'FltReleaseFileNameInformation', which releases another kind of object}}
  return Status;
}

VOID freedLikeMemory(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    ExFreePoolWithTag(Name, STREAM_TAG); // expected-warning {{file name information 'Name', returned by 'FltGetFileNameInformation', is passed to 'ExFreePoolWithTag', which frees memory}}
}

NTSTATUS destinationForgotten(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                              PFILE_RENAME_INFORMATION Rename) {
  PFLT_FILE_NAME_INFORMATION Source = NULL, Destination = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Source);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltGetDestinationFileNameInformation(
      Objects->Instance, Objects->FileObject, Rename->RootDirectory,
      Rename->FileName, Rename->FileNameLength, NAMES, &Destination);
  if (NT_SUCCESS(Status))
    Log(&Destination->Name);
  FltReleaseFileNameInformation(Source);
  return Status; // expected-warning {{file name information 'Destination', returned by 'FltGetDestinationFileNameInformation', is not released}}
}

// The tunneled name takes the place of the other, which is lost.
VOID tunneledInItsPlace(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL, Tunneled = NULL;
  if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    return;
  if (NT_SUCCESS(FltGetTunneledName(Data, Name, &Tunneled)) && Tunneled)
    Name = Tunneled;
  Log(&Name->Name);
  FltReleaseFileNameInformation(Name);
} // expected-warning@-1 {{file name information 'Name', returned by 'FltGetFileNameInformation', is not released}}

VOID lostInTheNextRound(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  // A second try for what the first one found.
  if (NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)) && !Name->Name.Length)
    FltGetFileNameInformation(Data, FLT_FILE_NAME_OPENED, &Name);
  if (Name)
    FltReleaseFileNameInformation(Name);
} // expected-warning@-2 {{file name information 'Name', returned by 'FltGetFileNameInformation', is not released}}

VOID addedAndForgotten(PFLT_FILE_NAME_INFORMATION Name) {
  FltReferenceFileNameInformation(Name);
  Log(&Name->Name);
} // expected-warning@-1 {{the reference added to file name information 'Name' is not released}}

//===-- Good --------------------------------------------------------------===//

NTSTATUS gotoCleanup_ok(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Status = FltParseFileNameInformation(Name);
  if (!NT_SUCCESS(Status))
    goto Cleanup;
  Log(&Name->FinalComponent);
Cleanup:
  if (Name != NULL)
    FltReleaseFileNameInformation(Name);
  return Status;
}

NTSTATUS opened_if_not_normalized_ok(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (!NT_SUCCESS(Status)) {
    Status = FltGetFileNameInformation(
        Data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &Name);
    if (!NT_SUCCESS(Status))
      return Status;
  }
  Log(&Name->Name);
  FltReleaseFileNameInformation(Name);
  return Status;
}

NTSTATUS returnedToTheCaller_ok(PFLT_CALLBACK_DATA Data, PFLT_FILE_NAME_INFORMATION *Out) {
  PFLT_FILE_NAME_INFORMATION Name;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltParseFileNameInformation(Name);
  if (!NT_SUCCESS(Status)) {
    FltReleaseFileNameInformation(Name);
    return Status;
  }
  *Out = Name;
  return STATUS_SUCCESS;
}

PFLT_FILE_NAME_INFORMATION returned_ok(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    return Name;
  return NULL;
}

VOID keptInARecord_ok(PFLT_CALLBACK_DATA Data, PNAME_RECORD Record) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    Record->Name = Name;
}

NTSTATUS straightIntoTheRecord_ok(PFLT_CALLBACK_DATA Data, PNAME_RECORD Record) {
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Record->Name);
  if (!NT_SUCCESS(Status))
    Record->Name = NULL;
  return Status;
}

VOID replacesWhatIsKept_ok(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL, Before;
  if (!NT_SUCCESS(FltGetFileNameInformation(Data, NAMES, &Name)))
    return;
  Before = InterlockedExchangePointer((PVOID *)&LastName, Name);
  if (Before)
    FltReleaseFileNameInformation(Before);
}

NTSTATUS inFinally_ok(PFLT_CALLBACK_DATA Data, PUNICODE_STRING To) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  NTSTATUS Status;
  __try {
    Status = FltGetFileNameInformation(Data, NAMES, &Name);
    if (!NT_SUCCESS(Status))
      __leave;
    Status = FltParseFileNameInformation(Name);
    if (!NT_SUCCESS(Status))
      return Status;
    RtlCopyUnicodeString(To, &Name->Name);
  } __finally {
    if (Name)
      FltReleaseFileNameInformation(Name);
  }
  return Status;
}

static NTSTATUS queryName(PFLT_CALLBACK_DATA Data, PFLT_FILE_NAME_INFORMATION *Out) {
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, Out);
  if (NT_SUCCESS(Status))
    Status = FltParseFileNameInformation(*Out);
  if (!NT_SUCCESS(Status) && *Out) {
    FltReleaseFileNameInformation(*Out);
    *Out = NULL;
  }
  return Status;
}

VOID throughAHelper_ok(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (!NT_SUCCESS(queryName(Data, &Name)))
    return;
  Log(&Name->Name);
  FltReleaseFileNameInformation(Name);
}

VOID throughAHelperAndLost(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  if (NT_SUCCESS(queryName(Data, &Name)))
    Log(&Name->Name);
} // expected-warning@-1 {{file name information 'Name', returned by 'queryName', is not released}}

// Nothing tunneled is a success as well.
VOID tunneled_ok(PFLT_CALLBACK_DATA Data, PFLT_FILE_NAME_INFORMATION Name) {
  PFLT_FILE_NAME_INFORMATION Tunneled = NULL;
  NTSTATUS Status = FltGetTunneledName(Data, Name, &Tunneled);
  if (!NT_SUCCESS(Status) || Tunneled == NULL)
    return;
  Log(&Tunneled->Name);
  FltReleaseFileNameInformation(Tunneled);
}

// No other success than STATUS_SUCCESS is documented.
VOID comparedWithSuccess_ok(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (Status == STATUS_SUCCESS) {
    Log(&Name->Name);
    FltReleaseFileNameInformation(Name);
  }
}

NTSTATUS handedToAWorker_ok(PFLT_CALLBACK_DATA Data, PFLT_GENERIC_WORKITEM Item,
                            PFLT_GENERIC_WORKITEM_ROUTINE Routine) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (!NT_SUCCESS(Status))
    return Status;
  Status = FltQueueGenericWorkItem(Item, Globals.Filter, Routine, DelayedWorkQueue, Name);
  if (!NT_SUCCESS(Status))
    FltReleaseFileNameInformation(Name);
  return Status;
}

NTSTATUS notQueued(PFLT_CALLBACK_DATA Data, PFLT_GENERIC_WORKITEM Item,
                   PFLT_GENERIC_WORKITEM_ROUTINE Routine) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Name);
  if (!NT_SUCCESS(Status))
    return Status;
  return FltQueueGenericWorkItem(Item, Globals.Filter, Routine, DelayedWorkQueue, Name);
  // expected-warning@-1 {{file name information 'Name', returned by 'FltGetFileNameInformation', is not released}}
}

// The operation in hand has a name already.
VOID addedToAndKept_ok(PNAME_RECORD Record, PFLT_FILE_NAME_INFORMATION Name) {
  FltReferenceFileNameInformation(Name);
  Record->Name = Name;
}

VOID storedBeforeItIsAddedTo_ok(PNAME_RECORD Record, PNAME_RECORD From) {
  Record->Name = From->Name;
  FltReferenceFileNameInformation(Record->Name);
}

VOID unsafe_ok(PFILE_OBJECT File, PFLT_INSTANCE Instance) {
  PFLT_FILE_NAME_INFORMATION Name = NULL;
  FltGetFileNameInformationUnsafe(File, Instance, NAMES, &Name);
  if (Name) {
    Log(&Name->Name);
    FltReleaseFileNameInformation(Name);
  }
}

// Two names, one cleanup.
NTSTATUS bothReleased_ok(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,
                         PFILE_RENAME_INFORMATION Rename) {
  PFLT_FILE_NAME_INFORMATION Source = NULL, Destination = NULL;
  NTSTATUS Status = FltGetFileNameInformation(Data, NAMES, &Source);
  if (NT_SUCCESS(Status))
    Status = FltGetDestinationFileNameInformation(
        Objects->Instance, Objects->FileObject, Rename->RootDirectory,
        Rename->FileName, Rename->FileNameLength, NAMES, &Destination);
  if (NT_SUCCESS(Status))
    Log(&Destination->Name);
  if (Source)
    FltReleaseFileNameInformation(Source);
  if (Destination)
    FltReleaseFileNameInformation(Destination);
  return Status;
}
