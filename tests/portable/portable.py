#!/usr/bin/env python3
"""portable.py: proves that checker/ compiles for Windows, without a Windows.

Clang parses every source for x86_64-w64-windows-gnu, with the headers of mingw-w64 and
those of the LLVM at hand, told that it was configured for Windows. Nothing is linked.
Sources of one folder are parsed as one file, for the time; where that fails, each is
parsed alone, and only what is wrong then counts.

Besides, only the files of a platform include headers of a system, and no type has
another size there.
"""
import argparse
import concurrent.futures
import glob
import hashlib
import os
import pathlib
import re
import subprocess
import sys

# What each system does in its own way; the rest of the driver is the same everywhere.
UNIX_ONLY = {"compat/Loader.cpp", "driver/base/PlatformUnix.cpp",
             "driver/crossfile/WorkerProcessUnix.cpp"}
WINDOWS_ONLY = {"driver/base/PlatformWindows.cpp"}
SYSTEM_HEADER = re.compile(
    r'^\s*#\s*include\s*[<"]((?:unistd|fcntl|dlfcn|poll|pthread|signal|csignal|spawn|'
    r'termios|pwd|io|direct|process|winsock2?|windows)\.?h?|sys/\w+\.h|netinet/\w+\.h)[>"]',
    re.MULTILINE)
# 32 bits on Windows, 64 elsewhere. "long double" and "unsigned long long" are all right.
LONG = re.compile(r"(?<!long )\blong\b(?! (?:long|double)\b)")
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"',
                             re.DOTALL)

# Enough that the rest of a file is quick.
HEADERS = """
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/StaticAnalyzer/Core/BugReporter/BugReporter.h>
#include <clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h>
#include <clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>
"""
# Where the libraries of LLVM look at what system they were built for.
CONFIG = """
#include_next "llvm/Config/llvm-config.h"
#undef LLVM_ON_UNIX
#undef LLVM_ENABLE_PLUGINS
#undef HAVE_SYSEXITS_H
"""


def sources(checker):
    """The sources of checker/, relative to it."""
    for path in sorted(checker.rglob("*.[ch]*")):
        name = path.relative_to(checker).as_posix()
        if path.suffix in (".cpp", ".h", ".def") and not name.startswith("include/"):
            yield name


def texts(checker, names):
    """What is wrong with the text of the sources by itself."""
    for name in names:
        text = (checker / name).read_text()
        if name not in UNIX_ONLY | WINDOWS_ONLY:
            for match in SYSTEM_HEADER.finditer(text):
                yield "checker/%s: error: includes <%s>: what is of one system belongs to %s" % (
                    name, match.group(1), ", ".join(sorted(UNIX_ONLY | WINDOWS_ONLY)))
        # Lines stay where they are.
        code = COMMENT_OR_TEXT.sub(lambda m: "\n" * m.group().count("\n"), text)
        for number, line in enumerate(code.split("\n"), 1):
            if LONG.search(line):
                yield ("checker/%s:%d: error: 'long' has 32 bits on Windows: "
                       "take a type of <cstdint>" % (name, number))


