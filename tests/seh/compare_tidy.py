#!/usr/bin/env python3
"""Compares what other checks find with and without ours beside them.

    compare_tidy.py CLANG-TIDY [OPTION...] FILE... -- FLAGS

The other checks must say the same to the byte, notes included.
"""

import re
import subprocess
import sys

OTHERS = ("-*,clang-analyzer-*,bugprone-*,cert-*,concurrency-*,"
          "cppcoreguidelines-*,google-*,hicpp-*,llvm-*,misc-*,modernize-*,"
          "performance-*,readability-*")
HEAD = re.compile(r"^.*:\d+:\d+: (?:warning|error|remark): .* \[([^\]]+)\]$")


def findings(command, checks):
    """Lists of (check, text with the notes), in the order of the output."""
    result = subprocess.run(
        command[:1] + ["-quiet", "-checks=" + checks] + command[1:],
        capture_output=True, text=True)
    if "error:" in result.stdout or result.returncode:
        sys.exit(result.stdout + result.stderr)
    found = []
    for line in result.stdout.splitlines():
        head = HEAD.match(line)
        if head:
            found.append((head.group(1), [line]))
        elif found:
            found[-1][1].append(line)
    return found


def main():
    command = sys.argv[1:]
    alone = findings(command, OTHERS)
    beside = findings(command, OTHERS + ",flt-*")
    ours = [f for f in beside if f[0].startswith("flt-")]
    theirs = [f for f in beside if not f[0].startswith("flt-")]
    same = alone == theirs
    for a, b in zip(alone, theirs):
        if a != b:
            print("\n".join(["without:"] + a[1] + ["with:"] + b[1]))
            break
    analyzer = sum(1 for f in alone if f[0].startswith("clang-analyzer-"))
    print("%d findings of the analyzer, %d of other checks, %s; %d of ours"
          % (analyzer, len(alone) - analyzer,
             "the same with ours" if same else "others with ours", len(ours)))
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
