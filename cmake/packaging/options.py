#!/usr/bin/env python3
"""Writes the man page of a tool and its completions for bash, zsh and fish.

All that they say of options is read from --help, so that they can't say anything else:

    options.py --tool build/llvm-22/bin/fltcheck --share DIR

writes DIR/man/man1/fltcheck.1, DIR/bash-completion/completions/fltcheck,
DIR/zsh/site-functions/_fltcheck and DIR/fish/vendor_completions.d/fltcheck.fish.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"^  (--?[\w-]+)(\[?=<[^>]*>\]?| <[^>]*>)? +- (.*)$")
VALUE = re.compile(r"^    =(\S+) +- +(.*)$")
HEADING = re.compile(r"^(\S.*):$")
# What LLVM's library offers in every tool, and nobody looks for here.
DULL = {"--help-list"}
# Paths are completed; all else that a value may be stands in the help itself.
FILES = re.compile(r"FILE|filename", re.IGNORECASE)
FOLDERS = re.compile(r"\bDIR\b|Build path")


class Option:
    """One option: flag, name of its value ("" if it takes none), group, help, values."""

    def __init__(self, flag, value, group, text):
        self.flag, self.group, self.text = flag, group, text
        self.meta = re.sub(r"^\[?[= ]<|>\]?$", "", value or "")
        self.optional = "[" in (value or "")
        self.joined = "=" in (value or "")
        self.values = []

    def kind(self):
        """What its value is: "files", "folders", "words", "text", or "" for none."""
        if self.values:
            return "words"
        for kind, pattern in (("folders", FOLDERS), ("files", FILES)):
            if pattern.search(self.meta) or pattern.search(self.text) and self.meta == "string":
                return kind
        return "text" if self.meta else ""

    def brief(self):
        return re.split(r"(?<=\w)[.;](?: |$)", self.text)[0]


class Tool:
    """What a tool says of itself: name, version, overview and options."""

    def __init__(self, path):
        def say(argument):
            return subprocess.run([path, argument], check=True, text=True,
                                  stdout=subprocess.PIPE).stdout
        self.name = os.path.basename(path)
        self.version = re.search(r"(\d+\.\d+\.\d+)", say("--version")).group(1)
        self.overview, self.options = [], []
        self._read(say("--help"))
        for option in self.options:
            if option.flag == "--explain":
                checks = re.findall(r"^(flt-\S+)", say("--list-checks"), re.MULTILINE)
                option.values = [(check, "") for check in checks]

    def _read(self, text):
        head, rest = text.split("OPTIONS:\n", 1)
        head = re.sub(r"^USAGE:.*", "", head, flags=re.MULTILINE).split("SUBCOMMANDS:")[0]
        head = head.replace("OVERVIEW: ", "").strip()
        self.overview = [" ".join(part.split()) for part in re.split(r"\n\s*\n", head)]
        group = ""
        for line in rest.split("\n"):
            if heading := HEADING.match(line):
                group = heading.group(1)
            elif option := OPTION.match(line):
                self.options.append(Option(*option.group(1, 2), group, option.group(3)))
            elif value := VALUE.match(line):
                self.options[-1].values.append(value.groups())
            elif line.startswith(" " * 20) and self.options:
                self.options[-1].text += " " + line.strip()
        self.options = [o for o in self.options if o.flag not in DULL]


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(['.])", r"\\&\1", text)


def man(tool):
    """The page, in the macros of man(7)."""
    lines = [f'.TH {tool.name.upper()} 1 "" "FltCheck {tool.version}" "User Commands"',
             ".SH NAME", f"{roff(tool.name)} \\- locks, critical regions and context "
             "references of Windows minifilter drivers, on every path",
             ".SH SYNOPSIS", f".B {roff(tool.name)}"]
    lines += ["[\\fIoptions\\fR] [\\fIfolder\\fR|\\fIfile\\fR|\\fIproject\\fR]... "
              "[\\-\\- \\fIflags of the compiler\\fR]", ".SH DESCRIPTION"]
    for paragraph in tool.overview:
        lines += [".PP", roff(paragraph)]
    lines.append(".SH OPTIONS")
    group = None
    for option in tool.options:
        if option.group != group:
            group = option.group
            lines.append(f'.SS "{roff(group)}"')
        between = ("=" if option.joined else " ") if option.meta else ""
        value = between + (f"\\fI{roff(option.meta)}\\fR" if option.meta else "")
        value = f"[{value}]" if option.optional else value
        lines += [".TP", f"\\fB{roff(option.flag)}\\fR{value}", roff(option.text)]
        for word, text in option.values if option.flag != "--explain" else []:
            lines += [".RS", ".TP", f"\\fB{roff(word)}\\fR", roff(text), ".RE"]
    lines += [".SH FILES", ".TP", ".I fltcheck.yaml, .clang\\-tidy",
              "Settings of a driver, at its top.",
              ".SH SEE ALSO", ".BR clang\\-tidy (1);",
              "the pages in share/fltcheck/docs of the installation"]
    return "\n".join(lines) + "\n"


def bash(tool):
    name = "_" + tool.name.replace("-", "_")
    words = " ".join(o.flag + ("=" if o.joined and not o.optional else "")
                     for o in tool.options)
    cases = []
    for kind, action in (("files", "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))"),
                         ("folders", "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$cur\"))"),
                         ("text", "COMPREPLY=()")):
        flags = [o.flag for o in tool.options if o.kind() == kind]
        if flags:
            cases.append(f"    {'|'.join(flags)}) {action}; return ;;")
    for option in tool.options:
        if option.kind() == "words":
            values = " ".join(word for word, _ in option.values)
            cases.append(f"    {option.flag}) COMPREPLY=($(compgen -W '{values}' "
                         "-- \"$cur\")); return ;;")
    return f"""# Completion of {tool.name} {tool.version} for bash, made from its --help.