class Compiler:
    def __init__(self, options):
        self.clang, self.work = options.clang, pathlib.Path(options.work)
        self.work.mkdir(parents=True, exist_ok=True)
        # The flavour with std::mutex; clang takes any.
        library = sorted(glob.glob("/usr/lib/gcc/x86_64-w64-mingw32/*posix/include/c++"))
        if not library:
            sys.exit("portable: no headers of mingw-w64's libstdc++ "
                     "(g++-mingw-w64-x86-64-posix)")
        self.write("llvm/Config/llvm-config.h", CONFIG)
        # libxml2's headers are the same everywhere, but for what it was built with.
        self.write("libxml/xmlversion.h", '#include_next "libxml/xmlversion.h"\n'
                   "#undef LIBXML_ICONV_ENABLED\n#undef LIBXML_ICU_ENABLED\n")
        self.flags = [
            "--target=x86_64-w64-windows-gnu", "-std=c++17", "-fno-rtti", "-fno-exceptions",
            "-Werror", "-Wno-deprecated-declarations", "-fno-caret-diagnostics", "-nostdinc++",
            "-isystem", library[-1], "-isystem", library[-1] + "/x86_64-w64-mingw32",
            "-isystem", str(self.work), "-isystem", options.llvm_include,
            "-idirafter", "/usr/include/libxml2",
            "-D__STDC_CONSTANT_MACROS", "-D__STDC_FORMAT_MACROS", "-D__STDC_LIMIT_MACROS"]
        # The headers are read without these.
        self.own = ["-I", str(pathlib.Path(options.source) / "checker"),
                    '-DFLT_VERSION="0"', '-DFLT_DOCS_URL=""', '-DFLT_RESOURCE_DIR=""']
        # What the build makes.
        made = pathlib.Path(options.build, "checker").rglob("*.inc")
        for folder in sorted({str(path.parent) for path in made}):
            self.own += ["-I", folder, "-I", os.path.dirname(folder)]

    def write(self, name, text):
        """Writes what is not there; a file that is new would make all anew."""
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text() != text:
            path.write_text(text)

    def run(self, arguments, text):
        return subprocess.run([self.clang, "-x", *arguments, *self.flags, "-"], input=text,
                              capture_output=True, text=True)

    def prepare(self):
        """Reads the headers once for each LLVM and list of headers."""
        version = subprocess.check_output([self.clang, "--version"])
        key = hashlib.sha1(repr((version, self.flags, HEADERS, CONFIG)).encode()).hexdigest()
        self.pch = self.work / (key[:16] + ".pch")
        if self.pch.exists():
            return
        for old in self.work.glob("*.pch"):
            old.unlink()
        partly = "%s.%d" % (self.pch, os.getpid())
        done = self.run(["c++-header", "-fpch-instantiate-templates", "-o", partly], HEADERS)
        if done.returncode:
            sys.exit("portable: LLVM's headers do not compile for Windows\n" + done.stderr)
        os.replace(partly, self.pch)

    def state(self, files):
        """A hash of what the files are now; None if one is not there."""
        digest = hashlib.sha1(self.pch.name.encode())
        for file in files:
            if not os.path.exists(file):
                return None
            digest.update(file.encode() + b"\0" + pathlib.Path(file).read_bytes())
        return digest.hexdigest()

    def is_known(self, stamp):
        """Whether all that was read for the stamp is as it was when it was right."""
        if not stamp.exists():
            return False
        known, *files = stamp.read_text().split("\n")
        return known == self.state(files)

    def parse(self, names):
        """What is wrong with them, as one file or each alone; empty if nothing."""
        text = "".join('#include "%s"\n' % name for name in names)
        key = hashlib.sha1(repr((text, self.own)).encode()).hexdigest()
        stamp = self.work / (key[:16] + ".right")
        if self.is_known(stamp):
            return ""
        read = stamp.with_suffix(".d")
        done = self.run(["c++", "-fsyntax-only", "-include-pch", str(self.pch),
                         "-MMD", "-MF", str(read), "-MT", "x", *self.own], text)
        if done.returncode == 0:
            files = read.read_text().replace("\\\n", " ").split()[1:]
            files = [f for f in files if f != "-" and f != str(self.pch)]
            stamp.write_text("\n".join([self.state(files)] + files))
            return ""
        if len(names) == 1:
            return done.stderr or "%s: clang died\n" % names[0]
        return "".join(self.parse([name]) for name in names)


def groups(names):
    """Sources by folder, the largest folders first."""
    found = {}
    for name in names:
        if name.endswith(".cpp") and name not in UNIX_ONLY:
            alone = name in WINDOWS_ONLY  # Its macros are not for others.
            found.setdefault(name if alone else os.path.dirname(name), []).append(name)
    return sorted(found.values(), key=len, reverse=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("clang", "source", "build", "llvm-include", "work"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    checker = pathlib.Path(options.source) / "checker"
    names = list(sources(checker))
    wrong = list(texts(checker, names))
    compiler = Compiler(options)
    compiler.prepare()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong += filter(None, pool.map(compiler.parse, groups(names)))
    print("\n".join(wrong))
    parsed = sum(map(len, groups(names)))
    print("%d sources for Windows, %s" % (parsed, "some are wrong" if wrong else "all right"))
    return 1 if wrong or not parsed else 0


if __name__ == "__main__":
    sys.exit(main())
