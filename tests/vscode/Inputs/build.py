"""build.py SOURCE MODULES WORK: compiles the extension in WORK with the packages in MODULES,
which are installed through npm if they are not there yet, tests it, and packs it."""

import os
import pathlib
import shutil
import subprocess
import sys


def install(extension, modules):
    """The packages that package.json names, in their exact versions."""
    wanted = (extension / "package.json").read_text(encoding="utf-8")
    done = modules / "complete"
    if done.exists() and done.read_text(encoding="utf-8") == wanted:
        return
    modules.mkdir(exist_ok=True)
    shutil.copy(extension / "package.json", modules)
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts",
               "--no-package-lock"]
    for last in (False, True):  # A registry may be busy for a moment.
        result = subprocess.run(command, cwd=modules, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)
        if result.returncode == 0:
            break
        if last:
            sys.exit(f"npm could not install what the extension needs:\n{result.stdout}")
    done.write_text(wanted, encoding="utf-8")


def main():
    source, modules, work = map(pathlib.Path, sys.argv[1:])
    install(source / "editors/vscode", modules)
    extension = work / "extension"
    shutil.copytree(source / "editors/vscode", extension,
                    ignore=shutil.ignore_patterns("node_modules", "out"))
    shutil.copy(source / "LICENSE", extension)
    (extension / "node_modules").symlink_to(modules / "node_modules")
    env = {"EXTENSION": str(extension)}
    for command in (["npm", "run", "--silent", "compile"],
                    ["node", "--test", "--test-reporter=tap", "out/test/server.test.js"],
                    ["npm", "run", "--silent", "bundle"],
                    [sys.executable, "pack.py", ".", str(work / "fltcheck.vsix")]):
        done = subprocess.run(command, cwd=extension, env={**os.environ, **env}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        print(done.stdout)
        if done.returncode:
            sys.exit(f"{command} failed")
    print(f"packed {(work / 'fltcheck.vsix').stat().st_size // 1000} kB")


main()