# shellcheck shell=bash disable=SC2207
{name}() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} option=
  # "--name=value" arrives as three words, since "=" breaks words.
  if [[ $cur == = ]]; then
    option=${{COMP_WORDS[COMP_CWORD-1]}} cur=
  elif [[ ${{COMP_WORDS[COMP_CWORD-1]}} == = ]]; then
    option=${{COMP_WORDS[COMP_CWORD-2]}}
  elif [[ ${{COMP_WORDS[COMP_CWORD-1]}} == -p ]]; then
    option=-p
  fi
  case $option in
{chr(10).join(cases)}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W '{words}' -- "$cur"))
    [[ ${{COMPREPLY[0]}} == *= ]] && compopt -o nospace
  else
    compopt -o filenames
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}}
complete -F {name} {tool.name}
"""


def zsh(tool):
    actions = {"files": "_files", "folders": "_files -/", "text": " "}
    lines = []
    for option in tool.options:
        text = re.sub(r"([\[\]:\\])", r"\\\1", option.brief()).replace("'", "'\\''")
        spec = option.flag + ("=" if option.joined else "")
        spec += "-" if option.optional else ""
        spec = f"*{spec}[{text}]"
        if option.kind():
            colon = "::" if option.optional else ":"
            action = actions.get(option.kind()) or (
                f"({' '.join(word for word, _ in option.values)})")
            spec += f"{colon}{option.meta}:{action}"
        lines.append(f"  '{spec}' \\")
    body = "\n".join(lines)
    return (f"#compdef {tool.name}\n"
            f"# Completion of {tool.name} {tool.version} for zsh, made from its --help.\n"
            f"_arguments \\\n{body}\n  '*:input:_files'\n")


def fish(tool):
    lines = [f"# Completion of {tool.name} {tool.version} for fish, made from its --help."]
    for option in tool.options:
        def quote(text):
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        short = not option.flag.startswith("--")
        line = f"complete -c {tool.name} {'-s' if short else '-l'} {option.flag.lstrip('-')}"
        line += {"": "", "text": " -x", "files": " -rF",
                 "folders": " -xa '(__fish_complete_directories)'"}.get(
                     option.kind(), " -xa " + quote(" ".join(w for w, _ in option.values)))
        lines.append(line + " -d " + quote(option.brief()))
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", required=True, help="the tool, as it was built")
    parser.add_argument("--share", required=True, type=pathlib.Path,
                        help="the folder share that the files go into")
    options = parser.parse_args()
    tool = Tool(options.tool)
    if not tool.options:
        sys.exit(f"{options.tool}: --help shows no options")
    for name, make in ((f"man/man1/{tool.name}.1", man),
                       (f"bash-completion/completions/{tool.name}", bash),
                       (f"zsh/site-functions/_{tool.name}", zsh),
                       (f"fish/vendor_completions.d/{tool.name}.fish", fish)):
        path = options.share / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(tool), encoding="utf-8")


if __name__ == "__main__":
    main()
