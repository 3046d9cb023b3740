#!/usr/bin/env python3
"""How much of drivers is understood with the stand-in headers.

  coverage.py --fltcheck build/llvm-22/bin/fltcheck [--jobs N] [--names N] \\
      [--reports DIR] [NAME=]INPUT...

INPUT is what fltcheck takes: a folder, a project, a solution. Nothing of it is
built, and no path is followed. Prints a table

  driver | files | functions | analysed | of files with all headers | reasons

and all names and headers that nothing declares, those that most drivers and
files want first.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile


def look(args, name, source):
    """The report of fltcheck about one driver, or why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(args.reports or folder,
                              name.replace("/", "_") + ".json")
        if os.path.exists(report):
            os.remove(report)
        command = [args.fltcheck, "--dry-run", "--no-cache", "--quiet",
                   f"-j{args.jobs}", f"--json={report}", source]
        try:
            result = subprocess.run(command, capture_output=True, text=True,
                                    errors="replace", timeout=args.timeout)
        except subprocess.TimeoutExpired:
            return f"no end after {args.timeout} s"
        if not os.path.exists(report):
            return (result.stderr.strip() or "no report").splitlines()[-1]
        with open(report, encoding="utf-8") as file:
            return json.load(file)


def reasons(report):
    """The first words of why files and functions are left out, by number."""
    count = collections.Counter()
    for entry in report["unfinished"]:
        if entry["function"] or not entry.get("partly"):
            text = re.sub(r" \(and \d+ more\)$", "", entry["reason"])
            count[text.removeprefix("it does not compile: ")] += 1
    return "; ".join(f"{text} ({number})"
                     for text, number in count.most_common(3))


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


def row(name, report):
    """The second share leaves out the functions of files that lack a header:
    that of a submodule, or of a build. Which they are is listed below."""
    def unit(entry):
        return entry.get("unit") or entry["where"]["file"]
    unread = {unit(e) for e in report["unfinished"]
              if not e["function"] and not e.get("partly") and e.get("unit")}
    lacking = {unit(e) for e in report["unfinished"]
               if not e["function"] and "file not found" in e["reason"]}
    understood, broken = report["functions"], report["broken"]
    total = understood + broken
    elsewhere = sum(1 for e in report["unfinished"]
                    if e["function"] and unit(e) not in lacking)
    files = str(report["files"] + len(unread))
    if unread:
        files += f" ({len(unread)} not)"
    return (f"| {name} | {files} | {total} | {percent(understood, total)} "
            f"| {percent(understood, understood + elsewhere)} "
            f"| {reasons(report)} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fltcheck", required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--names", type=int, default=100,
                        help="how many unknown names to list; 0 for all")
    parser.add_argument("--reports", metavar="DIR",
                        help="keep what fltcheck says of each driver there")
    parser.add_argument("--timeout", type=int, default=1800)
    parser.add_argument("inputs", nargs="+", metavar="[NAME=]INPUT")
    args = parser.parse_args()
    if args.reports:
        os.makedirs(args.reports, exist_ok=True)

    print("| driver | files | functions | analysed | with all headers "
          "| reasons for the rest |")
    print("|---|--:|--:|--:|--:|---|", flush=True)
    drivers = collections.defaultdict(set)
    uses = collections.Counter()
    header = {}
    failed = False
    for word in args.inputs:
        name, equals, source = word.partition("=")
        source = source if equals else word
        report = look(args, name, source)
        if isinstance(report, str):
            failed = True
            print(f"| {name} | | | | | {report} |", flush=True)
            continue
        print(row(name, report), flush=True)
        for unknown in report["unknown"]:
            key = (unknown["kind"], unknown["name"])
            drivers[key].add(name)
            uses[key] += unknown["uses"]
            header[key] = unknown.get("header", "")

    ranked = sorted(drivers, key=lambda k: (-len(drivers[k]), -uses[k], k))
    print(f"\n{len(ranked)} names that nothing declares"
          " (drivers, uses, kind, name, header that documents it):")
    for key in ranked[:args.names or None]:
        print(f"{len(drivers[key]):4} {uses[key]:6}  {key[0]:8} {key[1]}"
              f" {header[key] and '(' + header[key] + ')'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
