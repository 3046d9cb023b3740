#!/usr/bin/env python3
"""Troubles a language server, and sees that it neither dies, hangs nor says what is stale.

    fuzz.py FLTCHECK WORK [--scripts N] [--seed S]    (FLTCHECK with its whole path)

Random edits are sent as an editor would; what is shown of the last text must be what a fresh
run of fltcheck over that text finds. Then come broken messages, large texts, requests that
are taken back, and pipes that are closed."""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import time

from client import Client, uri

START = """#include <fltKernel.h>
// \U0001f512 \u00e9: characters of two and of one unit.
VOID Leaks(PERESOURCE Lock, BOOLEAN Early) {
  FltAcquireResourceExclusive(Lock);
  if (Early) { /* \U0001f513 */ return; }
  FltReleaseResource(Lock);
}
VOID Right(PERESOURCE Lock) {
  FltAcquireResourceShared(Lock);
  FltReleaseResource(Lock);
}
"""
PIECES = ["  FltReleaseResource(Lock);\n", "  FltAcquireResourceShared(Lock);\n", "  return;\n",
          "\n", " ", "  if (Early) {\n", "  }\n", "}\n", "// \U0001f512\n", "/*", "*/", "#if 0\n",
          "#endif\n", "VOID F(PERESOURCE Lock, BOOLEAN Early) {\n", "\r\n", "\t", "  KeLeaveCriticalRegion();\n",
          "NOLINT", "\\", '"', "  FltAcquireResourceExclusive(Lock); FltReleaseResource(Lock);\n"]


def position(text, offset):
    """Line and column, in the units of the protocol."""
    before = text[:offset]
    line = before.count("\n")
    return line, len(before[before.rfind("\n") + 1:].encode("utf-16-le")) // 2


def edit(text, chance):
    """A change as the client takes it, and the text after it."""
    if chance.random() < 0.05:
        return START, START
    begin = chance.randrange(len(text) + 1)
    if chance.random() < 0.7:  # Most edits are of lines.
        begin = text.rfind("\n", 0, begin) + 1
    end = begin
    if chance.random() < 0.4:
        end = min(len(text), begin + chance.choice([1, 5, 40]))
    # Between the two halves of a line's end there is no position.
    while 0 < begin < len(text) and text[begin - 1:begin + 1] == "\r\n":
        begin -= 1
    while 0 < end < len(text) and text[end - 1:end + 1] == "\r\n":
        end += 1
    new = chance.choice(PIECES) if chance.random() < 0.8 else ""
    return ((*position(text, begin), *position(text, end), new),
            text[:begin] + new + text[end:])


