#include "tree.h"

// Fails only without a tree, and then leaves *Found as it was.
NTSTATUS FindLeaf(PLEAF Root, ULONGLONG Key, PLEAF *Found) {
  NTSTATUS Status = STATUS_SUCCESS;
  PLEAF At = Root;
  if (Root == NULL) {
    Status = STATUS_INVALID_PARAMETER;
    goto Exit;
  }
  if (Root->Key == Key) {
    *Found = Root;
    goto Exit;
  }
  while (At != NULL) {
    if (Key > At->Key) {
      if (At->More == NULL)
        break;
      At = At->More;
    } else if (Key < At->Key) {
      if (At->Less == NULL)
        break;
      At = At->Less;
    } else {
      *Found = At;
      break;
    }
  }
Exit:
  return Status;
}

// Stores what it came by last even if it fails.
NTSTATUS AnyLeaf(PLEAF Root, ULONGLONG Key, PLEAF *Found) {
  PLEAF At = Root;
  while (At != NULL) {
    *Found = At;
    if (At->Key == Key)
      return STATUS_SUCCESS;
    if (Key > At->Key) {
      if (At->More == NULL)
        break;
      At = At->More;
    } else {
      if (At->Less == NULL)
        break;
      At = At->Less;
    }
  }
  return STATUS_NOT_FOUND;
}
