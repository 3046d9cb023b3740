#!/usr/bin/env python3
"""Runs the examples of the documentation and compares what they print.

Everything that README.md and docs/ show as output was printed by the tools; this
script holds them to it. In a page,

* a block ```c, ```cpp or ```yaml whose first line is a comment with a file name
  ("/* leak.c */", "// guard.cpp", "# project.yaml") is a file of the page;
* a block ```console that starts with "$ " is a command and its output. A line
  "..." in the output stands for any lines.

The commands of a page run in a folder that holds its files, a compile_flags.txt
with the stand-in headers and a .clang-tidy with the checks of FltCheck. Those of
README.md run at the top of the source tree. Of "fltcheck --quiet ..." only the
findings are shown, not the lines that sum up.

With --update, outputs without "..." are replaced by what is printed now.
"""

import argparse
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys

FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_NAME = re.compile(r"^(?:/\*|//|#) ((?:[\w-]+\.(?:c|cpp|h|yaml))|\.clang-tidy)(?: \*/)?$")
# What fltcheck says of the run as a whole; left out where --quiet is given.
SUMMARY = re.compile(r"fltcheck: (?!no findings|error)")
LANGUAGES = {"c", "cpp", "yaml"}


class Page:
    def __init__(self, path, options):
        self.path = path
        self.options = options
        self.text = open(path, encoding="utf-8").read()
        self.name = os.path.relpath(path, options.source)
        self.is_readme = self.name == "README.md"

    def files(self):
        for match in FENCE.finditer(self.text):
            language, body = match.groups()
            name = FILE_NAME.match(body.split("\n", 1)[0])
            if language in LANGUAGES and name:
                yield name.group(1), body

    def examples(self):
        """(match, command, expected output) of each console block."""
        for match in FENCE.finditer(self.text):
            language, body = match.groups()
            if language != "console" or not body.startswith("$ "):
                continue
            lines = body.split("\n")
            end = 1
            while lines[end - 1].endswith("\\"):
                end += 1
            yield match, lines[:end], "\n".join(lines[end:])

    def folder(self):
        if self.is_readme:
            return self.options.source
        folder = os.path.join(
            self.options.work, self.name.replace(os.sep, "-").removesuffix(".md")
        )
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        cfg = os.path.join(self.options.source, "checker/include/standalone.cfg")
        defaults = {
            "compile_flags.txt": "--config=%s\n-resource-dir=%s\n"
            % (cfg, self.options.resource_dir),
            ".clang-tidy": "Checks: '-*,flt-*'\n",
        }
        for name, text in list(defaults.items()) + list(self.files()):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
                out.write(text)
        return os.path.realpath(folder)

    def run(self, command, folder):
        words = shlex.split(" ".join(l.rstrip("\\") for l in command)[2:])
        tool = os.path.basename(words[0])
        if tool == "cat":
            with open(os.path.join(folder, words[1]), encoding="utf-8") as shown:
                return shown.read()
        if tool not in self.options.tools:
            return None
        words[0] = self.options.tools[tool]
        words = [w.replace("FltTidyModule.so", self.options.module) for w in words]
        env = dict(os.environ, FLTCHECK_CACHE_DIR=self.options.work + "/cache")
        done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True)
        out = done.stdout or done.stderr
        for place in (folder, os.path.realpath(self.options.source)):
            out = out.replace(place + "/", "")
        if "--quiet" in words:
            out = "".join(l for l in out.splitlines(True) if not SUMMARY.match(l))
        return out.rstrip("\n") + "\n"


def matches(expected, actual):
    """Whether they are equal, "..." lines standing for any number of lines."""
    pattern = "".join(
        r"(?:.*\n)*" if line.strip() == "..." else re.escape(line) + r"\n"
        for line in expected.rstrip("\n").split("\n")
    )
    return re.fullmatch(pattern, actual) is not None


def pages(source):
    yield os.path.join(source, "README.md")
    for folder, _, names in sorted(os.walk(os.path.join(source, "docs"))):
        if os.path.basename(folder) != "example":
            for name in sorted(names):
                if name.endswith(".md"):
                    yield os.path.join(folder, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--source", required=True)
    parser.add_argument("--work", required=True, help="folder for temporary files")
    parser.add_argument("--resource-dir", required=True)
    parser.add_argument("--module", default="FltTidyModule.so")
    parser.add_argument("--tool", action="append", default=[], metavar="NAME=PATH")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("pages", nargs="*", help="only these")
    options = parser.parse_args()
    options.source = os.path.realpath(options.source)
    options.tools = {name: os.path.abspath(path) for name, path in
                     (tool.split("=", 1) for tool in options.tool)}

    count = failed = 0
    for path in options.pages or pages(options.source):
        page = Page(os.path.realpath(path), options)
        folder = None
        text, shift = page.text, 0
        for match, command, expected in page.examples():
            folder = folder or page.folder()
            actual = page.run(command, folder)
            if actual is None:
                continue
            count += 1
            if matches(expected, actual):
                continue
            line = page.text.count("\n", 0, match.start()) + 1
            if options.update and "\n...\n" not in "\n" + expected:
                body = "```console\n" + "\n".join(command) + "\n" + actual + "```"
                text = text[: match.start() + shift] + body + text[match.end() + shift :]
                shift += len(body) - len(match.group(0))
                print("%s:%d: updated" % (page.name, line))
                continue
            failed += 1
            print("%s:%d: error: this is not what '%s' prints" % (page.name, line, command[0][2:]))
            sys.stdout.writelines(
                difflib.unified_diff(
                    expected.splitlines(True), actual.splitlines(True), "page", "printed"
                )
            )
        if text != page.text:
            with open(path, "w", encoding="utf-8") as out:
                out.write(text)
    if not count:
        print("error: no example was run")
        return 1
    print("%d examples, %d differ" % (count, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
