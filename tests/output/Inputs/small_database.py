"""Writes two sources to argv[1] and prints a compile database for them that uses
the stand-in headers in argv[2]."""

import json
import pathlib
import sys

folder, include = pathlib.Path(sys.argv[1]), sys.argv[2]
entries = []
for name in ("first.c", "second.c"):
    (folder / name).write_text(
        "#include <fltKernel.h>\n"
        "VOID Hold(PERESOURCE Lock)\n{\n    FltAcquireResourceShared(Lock);\n"
        "    FltReleaseResource(Lock);\n}\n")
    entries.append({"directory": str(folder), "file": name,
                    "command": f"clang --config={include}/standalone.cfg -c {name}"})
json.dump(entries, sys.stdout)
