#!/usr/bin/env python3
"""Fails when a file names another version than CMakeLists.txt has.

version.py SOURCE          says where another one stands
version.py SOURCE --write  puts the one of CMakeLists.txt there
"""

import argparse
import os
import re
import sys

# Each pattern stands at least once in its file; its group is the version.
PLACES = {
    "action.yml": [r"download/v(\d+\.\d+\.\d+)/", r"fltcheck-(\d+\.\d+\.\d+)-linux"],
    "docs/azure/fltcheck.yml": [r"download/v(\d+\.\d+\.\d+)/",
                                r"fltcheck-(\d+\.\d+\.\d+)-linux"],
    "docs/gate.md": [r"rev: v(\d+\.\d+\.\d+)"],
    "docs/integrations.md": [r"rev: v(\d+\.\d+\.\d+)", r"fltcheck@v(\d+\.\d+\.\d+)",
                             r"refs/tags/v(\d+\.\d+\.\d+)"],
    "editors/vscode/package.json": [r'^  "version": "(\d+\.\d+\.\d+)"'],
}


def read(source, name):
    with open(os.path.join(source, name), encoding="utf-8") as file:
        return file.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    version = re.search(r"^project\(FltCheck VERSION (\S+)",
                        read(options.source, "CMakeLists.txt"), re.MULTILINE).group(1)
    errors, count = [], 0
    for name, patterns in PLACES.items():
        text = read(options.source, name)
        for pattern in patterns:
            found = list(re.finditer(pattern, text, re.MULTILINE))
            count += len(found)
            if not found:
                errors.append(f"{name}: has no '{pattern}' any more")
            for match in reversed(found):
                if match.group(1) != version:
                    errors.append(f"{name}: has {match.group(1)}, and CMakeLists.txt {version}")
                text = text[:match.start(1)] + version + text[match.end(1):]
        if options.write:
            with open(os.path.join(options.source, name), "w", encoding="utf-8") as file:
                file.write(text)
    changes = read(options.source, "CHANGELOG.md")
    if not re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-", changes, re.MULTILINE) and \
            f"What will be {version}" not in changes:
        errors.append(f"CHANGELOG.md: says nothing of {version}")
    print("\n".join(errors) or f"{version} in {count} places")
    return 1 if errors and not options.write else 0


if __name__ == "__main__":
    sys.exit(main())
