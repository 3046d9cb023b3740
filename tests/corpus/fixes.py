#!/usr/bin/env python3
"""Tells whether FltCheck would have found what the commits of a repository mend.

Takes a repository and a list of commits that mend a lock or a context. Looks at
the mended file as it was before each commit and as it is after it: what the
commit mends should be found before and not after. Not part of the timed tests;
run it by hand:

    tests/corpus/fixes.py --fltcheck build/llvm-22/bin/fltcheck \\
        --repository path/to/btrfs tests/corpus/fixes-btrfs.tsv

A line of the list has a commit, a file and a function (several, separated by
commas, if a defect may as well be shown in a caller), separated by blanks; what
follows a '#' is a remark. For each line, one of:

    found        a finding in the function is gone with the commit
    missed       there was none
    still there  ... or as many are there after it
    not parsed   the file does not compile as it was
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile


def checkout(repository, revision, folder):
    """Writes the tree of `revision` to `folder`."""
    archive = subprocess.run(["git", "-C", repository, "archive", revision],
                             capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)


def look_at(options, revision, file):
    """(findings by function, incomplete functions) of a file, or None."""
    with tempfile.TemporaryDirectory() as folder:
        checkout(options.repository, revision, folder)
        what = pathlib.Path(folder) / file
        if not what.exists():
            return None
        report = pathlib.Path(folder) / "fltcheck-report.json"
        subprocess.run(
            [options.fltcheck, "-j1", "--no-cache", "--quiet",
             f"--json={report}", *options.option,
             str(what.parent if options.whole else what)],
            capture_output=True, check=False, timeout=options.timeout)
        try:
            result = json.loads(report.read_text())
        except (OSError, ValueError):
            return None
    findings = collections.defaultdict(list)
    for finding in result["findings"]:
        findings[finding["function"]].append(finding["message"])
    unfinished = {u.get("function", ""): u.get("reason", "")
                  for u in result["unfinished"]}
    if any("compile" in reason for reason in unfinished.values()):
        return None
    return findings, unfinished


def judge(options, commit, file, functions):
    try:
        before = look_at(options, commit + "^", file)
        after = look_at(options, commit, file)
    except subprocess.TimeoutExpired:
        return "missed", ["too slow"]
    if before is None or after is None:
        return "not parsed", []

    def messages(result):
        return collections.Counter(
            m for f in functions for m in result[0].get(f, []))

    gone = messages(before) - messages(after)
    left = messages(after)
    remarks = [f"incomplete: {f}: {before[1][f]}"
               for f in functions if f in before[1]]
    if gone:
        return "found", sorted(gone) + [f"left: {m}" for m in sorted(left)]
    if left:
        return "still there", sorted(left) + remarks
    return "missed", remarks


def commits(path):
    for line in pathlib.Path(path).read_text().splitlines():
        words = line.split("#")[0].split()
        if words:
            yield words[0], words[1], words[2].split(",")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list")
    parser.add_argument("--fltcheck", required=True)
    parser.add_argument("--repository", required=True)
    parser.add_argument("--whole", action="store_true",
                        help="look at the whole folder, not at the file alone")
    parser.add_argument("--option", action="append", default=[],
                        help="a further option for fltcheck")
    parser.add_argument("--timeout", type=int, default=900)
    parser.add_argument("-j", type=int, default=1, dest="jobs")
    options = parser.parse_args()

    counts = collections.Counter()
    work = list(commits(options.list))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda item: judge(options, *item), work)
        for (commit, file, functions), (verdict, remarks) in zip(work, results):
            counts[verdict] += 1
            print(f"{verdict:12} {commit[:8]} {file} {','.join(functions)}",
                  flush=True)
            for remark in remarks:
                print(f"    {remark}")
    parsed = sum(counts.values()) - counts["not parsed"]
    print(f"{counts['found']} of {parsed} found before and gone after, "
          f"{counts['not parsed']} not parsed")
    return counts["found"] < parsed


if __name__ == "__main__":
    sys.exit(main())
