//===-- driver/command/Settings.cpp - settings of a project ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Settings.h"
#include "driver/base/Files.h"
#include "driver/input/SourceTree.h"
#include "finding/Checks.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// Where the search for the files begins.
static std::string startFolder(const Options &O) {
  std::string First = canonicalPath(O.Inputs.empty() ? "." : O.Inputs.front());
  return sys::fs::is_directory(First) ? First
                                      : sys::path::parent_path(First).str();
}

static void apply(const ProjectFile &F, Options &O,
                  function_ref<bool(StringRef)> IsGiven) {
  // A file takes the place of a default, and adds to a list.
  auto Take = [&](StringRef Option, std::string &To, const std::string &From) {
    if (!IsGiven(Option) && !From.empty())
      To = From;
  };
  auto Prepend = [](std::vector<std::string> &To,
                    const std::vector<std::string> &From) {
    To.insert(To.begin(), From.begin(), From.end());
  };
  if (O.Inputs.empty() && O.BuildPath.empty())
    O.Inputs = F.Inputs;
  std::string Base = sys::path::parent_path(F.Path).str();
  for (const std::string &Glob : F.Exclude)
    O.ProjectExcludes.emplace_back(Glob, Base);
  Take("configuration", O.Configuration, F.Configuration);
  Take("platform", O.Platform, F.Platform);
  O.Properties.insert(F.Properties.begin(), F.Properties.end());
  Prepend(O.ExtraArgs, F.ExtraArgs);
  Take("headers", O.Headers, F.Headers);
  Take("checks", O.CheckGlobs, F.Checks);
  Prepend(O.Models, F.Models);
  // Whoever writes a baseline without reading one starts anew.
  if (O.WriteBaseline.empty())
    Take("baseline", O.Baseline, F.Baseline);
  if (!IsGiven("fail-on") && !F.FailOn.empty())
    O.Fail = F.FailOn == "any"    ? FailOn::Any
             : F.FailOn == "none" ? FailOn::None
                                  : FailOn::New;
}

static void apply(const TidyFile &F, Options &O) {
  if (O.CheckGlobs.empty())
    O.CheckGlobs = F.Checks;
  if (O.ErrorGlobs.empty())
    O.ErrorGlobs = F.WarningsAsErrors;
  for (const std::string &Model : F.Models)
    if (!is_contained(O.Models, Model))
      O.Models.push_back(Model);
  O.Config.insert(F.Options.begin(), F.Options.end());
}

Error flt::driver::applySettings(Options &O, StringRef File,
                                 function_ref<bool(StringRef)> IsGiven) {
  std::string Folder = startFolder(O);
  Expected<ProjectFile> Project = readProjectFile(File, Folder);
  if (!Project)
    return Project.takeError();
  if (!Project->Path.empty())
    apply(*Project, O, IsGiven);
  Expected<TidyFile> Tidy = readTidyFile(Folder);
  if (!Tidy)
    return Tidy.takeError();
  apply(*Tidy, O);
  return Error::success();
}

static bool usage(const Twine &Message) {
  WithColor::error(errs(), "fltcheck") << Message << '\n';
  return false;
}

bool flt::driver::selectChecks(StringRef Option, StringRef Globs,
                               std::vector<std::string> &Selected) {
  std::map<std::string, bool> On;
  Globs = Globs.trim();
  for (const CheckInfo &Info : allChecks())
    On[Info.TidyName.str()] = Globs.empty() || Globs.starts_with("-");
  SmallVector<StringRef, 4> Parts;
  Globs.split(Parts, ',', -1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts) {
    Part = Part.trim();
    bool Add = !Part.consume_front("-");
    const CheckInfo *Named = findCheck(Part);
    Expected<GlobPattern> Glob =
        GlobPattern::create(Named ? StringRef(Named->TidyName) : Part);
    if (!Glob)
      return usage("--" + Option + ": '" + Part +
                   "': " + toString(Glob.takeError()));
    bool Matched = false;
    for (auto &[Name, Value] : On)
      if (Glob->match(Name)) {
        Value = Add;
        Matched = true;
      }
    // "bugprone-*" is another tool's; "resource" and "flt-resorce" are typos.
    bool IsOurs = Part.starts_with("flt") || !Part.contains('-');
    if (!Matched && IsOurs && Part != "*")
      return usage("--" + Option + ": there is no check '" + Part +
                   "'; see --list-checks");
  }
  for (const auto &[Name, Value] : On)
    if (Value)
      Selected.push_back(Name);
  if (Selected.empty())
    return usage("--" + Option + " leaves no check to run; see --list-checks");
  return true;
}

bool flt::driver::areExcludes(const Options &O) {
  std::vector<std::string> Globs = O.Excludes;
  for (const auto &Entry : O.ProjectExcludes)
    Globs.push_back(Entry.first);
  for (const std::string &Glob : Globs) {
    Excludes Tried;
    if (Error E = Tried.add(Glob, ""))
      return usage("--exclude: " + toString(std::move(E)));
  }
  return true;
}

bool flt::driver::isConsistent(const Options &O) {
  if ((O.Staged || !O.Since.empty()) && !O.Changed)
    return usage("--staged and --since need --changed");
  if (O.Staged && !O.Since.empty())
    return usage("--staged and --since exclude each other");
  if (O.Changed && !O.WriteBaseline.empty())
    return usage("--write-baseline needs a whole run, not --changed");
  if (O.PruneBaseline && O.Baseline.empty())
    return usage("--prune-baseline needs --baseline");
  if (O.PruneBaseline && (O.Changed || !O.WriteBaseline.empty()))
    return usage("--prune-baseline does not go with --changed or "
                 "--write-baseline");
  if (O.Fix && (O.FixDryRun || O.Staged))
    return usage("--fix does not go with --fix-dry-run, and not with --staged: "
                 "it changes the work tree");
  if (!O.EmitNinja.empty() &&
      (O.Changed || !O.EmitModel.empty() || O.Fix || O.FixDryRun))
    return usage("--emit-ninja does not go with --changed, --emit-model or "
                 "--fix");
  return true;
}
