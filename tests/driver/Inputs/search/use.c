#include "tree.h"

NTSTATUS Rename(PLEAF Root, ULONGLONG Key, ULONGLONG To) {
  PLEAF Leaf = NULL;
  NTSTATUS Status = FindLeaf(Root, Key, &Leaf);
  if (!NT_SUCCESS(Status) || Leaf == NULL)
    goto Exit;
  FltAcquireResourceExclusive(&Leaf->Lock);
  Leaf->Key = To;
Exit:
  if (Leaf != NULL)
    FltReleaseResource(&Leaf->Lock);
  return Status;
}

NTSTATUS RenameAny(PLEAF Root, ULONGLONG Key, ULONGLONG To) {
  PLEAF Leaf = NULL;
  NTSTATUS Status = AnyLeaf(Root, Key, &Leaf);
  if (!NT_SUCCESS(Status) || Leaf == NULL)
    goto Exit;
  FltAcquireResourceExclusive(&Leaf->Lock);
  Leaf->Key = To;
Exit:
  if (Leaf != NULL)
    FltReleaseResource(&Leaf->Lock);
  return Status;
}
