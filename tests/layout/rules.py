#!/usr/bin/env python3
"""rules.py SOURCE [--fltcheck PROGRAM]: holds checker/finding/Rules.def to the truth.

Every rule is decided in the file that the table names, and nowhere is a rule decided
that is not in it. Its test is code that breaks it: with --fltcheck, the program finds
the rule there. Prints what is wrong, one a line, and fails if anything is.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def entries(text, macro):
    """The arguments of each use of the macro: names, and texts put together."""
    text = re.sub(r"^ *//.*$", "", text, flags=re.MULTILINE)
    for match in re.finditer(r"^%s\(" % macro, text, re.MULTILINE):
        at, arguments, current, names = match.end(), [], "", ""
        while text[at] != ")":
            quoted = STRING.match(text, at)
            if quoted:
                current += quoted.group(1).replace('\\"', '"')
                at = quoted.end()
                continue
            if text[at] == ",":
                arguments.append(current or names)
                current = names = ""
            elif not text[at].isspace():
                names += text[at]
            at += 1
        yield arguments + [current or names]


def model_options(test):
    """The models that a test is run with."""
    first = "\n".join(test.read_text().splitlines()[:3])
    return ["--model=" + str(test.parent / name) for name in re.findall(r"%S/(Inputs/\w+\.yaml)", first)]


def found_by(fltcheck, tests):
    """By test and rule the functions in which the program finds it."""
    groups, found = {}, {test: {} for test in tests}
    for test in tests:
        groups.setdefault(tuple(model_options(test)), []).append(test)
    for options, members in groups.items():
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder) / "report.json"
            done = subprocess.run(
                [fltcheck, "--quiet", "--no-cache", "--no-settings", "--no-cross-file",
                 "--allow-incomplete", "--json=%s" % report, *options, *map(str, members)],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
            if not report.exists():
                sys.exit(done.stderr)
            findings = json.loads(report.read_text())["findings"]
        for finding in findings:
            name = "/" + finding["where"]["file"]
            for test in members:
                if test.as_posix().endswith(name) or name.endswith(test.as_posix()):
                    found[test].setdefault(finding.get("rule", ""), []).append(finding["function"])
    return found


def check_decisions(checker, rules, errors):
    """Who decides which rule, by the sources."""
    used = {}
    for file in sorted(checker.rglob("*.cpp")):
        path = file.relative_to(checker).as_posix()
        if not path.startswith("finding/"):
            for name in re.findall(r"RuleId::(\w+)", file.read_text()):
                used.setdefault(name, set()).add(path)
    for name, rule in rules.items():
        if rule["decision"] not in used.get(name, ()):
            errors.append(f"{rule['name']}: checker/{rule['decision']} does not say RuleId::{name}")


PAGE = """\
# Rules

What the checks can say. Reports name the rule of a finding (`rule` in JSON,
`properties.rule` in SARIF, the advice in HTML); `fltcheck --explain RULE` prints what
stands here, `fltcheck --explain` the names of all.

This page is written from [`checker/finding/Rules.def`](../checker/finding/Rules.def) and
the tests that it names, by `tests/layout/rules.py . --fltcheck PROGRAM --page`. A test
holds it to that.
"""


def link(rule, folder, key):
    """A link to a file of the project, shown by its name."""
    return f"[{rule[key].rpartition('/')[2]}](../{folder}/{rule[key]})"


def example_of(rule, tests, found):
    """The code of a function of the rule's test in which it is found."""
    reported = found[tests / rule["test"]]
    text = (tests / rule["test"]).read_text()
    candidates = []
    for function in reported.get(rule["name"], []):
        name = re.escape(function.rpartition("::")[2])
        match = re.search(r"^[A-Za-z][^;{}#/]*\b%s\([^;{}]*\)[^;{}]*\{.*?^\}" % name, text,
                          re.MULTILINE | re.DOTALL)
        if match:
            lines = [line for line in match.group(0).splitlines() if not re.match(r" *// expected-", line)]
            candidates.append("\n".join(re.sub(r" *// expected-.*", "", line) for line in lines))
    # Short enough to be understood, or else as short as there is.
    candidates.sort(key=lambda code: max(len(code.splitlines()), 25))
    return candidates[0] if candidates else ""


def page(checks, rules, tests, found):
    """The text of docs/rules.md."""
    text = PAGE
    for check, name in checks.items():
        text += f"\n## {name}\n\nThe [page of the check](checks/{name}.md) has more.\n"
        for rule in rules.values():
            if rule["check"] != check:
                continue
            text += (f"\n### {rule['name']}\n\n{rule['sentence']}. {rule['reason']}\n\n"
                     f"```c\n{example_of(rule, tests, found)}\n```\n\n"
                     f"Decided in {link(rule, 'checker', 'decision')}, "
                     f"tested in {link(rule, 'tests', 'test')}.\n")
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--fltcheck")
    parser.add_argument("--page", action="store_true", help="print docs/rules.md")
    options = parser.parse_args()
    checker, tests = options.source / "checker", options.source / "tests"
    keys = ["id", "name", "check", "decision", "test", "sentence", "reason"]
    table = (checker / "finding/Rules.def").read_text()
    rules = {entry[0]: dict(zip(keys, entry)) for entry in entries(table, "FLT_RULE")}
    checks = {entry[0]: entry[1] for entry in entries(
        (checker / "finding/Checks.def").read_text(), "FLT_CHECK")}
    found = {}
    if options.fltcheck:
        named = {tests / rule["test"] for rule in rules.values()}
        found = found_by(options.fltcheck, sorted(test for test in named if test.exists()))
    if options.page:
        print(page(checks, rules, tests, found), end="")
        return 0
    errors = [] if rules else ["checker/finding/Rules.def: no rules"]

    # By its sentence the engine's report tells the rule.
    for key in ("name", "sentence"):
        values = [rule[key] for rule in rules.values()]
        errors += [f"{value}: is there twice" for value in sorted(set(values)) if values.count(value) > 1]
    check_decisions(checker, rules, errors)
    for rule in rules.values():
        test = tests / rule["test"]
        if not test.exists():
            errors.append(f"{rule['name']}: there is no tests/{rule['test']}")
            continue
        if found and rule["name"] not in found[test]:
            errors.append(f"{rule['name']}: tests/{rule['test']} has no finding of it")
    written = options.source / "docs/rules.md"
    if found and not errors and written.exists() and written.read_text() != page(checks, rules, tests, found):
        errors.append("docs/rules.md: is not what rules.py --page prints")
    print("\n".join(errors) if errors else f"{len(rules)} rules, each with code and a test")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
