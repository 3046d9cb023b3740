"""Runs files through all four front ends and compares what they say.

same.py --clang C --clang-tidy T --module M --plugin P --flt-tidy F --fltcheck G
        --config standalone.cfg FILE...

A finding is file, line, column, message, check and the steps of its path. The
analyzer's own text has more steps ("Taking true branch"), so that ours must be
among them; the other three must agree in everything. Prints what each file has.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

CHECKS = {"ResourceBalance": "flt-resource-balance",
          "CriticalRegionBalance": "flt-critical-region-balance",
          "OldContextRelease": "flt-old-context-release",
          "ContextRelease": "flt-context-release",
          "ReferenceRelease": "flt-reference-release"}
MESSAGE = re.compile(r"^(.+?):(\d+):(\d+): (warning|note): (.*)$")


def run(command, fine=(0,)):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode not in fine:
        sys.exit(f"exit status {done.returncode} of {command}:\n{done.stdout}")
    return done.stdout


def read_text(text):
    """Findings of the text that clang and clang-tidy print."""
    found, current = [], None
    for line in text.splitlines():
        match = MESSAGE.match(line)
        if not match:
            continue
        file, number, column, kind, message = match.groups()
        place = (os.path.basename(file), int(number), int(column))
        if kind == "note":
            if current and "expanded from macro" not in message:
                current[1].append((*place, message))
            continue
        named = re.match(r"(.*) \[(.*)\]$", message)
        check = named[2] if named else ""
        check = CHECKS.get(check.removeprefix("flt."), check)
        current = ((*place, named[1] if named else message, check), [])
        if check.startswith("flt-"):
            found.append(current)
        else:
            current = None
    return found


def read_json(text):
    def place(where):
        return os.path.basename(where["file"]), where["line"], where["column"]
    return [((*place(f["where"]), f["message"], f["check"]),
             [(*place(step["where"]), step["text"]) for step in f["path"]])
            for f in json.loads(text)["findings"]]


def key(finding):
    return finding[0]


def compare(name, others, expected, found):
    expected, found = sorted(expected, key=key), sorted(found, key=key)
    if expected == found:
        return
    for missing in [f for f in expected if f not in found]:
        print(f"{others} and not {name}: {missing}", file=sys.stderr)
    for more in [f for f in found if f not in expected]:
        print(f"{name} and not {others}: {more}", file=sys.stderr)
    sys.exit(1)


def contains(path, steps):
    """Whether the steps stand in the path in their order."""
    rest = iter(path)
    return all(step in rest for step in steps)


def check(arguments, file):
    flags = [f"--config={arguments.config}"]
    tidy = [arguments.clang_tidy, "--quiet", "-load", arguments.module,
            "--checks=-*,flt-*", file, "--", *flags]
    stock = run(tidy)
    own = run([arguments.flt_tidy, *tidy[1:2], *tidy[4:]])
    if stock != own:
        sys.exit(f"{file}: clang-tidy says\n{stock}\nand flt-tidy\n{own}")
    findings = read_text(stock)

    analyzer = read_text(run(
        [arguments.clang, *flags, "--analyze", "-Xclang", "-load", "-Xclang",
         arguments.plugin, "-Xclang", "-analyzer-checker=flt",
         "-Xclang", "-analyzer-output=text", file]))
    compare("the analyzer plugin", "clang-tidy", [(k, []) for k, _ in findings],
            [(k, []) for k, _ in analyzer])
    paths = dict(analyzer)
    for finding, steps in findings:
        if not contains(paths[finding], steps):
            sys.exit(f"{finding}: steps {steps} are not among {paths[finding]}")

    # LLVM 19 does not finish the loops of the example's table.c within the budget,
    # which fltcheck tells by its status (2); the findings are the same.
    gate = read_json(run(
        [arguments.fltcheck, "--quiet", "--no-cache", "--no-cross-file",
         "--format=json", "-p", arguments.database, file],
        fine=(0, 1, 2, 3)))
    compare("fltcheck", "clang-tidy", findings, gate)
    names = [f"{CHECK.removeprefix('flt-')} {sum(k[4] == CHECK for k, _ in findings)}"
             for CHECK in CHECKS.values()]
    print(f"{file.name}: {', '.join(names)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("clang", "clang-tidy", "module", "plugin", "flt-tidy", "fltcheck", "config"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        arguments.database = folder
        pathlib.Path(folder, "compile_commands.json").write_text(json.dumps([
            {"directory": str(file.parent.resolve()), "file": str(file.resolve()),
             "arguments": ["clang", f"--config={arguments.config}", "-c", str(file.resolve())]}
            for file in arguments.files]), encoding="utf-8")
        for file in arguments.files:
            check(arguments, file.resolve())


if __name__ == "__main__":
    main()
