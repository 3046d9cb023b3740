# What can be done about a finding, and what the editor says of calls and functions.
# REQUIRES: lsp
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %fltcheck %t | FileCheck %s
import pathlib
import subprocess
import sys

from client import Client, show, uri

fltcheck, folder = sys.argv[1:]
TEXT = """#include <fltKernel.h>
typedef struct _TABLE { ERESOURCE Lock; ULONG Count; } TABLE, *PTABLE;
VOID TableBegin(PTABLE Table);
BOOLEAN TableTry(PTABLE Table);
VOID TableEnd(PTABLE Table);

VOID Leaves(PTABLE Table) {
  FltAcquireResourceShared(&Table->Lock);
  FltReleaseResource(&Table->Lock);
  KeLeaveCriticalRegion();
}

NTSTATUS Leaks(PTABLE Table) {
  TableBegin(Table);
  if (Table->Count == 0)
    return STATUS_UNSUCCESSFUL;
  TableEnd(Table);
  return STATUS_SUCCESS;
}

VOID Waits(PTABLE Table, BOOLEAN Wait) {
  if (ExAcquireResourceExclusiveLite(&Table->Lock, Wait))
    ExReleaseResourceLite(&Table->Lock);
  if (TableTry(Table)) TableEnd(Table);
}
"""
OTHER = """#include <fltKernel.h>
typedef struct _TABLE { ERESOURCE Lock; ULONG Count; } TABLE, *PTABLE;
VOID TableBegin(PTABLE Table) { FltAcquireResourceExclusive(&Table->Lock); }
VOID TableEnd(PTABLE Table) { FltReleaseResource(&Table->Lock); }
_Requires_lock_not_held_(Table->Lock)
BOOLEAN TableTry(PTABLE Table)
{
  FsRtlEnterFileSystem();
  if (ExAcquireResourceExclusiveLite(&Table->Lock, FALSE))
    return TRUE;
  FsRtlExitFileSystem();
  return FALSE;
}
"""
file, other = (pathlib.Path(folder, name) for name in ("use.c", "table.c"))
file.write_text(TEXT)
other.write_text(OTHER)
pathlib.Path(folder, "known.json").write_text(
    '{\n  "fltcheck-baseline": 1,\n  "findings": []\n}\n')
pathlib.Path(folder, "fltcheck.yaml").write_text("baseline: known.json\n")
c = Client([fltcheck, "--lsp"], folder, {"window": {"workDoneProgress": True}})
c.open(file)
found = c.wait(file, accept=lambda found: len(found) == 2)
show(found, folder)
# CHECK: 10:3-26: 2 fltcheck flt-critical-region-balance: {{.*}} tags=[1]
# CHECK: 16:5-31: 2 fltcheck flt-resource-balance: resource 'Table->Lock', acquired exclusively, is still held
c.until(lambda: [m for m in c.messages
                 if m["params"].get("value", {}).get("kind") == "end"], "progress")


def hover(name, at):
    line, column = next((number, text.index(name) + at)
                        for number, text in enumerate(TEXT.splitlines())
                        if text.startswith("  ") and name in text)
    reply = c.request("textDocument/hover", {
        "textDocument": {"uri": uri(file)},
        "position": {"line": line, "character": column}})
    print(reply and reply["contents"]["value"])


hover("ExAcquireResourceExclusiveLite", 3)
# CHECK: **ExAcquireResourceExclusiveLite**
# CHECK: - acquires Table->Lock exclusively if it returns TRUE; it waits unless Wait is FALSE
# CHECK: *built in: {{.*}}eresource.yaml:{{[0-9]+}}, after https://learn.microsoft.com/{{.*}}*
hover("TableBegin", 0)
# CHECK: **TableBegin**
# CHECK: - acquires Table->Lock exclusively
# CHECK: *worked out from the body of the function*
hover("TableTry", 8)
# CHECK: - acquires Table->Lock exclusively if it returns TRUE
hover("Count", 1)
# CHECK: None

# What a function leaves its caller with stands behind its head.
c.open(other)
for hint in c.request("textDocument/inlayHint", {
        "textDocument": {"uri": uri(other)},
        "range": {"start": {"line": 0, "character": 0},
                  "end": {"line": 99, "character": 0}}}):
    print(hint["position"]["line"] + 1, hint["label"])
# CHECK: 3 returns holding Table->Lock exclusively
# CHECK-NOT: 4 returns
# CHECK: 6 returns {{.*}}holding Table->Lock exclusively if it returns TRUE


def actions(line):
    at = {"line": line - 1, "character": 4}
    return c.request("textDocument/codeAction", {
        "textDocument": {"uri": uri(file)}, "range": {"start": at, "end": at},
        "context": {"diagnostics": []}})


for action in actions(10):
    print(action["title"], "edit" in action, action.get("isPreferred"))
# CHECK: Remove 'KeLeaveCriticalRegion();' True True
# CHECK-NEXT: Suppress flt-critical-region-balance at the report True None
# CHECK: Explain flt-critical-region-balance False None
for action in actions(16):
    print(action["title"])
# CHECK-NEXT: Suppress flt-resource-balance at the report
# CHECK-NEXT: Suppress flt-resource-balance at the acquisition
# CHECK-NEXT: Add to the baseline
# CHECK-NEXT: Explain flt-resource-balance
print(actions(2))
# CHECK-NEXT: []


def take(action):
    for change in action["edit"]["changes"][uri(file)]:
        start, end = change["range"]["start"], change["range"]["end"]
        version = c.change(file, [(start["line"], start["character"], end["line"],
                                   end["character"], change["newText"])])
    return c.wait(file, version)


print(len(take(actions(10)[0])))
# CHECK-NEXT: 1
print(len(take(actions(15)[1])))
# CHECK-NEXT: 0
version = c.change(file, [TEXT])
c.wait(file, version)
explain = actions(16)[-1]["command"]
c.request("workspace/executeCommand", explain)
c.until(lambda: any("flt-resource-balance.md" in m["params"].get("message", "")
                    for m in c.messages), "explanation")
add = actions(16)[2]["command"]
c.request("workspace/executeCommand", add)
found = c.wait(file, accept=lambda found: any(d["severity"] == 4 for d in found))
print([(d["severity"], d["data"]["known"]) for d in found])
# CHECK-NEXT: [(2, False), (4, True)]
print(subprocess.run([fltcheck, "--quiet", "--no-cache", "."], cwd=folder, text=True,
                     stdout=subprocess.PIPE).stdout.count("still held"))
# CHECK-NEXT: 0
try:
    c.request("workspace/executeCommand", {"command": "no.such"})
except RuntimeError as error:
    print(error)
# CHECK-NEXT: there is no command no.such
print(c.stop(), c.errors)
# CHECK-NEXT: 0 []
