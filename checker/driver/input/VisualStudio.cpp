//===-- driver/input/VisualStudio.cpp - reads Visual Studio projects ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/VisualStudio.h"
#include "driver/base/Files.h"
#include "driver/input/ClCommand.h"
#include "driver/input/StandIn.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>
#include <tuple>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static std::string pairName(const std::pair<std::string, std::string> &C) {
  return C.first + "|" + C.second;
}

// Projects that WDK 8 converted have a configuration for each Windows: "Win8.1
// Debug". Whoever asks for Debug means the one of the newest.
static StringRef lastWord(StringRef Configuration) {
  return Configuration.substr(Configuration.rfind(' ') + 1);
}

namespace {
/// How well a configuration fits what was asked for; the greatest is chosen.
struct Fit {
  bool Fits = false;
  bool Platform = false;
  unsigned Configuration =
      0;              ///< 3: the very name, 2: its last word, 1: like it.
  std::string Legacy; ///< Decides between those of several Windows.

  bool operator<(const Fit &O) const {
    auto Key = [](const Fit &F) {
      return std::make_tuple(F.Fits, F.Platform, F.Configuration);
    };
    if (Key(*this) != Key(O))
      return Key(*this) < Key(O);
    return StringRef(Legacy).compare_numeric(O.Legacy) < 0;
  }
};
} // namespace

// As asked for; else Debug|x64, because assertions tell the analysis more.
static Fit fitOf(const std::pair<std::string, std::string> &C,
                 const BuildChoice &Choice) {
  StringRef Name(C.first), Platform(C.second);
  StringRef Wanted =
      Choice.Configuration.empty() ? "Debug" : StringRef(Choice.Configuration);
  Fit F;
  F.Configuration = Name.equals_insensitive(Wanted)             ? 3
                    : lastWord(Name).equals_insensitive(Wanted) ? 2
                    : Name.contains_insensitive(Wanted)         ? 1
                                                                : 0;
  if (F.Configuration == 2)
    F.Legacy = Name.drop_back(Wanted.size()).rtrim().str();
  F.Platform = Platform.equals_insensitive("x64");
  F.Fits =
      (Choice.Configuration.empty() || F.Configuration > 1) &&
      (Choice.Platform.empty() || Platform.equals_insensitive(Choice.Platform));
  return F;
}

Expected<std::pair<std::string, std::string>> flt::driver::chooseConfiguration(
    StringRef Path, const std::vector<std::pair<std::string, std::string>> &All,
    const BuildChoice &Choice) {
  // The first of the best.
  const std::pair<std::string, std::string> *Best = nullptr;
  for (const auto &C : All)
    if (fitOf(C, Choice).Fits &&
        (!Best || fitOf(*Best, Choice) < fitOf(C, Choice)))
      Best = &C;
  if (Best)
    return *Best;
  if (All.empty())
    return std::make_pair(
        Choice.Configuration.empty() ? "Debug" : Choice.Configuration,
        Choice.Platform.empty() ? std::string("x64") : Choice.Platform);
  std::string Names;
  for (const auto &C : All)
    Names += (Names.empty() ? "" : ", ") + pairName(C);
  return createStringError(Path + ": error: it has no configuration '" +
                           Choice.Configuration + "|" + Choice.Platform +
                           "'; it has " + Names);
}

// MSBuild calls them global: whoever builds sets them, and what the project
// says of them itself does not count.
static MsBuildProperties
propertiesFor(const BuildChoice &Choice,
              const std::pair<std::string, std::string> &C,
              StringRef Solution) {
  MsBuildProperties Start;
  for (const auto &[Name, Value] : Choice.Properties)
    Start.fix(Name, Value);
  bool Is32 = StringRef(C.second).equals_insensitive("Win32");
  // Where the toolset has its own headers; the property exists before the
  // project adds to it.
  for (const char *Name : {"IncludePath", "VC_IncludePath",
                           "WindowsSDK_IncludePath", "ExternalIncludePath"})
    Start.set(Name, "");
  // Conditions ask for the version: that of a tool which reads all projects.
  for (const char *Name :
       {"VisualStudioVersion", "MSBuildVersion", "MSBuildAssemblyVersion"})
    Start.set(Name, "17.0");
  auto Global = [&](StringRef Name, const Twine &Value) {
    if (!Choice.Properties.count(Name.str()))
      Start.fix(Name, Value.str());
  };
  Global("Configuration", C.first);
  Global("Platform", C.second);
  if (!Solution.empty()) {
    Global("SolutionDir", sys::path::parent_path(Solution) + "/");
    Global("SolutionPath", Solution);
    Global("SolutionFileName", sys::path::filename(Solution));
    Global("SolutionName", sys::path::stem(Solution));
    Global("SolutionExt", sys::path::extension(Solution));
  }
  Start.set("ConfigurationName", C.first);
  Start.set("PlatformName", C.second);
  Start.set("PlatformTarget", Is32 ? "x86" : C.second);
  Start.set("PlatformShortName", Is32 ? "x86" : C.second);
  Start.set("IntDir", C.second + "\\" + C.first + "\\");
  Start.set("OutDir", C.second + "\\" + C.first + "\\");
  return Start;
}

