// A sum with a pointer leads into the object, and not to NULL.
// RUN: not %fltcheck --quiet --no-cache -j1 %s 2>&1 | FileCheck %s
#include "../Inputs/driver.h"

typedef struct _TABLE {
  ERESOURCE Lock;
  ULONG Size;
} TABLE, *PTABLE;

PVOID Lookup(PTABLE Table, ULONG Id);

// CHECK-NOT: pointer-sums.c:{{.*}}: warning:
// Each is held exactly if the result is not NULL.
#define FINDER(Name, Result)                                                   \
  static PVOID Name(PTABLE Table, ULONG Id) {                                  \
    PFILE_RECORD Record;                                                       \
    FltAcquireResourceShared(&Table->Lock);                                    \
    Record = Lookup(Table, Id);                                                \
    if (Record == NULL) {                                                      \
      FltReleaseResource(&Table->Lock);                                        \
      return NULL;                                                             \
    }                                                                          \
    return Result;                                                             \
  }                                                                            \
  VOID use##Name##_ok(PTABLE Table, ULONG Id) {                                \
    PULONG Found = Name(Table, Id);                                            \
    if (Found == NULL)                                                         \
      return;                                                                  \
    *Found = Id;                                                               \
    FltReleaseResource(&Table->Lock);                                          \
  }

FINDER(behind, Record + 1)
FINDER(bytes, (PUCHAR)Record + sizeof(FILE_RECORD))
FINDER(number, (PVOID)((ULONG_PTR)Record + sizeof(FILE_RECORD)))
FINDER(numbered, (PVOID)((ULONG_PTR)Record + Id))
FINDER(item, (PUCHAR)Record + Id *Table->Size)
FINDER(before, (PVOID)((ULONG_PTR)Record - 8))
FINDER(member, &Record->Flags)

// The sum is not NULL, and what is read through it may be.
// CHECK: pointer-sums.c:[[#@LINE+5]]:{{.*}}: warning: {{.*}} is still held
VOID readsThrough(PTABLE Table, ULONG Id) {
  PVOID *Found = behind(Table, Id);

  if (Found == NULL || *Found == NULL)
    return;
  FltReleaseResource(&Table->Lock);
}

// What may be NULL may be NULL in a sum as well.
static PVOID unchecked(PTABLE Table, ULONG Id) {
  FltAcquireResourceShared(&Table->Lock);
  return Lookup(Table, Id);
}
// CHECK: pointer-sums.c:[[#@LINE+5]]:{{.*}}: warning: {{.*}} is still held
VOID usesUnchecked(PTABLE Table, ULONG Id) {
  PULONG Found = unchecked(Table, Id);

  if (Found == NULL)
    return;
  FltReleaseResource(&Table->Lock);
}
