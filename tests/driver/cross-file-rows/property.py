#!/usr/bin/env python3
"""property.py FLTCHECK WORK [--programs N] [--seed S]: splitting changes nothing.

Makes small programs: wrappers that acquire, release, get, give back, exchange or
keep something, by value, by address or by member, under outcomes, up to six deep,
and callers of them that are right or wrong. Each program is checked twice, once
spread over several files and once as one file. An interpreter of the programs says
which callers are wrong. All three must agree; where a row of the wrappers is opaque,
nothing need be found. Prints how many agreed, and the share of opaque rows.

Exit status 0 if all agree and less than 5 % of the rows are opaque.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys

SLOTS = 5  # Files that the wrappers of a batch are spread over.
DEPTH = 6  # Calls from one wrapper to the next.
BATCH = 60  # Programs that share their files: a file costs its headers.

HEAD = """#include <fltKernel.h>
typedef struct _NODE { ERESOURCE Lock; EX_PUSH_LOCK Push; PFLT_CONTEXT Ctx; ULONG Count; } NODE, *PNODE;
extern volatile ULONG Gate;
extern PFLT_CONTEXT Parked;
"""

LOCKS = {
    "resource": ("PERESOURCE", "Lock", "FltAcquireResourceExclusive", "FltReleaseResource"),
    "push": ("PEX_PUSH_LOCK", "Push", "FltAcquirePushLockExclusive", "FltReleasePushLock"),
}


class Function:
    """One level of a chain: its C text, and what it does as a Python function."""

    def __init__(self, result, name, params, body, run):
        self.head = f"{result} {name}({params})"
        self.name, self.body, self.run = name, body, run

    def text(self):
        return f"{self.head} {{\n{self.body}}}\n"


def noise(rng, node):
    """Something that has nothing to do with what is held."""
    if not node or rng.random() < 0.6:
        return ""
    return rng.choice([f"  {node}->Count += 1;\n", f"  if ({node}->Count > 3) {{ {node}->Count = 0; }}\n"])


# Ways to pass a node: its lock, the node, the address of a variable that has it.
PASS = {"lock": "{lock} L", "node": "PNODE N", "addr": "PNODE *N"}


def pass_on(outer, inner, member):
    lock = {"lock": "L", "node": f"&N->{member}", "addr": f"&(*N)->{member}"}
    node = {"node": "N", "addr": "*N"}
    addr = {"node": "&N", "addr": "N"}
    return {"lock": lock, "node": node, "addr": addr}[inner][outer]


def outer_ways(inner):
    return {"lock": ["lock", "node", "addr"], "node": ["node", "addr"], "addr": ["addr", "node"]}[inner]


def acquire_chain(rng, prefix, kind, depth):
    lock, member, take, _ = LOCKS[kind]
    way, result = "lock", rng.choice(["void", "bool", "status", "flag"])

    def base(state):
        if result_base != "void" and not state.choose():
            return False
        state.acquire()
        return True

    result_base = result
    chain = []
    types = {"void": "VOID", "bool": "BOOLEAN", "status": "NTSTATUS", "flag": "VOID"}
    fail = {"bool": "    return FALSE;\n", "status": "    return STATUS_UNSUCCESSFUL;\n",
            "flag": "    *Got = FALSE;\n    return;\n"}
    done = {"void": "", "bool": "  return TRUE;\n", "status": "  return STATUS_SUCCESS;\n",
            "flag": "  *Got = TRUE;\n"}
    extra = lambda r: ", BOOLEAN *Got" if r == "flag" else ""
    body = "" if result == "void" else f"  if (Gate == 7) {{\n{fail[result]}  }}\n"
    body += f"  {take}(L);\n{done[result]}"
    chain.append(Function(types[result], f"{prefix}Acquire_0", f"{lock} L{extra(result)}", body, base))
    for level in range(1, depth + 1):
        outer = rng.choice(outer_ways(way))
        inner_call = chain[-1].name + "(" + pass_on(outer, way, member)
        how = {"void": ["void", "bool", "status", "flag"], "bool": ["bool", "status", "flag"],
               "status": ["status", "bool", "flag"], "flag": ["flag", "bool", "status"]}[result]
        new = rng.choice(how)
        node = {"node": "N", "addr": "(*N)"}.get(outer)
        body = noise(rng, node)
        if result == "void":
            body += f"  {inner_call});\n{done[new]}"
        else:
            if result == "flag":
                body = "  BOOLEAN Mine;\n" + body + f"  {inner_call}, &Mine);\n"
                ok = "Mine"
            elif result == "bool":
                ok = f"{inner_call})"
            else:
                ok = f"NT_SUCCESS({inner_call}))"
            if new == result == "status" and rng.random() < 0.5:
                body += f"  return {inner_call});\n"
            elif new == "flag":
                body += f"  *Got = {ok} ? TRUE : FALSE;\n" if rng.random() < 0.5 else \
                    f"  if (!{ok}) {{\n    *Got = FALSE;\n    return;\n  }}\n  *Got = TRUE;\n"
            else:
                body += f"  if (!{ok}) {{\n{fail[new]}  }}\n{done[new]}"
        inner_run = chain[-1].run
        chain.append(Function(types[new], f"{prefix}Acquire_{level}",
                              PASS[outer].format(lock=lock) + extra(new), body, inner_run))
        way, result = outer, new
    return chain, way, result


def release_chain(rng, prefix, kind, depth):
    lock, member, _, drop = LOCKS[kind]
    way = "lock"
    chain = [Function("VOID", f"{prefix}Release_z0", f"{lock} L", f"  {drop}(L);\n", lambda s: s.release())]
    for level in range(1, depth + 1):
        outer = rng.choice(outer_ways(way))
        node = {"node": "N", "addr": "(*N)"}.get(outer)
        body = noise(rng, node) + f"  {chain[-1].name}({pass_on(outer, way, member)});\n"
        chain.append(Function("VOID", f"{prefix}Release_z{level}", PASS[outer].format(lock=lock), body, chain[-1].run))
        way = outer
    return chain, way


def give_chain(rng, prefix, depth):
    args, pars = "I, F, Out", "PFLT_INSTANCE I, PFILE_OBJECT F, PFLT_CONTEXT *Out"
    result = rng.choice(["status", "bool"])

    def base(state):
        if not state.choose():
            return False
        state.give()
        return True

    if result == "status":
        body = rng.choice(["  return FltGetStreamContext(I, F, Out);\n",
                           "  PFLT_CONTEXT C = NULL;\n  NTSTATUS S = FltGetStreamContext(I, F, &C);\n"
                           "  if (NT_SUCCESS(S)) {\n    *Out = C;\n  }\n  return S;\n"])
    else:
        body = "  return NT_SUCCESS(FltGetStreamContext(I, F, Out));\n"
    types = {"bool": "BOOLEAN", "status": "NTSTATUS", "flag": "VOID"}
    chain = [Function(types[result], f"{prefix}Get_0", pars, body, base)]
    for level in range(1, depth + 1):
        new = rng.choice(["status", "bool"])
        call = f"{chain[-1].name}({args})"
        ok = call if result == "bool" else f"NT_SUCCESS({call})"
        if new == result and rng.random() < 0.5:
            body = f"  return {call};\n"
        elif new == "bool":
            body = f"  if (!{ok}) {{\n    return FALSE;\n  }}\n  return TRUE;\n"
        else:
            body = f"  if (!{ok}) {{\n    return STATUS_NOT_FOUND;\n  }}\n  return STATUS_SUCCESS;\n"
        chain.append(Function(types[new], f"{prefix}Get_{level}", pars, body, chain[-1].run))
        result = new
    return chain, result


def take_chain(rng, prefix, depth, verb):
    """Give back, or keep: by value, by the address of a variable, by member."""
    names = {"take": "Drop", "keep": "Park"}
    base = {"take": "FltReleaseContext(C)", "keep": "Parked = C"}[verb]
    run = (lambda s: s.take()) if verb == "take" else (lambda s: s.keep())
    way = "value"
    chain = [Function("VOID", f"{prefix}{names[verb]}_0", "PFLT_CONTEXT C", f"  {base};\n", run)]
    pars = {"value": "PFLT_CONTEXT C", "addr": "PFLT_CONTEXT *C", "member": "PNODE N"}
    for level in range(1, depth + 1):
        outer = rng.choice({"value": ["value", "addr", "member"], "addr": ["addr", "member"],
                            "member": ["member"]}[way])
        inner = chain[-1].name
        if outer == way:
            body = f"  {inner}({'N' if way == 'member' else 'C'});\n"
        elif way == "value":
            place = {"addr": "*C", "member": "N->Ctx"}[outer]
            body = f"  if ({place} != NULL) {{\n    {inner}({place});\n    {place} = NULL;\n  }}\n"
        else:
            body = f"  {inner}(&N->Ctx);\n"
        chain.append(Function("VOID", f"{prefix}{names[verb]}_{level}", pars[outer], body, chain[-1].run))
        way = outer
    return chain, way


def swap_chain(rng, prefix, depth):
    pars, args = "PFLT_INSTANCE I, PFILE_OBJECT F, PFLT_CONTEXT *Slot", "I, F, Slot"
    body = ("  PFLT_CONTEXT Old = *Slot, New = NULL;\n  if (!NT_SUCCESS(FltGetStreamContext(I, F, &New))) {\n"
            "    return;\n  }\n  FltReleaseContext(Old);\n  *Slot = New;\n")

    def base(state):
        if state.choose():
            state.take()
            state.give()

    chain = [Function("VOID", f"{prefix}Swap_0", pars, body, base)]
    for level in range(1, depth + 1):
        chain.append(Function("VOID", f"{prefix}Swap_{level}", pars, f"  {chain[-1].name}({args});\n", base))
    return chain


class State:
    """What one execution holds; wrong() if it may not end so."""

    def __init__(self, choices):
        self.choices, self.used = choices, 0
        self.held = self.owed = 0
        self.bad = False

    def choose(self):
        self.used += 1
        return bool(self.choices >> (self.used - 1) & 1)

    def acquire(self):
        self.held += 1

    def release(self):
        self.bad |= self.held == 0
        self.held -= 1

    def give(self):
        self.owed += 1

    def take(self):
        self.bad |= self.owed == 0
        self.owed -= 1

    def keep(self):
        self.owed -= 1

    def wrong(self):
        return self.bad or self.held != 0 or self.owed != 0


def is_wrong(run):
    """Runs every combination of outcomes."""
    def one(choices):
        state = State(choices)
        run(state)
        return state.wrong()
    return any(one(choices) for choices in range(32))


def lock_program(rng, prefix):
    kind = rng.choice(list(LOCKS))
    _, member, _, _ = LOCKS[kind]
    acquire, way, result = acquire_chain(rng, prefix, kind, rng.randint(1, DEPTH))
    release, out = release_chain(rng, prefix, kind, rng.randint(1, DEPTH))
    given = {"lock": f"&N->{member}", "node": "N", "addr": "&N"}
    call = f"{acquire[-1].name}({given[way]}"
    start = {"void": f"  {call});\n", "bool": f"  if (!{call})) {{\n    return;\n  }}\n",
             "status": f"  if (!NT_SUCCESS({call}))) {{\n    return;\n  }}\n",
             "flag": f"  {call}, &Got);\n  if (!Got) {{\n    return;\n  }}\n"}[result]
    if result == "flag":
        start = "  BOOLEAN Got;\n" + start
    end = f"  {release[-1].name}({given[out]});\n"
    early = "  if (Gate == 9) {\n    return;\n  }\n"

    def caller(name, rest, steps):
        def run(state):
            if not acquire[-1].run(state) and result_fails:
                return
            for step in steps:
                if step(state):
                    return
        return Function("VOID", f"{prefix}Use_{name}", "PNODE N", start + rest, run)

    result_fails = acquire[0].head.split()[0] != "VOID" or "Got" in acquire[0].head
    give_up, leave = (lambda s: release[-1].run(s)), (lambda s: s.choose())
    callers = [caller("right", end, [give_up]), caller("early", early + end, [leave, give_up]),
               caller("never", "", []), caller("twice", end + end, [give_up, give_up])]
    return acquire + release, callers


def context_program(rng, prefix):
    give, result = give_chain(rng, prefix, rng.randint(1, DEPTH))
    verb = rng.choice(["take", "take", "keep"])
    take, way = take_chain(rng, prefix, rng.randint(1, DEPTH), verb)
    swap = swap_chain(rng, prefix, rng.randint(1, DEPTH)) if rng.random() < 0.4 else None
    place = "B.Ctx" if way == "member" else "C"
    call = f"{give[-1].name}(I, F, &{place})"
    ok = call if result == "bool" else f"NT_SUCCESS({call})"
    start = ("  NODE B;\n" if way == "member" else "  PFLT_CONTEXT C;\n") + f"  if (!{ok}) {{\n    return;\n  }}\n"
    middle = f"  {swap[-1].name}(I, F, &{place});\n" if swap else ""
    end = f"  {take[-1].name}(" + {"value": "C", "addr": "&C", "member": "&B"}[way] + ");\n"
    early = "  if (Gate == 9) {\n    return;\n  }\n"
    change = (lambda s: swap[-1].run(s) and None) if swap else (lambda s: None)

    def caller(name, rest, steps):
        def run(state):
            if not give[-1].run(state):
                return
            for step in steps:
                if step(state):
                    return
        return Function("VOID", f"{prefix}Use_{name}", "PFLT_INSTANCE I, PFILE_OBJECT F", start + rest, run)

    back, leave = (lambda s: take[-1].run(s)), (lambda s: s.choose())
    callers = [caller("right", middle + end, [change, back]), caller("early", middle + early + end, [change, leave, back]),
               caller("never", middle, [change])]
    if verb == "take" and way == "value":
        callers.append(caller("twice", middle + end + end, [change, back, back]))
    return give + take + (swap or []), callers


def findings(fltcheck, folder, files, options=()):
    report = folder / "report.json"
    run = subprocess.run([fltcheck, "-j1", "--no-cache", "--quiet", f"--json={report}", *options, *files],
                         cwd=folder, capture_output=True, text=True, check=False)
    if not report.exists():
        sys.exit(f"no report: {run.stderr}")
    read = json.loads(report.read_text())
    for unit in read["unfinished"]:
        sys.exit(f"incomplete: {unit}")
    found = {}
    for finding in read["findings"]:
        # A path that began in a caller is the caller's, wherever it ends.
        for name in {finding["function"], *(owner(folder, note.get("where", note)) for note in finding["path"])}:
            found.setdefault(name, []).append(finding["message"])
    return found


def owner(folder, note):
    """The function that the place of a note lies in."""
    lines = (folder / pathlib.Path(note["file"]).name).read_text().splitlines()
    for line in reversed(lines[:note["line"]]):
        if line and not line[0].isspace() and line.endswith("{"):
            return line.split("(")[0].split()[-1]
    return ""


def check_batch(fltcheck, folder, rng, first, count):
    folder.mkdir(parents=True, exist_ok=True)
    programs = []
    for index in range(first, first + count):
        make = rng.choice([lock_program, context_program])
        programs.append(make(rng, f"P{index}"))
    wrappers = [f for w, _ in programs for f in w]
    callers = [f for _, c in programs for f in c]
    (folder / "all.h").write_text(HEAD + "".join(f.head + ";\n" for f in wrappers + callers))
    parts = [[] for _ in range(SLOTS)]
    for function in wrappers:
        rng.choice(parts).append(function)
    parts.append(callers)
    names = []
    for index, part in enumerate(parts):
        names.append(f"part{index}.c")
        (folder / names[-1]).write_text('#include "all.h"\n' + "".join(f.text() for f in part))
    (folder / "one.c").write_text('#include "all.h"\n' + "".join(f.text() for f in wrappers + callers))
    split = findings(fltcheck, folder, names, ["--emit-model=rows.yaml"])
    whole = findings(fltcheck, folder, ["one.c"])
    rows = re.split(r"^ +- name:", (folder / "rows.yaml").read_text(), flags=re.M)[1:]
    opaque = {row.split()[0] for row in rows if re.search(r"^ +opaque: +true", row, re.M)}
    wrong = []
    for owned, used in programs:
        is_opaque = any(f.name in opaque for f in owned)
        for function in used:
            want = is_wrong(function.run)
            apart, together = function.name in split, function.name in whole
            if apart == together == want or (is_opaque and not apart and not (together and not want)):
                continue
            wrong.append(f"{function.name}: the oracle says {'wrong' if want else 'right'}, "
                         f"split {split.get(function.name, 'nothing')}, "
                         f"one file {whole.get(function.name, 'nothing')}")
        blamed = {m for f in used for found in (split, whole) for m in found.get(f.name, [])}
        for function in owned:
            said = split.get(function.name, []) + whole.get(function.name, [])
            if set(said) - blamed:
                wrong.append(f"{function.name}: split {split.get(function.name)}, one file {whole.get(function.name)}")
    return len(rows), len(opaque), wrong


def main():
    global DEPTH
    parser = argparse.ArgumentParser()
    parser.add_argument("fltcheck")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--programs", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--depth", type=int, default=DEPTH)
    options = parser.parse_args()
    DEPTH = options.depth
    rng = random.Random(options.seed)
    tool = str(pathlib.Path(options.fltcheck).resolve())
    rows = opaque = 0
    wrong = []
    for first in range(0, options.programs, BATCH):
        count = min(BATCH, options.programs - first)
        more, unclear, bad = check_batch(tool, options.work / f"batch{first // BATCH}", rng, first, count)
        rows, opaque = rows + more, opaque + unclear
        wrong += bad
        for line in bad:
            print(line, flush=True)
    share = 100 * opaque / max(rows, 1)
    print(f"{options.programs} programs, {len(wrong)} disagreements; "
          f"{opaque} of {rows} rows are opaque ({share:.1f} %)")
    return bool(wrong) or share >= 5


if __name__ == "__main__":
    sys.exit(main())
