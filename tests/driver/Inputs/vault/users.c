#include "vault.h"

NTSTATUS Forgets(PVAULT Vault) {
  FltAcquireResourceExclusive(&Vault->Lock);
  __try {
    VaultCheckDeep(Vault);
  } __finally {
    Vault->Items = 0;
  }
  FltReleaseResource(&Vault->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS Forgets_ok(PVAULT Vault) {
  FltAcquireResourceExclusive(&Vault->Lock);
  __try {
    VaultCheckDeep(Vault);
  } __finally {
    if (AbnormalTermination())
      FltReleaseResource(&Vault->Lock);
  }
  FltReleaseResource(&Vault->Lock);
  return STATUS_SUCCESS;
}

NTSTATUS Handler(PVAULT Vault) {
  FltAcquireResourceShared(&Vault->Lock);
  __try {
    VaultCheck(Vault);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  FltReleaseResource(&Vault->Lock);
  return STATUS_SUCCESS;
}

// What handles its own exceptions raises none.
NTSTATUS Handled_ok(PVAULT Vault) {
  NTSTATUS Status;

  FltAcquireResourceExclusive(&Vault->Lock);
  __try {
    Status = VaultTry(Vault);
  } __finally {
    Vault->Items = 0;
  }
  FltReleaseResource(&Vault->Lock);
  return Status;
}

// Without a __try nobody counts on what may be raised elsewhere.
NTSTATUS Plain_ok(PVAULT Vault) {
  FltAcquireResourceExclusive(&Vault->Lock);
  VaultCheck(Vault);
  FltReleaseResource(&Vault->Lock);
  return STATUS_SUCCESS;
}

// Nor where one cleans up.
NTSTATUS CleansUp_ok(PVAULT Vault, PVAULT Other) {
  FltAcquireResourceExclusive(&Vault->Lock);
  __try {
    Other->Items = 0;
  } __finally {
    VaultCheck(Other);
    FltReleaseResource(&Vault->Lock);
  }
  return STATUS_SUCCESS;
}

NTSTATUS CantWait_ok(PVAULT Vault, PVAULT Other) {
  FltAcquireResourceExclusive(&Vault->Lock);
  __try {
    VaultEnter(Other, TRUE);
    FltReleaseResource(&Other->Lock);
  } __finally {
    Vault->Items = 0;
  }
  FltReleaseResource(&Vault->Lock);
  return STATUS_SUCCESS;
}

VOID Closes(PVAULT Vault) {
  BOOLEAN Gone;

  ExAcquireResourceExclusiveLite(&Vault->Lock, TRUE);
  VaultClose(Vault, &Gone);
  if (Gone)
    return;
}

VOID ClosesUnlessGone(PVAULT Vault) {
  BOOLEAN Gone;

  ExAcquireResourceExclusiveLite(&Vault->Lock, TRUE);
  VaultClose(Vault, &Gone);
  if (!Gone)
    ExReleaseResourceLite(&Vault->Lock);
}

// Who does not look at the result knows that it is TRUE.
NTSTATUS Visits(PVAULT Vault, BOOLEAN Wait) {
  KeEnterCriticalRegion();
  (VOID)VaultTake(Vault, Wait);
  if (Vault->Items == 0) {
    KeLeaveCriticalRegion();
    return STATUS_NOT_FOUND;
  }
  ExReleaseResourceLite(&Vault->Lock);
  KeLeaveCriticalRegion();
  return STATUS_SUCCESS;
}

NTSTATUS Visits_ok(PVAULT Vault, BOOLEAN Wait) {
  NTSTATUS Status = STATUS_CANT_WAIT;

  KeEnterCriticalRegion();
  if (VaultTake(Vault, Wait)) {
    Status = STATUS_SUCCESS;
    ExReleaseResourceLite(&Vault->Lock);
  }
  KeLeaveCriticalRegion();
  return Status;
}
