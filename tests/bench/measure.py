"""CPU and memory of a command with all processes that it starts."""

import dataclasses
import os
import re
import subprocess
import sys
import tempfile
import time


@dataclasses.dataclass
class Cost:
    cpu: float = 0.0      # seconds, user and system
    wall: float = 0.0     # seconds
    peak: int = 0         # KiB, of the largest process
    slowest: float = 0.0  # CPU seconds of the dearest command, if there are several
    failed: int = 0       # commands that ended with an unexpected exit code
    commands: int = 0
    findings: str = ""    # of a tool whose report can be read

    def add(self, other):
        self.cpu += other.cpu
        self.wall += other.wall
        self.peak = max(self.peak, other.peak)
        self.failed += other.failed
        self.commands += 1
        self.dearest = max(getattr(self, "dearest", 0.0), other.cpu)
        self.slowest = self.dearest if self.commands > 1 else 0.0


def measure(command, cwd, fine=(0,), gave_up=None):
    """Runs a command and returns its cost. Exit codes in fine are no failure,
    unless it printed something that gave_up, a regular expression, matches."""
    start = time.monotonic()
    words = [str(word) for word in command]
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(words, cwd=cwd, stdout=subprocess.DEVNULL, stderr=errors)
        # wait4 counts the processes that the command itself waited for as well.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace")
    failed = process.returncode not in fine
    if failed:
        print(f"exit code {process.returncode}: {words[0]} ... {words[-1]}: "
              f"{said.strip().split(chr(10))[0]}", file=sys.stderr)
    if gave_up and re.search(gave_up, said):
        failed = True
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=wall,
                peak=usage.ru_maxrss, failed=int(failed))
