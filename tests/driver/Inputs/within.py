"""within.py SECONDS COMMAND...: runs a command, and fails if it takes more processor
time, its own and that of its children. It has only one process at a time to wait
for, so that this is what it takes on an idle machine, measured on a busy one."""

import resource
import subprocess
import sys

status = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = used.ru_utime + used.ru_stime
if seconds > float(sys.argv[1]):
    sys.exit(f"{seconds:.2f} s of processor time, not {sys.argv[1]} s")
sys.exit(status)
