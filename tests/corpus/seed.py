#!/usr/bin/env python3
"""Seeds defects into real drivers, one at a time, and tells which are caught.

Takes a compilation database of driver sources that parse, plants one defect in
one file (in memory: the sources stay as they are), runs FltCheck on that file
and compares with what it finds in the unmodified one. Not part of the timed
tests; run it by hand:

    tests/corpus/seed.py --module build/llvm-22/lib/FltTidyModule.so \\
        --database path/to/folder/with/compile_commands.json

Kinds of defects:
    remove-release     a call that releases a lock, a context or what else was given
                       is removed
    duplicate-release  ... is written twice
    leave-after-flt    KeLeaveCriticalRegion() follows FltReleaseResource()
    branch-drop        a release of a context or the like happens only on a branch
    early-return       a return is inserted right after a lock is acquired
"""

import argparse
import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile

from harmless import closing, is_harmless_return

LOCK_RELEASE = (
    r"FltReleaseResource|FltReleasePushLock(?:Ex)?|"
    r"ExReleaseResource(?:Lite|AndLeaveCriticalRegion)?|"
    r"ExReleasePushLock\w*|"
    r"ExReleaseFastMutex|KeReleaseGuardedMutex|KeReleaseMutex|KeReleaseSpinLock\w*|"
    r"KeReleaseInStackQueuedSpinLock\w*|ExReleaseSpinLock\w+|KeLowerIrql|"
    r"ExReleaseRundownProtection|IoReleaseRemoveLock|MmUnlockPages|"
    # What file systems call their own macros and wrappers.
    r"(?:Fat|Cd|Av|Ctx|Df|Nc|Fmm|Cg|Cdo|Simrep)Release"
    r"(?:Resource|Vcb|Fcb|Global|CdData|AllFiles|File|Lock|Volume)\w*"
)
REFERENCE_RELEASE = (
    r"FltReleaseFileNameInformation|FltObjectDereference|ObDereferenceObject|"
    r"FltClose|ZwClose|FltFreeCallbackData|FltFree(?:Generic|DeferredIo)WorkItem|"
    r"FltFreeSecurityDescriptor|IoFreeMdl"
)
CONTEXT_RELEASE = r"FltReleaseContext|FltReleaseContexts(?:Ex)?"
LOCK_ACQUIRE = (
    r"FltAcquireResource\w+|FltAcquirePushLock\w+|"
    r"(?:Av|Ctx|Df|Nc|Fmm|Cg|Cdo|Simrep)AcquireResource\w+|"
    r"FatAcquire(?:Exclusive|Shared)(?:Global|Vcb|Fcb|Volume)|"
    r"CdAcquire(?:CdData|Vcb\w+|Fcb\w+|File\w+)"
)


def statements(text, pattern):
    """Spans of `name(...);` that are whole statements."""
    for match in re.finditer(r"\b(?:%s)\s*\(" % pattern, text):
        before = text[: match.start()].rstrip()
        # Not a declaration, a definition or part of an expression.
        if before and before[-1] not in ";{}:)*/":
            continue
        if re.search(r"#\s*define[^\n]*$", text[: match.start()]):
            continue
        at = closing(text, match.end() - 1, "()") + 1
        end = re.compile(r"\s*;").match(text, at)
        ignored = re.search(r"\(VOID\)\s*$", text[: match.start()])
        if end:
            yield (ignored or match).start(), end.end()


def seeds(text):
    """(kind, line, mutated text, probe) for every defect that fits the file.

    The probe does not parse, unless the place is not compiled at all.
    """

    def put(kind, begin, end, replacement):
        def replaced(new):
            # Line numbers stay what they are.
            lost = text[begin:end].count("\n") - new.count("\n")
            return text[:begin] + new + "\n" * max(lost, 0) + text[end:]

        line = text.count("\n", 0, begin) + 1
        return (kind, line,
                "extern int FltCheckSeed(void); " + replaced(replacement),
                replaced("FltCheckIsCompiled(].);"))

    releases = [(s, "lock") for s in statements(text, LOCK_RELEASE)]
    releases += [(s, "context") for s in statements(text, CONTEXT_RELEASE)]
    releases += [(s, "reference") for s in statements(text, REFERENCE_RELEASE)]
    for (begin, end), what in releases:
        call = text[begin:end]
        yield put("remove-release/" + what, begin, end, ";")
        yield put("duplicate-release/" + what, begin, end,
                  "{ " + call + " " + " ".join(call.split()) + " }")
        if what != "lock":
            yield put("branch-drop/" + what, begin, end,
                      "if (FltCheckSeed()) { " + call + " }")
        if call.startswith("FltReleaseResource"):
            yield put("leave-after-flt", begin, end,
                      "{ " + call + " KeLeaveCriticalRegion(); }")
    for begin, end in statements(text, LOCK_ACQUIRE):
        if is_harmless_return(text, begin, end):
            continue
        yield put("early-return", begin, end,
                  "{ " + text[begin:end] + " if (FltCheckSeed()) return 0; }")


