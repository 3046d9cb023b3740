#!/usr/bin/env python3
"""arrows.py SOURCE: checks which folder of checker/ includes which.

The table of folders in docs/contributing.md is the order: a folder includes only what
stands above it. Files include each other without circles, and every folder with C++
in it has a place in the table. Prints what breaks this, one a line, and fails if
anything does.
"""
import collections
import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
FOLDER = re.compile(r"`(?:checker/)?([\w/]+)/`")

# Stand-in headers are no code of ours; models are data.
NO_CODE = {"include", "models"}


def folders_in_order(page):
    """The folders of checker/ in the order of the table on the page."""
    order = []
    for line in page.splitlines():
        if not line.startswith("| `checker/"):
            continue
        names = FOLDER.findall(line.split("|")[1])
        # "`checker/driver/base/`, `input/`, ..." speaks of folders of one folder.
        parent = names[0].rpartition("/")[0]
        for index, name in enumerate(names):
            if index and parent and f"`checker/{name}/`" not in line:
                name = f"{parent}/{name}"
            if name != "driver":
                order.append(name)
    return order


def folder_of(path, order):
    """The folder of the table that the file belongs to, or None."""
    found = [name for name in order if path.startswith(name + "/")]
    return max(found, key=len) if found else None


def circles(includes):
    """Sets of rooms that include each other, by Tarjan's algorithm."""
    index, low, stack, on_stack, found = {}, {}, [], set(), []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        on_stack.add(node)
        for other in includes[node]:
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in on_stack:
                low[node] = min(low[node], index[other])
        if low[node] != index[node]:
            return
        component = set()
        while node not in component:
            top = stack.pop()
            on_stack.discard(top)
            component.add(top)
        if len(component) > 1:
            found.append(sorted(component))

    for node in sorted(includes):
        if node not in index:
            visit(node)
    return found


def main():
    source = pathlib.Path(sys.argv[1])
    checker = source / "checker"
    order = folders_in_order((source / "docs/contributing.md").read_text())
    errors = []
    if not order:
        errors.append("docs/contributing.md: no table of folders")
    includes = collections.defaultdict(set)
    for file in sorted(checker.rglob("*")):
        path = file.relative_to(checker).as_posix()
        if (file.suffix not in (".h", ".cpp", ".def")
                or path.split("/")[0] in NO_CODE or "/" not in path):
            continue
        home = folder_of(path, order)
        if home is None:
            errors.append(f"checker/{path}: its folder has no place in the table "
                          "of docs/contributing.md")
            continue
        for name in INCLUDE.findall(file.read_text()):
            other = folder_of(name, order)
            if other is None:
                continue  # Clang's, LLVM's, or made by the build.
            # A header and its source are one room.
            room, entered = path.rpartition(".")[0], name.rpartition(".")[0]
            if (checker / name).exists() and room != entered:
                includes[room].add(entered)
                includes[entered]  # Known, even if it includes nothing.
            if order.index(other) > order.index(home):
                errors.append(f"checker/{path}: includes {name}, and {other}/ "
                              f"stands below {home}/")
    sys.setrecursionlimit(10000)
    for component in circles(includes):
        errors.append("these include each other: " + ", ".join(component))
    # What is known to be wrong; the list only shrinks.
    known = source / "tests/layout/exceptions.txt"
    excepted = known.read_text().splitlines() if known.exists() else []
    errors += [f"tests/layout/exceptions.txt: is mended, take it out: {line}"
               for line in excepted if line not in errors]
    errors = [error for error in errors if error not in excepted]
    print("\n".join(errors) if errors else
          f"{len(includes)} rooms, {len(order)} folders: no arrow upwards")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
