# What other files do is known in the background: it is refreshed when one is saved or
# changes on the disk, and a keystroke costs its own file only. Settings of the project
# count as they do for fltcheck.
# REQUIRES: lsp
# RUN: rm -rf %t && mkdir %t && cp %flt_source/tests/driver/Inputs/shelf/* %t
# RUN: %python %s %fltcheck %t | FileCheck %s
import pathlib
import sys

from client import Client, show, uri

fltcheck, folder = sys.argv[1:]
across, context = (pathlib.Path(folder, name) for name in ("across.c", "context.c"))
watching = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
c = Client([fltcheck, "--lsp", "--no-cache"], folder, watching)
c.open(across)
show(c.wait(across, accept=bool), folder)
# CHECK: 11:5-{{.*}} context 'Context', returned by 'ShelfGet', is not released
c.until(lambda: any(m["method"] == "client/registerCapability" for m in c.messages),
        "registration")

# An edit leaves what is known of the others.
version = c.change(across, [(0, 0, 0, 0, "\n")])
show(c.wait(across, version), folder)
# CHECK: 12:5-{{.*}} context 'Context', returned by 'ShelfGet', is not released
version = c.change(across, [(0, 0, 1, 0, "")])
c.wait(across, version)

# The other file gives nothing any more: first as a change of the disk by others, then
# undone in the editor and saved.
text = context.read_text()
without = ("#include \"shelf.h\"\nNTSTATUS ShelfGet(PFLT_INSTANCE Instance, "
           "PSHELF_CONTEXT *Context) {\n  *Context = NULL;\n  "
           "return STATUS_UNSUCCESSFUL;\n}\n")
context.write_text(without)
c.notify("workspace/didChangeWatchedFiles",
         {"changes": [{"uri": uri(context), "type": 2}]})
print(c.wait(across, accept=lambda found: not found))
# CHECK: []
c.open(context)
c.change(context, [text])
context.write_text(text)
c.save(context)
show(c.wait(across, accept=bool), folder)
# CHECK: 11:5-{{.*}} context 'Context', returned by 'ShelfGet', is not released

# fltcheck.yaml switches the check off.
settings = pathlib.Path(folder, "fltcheck.yaml")
settings.write_text("checks: -flt-context-release\n")
c.notify("workspace/didChangeWatchedFiles",
         {"changes": [{"uri": uri(settings), "type": 1}]})
print(c.wait(across, accept=lambda found: not found))
# CHECK: []

# What is wrong in it is said, and the server goes on.
settings.write_text("chekcs: flt-context-release\n")
c.notify("workspace/didChangeWatchedFiles",
         {"changes": [{"uri": uri(settings), "type": 2}]})
c.until(lambda: any("chekcs" in m["params"].get("message", "") for m in c.messages),
        "message")
settings.unlink()
c.notify("workspace/didChangeWatchedFiles",
         {"changes": [{"uri": uri(settings), "type": 3}]})
show(c.wait(across, accept=bool), folder)
# CHECK: 11:5-{{.*}} context 'Context'

# Its folder goes, and with it what was said.
c.notify("workspace/didChangeWorkspaceFolders", {"event": {
    "added": [], "removed": [{"uri": uri(folder), "name": "driver"}]}})
c.save(across)
print(c.stop(), c.errors)
# CHECK: 0 []
