#!/usr/bin/env python3
"""model_keys.py SOURCE: every key of the model language is described, and read.

A key that checker/model/Yaml.cpp takes must stand in docs/models.md, and the field that
it fills must be read by something outside of checker/model/.
"""
import pathlib
import re
import sys

# The page that a row rests on is for whoever reads the row.
FOR_PEOPLE = {"doc"}
# What is known to be unread and has no page; it only shrinks.
KNOWN = {"symbol"}
KEY = re.compile(r'map(?:Optional|Required)\("([\w-]+)",\s*([\w.]+)')


def main():
    source = pathlib.Path(sys.argv[1])
    yaml = (source / "checker/model/Yaml.cpp").read_text()
    page = (source / "docs/models.md").read_text()
    # What a file itself says is for its reader; a row keeps what it says for others.
    code = "\n".join(file.read_text() for file in (source / "checker").rglob("*.[ch]pp")
                     if "checker/model/" not in file.as_posix())
    code += "\n".join(file.read_text() for file in (source / "checker").rglob("*.h")
                      if "checker/include/" not in file.as_posix()
                      and "checker/model/" not in file.as_posix())
    model = (source / "checker/model/Model.cpp").read_text()
    errors, keys = [], KEY.findall(yaml)
    for key, target in keys:
        if key in KNOWN:
            continue
        if f"`{key}`" not in page and f"`{key}:" not in page and not re.search(
                rf"\b{key}:", page):
            errors.append(f"{key}: docs/models.md does not say what it is")
        field = target.rpartition(".")[2]
        # Locals, and what a file says of itself, are used where they are read.
        if "." not in target or target.startswith(("File.", "Row.")):
            continue
        if key not in FOR_PEOPLE and not re.search(rf"(?:\.|->){field}\b", code + model):
            errors.append(f"{key}: nothing reads {field}")
    print("\n".join(errors) if errors else f"{len(keys)} keys, each described and read")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
