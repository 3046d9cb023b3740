#include <fltKernel.h>

typedef struct _VAULT {
  ERESOURCE Lock;
  struct _VAULT *Parent;
  ULONG Items;
} VAULT, *PVAULT;

VOID VaultCheck(PVAULT Vault);
VOID VaultCheckDeep(PVAULT Vault);
NTSTATUS VaultTry(PVAULT Vault);
VOID VaultClose(PVAULT Vault, PBOOLEAN Gone);
BOOLEAN VaultEnter(PVAULT Vault, BOOLEAN Wait);
BOOLEAN VaultTake(PVAULT Vault, BOOLEAN Wait);
