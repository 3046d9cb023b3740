/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Pantry: the table of all files, protected by Pantry.TableLock. The routines
 * of the filter manager enter and leave the critical region that a resource
 * needs.
 */
#include "pantry.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, PantryTableDelete)
#pragma alloc_text(PAGE, PantryTableRecordOpen)
#pragma alloc_text(PAGE, PantryTableRecordWrite)
#pragma alloc_text(PAGE, PantryTableTrim)
#pragma alloc_text(PAGE, PantryTableCopy)
#endif

NTSTATUS PantryTableInitialize(VOID) {
  InitializeListHead(&Pantry.Table);
  Pantry.EntryCount = 0;
  return ExInitializeResourceLite(&Pantry.TableLock);
}

VOID PantryTableDelete(VOID) {
  PAGED_CODE();

  FltAcquireResourceExclusive(&Pantry.TableLock);
  while (!IsListEmpty(&Pantry.Table)) {
    PLIST_ENTRY link = RemoveHeadList(&Pantry.Table);
    ExFreePoolWithTag(CONTAINING_RECORD(link, PANTRY_ENTRY, Links),
                      PANTRY_TAG_TABLE);
  }
  Pantry.EntryCount = 0;
  FltReleaseResource(&Pantry.TableLock);

  ExDeleteResourceLite(&Pantry.TableLock);
}

/* The caller holds Pantry.TableLock, shared or exclusive. */
_Requires_lock_held_(Pantry.TableLock) static PPANTRY_ENTRY
    PantryTableFind(_In_ LONGLONG FileId) {
  PLIST_ENTRY link;

  for (link = Pantry.Table.Flink; link != &Pantry.Table; link = link->Flink) {
    PPANTRY_ENTRY entry = CONTAINING_RECORD(link, PANTRY_ENTRY, Links);
    if (entry->FileId == FileId) {
      return entry;
    }
  }
  return NULL;
}

NTSTATUS PantryTableRecordOpen(_In_ LONGLONG FileId) {
  PPANTRY_ENTRY entry;

  PAGED_CODE();

  FltAcquireResourceExclusive(&Pantry.TableLock);

  entry = PantryTableFind(FileId);
  if (entry == NULL) {
    if (Pantry.EntryCount >= Pantry.Limit) {
      /* BUG 1: returns with Pantry.TableLock held */
      return STATUS_QUOTA_EXCEEDED;
    }
    entry = (PPANTRY_ENTRY)ExAllocatePoolZero(PagedPool, sizeof(PANTRY_ENTRY),
                                              PANTRY_TAG_TABLE);
    if (entry == NULL) {
      FltReleaseResource(&Pantry.TableLock);
      return STATUS_INSUFFICIENT_RESOURCES;
    }
    entry->FileId = FileId;
    InsertTailList(&Pantry.Table, &entry->Links);
    Pantry.EntryCount += 1;
  }
  entry->Opens += 1;

  FltReleaseResource(&Pantry.TableLock);
  return STATUS_SUCCESS;
}

/* Correct: one acquisition, one release, and a critical region of its own. */
NTSTATUS PantryTableRecordWrite(_In_ LONGLONG FileId) {
  PPANTRY_ENTRY entry;
  NTSTATUS status = STATUS_NOT_FOUND;

  PAGED_CODE();

  KeEnterCriticalRegion();
  if (!ExAcquireResourceExclusiveLite(&Pantry.TableLock, FALSE)) {
    KeLeaveCriticalRegion();
    return STATUS_CANT_WAIT;
  }

  entry = PantryTableFind(FileId);
  if (entry != NULL) {
    entry->Writes += 1;
    status = STATUS_SUCCESS;
  }

  ExReleaseResourceLite(&Pantry.TableLock);
  KeLeaveCriticalRegion();
  return status;
}

NTSTATUS PantryTableTrim(_In_ ULONG Threshold, _Out_ PULONG Removed) {
  NTSTATUS status = STATUS_SUCCESS;
  PLIST_ENTRY link;
  PLIST_ENTRY next;

  PAGED_CODE();

  *Removed = 0;
  FltAcquireResourceExclusive(&Pantry.TableLock);

  if (IsListEmpty(&Pantry.Table)) {
    status = STATUS_NO_MORE_ENTRIES;
    FltReleaseResource(&Pantry.TableLock);
    goto Cleanup;
  }

  for (link = Pantry.Table.Flink; link != &Pantry.Table; link = next) {
    PPANTRY_ENTRY entry = CONTAINING_RECORD(link, PANTRY_ENTRY, Links);
    next = link->Flink;
    if (entry->Opens < Threshold) {
      RemoveEntryList(link);
      ExFreePoolWithTag(entry, PANTRY_TAG_TABLE);
      Pantry.EntryCount -= 1;
      *Removed += 1;
    }
  }

Cleanup:
  /* BUG 2: already released if the table was empty */
  FltReleaseResource(&Pantry.TableLock);
  return status;
}

/*
 * Copies the table to the buffer of a client, which is user memory and may
 * fault: the lock is released in the __finally block on every way out. Correct.
 */
NTSTATUS PantryTableCopy(_Out_writes_bytes_to_(Length, *Returned)
                             PPANTRY_RECORD Records,
                         _In_ ULONG Length, _Out_ PULONG Returned) {
  NTSTATUS status = STATUS_SUCCESS;
  ULONG count = 0;
  PLIST_ENTRY link;

  PAGED_CODE();

  *Returned = 0;
  FltAcquireResourceShared(&Pantry.TableLock);

  __try {
    __try {
      for (link = Pantry.Table.Flink; link != &Pantry.Table;
           link = link->Flink) {
        PPANTRY_ENTRY entry = CONTAINING_RECORD(link, PANTRY_ENTRY, Links);
        if ((count + 1) * sizeof(PANTRY_RECORD) > Length) {
          status = STATUS_BUFFER_OVERFLOW;
          __leave;
        }
        Records[count].FileId = entry->FileId;
        Records[count].Opens = entry->Opens;
        Records[count].Writes = entry->Writes;
        count += 1;
      }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      status = GetExceptionCode();
      count = 0;
    }
  } __finally {
    FltReleaseResource(&Pantry.TableLock);
  }

  *Returned = count * sizeof(PANTRY_RECORD);
  return status;
}
