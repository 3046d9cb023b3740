// What is stored in a union at the beginning of an object changes nothing else
// in it.
// RUN: %fltcheck --quiet --no-cache %s > %t; FileCheck %s --implicit-check-not="{{[0-9]+: warning:}}" < %t
#include <ntifs.h>

typedef struct _NONPAGED {
  ERESOURCE Resource;
  FAST_MUTEX Mutex;
} NONPAGED, *PNONPAGED;

typedef struct _NODE {
  union {
    FSRTL_ADVANCED_FCB_HEADER Header;
    FSRTL_ADVANCED_FCB_HEADER;
  };
  PNONPAGED NonPaged;
  ULONG Modes;
  ULONG Opens;
} NODE, *PNODE;

typedef struct _PACKET {
  union {
    ULONG Code;
    PVOID Data;
  };
  PNONPAGED Owner;
  BOOLEAN Shared;
} PACKET, *PPACKET;

//===-- Bad ---------------------------------------------------------------===//

NTSTATUS storesAndReturns(PNODE Node) {
  ExAcquireResourceExclusiveLite(&Node->NonPaged->Resource, TRUE);
  Node->IsFastIoPossible = FastIoIsPossible;
  if (Node->Opens == 0)
    return STATUS_FILE_CLOSED; // CHECK: :[[@LINE]]:{{.*}} warning: resource 'Node->NonPaged->Resource', acquired exclusively, is still held
  ExReleaseResourceLite(&Node->NonPaged->Resource);
  return STATUS_SUCCESS;
}

VOID releasesTwice(PPACKET Packet) {
  ExAcquireFastMutex(&Packet->Owner->Mutex);
  Packet->Code = 1;
  ExReleaseFastMutex(&Packet->Owner->Mutex);
  if (Packet->Shared)
    ExReleaseFastMutex(&Packet->Owner->Mutex); // CHECK: :[[@LINE]]:{{.*}} warning: fast mutex 'Packet->Owner->Mutex' is released twice
}

//===-- Good --------------------------------------------------------------===//

VOID stores_ok(PNODE Node) {
  ExAcquireResourceExclusiveLite(&Node->NonPaged->Resource, TRUE);
  Node->IsFastIoPossible = FastIoIsNotPossible;
  ExReleaseResourceLite(&Node->NonPaged->Resource);
}

VOID storesByName_ok(PNODE Node) {
  ExAcquireResourceSharedLite(Node->Header.Resource, TRUE);
  Node->Header.IsFastIoPossible = FastIoIsQuestionable;
  Node->Opens += 1;
  ExReleaseResourceLite(Node->Header.Resource);
}

// The same flag gives the same answer.
VOID asksTwice_ok(PNODE Node) {
  if (Node->Modes & 4)
    ExAcquireFastMutex(&Node->NonPaged->Mutex);
  Node->IsFastIoPossible = FastIoIsPossible;
  if (Node->Modes & 4)
    ExReleaseFastMutex(&Node->NonPaged->Mutex);
}

VOID twoStores_ok(PPACKET Packet) {
  Packet->Data = NULL;
  ExAcquireResourceExclusiveLite(&Packet->Owner->Resource, TRUE);
  Packet->Code = 3;
  if (!Packet->Shared) {
    ExReleaseResourceLite(&Packet->Owner->Resource);
    return;
  }
  Packet->Code = 4;
  ExReleaseResourceLite(&Packet->Owner->Resource);
}
