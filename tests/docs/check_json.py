#!/usr/bin/env python3
"""check_json.py PAGE REPORT...: holds docs/json.md to what is written.

Every member of the reports must stand in the table of its object with its type, and
every member of the tables must occur in one of the reports.
"""
import json
import re
import sys

HEADING = re.compile(r"^## (.*)$", re.MULTILINE)
ROW = re.compile(r"^\| `([\w-]+)` \| ([^|]+?) \|", re.MULTILINE)
LINK = re.compile(r"\[\w+\]\(#([\w-]+)\)")


def tables(text):
    """Anchor of each object -> member -> type as it is written."""
    parts = HEADING.split(text)[1:]
    return {name.lower().replace(" ", "-"): dict(ROW.findall(body))
            for name, body in zip(parts[::2], parts[1::2])}


class Checker:
    def __init__(self, known):
        self.known = known
        self.seen = {name: set() for name in known}
        self.errors = []

    def value(self, where, kind, value):
        link = LINK.fullmatch(kind)
        plural = kind == "strings" or (link and kind.startswith("[") and isinstance(value, list))
        if kind == "ranges":
            for item in value:
                assert set(item) == {"begin", "end"}, item
                for place in item.values():
                    self.record(where, "place", place)
        elif plural:
            for item in value:
                self.value(where, "string" if kind == "strings" else kind, item)
        elif link:
            self.record(where, link.group(1), value)
        else:
            types = {"string": str, "boolean": bool, "number": int}
            if type(value) is not types.get(kind):
                self.errors.append(f"{where}: {value!r} is no {kind}")

    def record(self, where, name, record):
        for member, value in record.items():
            place = f"{name}.{member}"
            if member not in self.known.get(name, {}):
                self.errors.append(f"{place}: not on the page")
                continue
            self.seen[name].add(member)
            self.value(place, self.known[name][member], value)


def main():
    with open(sys.argv[1], encoding="utf-8") as page:
        checker = Checker(tables(page.read()))
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as report:
            checker.record(path, "report", json.load(report))
    for name, members in checker.known.items():
        for member in sorted(set(members) - checker.seen[name]):
            checker.errors.append(f"{name}.{member}: on the page, and in no report")
    for error in sorted(set(checker.errors)):
        print(error)
    print(f"{sum(map(len, checker.seen.values()))} members, {len(set(checker.errors))} errors")
    return 1 if checker.errors else 0


if __name__ == "__main__":
    sys.exit(main())
