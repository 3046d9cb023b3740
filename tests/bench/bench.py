#!/usr/bin/env python3
"""What FltCheck costs next to other tools, over any compile database.

  tests/bench/bench.py --build build/llvm-22 --database DIR [--output OUT]
  tests/bench/bench.py --build build/llvm-22 --growth [--output OUT]

The first form measures, in one run and one process at a time: parsing only,
the stock analyzer, clang-tidy with clang-analyzer-*, cppcheck, FltCheck in
clang-tidy, and fltcheck: cold, warm, without what it knows across files, and
without seeing through __try. The second makes input of growing size
and measures how the cost of fltcheck grows with files, functions and branches.
Both write OUT.md, OUT.svg and OUT.json. CPU is user and system time of all
processes that a tool starts, memory the peak of the largest one.
"""

import argparse
import json
import pathlib
import sys
import tempfile

import growth
import svg
import tools
from measure import Cost, measure


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True,
                        help="build folder of FltCheck")
    parser.add_argument("--database", type=pathlib.Path,
                        help="folder of compile_commands.json, or the file")
    parser.add_argument("--growth", action="store_true",
                        help="measure how the cost grows with the input")
    parser.add_argument("--llvm", default="/usr/lib/llvm-22/bin", type=pathlib.Path,
                        help="folder of clang and clang-tidy (%(default)s)")
    parser.add_argument("--repeat", type=int, default=1,
                        help="runs of each tool; the cheapest counts")
    parser.add_argument("--limit", type=int, help="only the first files")
    parser.add_argument("--skip", action="append", default=[], metavar="TOOL",
                        help="leave this tool out, such as cppcheck; repeatable")
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path("bench"),
                        help="where to write (%(default)s)")
    arguments = parser.parse_args()
    if bool(arguments.database) == arguments.growth:
        parser.error("give either --database or --growth")
    return arguments


def table(rows, parse):
    lines = ["| Tool | CPU | × parse | Wall | Slowest file | Peak memory | × parse | Findings | Failed |",
             "|---|--:|--:|--:|--:|--:|--:|--:|--:|"]
    by_name = dict(rows)
    memory = by_name.get("parse only", rows[0][1]).peak or 1
    for name, cost in rows:
        slowest = f"{cost.slowest:.2f} s" if cost.slowest else ""
        lines.append(f"| {name} | {cost.cpu:.2f} s | {cost.cpu / parse:.1f} | "
                     f"{cost.wall:.2f} s | {slowest} | {cost.peak / 1024:.0f} MB | "
                     f"{cost.peak / memory:.1f} | {cost.findings} | {cost.failed or ''} |")
    return "\n".join(lines)


def bench_database(arguments, folder):
    database = tools.Database(arguments.database, arguments.limit, folder)
    chosen = tools.all_tools(arguments, database, folder)
    unknown = set(arguments.skip) - {tool.name for tool in chosen}
    if unknown:
        sys.exit(f"no such tool: {', '.join(sorted(unknown))}")
    chosen = [tool for tool in chosen if tool.name not in arguments.skip]
    best = {}
    # Round by round, so that a busy machine harms all tools alike.
    for _ in range(arguments.repeat):
        for tool in chosen:
            print(f"{tool.name} ...", file=sys.stderr, flush=True)
            tool.prepare()
            cost = Cost()
            for command, cwd in tool.commands():
                cost.add(measure(command, cwd, tool.fine, tool.gave_up))
            if isinstance(tool, tools.Once) and not cost.failed:
                cost.findings = tool.findings()
            if tool.name not in best or cost.cpu < best[tool.name].cpu:
                best[tool.name] = cost
    rows = [(tool.name, best[tool.name]) for tool in chosen]
    parse = best.get("parse only", rows[0][1]).cpu or 1e-9
    files = len(database.entries)
    text = (f"{files} files; {tools.versions(arguments)}.\n\n" + table(rows, parse) + "\n")
    for tool in tools.missing(arguments) + [f"{name} (left out)" for name in arguments.skip]:
        text += f"\nNot measured: {tool}.\n"
    write(arguments, text,
          svg.bars(f"CPU time relative to parsing ({files} files)",
                   [(name, cost.cpu / parse) for name, cost in rows]),
          {"files": files, "tools": {name: vars(cost) for name, cost in rows}})


def bench_growth(arguments, folder):
    series = growth.run(arguments, folder)
    lines = ["| Grows | Size | Parse only | fltcheck, cold | × parse | Findings |",
             "|---|--:|--:|--:|--:|--:|"]
    charts = []
    for name, points in series.items():
        for point in points:
            lines.append(f"| {name} | {point['size']} | {point['parse']:.2f} s | "
                         f"{point['fltcheck']:.2f} s | "
                         f"{point['fltcheck'] / point['parse']:.1f} | {point['findings']} |")
        exponent = growth.exponent(points)
        lines.append(f"| | | | | CPU ~ size^{exponent:.2f} | |")
        charts.append((f"{name} (CPU ~ size^{exponent:.2f})",
                       [("parse only", [(p["size"], p["parse"]) for p in points]),
                        ("fltcheck, cold", [(p["size"], p["fltcheck"]) for p in points])]))
    write(arguments, "\n".join(lines) + "\n", svg.lines(charts), series)


def write(arguments, text, picture, data):
    output = arguments.output
    output.with_suffix(".md").write_text(text, encoding="utf-8")
    output.with_suffix(".svg").write_text(picture, encoding="utf-8")
    output.with_suffix(".json").write_text(json.dumps(data, indent=2) + "\n",
                                           encoding="utf-8")
    print(text)


def main():
    arguments = parse_arguments()
    arguments.build = arguments.build.resolve()
    with tempfile.TemporaryDirectory() as folder:
        run = bench_growth if arguments.growth else bench_database
        run(arguments, pathlib.Path(folder))


if __name__ == "__main__":
    main()
