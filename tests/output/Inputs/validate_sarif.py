"""validate_sarif.py DIR FILE...: validates SARIF with @microsoft/sarif-multitool,
which is installed into DIR through npm if it is not there yet."""

import json
import pathlib
import subprocess
import sys

PACKAGE = "@microsoft/sarif-multitool@5.7.0"


def multitool(folder):
    # Its own launcher goes through a shell, which splits arguments at ';'.
    system = {"linux": "linux", "darwin": "darwin", "win32": "win32"}[sys.platform]
    tool = folder / f"node_modules/@microsoft/sarif-multitool-{system}/Sarif.Multitool"
    for last in (False, True):  # A registry may be busy for a moment.
        if tool.exists():
            break
        done = subprocess.run(["npm", "install", "--prefix", folder, "--no-audit",
                               "--no-fund", PACKAGE], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if done.returncode and last:
            sys.exit(f"npm could not install {PACKAGE}:\n{done.stdout}")
    # The package leaves that to a script, which npm may not be allowed to run.
    tool.chmod(0o755)
    return tool


def run(tool, *arguments):
    result = subprocess.run([tool, *arguments], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)
    if result.returncode:
        sys.exit(f"multitool failed: {result.stdout}")


def load(path):
    return json.loads(path.read_text(encoding="utf-8-sig"))


def complaints(tool, path):
    report = path.with_suffix(".validation")
    run(tool, "validate", path, "--output", report, "--rule-kind", "Sarif;Ghas",
        "--level", "Error;Warning", "--log", "ForceOverwrite")
    for sarif_run in load(report)["runs"]:
        for result in sarif_run.get("results", []):
            yield f"{result['ruleId']} {result['message']}"


def hashes(sarif, remove=False):
    found = []
    for result in sarif["runs"][0]["results"]:
        prints = result["partialFingerprints"]
        found.append(prints["primaryLocationLineHash"])
        if remove:
            del prints["primaryLocationLineHash"]
    return found


def check(tool, path):
    errors = list(complaints(tool, path))
    if errors:
        sys.exit("\n".join(errors))
    sarif = load(path)
    ours = hashes(sarif, remove=True)
    bare, hashed = path.with_suffix(".bare"), path.with_suffix(".hashed")
    bare.write_text(json.dumps(sarif), encoding="utf-8")
    run(tool, "rewrite", bare, "--output", hashed, "--log", "ForceOverwrite",
        "--insert", "RollingHashPartialFingerprints")
    theirs = hashes(load(hashed))
    if ours != theirs:
        sys.exit(f"{path}: our hashes {ours} are not {theirs}")
    print(f"{path.name}: valid, hashes agree")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    tool = multitool(folder)
    for path in sys.argv[2:]:
        check(tool, pathlib.Path(path))


main()
