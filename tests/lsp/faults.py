# A file whose analysis dies costs the editor nothing but that file; and the server is
# there to see it mended. Text that is no ASCII counts in the units of the protocol.
# REQUIRES: lsp
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %fltcheck %t | FileCheck %s
import pathlib
import sys

from client import Client, show

fltcheck, folder = sys.argv[1:]
LEAK = """#include <fltKernel.h>
VOID Leaks(PERESOURCE Lock, BOOLEAN Early) {
  FltAcquireResourceExclusive(Lock);
  if (Early) { /* \U0001f512\u00e9 */ return; }
  FltReleaseResource(Lock);
}
"""
file = folder + "/leak.c"
pathlib.Path(file).write_text(LEAK)
c = Client([fltcheck, "--lsp"], folder)
c.open(file)
show(c.wait(file), folder)
# CHECK: 4:26-32: 2 fltcheck flt-resource-balance: resource 'Lock', acquired exclusively, is still held

version = c.change(file, [(0, 0, 0, 0, "#pragma clang __debug crash\n")])
show(c.wait(file, version), folder)
# CHECK: 1:1-{{[0-9]+}}: 3 fltcheck incomplete: not checked: its process died

version = c.change(file, [(0, 0, 1, 0, "")])
show(c.wait(file, version), folder)
# CHECK: 4:26-32: 2 fltcheck flt-resource-balance: resource 'Lock'

# An edit behind such a character; a text that is not finished says so.
version = c.change(file, [(3, 25, 3, 32, "FltReleaseResource(Lock); return; ")])
print(c.wait(file, version))
# CHECK: []
version = c.change(file, [(1, 0, 1, 0, "VOID Half(")])
show(c.wait(file, version), folder)
# CHECK: 3 fltcheck incomplete: not {{(wholly )?}}checked: it does not compile

# Many edits in a row: what is said last is about the last text.
for _ in range(20):
    version = c.change(file, [(1, 0, 1, 0, " ")])
version = c.change(file, [LEAK])
show(c.wait(file, version), folder)
# CHECK: 4:26-32: 2 fltcheck flt-resource-balance: resource 'Lock'
print(c.stop(), c.errors)
# CHECK: 0 []
