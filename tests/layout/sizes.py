#!/usr/bin/env python3
"""sizes.py SOURCE [--list]: keeps files below 350 lines and functions below 50.

What is longer stands in tests/layout/too-long.txt with a limit of its own, which may
only shrink: a line of it fails the test when it is exceeded, when there is much room
below it, and when it is short enough to go. --list prints what the file should say.
"""
import argparse
import pathlib
import re
import sys

MAX_FILE, MAX_FUNCTION = 350, 50
ROOM = 20  # Lines that a limit of its own may have to spare.
SCOPE = re.compile(r"^\s*(?:inline )?(namespace|class|struct|union|enum|extern)\b", re.MULTILINE)
NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"'
                   r"|'(?:[^'\\\n]|\\.)+'|^[ \t]*#(?:[^\n\\]|\\.)*",
                   re.DOTALL | re.MULTILINE)


def blank(match):
    """Keeps the lines of what is left out."""
    return "\n" * match.group(0).count("\n")


def functions(text):
    """Names and line counts of the bodies of functions."""
    text = NOISE.sub(blank, text)
    stack, header, start, line, last = [], "", 1, 1, 0
    for mark in re.finditer(r"[{};]", text):
        before, char = text[last:mark.start()], mark.group(0)
        last = mark.end()
        blank_lines = len(before) - len(before.lstrip())
        if not header:
            header, start = before.lstrip(), line + before[:blank_lines].count("\n")
        else:
            header += before
        line += before.count("\n")
        if char == "{":
            inside = all(kind == "scope" for kind, _, _ in stack)
            kind = "other"
            scope = SCOPE.search(header)
            if inside and scope and "(" not in header[scope.start():].split(":")[0]:
                kind = "scope"
            elif inside and "(" in header and "=" not in header.split("(")[0]:
                kind = "function"
            stack.append((kind, header, start))
            header = ""
        elif char == "}":
            if stack:
                kind, name, begin = stack.pop()
                if kind == "function":
                    found = re.search(r"([\w~:]+(?:\s*operator\W+)?)\s*\(", name)
                    yield (found.group(1) if found else name.strip()), line - begin + 1
            header = ""
        else:
            header = ""


def too_long(checker):
    """What is longer than it should be: by place, its length."""
    found = {}
    for file in sorted(checker.rglob("*")):
        path = file.relative_to(checker).as_posix()
        if file.suffix not in (".h", ".cpp") or path.startswith("include/"):
            continue
        text = file.read_text()
        if (count := len(text.splitlines())) > MAX_FILE:
            found[f"checker/{path}"] = count
        for name, count in functions(text):
            if count > MAX_FUNCTION:
                found[f"checker/{path} {name}"] = count
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    found = too_long(options.source / "checker")
    if options.list:
        print("".join(f"{(count + ROOM) // 10 * 10} {place}\n" for place, count in found.items()), end="")
        return 0
    known = {}
    path = options.source / "tests/layout/too-long.txt"
    for line in path.read_text().splitlines() if path.exists() else []:
        count, _, place = line.partition(" ")
        known[place] = int(count)
    errors = []
    for place, count in found.items():
        limit = known.get(place, MAX_FUNCTION if " " in place else MAX_FILE)
        if count > limit:
            errors.append(f"{place}: {count} lines, and no more than {limit} are allowed")
        elif place in known and count < limit - 2 * ROOM:
            errors.append(f"tests/layout/too-long.txt: {place} has only {count} lines by now: say so")
    errors += [f"tests/layout/too-long.txt: {place} is short enough: take it out"
               for place in known if place not in found]
    print("\n".join(errors) if errors else f"nothing is too long but what is known: {len(known)}")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
