"""Puts two lines in front of src/write.c of the driver in argv[2] and prints the
report argv[1] as it is then, without two of its findings."""

import json
import pathlib
import sys

source = pathlib.Path(sys.argv[2], "src/write.c")
source.write_text("/* new */\n\n" + source.read_text(encoding="utf-8"),
                  encoding="utf-8")


def move(value):
    if isinstance(value, list):
        return [move(v) for v in value]
    if not isinstance(value, dict):
        return value
    if value.get("file") == "src/write.c" and "line" in value:
        return {**value, "line": value["line"] + 2}
    return {key: move(v) for key, v in value.items()}


report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
report["findings"] = [f for f in report["findings"]
                      if f["function"] not in ("MarkScanned",
                                               "GetOrCreateStreamContext")]
json.dump(move(report), sys.stdout)
