//===-- driver/input/VisualStudio.cpp - reads Visual Studio projects ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/VisualStudio.h"
#include "driver/base/Files.h"
#include "driver/input/ClCommand.h"
#include "driver/input/Solution.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static std::string pairName(const std::pair<std::string, std::string> &C) {
  return C.first + "|" + C.second;
}

Expected<std::pair<std::string, std::string>> flt::driver::chooseConfiguration(
    StringRef Path, const std::vector<std::pair<std::string, std::string>> &All,
    const BuildChoice &Choice) {
  // As asked for; else Debug|x64, because assertions tell the analysis more.
  auto Rank = [&](const std::pair<std::string, std::string> &C) {
    StringRef Configuration(C.first), Platform(C.second);
    bool Fits = (Choice.Configuration.empty() ||
                 Configuration.equals_insensitive(Choice.Configuration)) &&
                (Choice.Platform.empty() ||
                 Platform.equals_insensitive(Choice.Platform));
    return Fits ? 1 + 2 * Platform.equals_insensitive("x64") +
                      Configuration.equals_insensitive("Debug")
                : 0;
  };
  auto Best = All.end();
  for (auto It = All.begin(); It != All.end(); ++It)
    if (Rank(*It) && (Best == All.end() || Rank(*It) > Rank(*Best)))
      Best = It;
  if (Best != All.end())
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

static MsBuildProperties
propertiesFor(const BuildChoice &Choice,
              const std::pair<std::string, std::string> &C) {
  MsBuildProperties Start;
  for (const auto &[Name, Value] : Choice.Properties)
    Start.fix(Name, Value);
  bool Is32 = StringRef(C.second).equals_insensitive("Win32");
  // Where the toolset has its own headers; the property exists before the
  // project adds to it.
  for (const char *Name : {"IncludePath", "VC_IncludePath",
                           "WindowsSDK_IncludePath", "ExternalIncludePath"})
    Start.set(Name, "");
  Start.set("Configuration", C.first);
  Start.set("ConfigurationName", C.first);
  Start.set("Platform", C.second);
  Start.set("PlatformName", C.second);
  Start.set("PlatformTarget", Is32 ? "x86" : C.second);
  Start.set("PlatformShortName", Is32 ? "x86" : C.second);
  Start.set("IntDir", C.second + "\\" + C.first + "\\");
  Start.set("OutDir", C.second + "\\" + C.first + "\\");
  return Start;
}

namespace {
struct Read {
  Project P;
  std::vector<std::string> References;
  bool Kernel = false;
};
} // namespace

static Expected<Read> readProject(StringRef Path, const BuildChoice &Choice,
                                  StringRef SolutionFolder) {
  // The configurations stand in the project itself, so it is read twice.
  MsBuildProperties Start = propertiesFor(Choice, {"", ""});
  if (!SolutionFolder.empty())
    Start.set("SolutionDir", (SolutionFolder + "/").str());
  Expected<MsBuildProject> First = evaluateMsBuild(Path, Start);
  if (!First)
    return First.takeError();
  auto C = chooseConfiguration(Path, First->Configurations, Choice);
  if (!C)
    return C.takeError();
  Start = propertiesFor(Choice, *C);
  if (!SolutionFolder.empty())
    Start.set("SolutionDir", (SolutionFolder + "/").str());
  Expected<MsBuildProject> Whole = evaluateMsBuild(Path, std::move(Start));
  if (!Whole)
    return Whole.takeError();

  Read R;
  R.References = Whole->References;
  R.Kernel = isKernelProject(*Whole);
  R.P.Warnings = Whole->Warnings;
  if (!Whole->MissingImports.empty())
    R.P.Warnings.push_back(
        (Path +
         ": property sheets that are not here, whose settings are "
         "missing: " +
         join(Whole->MissingImports, ", "))
            .str());
  std::set<std::string> Unresolved;
  for (const MsBuildItem &Item : Whole->Sources) {
    auto Excluded = Item.Metadata.find("ExcludedFromBuild");
    if (Excluded != Item.Metadata.end() &&
        StringRef(Excluded->second).equals_insensitive("true")) {
      R.P.Skipped.push_back({Item.File, "excluded from " + pairName(*C) +
                                            " in " +
                                            sys::path::filename(Path).str()});
      continue;
    }
    Unit U;
    U.File = Item.File;
    U.Directory = sys::path::parent_path(Path).str();
    U.Command = clCommand(*Whole, Item, Unresolved);
    U.Project = Path.str();
    R.P.Units.push_back(std::move(U));
  }
  if (!Unresolved.empty())
    R.P.Warnings.push_back(
        (Path +
         ": MSBuild properties without a value here, in include paths, "
         "definitions or options, which are left out: " +
         join(Unresolved, ", ") + "; give them with --property NAME=VALUE")
            .str());
  return R;
}

// Code that runs in user mode has none of what the checks look for, and needs
// other headers.
static void skip(Project &To, const Read &R, StringRef Path) {
  To.Skipped.push_back({Path.str(), "not a kernel-mode project (" +
                                        utostr(R.P.Units.size()) + " files)"});
}

static Expected<Project> readSolutionProjects(StringRef Path,
                                              const BuildChoice &Choice) {
  Expected<Solution> S = readSolution(Path, Choice);
  if (!S)
    return S.takeError();
  Project All;
  All.Skipped = S->Skipped;
  IntEqClasses Linked(S->Projects.size());
  std::map<std::string, unsigned> Index;
  for (const SolutionProject &Member : S->Projects)
    Index.emplace(Member.File, Index.size());
  for (const SolutionProject &Member : S->Projects) {
    BuildChoice Mine = Choice;
    Mine.Configuration = Member.Configuration;
    Mine.Platform = Member.Platform;
    Expected<Read> R =
        readProject(Member.File, Mine, sys::path::parent_path(Path));
    if (!R) {
      All.Unfinished.push_back(
          {"",
           {Path.str(), Member.Line, 1, {}},
           "project not read: " + toString(R.takeError())});
      continue;
    }
    if (!R->Kernel) {
      skip(All, *R, Member.File);
      continue;
    }
    // A library and the driver that uses it know each other's functions.
    for (const std::string &Reference : R->References)
      if (auto It = Index.find(Reference); It != Index.end())
        Linked.join(Index[Member.File], It->second);
    llvm::move(R->P.Units, std::back_inserter(All.Units));
    llvm::move(R->P.Skipped, std::back_inserter(All.Skipped));
    llvm::move(R->P.Warnings, std::back_inserter(All.Warnings));
  }
  for (Unit &U : All.Units)
    U.Project = S->Projects[Linked.findLeader(Index[U.Project])].File;
  return All;
}

Expected<Project> flt::driver::readVisualStudio(StringRef Path,
                                                const BuildChoice &Choice) {
  if (!sys::path::extension(Path).equals_insensitive(".vcxproj"))
    return readSolutionProjects(Path, Choice);
  Expected<Read> R = readProject(Path, Choice, "");
  if (!R)
    return R.takeError();
  return std::move(R->P);
}
