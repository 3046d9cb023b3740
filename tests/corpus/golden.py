#!/usr/bin/env python3
"""Stores what fltcheck says of given drivers, and shows how that differs later.

  golden.py store   FOLDER --fltcheck PROGRAM DRIVER...
  golden.py compare FOLDER --fltcheck PROGRAM [--allow REGEX] DRIVER...

For each driver the findings (JSON, with their paths) and the rows of its functions are
kept in FOLDER. A change that only moves code shows no difference; one that means to
change findings says in its commit which, and why.
"""

import argparse
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def run(program, driver):
    """What fltcheck says of a driver: lines for the findings, and for the rows."""
    with tempfile.TemporaryDirectory() as folder:
        report, rows = pathlib.Path(folder) / "report.json", pathlib.Path(folder) / "rows.yaml"
        done = subprocess.run(
            [program, "--quiet", "--no-cache", "--no-settings", "--json=%s" % report,
             "--emit-model=%s" % rows, str(driver)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode >= 4 or not report.exists():
            sys.exit("%s: fltcheck failed: %s" % (driver, done.stderr.strip()))
        said = json.loads(report.read_text())
        known = rows.read_text().splitlines() if rows.exists() else []
    kept = {key: said[key] for key in ("findings", "unfinished", "entryFunctions", "functions")}
    return json.dumps(kept, indent=1, sort_keys=True).splitlines(), known


def compare(name, kind, before, now, allowed):
    """Prints how two lists of lines differ. Returns how many lines are not allowed to."""
    count = 0
    for line in difflib.unified_diff(before, now, f"{name}, {kind} before", "now", n=2, lineterm=""):
        print(line)
        changed = line[:1] in "+-" and line[:3] not in ("+++", "---")
        count += changed and not (allowed and allowed.search(line))
    return count


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["store", "compare"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("drivers", type=pathlib.Path, nargs="+")
    parser.add_argument("--fltcheck", required=True)
    parser.add_argument("--allow", type=re.compile, help="differing lines that are meant")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    different = 0
    for driver in options.drivers:
        name = re.sub(r"\W+", "-", str(driver.resolve())).strip("-")
        for kind, lines in zip(("findings", "rows"), run(options.fltcheck, driver)):
            file = options.folder / f"{name}.{kind}"
            if options.action == "store":
                file.write_text("\n".join(lines) + "\n")
            elif not file.exists():
                sys.exit("%s: nothing is stored" % driver)
            else:
                different += compare(driver, kind, file.read_text().splitlines(), lines, options.allow)
    what = "stored" if options.action == "store" else "%d lines differ" % different
    print("%d drivers: %s" % (len(options.drivers), what))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
