"""Runs a command, kills each child of it that waits for long."""

import os
import signal
import subprocess
import sys
import time

run = subprocess.Popen(sys.argv[1:])


def children(pid):
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as stat:
                if int(stat.read().rsplit(")", 1)[1].split()[1]) == pid:
                    yield int(name)
        except (OSError, IndexError):
            pass


def sleeps(pid):
    """Whether it is a worker that waits; \returns the time it has used, or None."""
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as f:
            if b"serve" not in f.read().split(b"\0"):
                return None
        with open(f"/proc/{pid}/stat") as f:
            words = f.read().rsplit(")", 1)[1].split()
        return words[11:13] if words[0] == "S" else None
    except OSError:
        return None


while run.poll() is None:
    before = {pid: sleeps(pid) for pid in children(run.pid)}
    time.sleep(1)
    for pid, used in before.items():
        # One that has nothing to do any more is no loss.
        if used is not None and sleeps(pid) == used:
            os.kill(pid, signal.SIGKILL)
sys.exit(run.returncode)
