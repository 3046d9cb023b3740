#!/usr/bin/env python3
"""Compares the stand-in headers with the names that the documentation has.

  documented.py --clang clang-22 --include checker/include [--missing HEADER]

Prints for each header how many of its documented names are declared; fails if a
routine is declared with another number of parameters than documented: rows of
the model find a routine by its name and that number.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys

# Documented as a macro, or with parameters that are no parameters of the call.
EXCEPTIONS = {
    "DriverEntry", "RtlWalkFrameChain",
}


def read_names(path):
    """{header: {name: number of parameters, or None}}"""
    headers, header = collections.OrderedDict(), None
    for line in path.read_text().splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            header = headers.setdefault(line.rstrip(":"), {})
            continue
        for word in line.split():
            name, _, count = word.partition("/")
            if count or name not in header:
                header[name] = int(count) if count else header.get(name)
    return headers


def compile_with(args, source, *flags):
    result = subprocess.run(
        [args.clang, "--no-default-config",
         f"--config={args.include}/standalone.cfg", "-fsyntax-only", "-w",
         "-x", "c", *flags, "-"],
        input=source, capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stderr)
    return result.stdout


def declared(args, source):
    """{name: numbers of parameters, or none for what is no function}"""
    names = collections.defaultdict(set)
    for line in compile_with(args, source, "-E", "-dM").splitlines():
        match = re.match(r"#define (\w+)", line)
        names[match.group(1)]
    function, depth = None, 0
    for line in compile_with(args, source, "-Xclang", "-ast-dump",
                             "-fno-color-diagnostics").splitlines():
        match = re.match(r"([| `-]*)(\w+)Decl 0x", line)
        if not match:
            continue
        kind = match.group(2)
        if kind == "ParmVar":
            if function and len(match.group(1)) == depth + 2:
                count[0] += 1
            continue
        if function:
            names[function].add(count[0])
            function = None
        rest = re.search(r" (\w+) '" if "'" in line else
                         r" (\w+)(?: definition)?$", line)
        if not rest:
            continue
        names[rest.group(1)]
        if kind == "Function":
            function, depth, count = rest.group(1), len(match.group(1)), [0]
            if "'" in line and "..." in line.split("'")[1]:
                function = None
    if function:
        names[function].add(count[0])
    return names


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clang", required=True)
    parser.add_argument("--include", required=True)
    parser.add_argument("--missing", help="list what this header lacks")
    args = parser.parse_args()
    args.include = str(pathlib.Path(args.include).resolve())
    documented = read_names(pathlib.Path(args.include, "documented-names.txt"))
    present = {p.name.lower(): p.name
               for p in pathlib.Path(args.include).iterdir()}
    ours = [present[h] for h in documented if h in present]
    source = "#include <fltKernel.h>\n" + "".join(
        f"#include <{h}>\n" for h in ours)
    names = declared(args, source)
    wrong = total = found = 0
    for header, expected in documented.items():
        have = [n for n in expected if n in names]
        total, found = total + len(expected), found + len(have)
        print(f"{header:24} {len(have):5} of {len(expected):5}")
        if args.missing == header:
            print("  " + " ".join(sorted(set(expected) - set(have))))
        for name in have:
            counts = names[name]
            if (expected[name] is not None and counts and
                    expected[name] not in counts and name not in EXCEPTIONS):
                wrong += 1
                print(f"  {name}: declared with {sorted(counts)} parameters, "
                      f"documented with {expected[name]}")
    print(f"{'all':24} {found:5} of {total:5}; {wrong} with another number of "
          "parameters")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
