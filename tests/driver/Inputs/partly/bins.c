#include "depot.h"
#include "no_such_header.h"

VOID LeakBesides(PDEPOT Depot, BOOLEAN Early) {
  LOCK_BIN(&Depot->First);
  if (Early)
    return;
  UNLOCK_BIN(&Depot->First);
}

VOID ErrorInText(PBIN Bin) {
  LOCK_BIN(Bin);
  Bin->Count = NO_SUCH_NAME;
}

ULONG ErrorInMacro(PBIN Bin) {
  LOCK_BIN(Bin);
  return COUNT_BIN(Bin);
}

VOID UsesOddMember(PBIN Bin) {
  LOCK_BIN(Bin);
  if (Bin->Odd)
    return;
  UNLOCK_BIN(Bin);
}

VOID UsesOddType(PBIN Bin) {
  PALIAS Alias = NULL;
  LOCK_BIN(Bin);
  if (Alias)
    return;
  UNLOCK_BIN(Bin);
}

VOID ErrorInInclude(PBIN Bin) {
  LOCK_BIN(Bin);
#include "rest.inc"
}

static VOID BrokenHelper(PBIN Bin) {
  NO_SUCH_TYPE Local;
  LOCK_BIN(Bin);
}

// What the helper does is not known; that it leaves the lock held is not seen.
VOID CallsBroken(PBIN Bin) { BrokenHelper(Bin); }

// The header that is missing may define it as a macro, which may do anything.
VOID CallsUndeclared(PBIN Bin) {
  LOCK_BIN(Bin);
  RELEASE_IN_SOME_WAY(Bin);
}

VOID Right(PBIN Bin) {
  LOCK_BIN(Bin);
  Bin->Count = 1;
  UNLOCK_BIN(Bin);
}

VOID CutShort(PBIN Bin) {
  LOCK_BIN(Bin);
  }
  UNLOCK_BIN(Bin);
}
