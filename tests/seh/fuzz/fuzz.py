#!/usr/bin/env python3
"""Runs random programs with nested __try statements through the analyzer.

Oracle (the default): each program is run by an interpreter of the language's
rules; the analyzer, which computes concretely here, must follow the same path:
the same value returned, or the same exception that leaves, and the same state.

--crash: programs that also touch user memory go through all default checkers
and ours; nothing may crash, and every lowered body must be a sound tree.
"""

import argparse
import concurrent.futures
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile

from generate import Generator
from interpret import Interpreter
from printer import STYLES, function

PRELUDE = """\
#ifdef __cplusplus
extern "C" {
#endif
void ProbeForRead(const volatile void *p, unsigned long long n, unsigned long a);
__declspec(noreturn) void ExRaiseStatus(long status);
void clang_analyzer_eval(int);
char *GetUserPointer(void);
void *memcpy(void *, const void *, unsigned long long);
#ifdef __cplusplus
}
struct Scope {
  Scope(unsigned *t, unsigned n) : t(t), n(n) {}
  ~Scope() { *t = *t * 19u + n; }
  unsigned *t, n;
};
#endif
struct Record { int a, b[4]; };
#define AbnormalTermination _abnormal_termination
#define GetExceptionCode _exception_code
"""


def make_program(seed, wild, objects):
    """\\returns the trees by name; the last one is the function to call."""
    rng = random.Random(seed * 31 + 5)
    trees, names = {}, []
    for i in range(rng.randint(0, 2)):
        name = "h%d_%d" % (seed, i)
        generator = Generator(seed * 131 + i, names, wild, objects)
        # A helper may raise outside of any __try of its own.
        tree = generator.block(2, {
            "loop": False, "break": False, "leave": False, "labels": [],
            "return": True, "raise": True, "abnormal": False, "code": False,
        })
        trees[name] = tree
        names.append(name)
    trees["f%d" % seed] = Generator(seed, names, wild, objects).body()
    return trees


def write_oracle(seed, trees, lines):
    """Adds the program and its check. \\returns (line, whether it raised)."""
    name = "f%d" % seed
    rng = random.Random(seed * 7 + 1)
    start, c = rng.randint(1, 2 ** 32 - 1), rng.choice([0, 2, 4, 6])
    interpreter = Interpreter(trees, c)
    interpreter.t = start
    end = interpreter.call(name)
    raised = end[0] == "raise"
    lines.append("void g%d(void) {" % seed)
    lines.append("  unsigned x = %du, r;" % start)
    if raised or rng.random() < 0.5:
        # Something that raises, so that no handler is taken for dead.
        lines.append("  __try { r = %s(&x, %d); if (r == 99u) "
                     "ExRaiseStatus(1); }" % (name, c))
        lines.append("  __except (1) { r = (unsigned)GetExceptionCode(); }")
    else:
        lines.append("  r = %s(&x, %d);" % (name, c))
    lines.append("  clang_analyzer_eval(x == %du && r == %du);"
                 % (interpreter.t, end[1]))
    lines.append("}")
    return len(lines) - 1, raised


def make_source(options, seeds):
    """\\returns the lines of a file, {line: seed} of its checks, and how many
    programs are left by an exception."""
    lines = PRELUDE.splitlines()
    expected, raised = {}, 0
    for seed in seeds:
        is_cpp = options.language == "cpp"
        trees = make_program(seed, options.crash, is_cpp)
        callees = {}
        for i, (name, tree) in enumerate(trees.items()):
            style = "plain"
            if is_cpp and name[0] == "h":
                style = sorted(STYLES)[(seed + i) % len(STYLES)]
            lines += function(name, tree, options.crash, style,
                              callees).splitlines()
            callees[name] = STYLES[style][2] % name
        if options.crash:
            name = "f%d" % seed
            lines.append("unsigned g%d(unsigned x, int c) { return %s(&x, c); }"
                         % (seed, name))
        else:
            at, has_raised = write_oracle(seed, trees, lines)
            expected[at] = seed
            raised += has_raised
    return lines, expected, raised


def run_batch(options, seeds):
    lines, expected, raised = make_source(options, seeds)
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "fuzz." + options.language)
        with open(source, "w") as f:
            f.write("\n".join(lines) + "\n")
        command = shlex.split(options.analyzer) + ["-analyzer-output=text-minimal"]
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
    for at, seed in expected.items():
        found = got.get(at, set())
        if found != {"TRUE"}:
            bad.append("seed %d: another end: %s" % (seed, sorted(found)))
    return len(seeds), raised, bad


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--analyzer",
                        help="clang -cc1 command with the plugin loaded")
    parser.add_argument("--print", type=int, metavar="N",
                        help="only print N programs")
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
    if options.print:
        last = options.first + options.print
        print("\n".join(make_source(options, range(options.first, last))[0]))
        return 0
    if not options.analyzer:
        parser.error("--analyzer is missing")
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
