"""Runs a command while the folder of the first argument is a full disk."""

import subprocess
import sys

folder = sys.argv[1]
subprocess.check_call(
    ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
)
try:
    with open(folder + "/filler", "wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 4096)
        except OSError:
            pass
    status = subprocess.call(sys.argv[2:])
finally:
    subprocess.check_call(["umount", folder])
sys.exit(status)