// The project itself, as far as its configuration is chosen.
static Expected<MsBuildProject>
evaluate(StringRef Path, const BuildChoice &Choice, StringRef Solution,
         std::pair<std::string, std::string> &Chosen) {
  // The configurations stand in the project itself, so it is read twice.
  Expected<MsBuildProject> First =
      evaluateMsBuild(Path, propertiesFor(Choice, {"", ""}, Solution));
  if (!First)
    return First.takeError();
  auto C = chooseConfiguration(Path, First->Configurations, Choice);
  if (!C)
    return C.takeError();
  Chosen = *C;
  return evaluateMsBuild(Path, propertiesFor(Choice, Chosen, Solution));
}

static bool isExcluded(const MsBuildItem &Item) {
  auto Excluded = Item.Metadata.find("ExcludedFromBuild");
  return Excluded != Item.Metadata.end() &&
         StringRef(Excluded->second).equals_insensitive("true");
}

// Says what the project names and nobody here can know.
static void warn(ReadProject &R, StringRef Path, const MsBuildProject &Whole,
                 const std::set<std::string> &Unresolved) {
  R.P.Warnings = Whole.Warnings;
  auto Add = [&](const Twine &Text) {
    R.P.Warnings.push_back((Path + ": " + Text).str());
  };
  if (!Whole.MissingImports.empty())
    Add("property sheets that are not here, whose settings are missing: " +
        join(Whole.MissingImports, ", "));
  if (!Unresolved.empty())
    Add("MSBuild properties without a value here, in include paths, "
        "definitions or options, which are left out: " +
        join(Unresolved, ", ") + "; give them with --property NAME=VALUE");
}

static Unit unitFor(const MsBuildProject &Whole, const MsBuildItem &Item,
                    StringRef Path, bool Kernel,
                    std::set<std::string> &Unresolved) {
  Unit U;
  U.File = Item.File;
  U.Directory = sys::path::parent_path(Path).str();
  U.Command = clCommand(Whole, Item, Kernel, Unresolved);
  U.Project = Path.str();
  U.FromProject = true;
  return U;
}

// Without a word of a toolset for drivers: what do most sources include? Some
// of a program's, and of a boot loader's, may be of a driver as well.
static bool includesKernel(const MsBuildProject &Whole, StringRef Path,
                           KernelSources &Sources) {
  std::set<std::string> Unresolved;
  size_t Kernel = 0, User = 0, All = 0;
  for (const MsBuildItem &Item : Whole.Sources) {
    if (isExcluded(Item))
      continue;
    Unit U = unitFor(Whole, Item, Path, /*Kernel=*/false, Unresolved);
    SourceKind Kind = Sources.kindOf(U.File, includeFolders(U));
    Kernel += Kind == SourceKind::Kernel;
    User += Kind == SourceKind::User;
    ++All;
  }
  bool IsProgram = StringRef(Whole.Kind).equals_insensitive("Application");
  return Kernel > User && (!IsProgram || Kernel * 2 > All);
}

Expected<ReadProject> flt::driver::readProject(StringRef Path,
                                               const BuildChoice &Choice,
                                               StringRef Solution,
                                               KernelSources &Sources) {
  std::pair<std::string, std::string> C;
  Expected<MsBuildProject> Whole = evaluate(Path, Choice, Solution, C);
  if (!Whole)
    return Whole.takeError();

  ReadProject R;
  R.References = Whole->References;
  R.Kernel = isKernelProject(*Whole) || includesKernel(*Whole, Path, Sources);
  std::set<std::string> Unresolved, NoFolder;
  for (const MsBuildItem &Item : Whole->Sources) {
    if (isExcluded(Item)) {
      R.P.Skipped.push_back({Item.File, "excluded from " + pairName(C) +
                                            " in " +
                                            sys::path::filename(Path).str()});
      continue;
    }
    if (!isSource(Item.File)) // A header among the sources, or assembly.
      continue;
    R.P.Units.push_back(unitFor(*Whole, Item, Path, R.Kernel, Unresolved));
    for (const std::string &Folder : includeFolders(R.P.Units.back()))
      if (!sys::fs::is_directory(Folder))
        NoFolder.insert(Folder);
  }
  for (Unit &U : R.P.Units)
    U.Partial = !Whole->MissingImports.empty() || !Unresolved.empty() ||
                !NoFolder.empty();
  warn(R, Path, *Whole, Unresolved);
  return R;
}
