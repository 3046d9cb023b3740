# What an editor is told of the example driver: with the steps of the path, the page of
# the check, and what a fix would take out; also of text that nobody saved.
# REQUIRES: lsp
# RUN: rm -rf %t && cp -r %flt_source/docs/example %t
# RUN: echo --config=%standalone_cfg > %t/compile_flags.txt
# RUN: %python %s %fltcheck %t | FileCheck %s
import sys

from client import Client, show, uri

fltcheck, folder = sys.argv[1:]
c = Client([fltcheck, "--lsp"], folder)
print(c.answer["serverInfo"], c.answer["capabilities"]["textDocumentSync"]["change"])
# CHECK: {'name': 'fltcheck', 'version': '{{[0-9.]+}}'} 2

create = folder + "/create.c"
c.open(create)
found = c.wait(create)
show(found, folder)
# CHECK-NEXT: 148:5-41: 2 fltcheck flt-context-release: context 'streamContext', returned by 'FltGetStreamContext', is not released
# CHECK: create.c:139:12: context 'streamContext' is returned here by 'FltGetStreamContext'
# CHECK: 185:9-31: 2 fltcheck flt-context-release: context 'streamContext' is used after
# CHECK: create.c:183:5: context 'streamContext' is released here
print(found[0]["codeDescription"]["href"])
print(found[0]["data"]["function"], found[0]["data"]["acquired"]["range"]["start"])
# CHECK: https://{{.*}}/checks/flt-context-release.md
# CHECK-NEXT: PantryPreWrite {'character': 11, 'line': 138}

# What can go is marked so that editors fade it: here it can, without the comment.
notify = folder + "/notify.c"
c.open(notify)
show(c.wait(notify), folder)
# CHECK: 33:3-24: 2 fltcheck flt-critical-region-balance: 'KeLeaveCriticalRegion' is redundant: 
version = c.change(notify, [(31, 0, 32, 0, "")])
show(c.wait(notify, version), folder)
# CHECK: 32:3-24: 2 fltcheck flt-critical-region-balance: {{.*}} tags=[1]

# Files that nobody opened are known when the driver has been looked at.
table = folder + "/table.c"
show(c.wait(table), folder)
# CHECK: 63:7-{{[0-9]+}}: 2 fltcheck flt-resource-balance: resource 'Pantry.TableLock', acquired exclusively, is still held

# Unsaved text counts: a release before the return mends it, one line down.
version = c.change(create, [(147, 0, 147, 0,
                             "    FltReleaseContext( streamContext );\n")])
print("changed")
show(c.wait(create, version), folder)
# CHECK: changed
# CHECK: 186:9-31:
# CHECK-NOT: 149

# A comment that suppresses it does as well, and the file on the disk says nothing yet.
version = c.change(create, [(185, 0, 185, 0,
                             "// NOLINTNEXTLINE(flt-context-release)\n")])
print(c.wait(create, version))
# CHECK: []

# Undone by closing: what is on the disk counts again.
c.close(create)
print(len(c.wait(create, accept=lambda found: len(found) == 2)))
# CHECK-NEXT: 2
print(c.stop(), c.errors)
# CHECK: 0 []
