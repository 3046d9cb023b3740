"""Input of growing size, and what fltcheck needs for it.

Three things grow, one at a time: files, functions in a file, and branches in a
function. Every function takes a lock and a context reference and gives them
back on all paths; the last one of each file forgets the lock on one path, so
that a run that looks at nothing can't pass for a fast one.
"""

import json
import math
import sys

from measure import Cost, measure

SIZES = {
    "files": [1, 2, 4, 8, 16, 32],
    "functions": [4, 8, 16, 32, 64, 128],
    "branches": [2, 4, 8, 16, 32, 64],
}
BASE = {"files": 1, "functions": 8, "branches": 4}

HEAD = """#include <fltKernel.h>

typedef struct _OBJECT {
    ERESOURCE Lock;
    ULONG Values[64];
} OBJECT, *POBJECT;

NTSTATUS Step(POBJECT Object, ULONG Number);
"""


def function(name, branches, leak):
    lines = [f"NTSTATUS {name}(POBJECT Object, PFLT_INSTANCE Instance, PFILE_OBJECT File)",
             "{", "    PFLT_CONTEXT Context = NULL;", "    NTSTATUS Status;", "",
             "    Status = FltGetStreamContext(Instance, File, &Context);",
             "    if (!NT_SUCCESS(Status))", "        return Status;",
             "    FltAcquireResourceExclusive(&Object->Lock);"]
    for i in range(branches):
        # Every second branch leaves early, the others join again.
        if i % 2:
            lines += [f"    if (Object->Values[{i % 64}] == {i})", f"        Status = Step(Object, {i});"]
        else:
            lines += [f"    if (!NT_SUCCESS(Step(Object, {i})))", "        goto Done;"]
    if leak:
        lines += ["    if (Object->Values[0] > 100) {", "        FltReleaseContext(Context);",
                  "        return STATUS_UNSUCCESSFUL;", "    }"]
    lines += ["Done:", "    FltReleaseResource(&Object->Lock);",
              "    FltReleaseContext(Context);", "    return Status;", "}", ""]
    return "\n".join(lines)


def make_driver(folder, config, files, functions, branches):
    folder.mkdir(parents=True)
    database = []
    for file in range(files):
        parts = [HEAD] + [
            function(f"File{file}Function{f}", branches, leak=f + 1 == functions)
            for f in range(functions)]
        source = folder / f"file{file}.c"
        source.write_text("\n".join(parts), encoding="utf-8")
        database.append({"directory": str(folder), "file": source.name,
                         "arguments": ["clang", f"--config={config}", "-c", source.name]})
    path = folder / "compile_commands.json"
    path.write_text(json.dumps(database), encoding="utf-8")
    return database, path


def point(arguments, folder, size):
    config = arguments.build / "share/fltcheck/include/standalone.cfg"
    database, path = make_driver(folder, config, **size)
    parse, check = Cost(), Cost()
    report = folder / "report.json"
    for entry in database:
        parse.add(measure([arguments.llvm / "clang", *entry["arguments"][1:],
                           "-fsyntax-only"], folder))
    check.add(measure([arguments.build / "bin/fltcheck", "-j1", "--quiet", "--no-cache",
                       "--format=json", "--output", report, path], folder, (0, 1, 2, 3)))
    found = len(json.loads(report.read_text(encoding="utf-8"))["findings"])
    if parse.failed or check.failed or found < size["files"]:
        raise SystemExit(f"{size}: {parse.failed} files do not parse, fltcheck "
                         f"{'failed' if check.failed else 'ran'}, {found} findings")
    return {"parse": parse.cpu, "fltcheck": check.cpu, "peak": check.peak, "findings": found}


def run(arguments, folder):
    series = {}
    for name, sizes in SIZES.items():
        series[name] = []
        for size in sizes:
            print(f"{name} {size} ...", file=sys.stderr, flush=True)
            at = folder / f"{name}{size}"
            series[name].append({"size": size, **point(arguments, at, {**BASE, name: size})})
    return series


def exponent(points):
    """Of the last doubling: before it, what every run costs hides the growth."""
    last, before = points[-1], points[-2]
    return (math.log(last["fltcheck"] / before["fltcheck"]) /
            math.log(last["size"] / before["size"]))
