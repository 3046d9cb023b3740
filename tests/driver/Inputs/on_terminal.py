"""Runs a command on a pseudo-terminal of 100 columns and prints what it writes, one
line for each time that it goes back to the start, with control sequences named."""

import fcntl
import os
import pty
import re
import struct
import sys
import termios

child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
written = b""
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:  # The end, as Linux tells it.
        break
    if not part:
        break
    written += part
_, status = os.waitpid(child, 0)
text = written.decode("utf-8", "replace").replace("\r\n", "\n")
text = text.replace("\r", "\n<CR>").replace("\x1b[K", "<ERASE>")
print(re.sub("\x1b\\[[0-9;]*m", "<COLOUR>", text))
sys.exit(os.waitstatus_to_exitcode(status))
