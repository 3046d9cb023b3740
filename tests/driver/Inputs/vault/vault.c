#include "vault.h"

// Raises, and so does what calls it.
VOID VaultCheck(PVAULT Vault) {
  if (Vault->Items > 100)
    ExRaiseStatus(STATUS_QUOTA_EXCEEDED);
}

VOID VaultCheckDeep(PVAULT Vault) {
  if (Vault->Parent != NULL)
    VaultCheck(Vault->Parent);
}

// Handles it, apart from what nobody expects.
NTSTATUS VaultTry(PVAULT Vault) {
  __try {
    VaultCheck(Vault);
  } __except (FsRtlIsNtstatusExpected(GetExceptionCode())
                  ? EXCEPTION_EXECUTE_HANDLER
                  : EXCEPTION_CONTINUE_SEARCH) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

// Whether it is gone is told by the variable. No vault is its own parent.
VOID VaultClose(PVAULT Vault, PBOOLEAN Gone) {
  PVAULT Current = Vault;

  *Gone = FALSE;
  if (Vault->Items != 0)
    return;
  ExDeleteResourceLite(&Current->Lock);
  Current = Current->Parent;
  *Gone = (BOOLEAN)(Current != Vault);
}

// Raises where it can't wait: its callers know when that is.
BOOLEAN VaultEnter(PVAULT Vault, BOOLEAN Wait) {
  if (!Wait && Vault->Items > 10)
    ExRaiseStatus(STATUS_CANT_WAIT);
  FltAcquireResourceExclusive(&Vault->Lock);
  return TRUE;
}

BOOLEAN VaultTake(PVAULT Vault, BOOLEAN Wait) {
  return ExAcquireResourceExclusiveLite(&Vault->Lock, Wait);
}
