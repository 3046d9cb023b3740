#!/usr/bin/env python3
"""Fails when a check lacks its documentation or tests, or a link leads nowhere.

Every line of checker/finding/Checks.def needs docs/checks/<name>.md with all the
headings and options, tests in tests/rules/<name without flt->/ that expect its
warnings, and a row in the table of README.md.
"""

import argparse
import os
import re
import sys

HEADINGS = ["Why", "Bad", "Good", "What is shown", "Options", "Limits", "References"]
CHECK = re.compile(r'FLT_CHECK\(\s*(\w+),\s*"([\w-]+)",\s*"([\w.]+)"')
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


class Checker:
    def __init__(self, source):
        self.source = source
        self.errors = []

    def error(self, where, message):
        self.errors.append("%s: error: %s" % (where, message))

    def read(self, path):
        try:
            with open(os.path.join(self.source, path), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def options(self):
        """The options that the tidy module stores for each check."""
        module = self.read("checker/tidy/TidyModule.cpp") or ""
        return re.findall(r'Options\.store\(Opts, "(\w+)"', module)

    def check(self, name, analyzer, readme, index):
        path = "docs/checks/%s.md" % name
        page = self.read(path)
        if page is None:
            self.error(path, "the check has no page")
        else:
            found = re.findall(r"^## (.*)$", page, re.MULTILINE)
            if found != HEADINGS:
                self.error(path, "the headings must be %s, not %s" % (HEADINGS, found))
            if not page.startswith("# %s\n" % name):
                self.error(path, "the title must be the name of the check")
            wanted = ["`%s`" % analyzer, "[%s]" % name, "learn.microsoft.com"]
            for text in wanted + ["`%s.%s`" % (name, o) for o in self.options()]:
                if text not in page:
                    self.error(path, "%s is not mentioned" % text)
        row = "| [%s](docs/checks/%s.md) |" % (name, name)
        if row not in readme:
            self.error("README.md", "the table of checks has no row '%s'" % row)
        if "(checks/%s.md)" % name not in index:
            self.error("docs/index.md", "no link to %s" % path)
        self.check_tests("tests/rules/" + name.removeprefix("flt-"))

    def check_tests(self, folder):
        positive = 0
        for base, _, files in os.walk(os.path.join(self.source, folder)):
            for file in files:
                if file.endswith((".c", ".cpp")):
                    text = self.read(os.path.join(base, file))
                    positive += len(re.findall(r"expected-warning|// CHECK.*warning:", text))
        if not positive:
            self.error(folder, "no test expects a warning of the check")

    def anchors(self, text):
        """The anchors that GitHub makes of the headings."""
        for heading in re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.MULTILINE):
            heading = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading)
            yield re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")

    def links(self, path):
        text = self.read(path)
        for match in LINK.finditer(FENCE.sub(lambda m: "\n" * m.group(0).count("\n"), text)):
            target = match.group(1)
            if re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            where = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
            if not os.path.exists(os.path.join(self.source, where)):
                self.error(path, "the link to '%s' leads nowhere" % target)
            elif anchor and where.endswith(".md"):
                if anchor not in set(self.anchors(self.read(where))):
                    self.error(path, "'%s' has no heading '#%s'" % (where, anchor))

    def pages(self):
        for name in sorted(os.listdir(self.source)):
            if name.endswith(".md"):
                yield name
        for folder, _, names in sorted(os.walk(os.path.join(self.source, "docs"))):
            for name in sorted(names):
                if name.endswith(".md"):
                    yield os.path.relpath(os.path.join(folder, name), self.source)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", help="the top of the source tree")
    checker = Checker(os.path.realpath(parser.parse_args().source))

    checks = CHECK.findall(checker.read("checker/finding/Checks.def"))
    if not checks:
        checker.error("checker/finding/Checks.def", "no checks found")
    readme = checker.read("README.md") or ""
    index = checker.read("docs/index.md") or ""
    for _, name, analyzer in checks:
        checker.check(name, analyzer, readme, index)
    pages = list(checker.pages())
    for page in pages:
        checker.links(page)

    for error in checker.errors:
        print(error)
    print("%d checks, %d pages, %d errors" % (len(checks), len(pages), len(checker.errors)))
    return 1 if checker.errors else 0


if __name__ == "__main__":
    sys.exit(main())
