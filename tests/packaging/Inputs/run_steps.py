"""run_steps.py FILE WORK [NAME=VALUE...]: runs the steps of a GitHub Action or of an Azure
template as far as this machine can: scripts under bash, in a folder of their own, with the
expressions replaced; what others wrote is only named, with what it would get."""

import os
import re
import subprocess
import sys

import yaml


def given(document, arguments):
    """The parameters, defaults included; one that there is not is an error."""
    declared = document.get("inputs") or {
        p["name"]: p for p in document.get("parameters", [])}
    values = {name: str(about["default"]) for name, about in declared.items()}
    for argument in arguments:
        name, _, value = argument.partition("=")
        if name not in values:
            sys.exit(f"there is no parameter '{name}'")
        values[name] = value
    return values


class Runner:
    def __init__(self, work, values):
        self.work, self.failed, self.outputs = work, False, {}
        self.known = {f"inputs.{n}": v for n, v in values.items()}
        self.known |= {f"parameters.{n}": v for n, v in values.items()}
        self.known |= {"runner.temp": work, "github.sha": "0123"}
        self.macros = {"Agent.TempDirectory": work,
                       "Build.ArtifactStagingDirectory": work + "/staging"}
        os.makedirs(work + "/staging", exist_ok=True)

    def value(self, name):
        if name.startswith("steps."):
            _, step, _, output = name.split(".")
            return self.outputs.get(step, {}).get(output, "")
        return self.known[name]

    def text(self, text):
        text = re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda m: self.value(m.group(1)), str(text))
        return re.sub(r"\$\(([A-Z]\w+\.\w+)\)", lambda m: self.macros[m.group(1)], text)

    def wanted(self, step):
        """Whether a step runs: after a failure only those that say so."""
        condition = step.get("if") or step.get("condition") or ""
        if self.failed and not re.search(r"always\(\)|succeededOrFailed\(\)", condition):
            return False
        return all((self.value(name) == text) == (operator == "==") for name, operator, text
                   in re.findall(r"([\w.-]+) (==|!=) '([^']*)'", condition))

    def run(self, step):
        if not self.wanted(step):
            return
        name = step.get("uses") or step.get("task")
        if name:
            inputs = {k: self.text(v) for k, v in
                      (step.get("with") or step["inputs"]).items()}
            print(f"uses {name} {inputs}".replace(self.work, "TEMP"))
            return
        files = {n: f"{self.work}/{n}" for n in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        for file in files.values():
            open(file, "w").close()
        env = dict(os.environ, **files,
                   **{k: self.text(v) for k, v in step.get("env", {}).items()})
        script = step.get("run") or step["bash"]
        if "${{" in script:
            sys.exit("an expression in a script is code of whoever fills it in")
        # What GitHub and Azure call bash with.
        options = ["-eo", "pipefail"] if "run" in step else []
        status = subprocess.run(["bash", "--noprofile", "--norc", *options, "-c", script],
                                env=env, check=False).returncode
        with open(files["GITHUB_OUTPUT"]) as lines:
            self.outputs[step.get("id")] = dict(
                line.rstrip("\n").split("=", 1) for line in lines)
        print(f"status {status} of {step.get('name') or step['displayName']}", flush=True)
        self.failed |= status != 0


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = yaml.safe_load(file)
    runner = Runner(os.path.realpath(sys.argv[2]), given(document, sys.argv[3:]))
    for step in document.get("steps") or document["runs"]["steps"]:
        runner.run(step)
    for name, about in document.get("outputs", {}).items():
        print(f"output {name} = {runner.text(about['value'])}".replace(runner.work, "TEMP"))


sys.stdout.reconfigure(line_buffering=True)
main()
