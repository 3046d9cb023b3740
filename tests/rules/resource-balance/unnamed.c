// Microsoft's members without a name, whose type has one: messages spell them as
// the source does.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _HEADER {
  PERESOURCE Resource;
  ERESOURCE Lock;
} HEADER;

typedef struct _ADVANCED_HEADER {
  HEADER;
  ULONG Flags;
} ADVANCED_HEADER;

typedef struct _FILE_NODE {
  ADVANCED_HEADER Header;
} FILE_NODE, *PFILE_NODE;

typedef struct _FLAT_NODE {
  ADVANCED_HEADER;
  ULONG Size;
} FLAT_NODE, *PFLAT_NODE;

PFILE_NODE FindFileNode(VOID);
PFLAT_NODE FindFlatNode(VOID);

VOID innerMember(PFILE_NODE FileNode) {
  FltAcquireResourceExclusive(FileNode->Header.Resource);
  // expected-warning@-1{{resource 'FileNode->Header.Resource', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'FileNode->Header.Resource' is acquired exclusively here}}
  // expected-note@-3{{resource 'FileNode->Header.Resource', acquired exclusively, is still held when the function returns}}
}

VOID innerMemberItself(PFILE_NODE FileNode) {
  FltAcquireResourceExclusive(&FileNode->Header.Lock);
  // expected-warning@-1{{resource 'FileNode->Header.Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'FileNode->Header.Lock' is acquired exclusively here}}
  // expected-note@-3{{resource 'FileNode->Header.Lock', acquired exclusively, is still held when the function returns}}
}

VOID outerMember(PFLAT_NODE Node) {
  FltAcquireResourceExclusive(&Node->Lock);
  // expected-warning@-1{{resource 'Node->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Node->Lock' is acquired exclusively here}}
  // expected-note@-3{{resource 'Node->Lock', acquired exclusively, is still held when the function returns}}
}

// Named by how they are written.
VOID innerMemberOfAResult(VOID) {
  PFILE_NODE FileNode = FindFileNode();

  FltAcquireResourceShared(FileNode->Header.Resource);
  // expected-warning@-1{{resource 'FileNode->Header.Resource', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'FileNode->Header.Resource' is acquired shared here}}
  // expected-note@-3{{resource 'FileNode->Header.Resource', acquired shared, is still held when the function returns}}
}

VOID outerMemberOfAResult(VOID) {
  PFLAT_NODE Node = FindFlatNode();

  FltAcquireResourceShared(&Node->Lock);
  // expected-warning@-1{{resource 'Node->Lock', acquired shared, is still held when the function returns}}
  // expected-note@-2{{resource 'Node->Lock' is acquired shared here}}
  // expected-note@-3{{resource 'Node->Lock', acquired shared, is still held when the function returns}}
}
