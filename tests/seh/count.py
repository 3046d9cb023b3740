#!/usr/bin/env python3
"""Counts the functions with __try in a compilation database.

For each file Clang runs with the analyzer plugin, which prints how many
functions have a __try, how many it can follow, and which not and why:

    count.py --plugin build/llvm-22/lib/FltAnalyzerPlugin.so DATABASE...
"""

import argparse
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

CHECKER = "windows.StructuredExceptionHandling"
TOTAL = re.compile(r"SEH: (\d+) functions with __try, (\d+) lowered, (\d+) not "
                   r"analysed; (\d+) more hand exceptions on; (\d+) __try, "
                   r"(\d+) raise points, (\d+) exits")
VERIFIED = re.compile(r"SEH: (\d+) functions verified, (\d+) broken")


def count(options, entry):
    arguments = entry.get("arguments") or shlex.split(entry["command"])
    if options.clang:
        arguments[0] = options.clang
    arguments = [a for a in arguments if a != "-c"]
    # Paths are not followed: one step is enough for each function.
    arguments += ["--analyze", "-Xclang", "-load", "-Xclang", options.plugin]
    for argument in ["-analyzer-checker=" + CHECKER, "-analyzer-config",
                     CHECKER + ":Stats=true," + CHECKER + ":Verify=true,"
                     "max-nodes=1", "-analyzer-output=text"]:
        arguments += ["-Xclang", argument]
    result = subprocess.run(arguments, cwd=entry["directory"],
                            capture_output=True, text=True)
    return entry["file"], result.returncode, result.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", nargs="+",
                        help="folder with compile_commands.json")
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--clang", help="instead of the database's compiler")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    options.plugin = os.path.abspath(options.plugin)
    status = 0
    for folder in options.database:
        with open(os.path.join(folder, "compile_commands.json")) as f:
            entries = json.load(f)
        total, verified, failed = [0] * 7, [0, 0], []
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for name, code, text in pool.map(lambda e: count(options, e),
                                             entries):
                figures = TOTAL.search(text)
                if code or not figures:
                    failed.append((name, text))
                    continue
                total = [a + int(b) for a, b in zip(total, figures.groups())]
                sound = VERIFIED.search(text)
                verified = [a + int(b)
                            for a, b in zip(verified, sound.groups())]
                for line in text.splitlines():
                    if "is not analysed" in line or "is broken" in line:
                        print(line)
        print("%s: %d files; %d functions with __try, %d lowered, %d not "
              "analysed; %d more hand exceptions on; %d __try, %d raise points, "
              "%d exits; %d verified, %d broken"
              % tuple([folder, len(entries) - len(failed)] + total + verified))
        for name, text in failed:
            errors = [l for l in text.splitlines() if "error:" in l]
            print("  not counted: %s: %s" % (name, (errors or ["?"])[0]))
        if failed or total[2] or verified[1]:
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
