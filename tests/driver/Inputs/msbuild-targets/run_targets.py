"""run_targets.py FILE PROJECT NAME=VALUE...: does what MSBuild would do with the
FltCheck.targets, as far as that is needed: sets the properties, runs the command of the
target, and finds errors and warnings in what it prints.

Windows programs that are not here are looked for in the PATH without ".exe".
"""
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree as tree

NS = "{http://schemas.microsoft.com/developer/msbuild/2003}"
# CanonicalError.cs of MSBuild.
CANONICAL = re.compile(
    r"^\s*(((?P<origin>(((\d+>)?[a-zA-Z]?:[^:]*)|([^:]*))):)|())"
    r"(?P<subcategory>(()|([^:]*? )))(?P<category>(error|warning))"
    r"( \s*(?P<code>[^: ]*))?\s*:(?P<text>.*)$", re.IGNORECASE)
PLACE = re.compile(r"^(?P<file>.*)\((?P<line>\d+),(?P<column>\d+)\)$")


def expand(text, properties):
    return re.sub(r"\$\((\w+)\)", lambda m: properties.get(m.group(1), ""), text or "")


def holds(condition, properties):
    """'a' == 'b' and 'c' != 'd'"""
    for part in expand(condition, properties).split(" and "):
        left, equal, right = re.fullmatch(r"'(.*)' (==|!=) '(.*)'", part.strip()).groups()
        if (left == right) != (equal == "=="):
            return False
    return True


def main():
    path, project, *given = sys.argv[1:]
    properties = {"MSBuildProjectFullPath": project, "Configuration": "Debug", "Platform": "x64"}
    properties.update(pair.split("=", 1) for pair in given)
    root = tree.parse(path).getroot()
    for element in root.find(NS + "PropertyGroup"):
        if holds(element.get("Condition", "'' == ''"), properties):
            properties[element.tag.removeprefix(NS)] = expand(element.text, properties)
    target = root.find(NS + "Target")
    if not holds(target.get("Condition"), properties):
        print("not run")
        return
    command = expand(target.find(NS + "Exec").get("Command"), properties)
    print("command", command)
    # As Windows splits it: a backslash is no escape.
    words = shlex.split(command.replace("\\", "\\\\"))
    words[0] = words[0].removesuffix(".exe")
    done = subprocess.run(words, capture_output=True, text=True)
    properties["FltCheckStatus"] = str(done.returncode)
    for line in done.stdout.splitlines():
        match = CANONICAL.match(line)
        if not match:
            print("log", line)
            continue
        place = PLACE.match(match["origin"])
        print(match["category"], match["code"], place["file"] if place else match["origin"],
              place["line"] if place else "", match["text"].strip(), sep="|")
    for element in target.findall(NS + "Error"):
        if holds(element.get("Condition"), properties):
            print("error", element.get("Code"), expand(element.get("Text"), properties), sep="|")


main()
