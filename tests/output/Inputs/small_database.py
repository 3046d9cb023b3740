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
        "VOID Count(PERESOURCE Lock)\n{\n    FltAcquireResourceShared(Lock);\n"
        "    __try {\n        if (Lock->ActiveCount) return;\n    } __finally {\n"
        + ("" if name == "second.c" else "        FltReleaseResource(Lock);\n") +
        "    }\n}\n")
    entries.append({"directory": str(folder), "file": name,
                    "command": f"clang --config={include}/standalone.cfg -c {name}"})
json.dump(entries, sys.stdout)
