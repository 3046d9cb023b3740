// A function that gives a lock back where an exception leaves it, and nowhere
// else, means to return with it.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include "../Inputs/driver.h"

typedef struct _STORE {
  ERESOURCE Lock;
  PFILE_OBJECT File;
  ULONG Size;
} STORE, *PSTORE;

//===-- Bad ---------------------------------------------------------------===//

// CHECK: warning: resource 'Store->Lock', acquired exclusively, is still held when the function returns

// One return gives it back, the other forgets it.
VOID prepareSome(PSTORE Store) {
  BOOLEAN Taken = FALSE;
  __try {
    ExAcquireResourceExclusiveLite(&Store->Lock, TRUE);
    Taken = TRUE;
    if (Store->File == NULL)
      ExRaiseStatus(STATUS_FILE_CLOSED);
    if (Store->Size) {
      ExReleaseResourceLite(&Store->Lock);
      __leave;
    }
    Store->Size = 1;
  } __finally {
    if (AbnormalTermination() && Taken)
      ExReleaseResourceLite(&Store->Lock);
  }
}

// The exception does not give it back either.
VOID prepareNever(PSTORE Store) {
  ExAcquireResourceExclusiveLite(&Store->Lock, TRUE);
  if (Store->File == NULL)
    ExRaiseStatus(STATUS_FILE_CLOSED);
  Store->Size = 1; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Store->Lock', acquired exclusively, is still held when the function returns
}

//===-- Good --------------------------------------------------------------===//

VOID prepare_ok(PSTORE Store) {
  __try {
    ExAcquireResourceExclusiveLite(&Store->Lock, TRUE);
    if (Store->File == NULL)
      ExRaiseStatus(STATUS_FILE_CLOSED);
    Store->Size = 1;
  } __finally {
    if (AbnormalTermination())
      ExReleaseResourceLite(&Store->Lock);
  }
}

// Twice in one function, by two ways.
ULONG size_ok(PSTORE Store, BOOLEAN Writes) {
  BOOLEAN Taken = FALSE;
  ULONG Size = 0;
  __try {
    if (Writes)
      ExAcquireResourceExclusiveLite(&Store->Lock, TRUE);
    else
      ExAcquireResourceSharedLite(&Store->Lock, TRUE);
    Taken = TRUE;
    if (Store->File == NULL)
      ExRaiseStatus(STATUS_FILE_CLOSED);
    Size = Store->Size;
  } __finally {
    if (AbnormalTermination() && Taken)
      ExReleaseResourceLite(&Store->Lock);
  }
  return Size;
}

VOID reraises_ok(PSTORE Store) {
  ExAcquireResourceExclusiveLite(&Store->Lock, TRUE);
  __try {
    if (Store->File == NULL)
      ExRaiseStatus(STATUS_FILE_CLOSED);
    Store->Size = 1;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    ExReleaseResourceLite(&Store->Lock);
    ExRaiseStatus(GetExceptionCode());
  }
}

// What raises there, nobody sees.
VOID unseenRaise_ok(PSTORE Store) {
  BOOLEAN Taken = FALSE;
  __try {
    ExAcquireResourceExclusiveLite(&Store->Lock, TRUE);
    Taken = TRUE;
    WorkOn(Store);
  } __finally {
    if (AbnormalTermination() && Taken)
      ExReleaseResourceLite(&Store->Lock);
  }
}

VOID givenBackAlways_ok(PSTORE Store) {
  ExAcquireResourceExclusiveLite(&Store->Lock, TRUE);
  __try {
    if (Store->File == NULL)
      ExRaiseStatus(STATUS_FILE_CLOSED);
    Store->Size = 1;
  } __finally {
    ExReleaseResourceLite(&Store->Lock);
  }
}
