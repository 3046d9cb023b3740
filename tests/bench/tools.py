"""The tools that are compared, and how each is run over a compile database."""

import json
import pathlib
import shlex
import shutil
import subprocess
import sys


class Database:
    """A compile database, with the commands that parsing alone needs."""

    def __init__(self, path, limit, folder):
        file = path / "compile_commands.json" if path.is_dir() else path
        entries = json.loads(file.read_text(encoding="utf-8"))[:limit]
        for entry in entries:
            if "arguments" not in entry:
                entry["arguments"] = shlex.split(entry.pop("command"))
        if not entries:
            sys.exit(f"{file}: no entries")
        self.entries = entries
        # The tools read this copy, so that --limit holds for all of them.
        self.folder = folder / "database"
        self.folder.mkdir()
        self.file = self.folder / "compile_commands.json"
        self.file.write_text(json.dumps(entries), encoding="utf-8")

    @staticmethod
    def source(entry):
        return pathlib.Path(entry["directory"], entry["file"])

    def arguments(self, entry):
        """The arguments without the compiler, -c and -o."""
        words, result = entry["arguments"][1:], []
        if self.is_cl(entry):
            result.append("--driver-mode=cl")
        skip = False
        for word in words:
            if skip or word in ("-c", "/c", "-o"):
                skip = not skip and word == "-o"
            elif not word.lower().startswith(("/fo", "-fo")):
                result.append(word)
        return result

    @staticmethod
    def is_cl(entry):
        name = pathlib.PurePath(entry["arguments"][0].replace("\\", "/")).stem.lower()
        return name in ("cl", "clang-cl") or "--driver-mode=cl" in entry["arguments"]


class PerFile:
    """A tool that is started once for every file."""

    def __init__(self, name, database, command, fine=(0,), gave_up=None):
        self.name, self.database, self.command = name, database, command
        self.fine, self.gave_up = fine, gave_up

    def prepare(self):
        pass

    def commands(self):
        for entry in self.database.entries:
            yield self.command(entry), entry["directory"]


class Once:
    """A tool that takes the whole database, and writes a report of fltcheck's."""

    def __init__(self, name, command, report, prepare=lambda: None, fine=(0,)):
        self.name, self.command, self.report = name, command, report
        self.prepare, self.fine, self.gave_up = prepare, fine, None

    def commands(self):
        yield self.command, None

    def findings(self):
        report = json.loads(self.report.read_text(encoding="utf-8"))
        number, missing = len(report["findings"]), len(report["unfinished"])
        return f"{number}, {missing} incomplete" if missing else str(number)


def missing(arguments):
    """Tools that can't be measured here, with the reason."""
    result = []
    if not shutil.which("cppcheck"):
        result.append("cppcheck (it is not installed)")
    for file in ("lib/FltTidyModule.so", "bin/fltcheck"):
        if not (arguments.build / file).exists():
            result.append(f"{file} (it is not in the build folder)")
    return result


def versions(arguments):
    def first(command):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return run.stdout.split("\n")[0].strip()
    names = [first([arguments.llvm / "clang", "--version"])]
    if shutil.which("cppcheck"):
        names.append(first(["cppcheck", "--version"]))
    return ", ".join(names)


def all_tools(arguments, database, folder):
    clang, tidy = arguments.llvm / "clang", arguments.llvm / "clang-tidy"
    module = arguments.build / "lib/FltTidyModule.so"
    fltcheck = arguments.build / "bin/fltcheck"
    cache = folder / "cache"

    def parse(entry):
        return [clang, *database.arguments(entry), "-w",
                "/Zs" if database.is_cl(entry) else "-fsyntax-only"]

    def analyze(entry):
        return [clang, *database.arguments(entry), "-w", "--analyze"] + (
            [] if database.is_cl(entry) else ["--analyzer-output", "text"])

    def cppcheck(entry):
        words, options = database.arguments(entry), []
        for i, word in enumerate(words):
            if word in ("-isystem", "-I", "-imsvc") and i + 1 < len(words):
                options.append("-I" + words[i + 1])
            elif word[:2] in ("-I", "/I", "-D", "/D") and len(word) > 2:
                options.append("-" + word[1:])
        return ["cppcheck", "-q", "--enable=warning", "--platform=win64",
                "-D_MSC_VER=1940", "-D_M_AMD64=100", "-D_WIN32=1", *options,
                database.source(entry)]

    def run_tidy(*options):
        return lambda entry: [tidy, "--quiet", "-p", database.folder, *options,
                              database.source(entry)]

    tools = [
        PerFile("parse only", database, parse),
        PerFile("clang --analyze", database, analyze),
        PerFile("clang-tidy clang-analyzer-*", database,
                run_tidy("--checks=-*,clang-analyzer-*")),
    ]
    if shutil.which("cppcheck"):
        # It reads a database too, but without -isystem, and then gives up at
        # the first annotation of a kernel header.
        tools.append(PerFile("cppcheck", database, cppcheck,
                             gave_up=r"\[(syntaxError|internalError|\w*[pP]reprocessor\w*)\]"))
    if module.exists():
        tools.append(PerFile("FltCheck in clang-tidy", database,
                             run_tidy("--load", module, "--checks=-*,flt-*")))
    if fltcheck.exists():
        report = folder / "report.json"
        # Exit codes 0 to 3 are answers: findings, incomplete functions.
        fine = (0, 1, 2, 3)

        def run_gate(name, *options, prepare=lambda: None):
            return Once(name, [fltcheck, "-j1", "--quiet", "--format=json", "--output",
                               report, *options, database.file], report, prepare, fine)

        cached = ["--cache-dir", cache]
        tools += [
            run_gate("fltcheck, cold", *cached,
                     prepare=lambda: shutil.rmtree(cache, ignore_errors=True)),
            run_gate("fltcheck, warm", *cached),
            run_gate("fltcheck, file by file", "--no-cache", "--no-cross-file"),
            run_gate("fltcheck, __try not seen", "--no-cache", "--lower-seh=false"),
        ]
    return tools
