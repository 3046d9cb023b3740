#!/usr/bin/env python3
"""Runs the commands of the documentation as they stand there.

run_examples.py compares what commands print; this runs those that only tell the reader
what to type, from the place where the page says: README.md at the top of a source tree
that is built, docs/example/README.md in that folder of the tree and of an installation,
the other pages in a driver of the reader's, with an installation in the PATH. A command
is one in a block ```sh, a line indented by four that starts with a tool, or a piece of
code in a table of README.md. It must end with "clean" or "findings", and say nothing of
files that are not there, of options, or of what was not looked at.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys

BLOCK = re.compile(r"^```sh[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TOOL = re.compile(r"(?:build/llvm-22/bin/|/opt/fltcheck/bin/)?"
                  r"(?:fltcheck|flt-tidy|clang-tidy|run-clang-tidy|clang|git)(?:-22)?(?= |$)")
# Not run, and why.
SKIPPED = {
    r"^cmake/|^cmake --build": "builds FltCheck, which this test is run by",
    r"CodeChecker|^export CC_": "CodeChecker is no part of the test machine",
    r"^(bear|msbuild|#)": "not ours",
}
BAD = re.compile(r"no such file|not found|cannot be|can't|unknown|error:|no checks enabled|"
                 r"not checked|incomplete|skipping", re.IGNORECASE)

SOURCE = """#include <fltKernel.h>

typedef struct _TABLE {
  ERESOURCE Lock;
  ULONG Count;
} TABLE, *PTABLE;

NTSTATUS TableAdd(PTABLE Table) {
  FltAcquireResourceExclusive(&Table->Lock);
  if (Table->Count == 1000)
    return STATUS_QUOTA_EXCEEDED;
  FltReleaseResource(&Table->Lock);
  return STATUS_SUCCESS;
}
"""
PROJECT = """<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <ItemGroup Label="ProjectConfigurations">
    <ProjectConfiguration Include="Debug|x64" />
  </ItemGroup>
  <PropertyGroup><ConfigurationType>Driver</ConfigurationType></PropertyGroup>
  <ItemGroup><ClCompile Include="src\\write.c" /></ItemGroup>
</Project>
"""
SOLUTION = """Microsoft Visual Studio Solution File, Format Version 12.00
Project("{8BC9CEB8-8B4A-11D0-8D11-00A0C91BC942}") = "driver", "driver.vcxproj", "{1}"
EndProject
"""


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def make_driver(folder, include):
    """What the pages take for granted in the folder of the reader."""
    config = "--config=%s/standalone.cfg" % include
    files = ["file.c", "src/write.c", "driver/read.c"]
    for name in files:
        write(folder, name, SOURCE)
    write(folder, "inc/own.h", "")
    write(folder, "driver.vcxproj", PROJECT)
    write(folder, "driver.sln", SOLUTION)
    entries = [{"directory": folder, "file": name,
                "arguments": ["clang", config, "-c", name]} for name in files]
    write(folder, "build/compile_commands.json", json.dumps(entries))
    kit = os.path.join(folder, "WDK/Include/10.0.26100.0")
    os.makedirs(kit)
    for name in ("km", "shared"):
        os.symlink(include, os.path.join(kit, name))
    for command in (["init", "-q", "-b", "main", "."], ["add", "-A"], ["commit", "-qm", "start"]):
        subprocess.run(["git"] + command, cwd=folder, check=True)


def touch_leak(folder):
    """A change for those commands that look at changes: on the path of the leak."""
    write(folder, "src/write.c", SOURCE.replace("return STATUS_QUOTA", "return  STATUS_QUOTA"))


def commands(text, is_readme):
    for block in BLOCK.findall(text):
        block = block.replace("\\\n", " ")
        yield from (line.split("  #")[0].strip() for line in block.split("\n"))
    for line in FENCE.sub("", text).split("\n"):
        if line.startswith("    ") and TOOL.match(line.strip()):
            yield line.split("  #")[0].strip()
        if is_readme and line.startswith("|"):
            for code in re.findall(r"`([^`]+ [^`]+)`", line):
                if TOOL.match(code):
                    yield code.replace("BUILD", "build")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("source", "build", "work", "prefix", "tools"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    source, work = os.path.realpath(options.source), os.path.realpath(options.work)

    # The tree as README.md has it, whatever the build folder is called here.
    top = os.path.join(work, "top")
    make_driver(top, source + "/checker/include")
    for name in ("docs", "checker", "cmake", "README.md"):
        os.symlink(os.path.join(source, name), os.path.join(top, name))
    os.symlink(options.build, os.path.join(top, "build", "llvm-22"))
    installed = os.path.join(options.prefix, "share/fltcheck")
    driver = os.path.join(work, "driver")
    make_driver(driver, installed + "/include")

    places = [("README.md", top),
              ("docs/example/README.md", os.path.join(source, "docs/example")),
              ("docs/example/README.md", os.path.join(installed, "docs/example"))]
    places += [("docs/%s.md" % name, driver)
               for name in ("quickstart", "gate", "integrations")]
    env = dict(os.environ, FLTCHECK_CACHE_DIR=work + "/cache")
    # As the packages of LLVM name it.
    scripts = os.path.join(work, "scripts")
    os.makedirs(scripts)
    os.symlink(os.path.join(options.tools, "../share/clang/clang-tidy-diff.py"),
               os.path.join(scripts, "clang-tidy-diff-22.py"))
    env["PATH"] = os.pathsep.join(
        [os.path.join(options.prefix, "bin"), scripts, options.tools, env["PATH"]])
    count = failed = 0
    for page, folder in places:
        with open(os.path.join(source, page), encoding="utf-8") as file:
            text = file.read()
        found = False
        for command in commands(text, page == "README.md"):
            if not command or any(re.search(p, command) for p in SKIPPED):
                continue
            if folder == driver and "git diff" in command:
                touch_leak(folder)
            done = subprocess.run(
                re.sub(r"\bDIR\b", os.path.join(work, "dir"), command)
                .replace("/opt/fltcheck", options.prefix), shell=True, cwd=folder,
                env=env, capture_output=True, text=True)
            if folder == driver:
                # What one command wrote must not change what the next one finds.
                for undo in (["checkout", "-q", "."],
                             ["clean", "-fdq", "-e", "fltcheck-baseline.json"]):
                    subprocess.run(["git"] + undo, cwd=folder, check=True)
            count += 1
            output = done.stdout + done.stderr
            if "git diff" in command and "[flt-resource-balance" not in output:
                failed += 1
                print("%s: error: '%s' does not find the touched leak\n%s" % (
                    page, command, output[-2000:]))
            found |= "[flt-resource-balance" in output
            bad = BAD.search(output)
            if done.returncode not in (0, 1) or bad:
                failed += 1
                print("%s: error: '%s' in %s ends with %d%s\n%s" % (
                    page, command, folder, done.returncode,
                    " and says '%s'" % bad.group() if bad else "", output[-2000:]))
        if not found:
            failed += 1
            print("%s: error: no command finds anything in %s" % (page, folder))
    print("%d commands, %d failed" % (count, failed))
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
