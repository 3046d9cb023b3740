//===-- driver/command/Ninja.cpp - the steps as a Ninja graph -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Ninja.h"
#include "driver/base/Files.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt::driver;

// For the shell that Ninja hands a command to, and for Ninja itself.
static std::string quote(StringRef Text) {
  std::string Quoted = "'";
  for (char C : Text) {
    if (C == '\'')
      Quoted += "'\\''";
    else if (C == '$')
      Quoted += "$$";
    else
      Quoted += C;
  }
  return Quoted + "'";
}

// As a file of a build statement.
static std::string escape(StringRef Path) {
  std::string Escaped;
  for (char C : Path) {
    if (C == '$' || C == ' ' || C == ':')
      Escaped += '$';
    Escaped += C;
  }
  return Escaped;
}

static StringRef formatName(Format F) {
  switch (F) {
  case Format::Text:
    return "text";
  case Format::Sarif:
    return "sarif";
  case Format::Html:
    return "html";
  case Format::Json:
    return "json";
  case Format::Github:
    return "github";
  case Format::Msvc:
    return "msvc";
  }
  return "text";
}

static std::string mergeArguments(const Options &O) {
  std::vector<std::string> Args;
  for (size_t I = 0; I != O.Outputs.size(); ++I) {
    const auto &[F, Name] = O.Outputs[I];
    std::string Path = Name.empty() ? "" : absolutePath(Name);
    if (I != 0) {
      Args.push_back(("--" + formatName(F) + "=" + Path).str());
      continue;
    }
    Args.push_back(("--format=" + formatName(F)).str());
    if (!Path.empty())
      Args.push_back("--output=" + Path);
  }
  if (!O.Baseline.empty())
    Args.push_back("--baseline=" + absolutePath(O.Baseline));
  if (!O.WriteBaseline.empty())
    Args.push_back("--write-baseline=" + absolutePath(O.WriteBaseline));
  if (O.PruneBaseline)
    Args.push_back("--prune-baseline");
  for (const std::string &Pair : O.PathMap)
    Args.push_back("--path-map=" + Pair);
  if (O.Fail != FailOn::New)
    Args.push_back(O.Fail == FailOn::Any ? "--fail-on=any" : "--fail-on=none");
  if (!O.ErrorGlobs.empty())
    Args.push_back("--warnings-as-errors=" + O.ErrorGlobs);
  if (O.AllowIncomplete)
    Args.push_back("--allow-incomplete");
  if (O.ReportUnusedSuppressions)
    Args.push_back("--report-unused-suppressions");
  if (O.Text.AllSteps)
    Args.push_back("--all-steps");
  if (O.Text.Known)
    Args.push_back("--show-known");
  if (O.Sarif.Suppressed)
    Args.push_back("--sarif-suppressed");
  if (!O.Sarif.Category.empty())
    Args.push_back("--sarif-category=" + O.Sarif.Category);
  std::string Text;
  for (const std::string &Arg : Args)
    Text += " " + quote(Arg);
  return Text;
}

namespace {

class Writer {
public:
  Writer(raw_ostream &OS, size_t Units, StringRef Program, const Options &O)
      : OS(OS), Units(Units), Program(Program), O(O) {
    // Another program or model is another result.
    Tools = " " + escape(Program);
    for (const std::string &Model : O.Models)
      Tools += " " + escape(Model);
  }

  void rules();
  void check();
  void link();
  void merge(StringRef After);

  std::string result(size_t Unit) {
    return "results/" + utostr(Unit) + ".json";
  }
  std::string results() {
    std::string Text;
    for (size_t I = 0; I != Units; ++I)
      Text += " " + result(I);
    return Text;
  }

private:
  raw_ostream &OS;
  size_t Units;
  StringRef Program;
  const Options &O;
  std::string Tools; // What every step depends on.
};

} // namespace

void Writer::rules() {
  OS << "# Written by fltcheck --emit-ninja: the steps of a run as a graph.\n"
     << "ninja_required_version = 1.5\n"
     << "fltcheck = " << quote(Program) << "\n\n"
     << "rule check\n"
     << "  command = $fltcheck check --job $job --cpu-limit " << O.CpuLimit
     << " --depfile $out.d --output $out\n"
     << "  description = check $file\n"
     << "  depfile = $out.d\n  deps = gcc\n  restat = 1\n\n"
     << "rule link\n"
     << "  command = $fltcheck link --plan plan.json --results-dir results "
        "--cache-dir cache --cpu-limit "
     << O.CpuLimit << (O.Jobs ? " -j" + utostr(O.Jobs) : "")
     << (O.Quiet ? " --quiet" : "") << " --depfile $out.d --output $out\n"
     << "  description = link\n"
     << "  depfile = $out.d\n  deps = gcc\n  restat = 1\n  pool = console\n\n"
     << "rule merge\n"
     << "  command = $fltcheck merge --plan plan.json" << mergeArguments(O)
     << " @merge.rsp\n"
     << "  description = merge\n"
     << "  rspfile = merge.rsp\n  rspfile_content = $arguments\n"
     << "  pool = console\n";
}

void Writer::check() {
  for (size_t I = 0; I != Units; ++I) {
    std::string Job = "units/" + utostr(I) + ".json";
    OS << "\nbuild " << result(I) << ": check | " << Job << Tools
       << "\n  job = " << Job << "\n  file = " << I << '\n';
  }
}

void Writer::link() {
  OS << "\nbuild results/done: link | plan.json" << Tools << '\n';
}

void Writer::merge(StringRef After) {
  OS << "\nbuild report: merge" << After << " | plan.json" << Tools
     << "\n  arguments =" << results() << "\n\ndefault report\n";
}

Error flt::driver::writeNinja(const Plan &P, const Options &O,
                              const std::string &Program) {
  for (size_t I = 0; I != P.P.Units.size(); ++I)
    if (Error E =
            writeFileIfChanged(O.EmitNinja + "/units/" + utostr(I) + ".json",
                               printJSON(toJSON(Job{P.P.Units[I], P.S}))))
      return E;
  if (Error E =
          writeFileIfChanged(O.EmitNinja + "/plan.json", printJSON(toJSON(P))))
    return E;

  std::string Text;
  raw_string_ostream OS(Text);
  Writer W(OS, P.P.Units.size(), Program, O);
  W.rules();
  if (O.CrossFile) {
    W.link();
    W.merge(" results/done");
  } else {
    W.check();
    W.merge(W.results());
  }
  return writeFileIfChanged(O.EmitNinja + "/build.ninja", OS.str());
}
