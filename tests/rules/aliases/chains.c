// Locks that a path passes along: the next object's before it lets the last
// one's go, one lock for each entry of a list, the caller's for another.
// RUN: %flt_verify %s
#include "../Inputs/driver.h"

typedef struct _NODE {
  LIST_ENTRY Link;
  ERESOURCE Lock;
  struct _NODE *Next;
  ULONG Id;
} NODE, *PNODE;

extern LIST_ENTRY Nodes;

VOID handOverHand_ok(PNODE Node, ULONG Id) {
  PNODE Next;

  FltAcquireResourceShared(&Node->Lock);
  while (Node->Id != Id) {
    Next = Node->Next;
    if (Next == NULL)
      break;
    FltAcquireResourceShared(&Next->Lock);
    FltReleaseResource(&Node->Lock);
    Node = Next;
  }
  FltReleaseResource(&Node->Lock);
}

VOID handOverHandForgotten(PNODE Node, ULONG Id) {
  PNODE Next = Node->Next;

  FltAcquireResourceShared(&Node->Lock);
  if (Next != NULL) {
  // expected-note@-1{{Assuming 'Next' is not equal to NULL}}
  // expected-note@-2{{Taking true branch}}
    FltAcquireResourceShared(&Next->Lock);
    // expected-note@-1{{resource 'Node->Next->Lock' is acquired shared here}}
    FltReleaseResource(&Node->Lock);
    if (Next->Id == Id)
    // expected-note@-1{{Assuming 'Id' is equal to field 'Id'}}
    // expected-note@-2{{Taking true branch}}
      return;
      // expected-warning@-1{{resource 'Node->Next->Lock', acquired shared, is still held when the function returns}}
      // expected-note@-2{{resource 'Node->Next->Lock', acquired shared, is still held when the function returns}}
    Node = Next;
  }
  FltReleaseResource(&Node->Lock);
}

// The first is held by the caller, as is the last when it comes back.
VOID handOverHandForTheCaller_ok(PNODE *Node, ULONG Id) {
  PNODE Next;

  while ((*Node)->Id != Id) {
    Next = (*Node)->Next;
    FltAcquireResourceExclusive(&Next->Lock);
    FltReleaseResource(&(*Node)->Lock);
    *Node = Next;
  }
}

PNODE oneForAnother_ok(PNODE Node) {
  PNODE Next = Node->Next;

  FltAcquireResourceExclusive(&Next->Lock);
  FltReleaseResource(&Node->Lock);
  return Next;
}

// Both of one function: the second does not go on with the first.
PNODE oneBesideAnother(PNODE Node) {
  PNODE Next = Node->Next;

  FltAcquireResourceExclusive(&Node->Lock);
  FltAcquireResourceExclusive(&Next->Lock);
  // expected-note@-1{{resource 'Node->Next->Lock' is acquired exclusively here}}
  Node->Id = Next->Id;
  FltReleaseResource(&Node->Lock);
  return Node;
  // expected-warning@-1{{resource 'Node->Next->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Node->Next->Lock', acquired exclusively, is still held when the function returns}}
}

VOID alongTheList_ok(VOID) {
  PLIST_ENTRY Entry;
  PNODE Node, Last = NULL;

  for (Entry = Nodes.Flink; Entry != &Nodes; Entry = Entry->Flink) {
    Node = CONTAINING_RECORD(Entry, NODE, Link);
    FltAcquireResourceExclusive(&Node->Lock);
    if (Last != NULL)
      FltReleaseResource(&Last->Lock);
    Last = Node;
  }
  if (Last != NULL)
    FltReleaseResource(&Last->Lock);
}

// One loop for the acquisitions, one for the releases.
VOID allOfTheList_ok(VOID) {
  PLIST_ENTRY Entry;

  for (Entry = Nodes.Flink; Entry != &Nodes; Entry = Entry->Flink)
    FltAcquireResourceExclusive(&CONTAINING_RECORD(Entry, NODE, Link)->Lock);
  for (Entry = Nodes.Flink; Entry != &Nodes; Entry = Entry->Flink)
    FltReleaseResource(&CONTAINING_RECORD(Entry, NODE, Link)->Lock);
}

VOID allOfTheListForgotten(VOID) {
  PLIST_ENTRY Entry = Nodes.Flink;

  FltAcquireResourceExclusive(&CONTAINING_RECORD(Entry, NODE, Link)->Lock);
  // expected-warning@-1{{resource 'Nodes.Flink->Lock', acquired exclusively, is still held when the function returns}}
  // expected-note@-2{{resource 'Nodes.Flink->Lock' is acquired exclusively here}}
  // expected-note@-3{{resource 'Nodes.Flink->Lock', acquired exclusively, is still held when the function returns}}
}

// A function that nobody can see into gives an object, locked as its name says.
PNODE AcquireFirst(VOID);
PNODE FirstOf(VOID);

VOID cameHeld_ok(ULONG Id) {
  PNODE Node = AcquireFirst(), Next;

  if (Node->Id == Id) {
    Next = Node->Next;
    FltAcquireResourceShared(&Next->Lock);
    FltReleaseResource(&Node->Lock);
    Node = Next;
  }
  FltReleaseResource(&Node->Lock);
}

VOID cameUnheld(ULONG Id) {
  PNODE Node = FirstOf();

  if (Node->Id == Id)
  // expected-note@-1{{Assuming 'Id' is not equal to field 'Id'}}
  // expected-note@-2{{Taking false branch}}
    FltAcquireResourceShared(&Node->Lock);
  Node->Id = 0;
  FltReleaseResource(&Node->Lock);
  // expected-warning@-1{{resource 'Node->Lock' is released but not held on this path}}
  // expected-note@-2{{resource 'Node->Lock' is released but not held on this path}}
}
