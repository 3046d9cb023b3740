//===-- driver/input/Input.cpp - from what the user names to units --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/Input.h"
#include "driver/base/Files.h"
#include "driver/input/Database.h"
#include "driver/input/StandIn.h"
#include "driver/input/VisualStudio.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

namespace {

class Finder {
public:
  Finder(const Options &O, StringRef Headers) : O(O), Headers(Headers) {}

  Error add(StringRef Input);
  void finish();
  Project P;

private:
  Error addProject(StringRef Path);
  Error addFolder(StringRef Path);
  Error addFile(StringRef Path);
  Error addAll(Expected<Project> More, StringRef Below = "");
  void addAlone(StringRef File);
  void warnOfOthers(StringRef Folder, const std::string &Which);

  const Options &O;
  StringRef Headers;
  std::set<std::string> Alone;
  std::vector<std::string> Unknown; // Named files that nothing knows.
};

} // namespace

// A folder, unlike a file, is where a link in its place leads to.
static std::string canonicalFolder(StringRef Path) {
  return canonicalPath((Path + "/.").str());
}

static bool isBelow(StringRef Path, StringRef Folder) {
  return Folder.empty() || displayPath(Path, Folder) != Path;
}

static std::vector<std::string> filesIn(StringRef Folder, StringRef Extension) {
  std::vector<std::string> Found;
  std::error_code EC;
  for (sys::fs::directory_iterator I(Folder, EC), E; !EC && I != E;
       I.increment(EC))
    if (sys::path::extension(I->path()).equals_insensitive(Extension))
      Found.push_back(I->path());
  llvm::sort(Found);
  return Found;
}

Error Finder::addAll(Expected<Project> More, StringRef Below) {
  if (!More)
    return More.takeError();
  for (Unit &U : More->Units)
    if (isBelow(U.File, Below))
      P.Units.push_back(std::move(U));
  for (SkippedFile &S : More->Skipped)
    if (isBelow(S.File, Below))
      P.Skipped.push_back(std::move(S));
  llvm::move(More->Unfinished, std::back_inserter(P.Unfinished));
  llvm::move(More->Warnings, std::back_inserter(P.Warnings));
  return Error::success();
}

Error Finder::addProject(StringRef Path) {
  return addAll(
      readVisualStudio(Path, {O.Configuration, O.Platform, O.Properties}));
}

void Finder::addAlone(StringRef File) {
  if (!Alone.insert(File.str()).second)
    return;
  Unit U;
  U.File = File.str();
  U.Directory = sys::path::parent_path(File).str();
  U.Command = standaloneCommand(File, Headers);
  P.Units.push_back(std::move(U));
}

// A database found in a parent may be of something else altogether.
static bool concerns(const Project &P, StringRef Folder) {
  return llvm::any_of(P.Units,
                      [&](const Unit &U) { return isBelow(U.File, Folder); });
}

// Every source below a folder, but for those of a build: a probe of CMake is no
// part of the driver.
static std::vector<std::string> sourcesBelow(StringRef Folder) {
  std::error_code EC;
  std::vector<std::string> Sources;
  for (sys::fs::recursive_directory_iterator I(Folder, EC), E; !EC && I != E;
       I.increment(EC)) {
    if (sys::path::filename(I->path()).starts_with(".") ||
        sys::fs::exists(I->path() + "/CMakeCache.txt"))
      I.no_push();
    else if (isSource(I->path()))
      Sources.push_back(I->path());
  }
  llvm::sort(Sources);
  return Sources;
}

// Sources that nothing builds are not checked, which must not stay unsaid.
void Finder::warnOfOthers(StringRef Folder, const std::string &Which) {
  std::set<std::string> Known;
  for (const Unit &U : P.Units)
    Known.insert(U.File);
  for (const SkippedFile &S : P.Skipped)
    Known.insert(S.File);
  std::vector<std::string> Others;
  for (const std::string &File : sourcesBelow(Folder))
    if (!Known.count(canonicalPath(File)))
      Others.push_back(File);
  if (Others.empty())
    return;
  constexpr size_t Shown = 5;
  std::string Names = join(ArrayRef(Others).take_front(Shown), ", ");
  if (Others.size() > Shown)
    Names += " and " + utostr(Others.size() - Shown) + " more";
  P.Warnings.push_back(Which + " " + Names + ": not checked");
}

Error Finder::addFolder(StringRef Path) {
  std::string Database = findDatabase(Path);
  if (!Database.empty()) {
    Expected<Project> Read = readDatabase(Database);
    if (!Read || concerns(*Read, Path)) {
      if (Error E = addAll(std::move(Read), Path))
        return E;
      warnOfOthers(Path, Database + " has no command for");
      return Error::success();
    }
  }
  std::vector<std::string> Solutions = filesIn(Path, ".sln");
  if (Solutions.size() > 1)
    return createStringError(Path +
                             ": error: there are several solutions; "
                             "name one, such as " +
                             Solutions.front());
  if (!Solutions.empty()) {
    if (Error E = addProject(Solutions.front()))
      return E;
    warnOfOthers(Path, "no kernel-mode project of " + Solutions.front() +
                           " that is built has");
    return Error::success();
  }
  std::vector<std::string> Projects = filesIn(Path, ".vcxproj");
  for (const std::string &File : Projects)
    if (Error E = addProject(File))
      return E;
  if (!Projects.empty()) {
    warnOfOthers(Path, "no project in this folder has");
    return Error::success();
  }

  std::vector<std::string> Sources = sourcesBelow(Path);
  for (const std::string &File : Sources)
    addAlone(File);
  if (!Sources.empty())
    P.Warnings.push_back(
        ("neither a compilation database nor a Visual Studio project is found "
         "for the folder '" +
         Path +
         "'; every source file below it is checked with the stand-in headers "
         "and without definitions of its own")
            .str());
  return Error::success();
}