class Runner:
    def __init__(self, options):
        self.options = options

    def findings(self, file, text=None):
        """Counts of (check, message), or None if the file does not parse."""
        command = [self.options.clang_tidy, "-load", self.options.module,
                   "--quiet", "--checks=-*,flt-*", "-p", self.options.database]
        if self.options.model:
            command.append("--config={Checks: '-*,flt-*', CheckOptions: "
                           "{flt-context-release.Model: '%s'}}"
                           % self.options.model)
        with tempfile.TemporaryDirectory() as folder:
            if text is not None:
                copy = os.path.join(folder, os.path.basename(file))
                with open(copy, "w", encoding="latin-1", newline="") as out:
                    out.write(text)
                overlay = os.path.join(folder, "overlay.yaml")
                with open(overlay, "w", encoding="utf-8") as out:
                    json.dump({"version": 0, "roots": [
                        {"type": "file", "name": file,
                         "external-contents": copy}]}, out)
                command.append("--vfsoverlay=" + overlay)
            run = subprocess.run(command + [file], capture_output=True,
                                 text=True, errors="replace", check=False)
        if " error: " in run.stdout or run.returncode < 0:
            return None
        found = re.findall(r": warning: (.*) \[(flt-[\w-]+)", run.stdout)
        return collections.Counter((check, text) for text, check in found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", required=True,
                        help="folder of compile_commands.json")
    parser.add_argument("--module", required=True, help="FltTidyModule.so")
    parser.add_argument("--clang-tidy", default="clang-tidy-22")
    parser.add_argument("--model", help="model file, as fltcheck --emit-model "
                        "writes it: what functions of other files do")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1,
                        help="take only every n-th seed")
    parser.add_argument("--kind", default="", help="only kinds that contain this")
    parser.add_argument("--missed", help="file for the list of missed seeds")
    options = parser.parse_args()
    runner = Runner(options)

    database = os.path.join(options.database, "compile_commands.json")
    with open(database, encoding="utf-8") as stream:
        files = sorted({os.path.join(e["directory"], e["file"])
                        for e in json.load(stream)})
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        baseline = dict(zip(files, pool.map(runner.findings, files)))
        broken = [f for f in files if baseline[f] is None]
        for file in broken:
            print("does not parse, left out: " + file, file=sys.stderr)
        work = []
        for file in files:
            if baseline[file] is None:
                continue
            with open(file, encoding="latin-1", newline="") as stream:
                text = stream.read()
            work += [(file,) + seed for seed in seeds(text)
                     if options.kind in seed[0]]
        work = work[:: options.every]

        def judge(seed):
            file, _, _, text, probe = seed
            found = runner.findings(file, text)
            if found is None:
                return None
            if found - baseline[file]:
                return True
            return False if runner.findings(file, probe) is None else None

        results = list(pool.map(judge, work))

    table = collections.defaultdict(lambda: [0, 0, 0])
    missed = []
    for (file, kind, line, *_), caught in zip(work, results):
        row = table[kind]
        if caught is None:
            row[2] += 1
        else:
            row[0] += caught
            row[1] += 1
            if not caught:
                missed.append("%s:%d: %s" % (file, line, kind))
    # Unusable: it does not parse, or is left out by the preprocessor.
    print("%-26s %7s %7s %7s %9s" % ("kind", "seeded", "caught", "share",
                                     "unusable"))
    total = [0, 0, 0]
    for kind in sorted(table):
        caught, seeded, unusable = table[kind]
        total = [a + b for a, b in zip(total, table[kind])]
        print("%-26s %7d %7d %6.1f%% %9d" % (
            kind, seeded, caught, 100.0 * caught / max(seeded, 1), unusable))
    print("%-26s %7d %7d %6.1f%% %9d" % (
        "all", total[1], total[0], 100.0 * total[0] / max(total[1], 1),
        total[2]))
    if options.missed:
        with open(options.missed, "w", encoding="utf-8") as out:
            out.write("\n".join(missed) + "\n")


if __name__ == "__main__":
    main()
