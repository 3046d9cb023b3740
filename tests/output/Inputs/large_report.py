"""large_report.py DIR N: writes sources to DIR and prints a report with N
findings in them."""

import json
import pathlib
import sys

folder, number = pathlib.Path(sys.argv[1]), int(sys.argv[2])
HOSTILE = '<img src=x onerror="window.Injected=1"></script><script>window.Injected=1</script>'
findings, sources = [], []
PER_FILE = 10
for file in range(number // PER_FILE):
    name = f"file{file:02}.c"
    lines = [f"// {HOSTILE}"]
    for function in range(PER_FILE):
        start = len(lines)
        lines += [f"NTSTATUS Function{function}(PVOID P)", "{"]
        lines += [f"    Call{i}(P, {i}, \"text\"); /* step */" for i in range(60)]
        lines += ["    return STATUS_SUCCESS;", "}", ""]
        place = lambda line: {"file": name, "line": line, "column": 5}
        findings.append({
            "check": "flt-resource-balance", "function": f"Function{function}",
            "message": f"{HOSTILE} leak {file * PER_FILE + function}",
            "where": place(start + 63), "acquired": place(start + 4),
            "path": [{"where": place(start + 4 + 7 * i), "text": f"{HOSTILE} {i}"}
                     for i in range(8)]})
    (folder / name).write_text("\n".join(lines) + "\n")
    sources.append(name)
json.dump({"findings": findings, "sources": sources,
           "checks": ["flt-resource-balance"], "files": len(sources)}, sys.stdout)