Error Finder::addFile(StringRef Path) {
  if (isHeader(Path)) {
    P.Skipped.push_back(
        {Path.str(), "a header is checked through the files that include it"});
    return Error::success();
  }
  if (!isSource(Path))
    return createStringError(Path + ": error: not a source of C or C++, a "
                                    "compilation database, a Visual Studio "
                                    "project or a folder");
  std::string Folder = sys::path::parent_path(Path).str();
  std::string Database = O.BuildPath.empty()
                             ? findDatabase(Folder)
                             : O.BuildPath + "/compile_commands.json";
  Project Whole;
  if (!Database.empty()) {
    Expected<Project> Read = readDatabase(Database);
    if (!Read)
      return Read.takeError();
    if (!O.BuildPath.empty() || concerns(*Read, Folder))
      Whole = std::move(*Read);
    else
      Database.clear();
  }
  if (Database.empty()) {
    for (const std::string &File : filesIn(Folder, ".vcxproj")) {
      Expected<Project> Read =
          readVisualStudio(File, {O.Configuration, O.Platform, O.Properties});
      if (!Read)
        return Read.takeError();
      Database = File;
      llvm::move(Read->Units, std::back_inserter(Whole.Units));
      llvm::move(Read->Warnings, std::back_inserter(P.Warnings));
    }
  }
  if (Database.empty()) {
    Unknown.push_back(Path.str());
    addAlone(Path);
    return Error::success();
  }
  bool Found = false;
  for (Unit &U : Whole.Units)
    if (U.File == Path) {
      P.Units.push_back(std::move(U));
      Found = true;
    }
  if (!Found)
    P.Unfinished.push_back(
        {"", {Path.str(), 0, 0, {}}, Database + " has no command for it"});
  return Error::success();
}

Error Finder::add(StringRef Input) {
  std::string Path = canonicalPath(Input);
  if (!sys::fs::exists(Path))
    return createStringError(Input +
                             ": error: there is no such file or folder");
  if (sys::fs::is_directory(Path))
    return addFolder(canonicalFolder(Path));
  StringRef Extension = sys::path::extension(Path);
  if (Extension.equals_insensitive(".json"))
    return addAll(readDatabase(Path));
  if (Extension.equals_insensitive(".vcxproj") ||
      Extension.equals_insensitive(".sln") ||
      Extension.equals_insensitive(".slnx"))
    return addProject(Path);
  return addFile(Path);
}

void Finder::finish() {
  if (Unknown.empty())
    return;
  std::string Which = sys::path::filename(Unknown.front()).str();
  if (Unknown.size() > 1)
    Which += " and " + std::to_string(Unknown.size() - 1) + " more";
  P.Warnings.push_back(
      "no compilation database or Visual Studio project is there for " + Which +
      ": checked with the stand-in headers in " + Headers.str());
}

static void dropDuplicates(Project &P) {
  std::set<std::vector<std::string>> Seen;
  llvm::erase_if(P.Units, [&](const Unit &U) {
    std::vector<std::string> Key = U.Command;
    Key.insert(Key.end(), {U.File, U.Directory, U.Project});
    return !Seen.insert(std::move(Key)).second;
  });
  // The order must not depend on how the inputs were named.
  llvm::sort(P.Units, [](const Unit &A, const Unit &B) {
    return std::tie(A.File, A.Project, A.Command) <
           std::tie(B.File, B.Project, B.Command);
  });
  llvm::sort(P.Warnings);
  P.Warnings.erase(std::unique(P.Warnings.begin(), P.Warnings.end()),
                   P.Warnings.end());
}

Expected<Project> flt::driver::findUnits(const Options &O, StringRef Headers) {
  Finder F(O, Headers);
  std::vector<std::string> Inputs = O.Inputs;
  if (Inputs.empty())
    Inputs.push_back(
        O.BuildPath.empty() ? "." : O.BuildPath + "/compile_commands.json");
  for (const std::string &Input : Inputs)
    if (Error E = F.add(Input))
      return std::move(E);
  F.finish();
  dropDuplicates(F.P);
  if (F.P.Units.empty() && F.P.Unfinished.empty())
    return createStringError("there is nothing to check: no source of C or C++ "
                             "is named, or in a database or project that is");
  findKernelHeaders(F.P, Headers);
  return std::move(F.P);
}

std::string flt::driver::findRoot(const Options &O, const Project &P) {
  std::string First = canonicalPath(O.Inputs.empty() ? "." : O.Inputs.front());
  if (sys::fs::is_directory(First))
    First = canonicalFolder(First);
  if (O.Inputs.empty() && !P.Units.empty())
    First = P.Units.front().File;
  for (StringRef F = First; !F.empty(); F = sys::path::parent_path(F))
    if (sys::fs::exists(F + "/.git"))
      return F.str();
  // Without a repository: where the user is, or what the files have in common.
  std::string Root = canonicalPath(".");
  if (P.Units.empty() || llvm::all_of(P.Units, [&](const Unit &U) {
        return isBelow(U.File, Root);
      }))
    return Root;
  Root = sys::path::parent_path(P.Units.front().File).str();
  for (const Unit &U : P.Units)
    while (!isBelow(U.File, Root) && sys::path::has_parent_path(Root))
      Root = sys::path::parent_path(Root).str();
  return Root;
}
