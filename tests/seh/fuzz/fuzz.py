#!/usr/bin/env python3
"""Runs random programs with nested __try statements through the analyzer.

Oracle (the default): each program is run by an interpreter of the language's
rules; the analyzer, which computes concretely here, must follow the same path:
the same value returned, the same final state, or an exception that leaves.

--crash: programs that also touch user memory go through all default checkers
and ours; nothing may crash, and every lowered body must be a sound tree.
"""

import argparse
import concurrent.futures
import os
import random
import re
import subprocess
import sys
import tempfile

from generate import Generator, function
from interpret import Interpreter

PRELUDE = """\
#ifdef __cplusplus
extern "C" {
#endif
void ProbeForRead(const volatile void *p, unsigned long long n, unsigned long a);
__declspec(noreturn) void ExRaiseStatus(long status);
void clang_analyzer_eval(int);
void clang_analyzer_warnIfReached(void);
char *GetUserPointer(void);
#ifdef __cplusplus
}
#endif
#define AbnormalTermination _abnormal_termination
#define GetExceptionCode _exception_code
"""


def make_program(seed, wild):
    """\\returns the trees by name; the first one is the function to call."""
    rng = random.Random(seed * 31 + 5)
    trees, names = {}, []
    for i in range(rng.randint(0, 2)):
        name = "h%d_%d" % (seed, i)
        generator = Generator(seed * 131 + i, names, wild)
        # A helper may raise outside of any __try of its own.
        tree = generator.block(2, {
            "loop": False, "break": False, "leave": False, "labels": [],
            "return": True, "raise": True, "abnormal": False, "code": False,
        })
        trees[name] = tree
        names.append(name)
    trees["f%d" % seed] = Generator(seed, names, wild).body()
    return trees


def write_oracle(seed, trees, lines):
    """Adds the program and its check. \\returns (line, expectation)."""
    name = "f%d" % seed
    rng = random.Random(seed * 7 + 1)
    start, c = rng.randint(1, 2 ** 32 - 1), rng.choice([0, 2, 4, 6])
    interpreter = Interpreter(trees, c)
    interpreter.t = start
    end = interpreter.call(name)
    lines.append("void g%d(void) {" % seed)
    lines.append("  unsigned x = %du, r;" % start)
    lines.append("  r = %s(&x, %d);" % (name, c))
    if end[0] == "raise":
        lines.append("  clang_analyzer_warnIfReached();")
        expected = None
    else:
        lines.append("  clang_analyzer_eval(x == %du && r == %du);"
                     % (interpreter.t, end[1]))
        expected = "TRUE"
    lines.append("}")
    return len(lines) - 1, expected


def run_batch(options, seeds):
    lines = PRELUDE.splitlines()
    expected = {}
    for seed in seeds:
        trees = make_program(seed, options.crash)
        for name, tree in trees.items():
            lines += function(name, tree, options.crash).splitlines()
        if options.crash:
            name = "f%d" % seed
            lines.append("unsigned g%d(unsigned x, int c) { return %s(&x, c); }"
                         % (seed, name))
        else:
            at, what = write_oracle(seed, trees, lines)
            expected[at] = (seed, what)
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "fuzz." + options.language)
        with open(source, "w") as f:
            f.write("\n".join(lines) + "\n")
        command = options.analyzer.split() + ["-analyzer-output=text-minimal"]
        config = "windows.StructuredExceptionHandling:Verify=true"
        if options.crash:
            command += ["-analyzer-checker=core,apiModeling,cplusplus,deadcode,"
                        "nullability,security,unix,optin,flt"]
            config += ",max-nodes=%d" % options.nodes
        else:
            # Whole programs are followed, however large.
            config += (",max-inlinable-size=50000,max-times-inline-large=1000,"
                       "ipa-always-inline-size=50000,max-nodes=4000")
            command += ["-analyzer-max-loop", "64",
                        "-analyzer-inline-max-stack-depth", "9",
                        "-analyzer-checker=core,debug.ExprInspection,"
                        "windows.StructuredExceptionHandling"]
        command += ["-analyzer-config", config, source]
        result = subprocess.run(command, capture_output=True, text=True)
        text = result.stderr + result.stdout
        if options.keep:
            with open(options.keep, "w") as f:
                f.write("\n".join(lines) + "\n")
    bad = []
    if result.returncode != 0 or "PLEASE submit" in text:
        bad.append("seeds %s: exit code %d\n%s" % (
            list(seeds), result.returncode, text[-2000:]))
    bad += [l for l in text.splitlines() if "is broken" in l]
    if not re.search(r"SEH: \d+ functions verified", text):
        bad.append("seeds %s: nothing was verified\n%s" % (list(seeds),
                                                           text[-500:]))
    got = {}
    for m in re.finditer(r"fuzz\.\w+:(\d+):\d+: warning: (\w+)", text):
        got.setdefault(int(m.group(1)), set()).add(m.group(2))
    for at, (seed, what) in expected.items():
        found = got.get(at, set())
        if found != ({what} if what else set()):
            bad.append("seed %d: expected %s, found %s" % (
                seed, what or "an exception that leaves", sorted(found)))
    raised = sum(1 for _, what in expected.values() if what is None)
    return len(seeds), raised, bad


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--analyzer", required=True,
                        help="clang -cc1 command with the plugin loaded")
    parser.add_argument("--programs", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--batch", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--language", choices=["c", "cpp"], default="c")
    parser.add_argument("--crash", action="store_true")
    parser.add_argument("--nodes", type=int, default=2000,
                        help="budget of a function, with --crash")
    parser.add_argument("--keep", help="write the (last) source here")
    options = parser.parse_args()
    batches = [range(i, min(i + options.batch, options.first + options.programs))
               for i in range(options.first, options.first + options.programs,
                              options.batch)]
    total = raised = 0
    bad = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for count, r, problems in pool.map(
                lambda b: run_batch(options, b), batches):
            total += count
            raised += r
            bad += problems
    for line in bad:
        print(line)
    print("%d programs, %d left by an exception, %d problems"
          % (total, raised, len(bad)))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
