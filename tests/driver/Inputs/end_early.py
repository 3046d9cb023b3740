#!/usr/bin/env python3
"""Ends fltcheck with a signal while a worker is busy, and says what is left.

usage: end_early.py SIGNAL TMPDIR fltcheck ARGUMENTS...
"""

import os
import signal
import subprocess
import sys
import time


def children(pid):
    """Processes that fltcheck has started to analyse a file."""
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open("/proc/%s/stat" % name) as stat:
                parent = int(stat.read().rsplit(")", 1)[1].split()[1])
            with open("/proc/%s/cmdline" % name, "rb") as line:
                words = line.read().split(b"\0")
        except (OSError, IndexError):
            continue
        if parent == pid and len(words) > 1 and words[1] == b"serve":
            found.append(int(name))
    return found


def is_running(pid):
    try:
        with open("/proc/%d/stat" % pid) as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition):
    for _ in range(600):
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    return condition()


number = getattr(signal, sys.argv[1])
folder = sys.argv[2]
if number != signal.SIGKILL:
    # Whoever runs the tests may ignore it, and children would do so, too.
    signal.signal(number, signal.SIG_DFL)
run = subprocess.Popen(sys.argv[3:], env=dict(os.environ, TMPDIR=folder))
workers = wait_for(lambda: children(run.pid))
assert workers, "there is no worker"
assert os.listdir(folder), "there is no temporary folder"
run.send_signal(number)
try:
    run.wait(timeout=60)
except subprocess.TimeoutExpired:
    run.kill()
    raise
assert run.returncode == -number, "it ended with %d" % run.returncode
wait_for(lambda: not os.listdir(folder) and not any(map(is_running, workers)))
print("files:", os.listdir(folder))
print("workers:", [pid for pid in workers if is_running(pid)])
