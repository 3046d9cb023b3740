"""Writes a driver whose functions have so many branches that nobody can follow
all of their paths: 2 to the power of the argument. The lines on which something
is wrong are marked with LEAK."""

import sys

HEAD = """#include <fltKernel.h>

typedef struct _OBJECT {
  ERESOURCE Lock;
  ULONG Values[1000];
} OBJECT, *POBJECT;

NTSTATUS Step(POBJECT Object, ULONG Number);
"""

ACQUIRE = ["  FltAcquireResourceExclusive(&Object->Lock);"]
RELEASE = ["    FltReleaseResource(&Object->Lock);"]
# One of many paths has the flag set; it must not be given up for the others.
MAY_ACQUIRE = ["  BOOLEAN Held = FALSE;", "  if (Write) {", *ACQUIRE,
               "    Held = TRUE;", "  }"]
MAY_RELEASE = ["  if (Held)", *RELEASE]
GET = ["  PFLT_CONTEXT Context = NULL;",
       "  Status = FltGetInstanceContext(Instance, &Context);",
       "  if (!NT_SUCCESS(Status))",
       "    return Status;"]
PUT = ["    FltReleaseContext(Context);"]
MAY_GET = ["  PFLT_CONTEXT Context = NULL;", "  if (Write)",
           "    FltGetInstanceContext(Instance, &Context);"]
MAY_PUT = ["  if (Context != NULL)", *PUT]
EARLY = ["  if (Object->Values[999])",
         "    return STATUS_UNSUCCESSFUL; // LEAK {name}"]

FUNCTIONS = [
    ("Resource", ACQUIRE, RELEASE),
    ("ResourceForgotten", ACQUIRE, EARLY + RELEASE),
    ("ResourceByFlag", MAY_ACQUIRE, MAY_RELEASE),
    ("ResourceByFlagForgotten", MAY_ACQUIRE, EARLY + MAY_RELEASE),
    ("Context", GET, PUT),
    ("ContextForgotten", GET, EARLY + PUT),
    ("ContextByPointer", MAY_GET, MAY_PUT),
    ("ContextByPointerForgotten", MAY_GET, EARLY + MAY_PUT),
]


def function(name, begin, end, count):
    yield f"NTSTATUS {name}(POBJECT Object, PFLT_INSTANCE Instance, BOOLEAN Write)"
    yield "{"
    yield "  NTSTATUS Status = STATUS_SUCCESS;"
    yield from begin
    for i in range(count):
        yield f"  if (Object->Values[{i}] == {i})"
        yield f"    Status = Step(Object, {i});"
    for line in end:
        yield line.replace("{name}", name)
    yield "  return Status;"
    yield "}\n"


lines = [HEAD]
for row in FUNCTIONS:
    lines += function(*row, int(sys.argv[1]))
print("\n".join(lines))
