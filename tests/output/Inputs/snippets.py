"""Tests the snippets in the documentation as far as that works here.

snippets.py SOURCE BUILD LLVM DIR: every fenced block is read by what reads its
language, every option of fltcheck in the texts must exist, and the commands of
the clang-tidy, CMake and hook sections are run in a small repository in DIR.
Prints one line for each kind of test.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

SOURCE, BUILD, LLVM, DIR = map(pathlib.Path, sys.argv[1:])
DOCS = [SOURCE / "docs" / name for name in ("integrations.md", "suppressing.md", "gate.md")]


def blocks():
    for page in DOCS:
        text = page.read_text(encoding="utf-8")
        for match in re.finditer(r"^## ([^\n]*)$|^```(\w+)\n(.*?)^```$", text, re.S | re.M):
            if match[1]:
                section = match[1]
            else:
                yield section, match[2], match[3]


def run(command, **options):
    done = subprocess.run(command, cwd=DIR, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, shell=isinstance(command, str), **options)
    return done.returncode, done.stdout


def must(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def read_yaml(text):
    try:
        import yaml
    except ImportError:
        return False
    must(isinstance(yaml.safe_load(text), dict), text)
    return True


def read_shell(text):
    return run(["sh", "-n", "-c", text])[0] == 0


def read_cmake(text):
    (DIR / "snippet.cmake").write_text(text, encoding="utf-8")
    return run(["cmake", "-P", "snippet.cmake"])[0] == 0


def balanced(text):
    text = re.sub(r'"(?:\\.|[^"\\])*"', "", text)
    return all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}"))


READERS = {"yaml": read_yaml, "json": lambda t: json.loads(t) is not None,
           "xml": lambda t: xml.fromstring(t) is not None, "sh": read_shell,
           "cmake": read_cmake, "lua": balanced, "elisp": balanced, "vim": balanced,
           "bat": balanced, "text": balanced}


def check_blocks():
    counts = {}
    for section, language, text in blocks():
        must(READERS[language](text), f"{section}: {language} block does not read:\n{text}")
        counts[language] = counts.get(language, 0) + 1
    print("read", " ".join(f"{n}={c}" for n, c in sorted(counts.items())))


def check_options():
    known = run([BUILD / "bin/fltcheck", "--help-hidden"])[1]
    used = set()
    for page in DOCS:
        for line in page.read_text(encoding="utf-8").split("\n"):
            if "fltcheck" in line or line.startswith("          --") or "`--" in line:
                line = line.split("clang-tidy", 1)[0]
                used |= set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]+)", line))
    used -= {"--extra-arg", "--build", "--database", "--growth", "--list-checks", "--quiet"}
    for option in sorted(used):
        must(re.search(rf"^ +{option}\b", known, re.M), f"fltcheck has no option {option}")
    must("--baseline" in used and "--self-check" in used, f"options found: {used}")
    print("options exist")


LEAK = """#include <fltKernel.h>
typedef struct { ERESOURCE Lock; ULONG Count; } STREAM;
NTSTATUS CountWrite(STREAM *Stream, ULONG Length)
{
    FltAcquireResourceExclusive(&Stream->Lock);
    if (Length == 0)
        return STATUS_INVALID_PARAMETER;
    Stream->Count++;
    FltReleaseResource(&Stream->Lock);
    return STATUS_SUCCESS;
}
"""


def make_repository():
    config = SOURCE / "checker/include/standalone.cfg"
    (DIR / "src").mkdir()
    (DIR / "build").mkdir()
    source = DIR / "src/write.c"
    source.write_text(LEAK.replace("    if (Length == 0)\n        return STATUS_INVALID_PARAMETER;\n", ""))
    (DIR / "build/compile_commands.json").write_text(json.dumps([{
        "directory": str(DIR), "file": "src/write.c",
        "command": f"clang --config={config} -c src/write.c"}]))
    (DIR / "CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.25)\nproject(Driver C)\n"
        "include(${CMAKE_SOURCE_DIR}/snippet.cmake)\nadd_library(driver OBJECT src/write.c)\n")
    for command in ("git init -q", "git add src", "git -c user.name=t -c user.email=t@t commit -qm 1"):
        must(run(command)[0] == 0, command)
    source.write_text(LEAK)


def here(text):
    """The snippet with the folders of this build."""
    return text.replace("/opt/fltcheck", str(BUILD))


def check_commands():
    os.environ["PATH"] = os.pathsep.join(
        [str(LLVM), str(LLVM.parent / "share/clang"), os.environ["PATH"]])
    snippets = [(s, here(t)) for s, language, t in blocks() if language in ("sh", "cmake")]
    commands = [line for s, t in snippets if s == "clang-tidy" for line in t.strip().split("\n")]
    must(len(commands) == 4, commands)
    for command in commands[:3]:
        if "clang-tidy-diff.py" in command and not shutil.which("clang-tidy-diff.py"):
            print("skipped: no clang-tidy-diff.py here")
            continue
        said = run(command)[1]
        must("write.c:7:9: warning: " in said and "[flt-resource-balance" in said, command + "\n" + said)
    must(run(commands[3])[0] == 0, commands[3])
    print("clang-tidy, run-clang-tidy and clang-tidy-diff find it")

    cmake = next(t for s, t in snippets if s == "CMake")
    (DIR / "snippet.cmake").write_text(cmake, encoding="utf-8")
    config = SOURCE / "checker/include/standalone.cfg"
    code, said = run(["cmake", "-G", "Ninja", "-S", ".", "-B", "cmake", "-DCMAKE_C_COMPILER=clang",
                      f"-DCMAKE_C_FLAGS=--config={config}", "-DCMAKE_C_COMPILER_WORKS=1"])
    must(code == 0, said)
    code, said = run(["cmake", "--build", "cmake"])
    must(code != 0 and "[flt-resource-balance" in said, said)
    print("CMake build fails on it")

    hook = next(t for s, t in snippets if s == "pre-commit")
    path = DIR / ".git/hooks/pre-commit"
    path.write_text(hook.replace("exec fltcheck", f"exec {BUILD}/bin/fltcheck"))
    path.chmod(0o755)
    code, said = run("git -c user.name=t -c user.email=t@t commit -qam 2")
    must(code != 0 and "[flt-resource-balance" in said, said)
    print("the git hook blocks it")


def check_labels():
    labels = json.loads((SOURCE / "docs/codechecker/clangsa.json").read_text())["labels"]
    checks = (SOURCE / "checker/finding/Checks.def").read_text()
    pairs = dict(re.findall(r'FLT_CHECK\(\w+,\s*"(flt-[^"]+)",\s*"([^"]+)"', checks))
    must(set(labels) == set(pairs.values()), f"labels {sorted(labels)}")
    for tidy, analyzer in pairs.items():
        must(any(label.endswith(f"/checks/{tidy}.md") for label in labels[analyzer]), analyzer)
    print("CodeChecker has a label for every check")


def main():
    shutil.rmtree(DIR, ignore_errors=True)
    DIR.mkdir(parents=True)
    check_blocks()
    check_options()
    check_labels()
    make_repository()
    check_commands()


main()