def fresh(fltcheck, folder, text):
    """What a run over the text says: places with messages, and whether it saw all."""
    folder.mkdir(exist_ok=True)
    (folder / "file.c").write_bytes(text.encode())
    done = subprocess.run(
        [fltcheck, "--quiet", "--no-cache", "--json=report.json", "--output=text", "file.c"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode not in (0, 1, 2, 3):
        raise RuntimeError(f"fltcheck ends with {done.returncode}: {done.stdout}")
    report = json.loads((folder / "report.json").read_text())
    return {(f["where"]["line"], f["message"]) for f in report["findings"]}


def shown(diagnostics):
    return {(d["range"]["start"]["line"] + 1, d["message"]) for d in diagnostics
            if d["code"] != "incomplete"}


def scripts(fltcheck, work, count, seed):
    """Random edits; the server stays the same, as an editor's does."""
    folder = work / "edited"
    folder.mkdir()
    file = folder / "file.c"
    file.write_text(START)
    client = Client([fltcheck, "--lsp"], folder, options={"debounce": 0}, timeout=120)
    client.open(file)
    client.wait(file)
    kinds = set()
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        text = START
        version = client.change(file, [text])
        for _ in range(chance.randrange(1, 8)):
            changes = []
            for _ in range(chance.randrange(1, 4)):
                change, text = edit(text, chance)
                changes.append(change)
            version = client.change(file, changes)
            if chance.random() < 0.3:
                time.sleep(chance.random() * 0.05)
        said = shown(client.wait(file, version))
        expected = fresh(fltcheck, work / "fresh", text)
        kinds.add(len(expected))
        if said != expected:
            (work / "failed.c").write_bytes(text.encode())
            raise RuntimeError(f"script {number} of seed {seed}: shown is {sorted(said)}, found "
                               f"is {sorted(expected)}; the text is {work / 'failed.c'}")
    if client.stop() != 0 or client.errors:
        raise RuntimeError(f"the server ended badly: {client.errors}")
    # Scripts that all end alike would prove nothing.
    if count >= 10 and len(kinds) < 2:
        raise RuntimeError("all texts have as many findings")
    print(f"{count} scripts, shown is what is found")


BROKEN = {
    "no number": b"Content-Length: x\r\n\r\n{}",
    "negative": b"Content-Length: -5\r\n\r\n{}",
    "enormous": b"Content-Length: 99999999999999999999\r\n\r\n{}",
    "long, and nothing": b"Content-Length: 1000000\r\n\r\n{}",
    "no header": b"{}\r\n\r\n",
    "unknown headers": b"A: b\r\n" * 500 + b"\r\n",
    "no JSON": b"Content-Length: 3\r\n\r\n{{{",
    "no object": b"Content-Length: 2\r\n\r\n[]",
    "no UTF-8": b"Content-Length: 4\r\n\r\n\"\xff\xfe\"",
    "zeros": b"\0" * 4096,
    "one line": b"x" * 1000000,
    "cut": b"Content-Le",
    "deep": b"Content-Length: 20000\r\n\r\n" + b"[" * 20000,
}
# Messages that are well formed, and mean nothing. All but notifications are answered.
ODD = [
    ("textDocument/hover", None), ("textDocument/hover", []),
    ("textDocument/hover", {"textDocument": {"uri": 7}, "position": {"line": -1}}),
    ("textDocument/codeAction", {"textDocument": {"uri": "untitled:a"}, "range": 3}),
    ("textDocument/inlayHint", {"textDocument": {"uri": "file:///none.c"},
                                "range": {"start": {"line": 10**12}}}),
    ("workspace/executeCommand", {"command": "fltcheck.addToBaseline", "arguments": [1]}),
    ("workspace/executeCommand", {"command": "rm"}), ("no/such", {}), ("initialize", {}),
]
ODD_NEWS = [
    ("textDocument/didOpen", None), ("textDocument/didChange", {"textDocument": 1}),
    ("textDocument/didChange", {"textDocument": {"uri": "file:///none.c", "version": 3},
                                "contentChanges": [{"text": "x"}]}),
    ("textDocument/didClose", {}), ("textDocument/didSave", {"textDocument": {"uri": ""}}),
    ("textDocument/didOpen", {"textDocument": {"uri": "http://a/b.c", "languageId": "c",
                                               "version": 1, "text": ""}}),
    ("workspace/didChangeWorkspaceFolders", {"event": {"added": [{"uri": "file:///none"}, 3],
                                                       "removed": "x"}}),
    ("$/cancelRequest", {"id": 12345}), ("$/whatever", {}), ("window/workDoneProgress/cancel", 1),
]


def ends(client, what):
    """Waits until the process is gone; a crash is none of the ends that are allowed."""
    try:
        status = client.process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        raise RuntimeError(f"{what}: the server does not end") from None
    if status not in (0, 1):
        raise RuntimeError(f"{what}: the server ends with {status}: {client.errors}")


def broken(fltcheck, work):
    for what, data in BROKEN.items():
        client = Client([fltcheck, "--lsp"], work, timeout=60)
        try:
            client.raw(data)
            client.process.stdin.close()
        except BrokenPipeError:
            pass  # It has ended, as it may.
        ends(client, what)
    print(f"{len(BROKEN)} broken streams")


def odd(fltcheck, work):
    client = Client([fltcheck, "--lsp"], work, timeout=60)
    for method, params in ODD_NEWS:
        client.notify(method, params)
    for method, params in ODD:
        try:
            client.request(method, params)
        except RuntimeError as error:
            if "waited in vain" in str(error) or "is gone" in str(error):
                raise
    # Requests that are taken back are answered all the same, if only to say so.
    numbers = []
    for _ in range(200):
        numbers.append(client.begin("textDocument/codeAction", {
            "textDocument": {"uri": uri(work / "file.c")},
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}}))
        client.notify("$/cancelRequest", {"id": numbers[-1]})
    client.until(lambda: all(n in client.replies for n in numbers), "answers")
    if client.stop() != 0:
        raise RuntimeError("the server ended badly")
    print(f"{len(ODD) + len(ODD_NEWS)} odd messages, {len(numbers)} requests taken back")


def large(fltcheck, work):
    """A text of some megabytes, that changes while it is read."""
    folder = work / "large"
    folder.mkdir()
    file = folder / "large.c"
    text = START + "".join(f"VOID F{n}(VOID) {{ /* {'x' * 60} */ }}\n" for n in range(40000))
    file.write_text("")
    client = Client([fltcheck, "--lsp"], folder, options={"debounce": 0}, timeout=300)
    client.open(file, text)
    for _ in range(20):
        version = client.change(file, [(2, 0, 2, 0, " ")])
    if len(shown(client.wait(file, version))) != 1:
        raise RuntimeError("the leak in a large text is not shown")
    if client.stop() != 0:
        raise RuntimeError("the server ended badly")
    print(f"a text of {len(text) // 1000} kB")


def children(pid):
    found = subprocess.run(["ps", "--ppid", str(pid), "-o", "pid="], text=True,
                           stdout=subprocess.PIPE, check=False).stdout.split()
    return [int(p) for p in found]


def closed(fltcheck, work):
    """The editor dies: while something runs, its pipes close one way or the other."""
    folder = work / "closed"
    folder.mkdir()
    file = folder / "file.c"
    file.write_text(START)
    for pipes in (["stdin"], ["stdout"], ["stdin", "stdout"]):
        client = Client([fltcheck, "--lsp"], folder, options={"debounce": 0}, timeout=60)
        client.open(file)
        time.sleep(0.1)
        below = children(client.process.pid)
        if "stdout" in pipes:
            client.process.stdout.raw.close()
            client.change(file, [START + "\n"])
        if "stdin" in pipes:
            client.process.stdin.close()
        else:
            time.sleep(2)
            try:
                client.process.stdin.close()
            except BrokenPipeError:
                pass
        try:
            client.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            raise RuntimeError(f"{pipes}: the server does not end") from None
        time.sleep(0.5)
        left = [p for p in below if os.path.exists(f"/proc/{p}")
                and b"fltcheck" in pathlib.Path(f"/proc/{p}/cmdline").read_bytes()]
        if left:
            raise RuntimeError(f"{pipes}: processes {left} are left")
    print("3 closed pipes")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("fltcheck")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--scripts", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    scripts(options.fltcheck, work, options.scripts, options.seed)
    broken(options.fltcheck, work)
    odd(options.fltcheck, work)
    large(options.fltcheck, work)
    closed(options.fltcheck, work)


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    main()
