//===-- driver/input/FinderFile.cpp - one file of a driver ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "driver/input/Database.h"
#include "driver/input/Fallback.h"
#include "driver/input/Finder.h"
#include "driver/input/KitBuild.h"
#include "driver/input/Projects.h"
#include "driver/input/StandIn.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// Flags of the command line stand for all else.
void Finder::addWithFlags(StringRef File) {
  Unit U;
  U.File = File.str();
  U.Directory = canonicalPath(".");
  U.Command = {"clang"};
  llvm::append_range(U.Command, *O.Flags);
  U.Command.push_back(U.File);
  P.Units.push_back(std::move(U));
}

// Returns whether the file is known from a compile_flags.txt.
bool Finder::addAlone(StringRef File) {
  Unit U;
  U.File = File.str();
  U.Directory = sys::path::parent_path(File).str();
  U.Partial = true;
  bool Known = useFlagsFile(U);
  if (!Known)
    U.Command = standaloneCommand(File, Headers);
  if (Alone.insert(File.str()).second)
    P.Units.push_back(std::move(U));
  return Known;
}

Expected<bool> Finder::addFromDatabase(StringRef Path) {
  StringRef Folder = sys::path::parent_path(Path);
  std::string Database = O.BuildPath.empty()
                             ? findDatabase(Folder)
                             : O.BuildPath + "/compile_commands.json";
  if (Database.empty())
    return false;
  auto It = Databases.find(Database);
  if (It == Databases.end()) {
    Expected<Project> Read = readDatabase(Database, O.PathMap);
    if (!Read)
      return Read.takeError();
    It = Databases.emplace(Database, std::move(*Read)).first;
  }
  if (O.BuildPath.empty() && !concerns(It->second, Folder))
    return false;
  bool Found = false;
  for (const Unit &U : It->second.Units)
    if (U.File == Path) {
      P.Units.push_back(U);
      Found = true;
    }
  if (!Found)
    P.Unfinished.push_back(
        {"", {Path.str(), 0, 0, {}}, Database + " has no command for it"});
  return true;
}

// Of all projects around, those that name the file; any that stands beside it
// should.
bool Finder::addProjectsOf(StringRef File) {
  const SourceTree &Tree = treeAround(sys::path::parent_path(File));
  StringRef Name = sys::path::filename(File);
  auto Mentions = [&](const std::string &Path) {
    Expected<std::string> Text = readFile(Path);
    if (!Text) {
      consumeError(Text.takeError());
      return false;
    }
    return StringRef(*Text).contains_insensitive(Name) ||
           StringRef(*Text).contains("*.");
  };
  std::vector<std::string> Kit;
  llvm::copy_if(Tree.KitFiles, std::back_inserter(Kit), Mentions);
  Project Found = readKitBuilds(Kit, Choice);
  std::string Beside;
  for (const std::string &Path :
       filesIn(sys::path::parent_path(File), ".vcxproj"))
    Beside = Path;
  for (const std::string &Path : Tree.Projects) {
    if (!Mentions(Path))
      continue;
    Expected<ReadProject> Read =
        readProject(Path, Choice, solutionOf(Path, Tree), Kinds);
    if (!Read) {
      P.Unfinished.push_back(
          {"", {Path, 0, 0, {}}, "not read: " + toString(Read.takeError())});
      continue;
    }
    if (llvm::any_of(Read->P.Units,
                     [&](const Unit &U) { return U.File == File; }))
      llvm::move(Read->P.Warnings, std::back_inserter(P.Warnings));
    llvm::move(Read->P.Units, std::back_inserter(Found.Units));
  }
  bool Any = false;
  for (Unit &U : Found.Units)
    if (U.File == File) {
      P.Units.push_back(std::move(U));
      Any = true;
    }
  if (!Any && !Beside.empty()) {
    P.Unfinished.push_back(
        {"", {File.str(), 0, 0, {}}, Beside + " has no command for it"});
    return true;
  }
  return Any;
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
  if (O.Flags) {
    addWithFlags(Path);
    return Error::success();
  }
  Expected<bool> Done = addFromDatabase(Path);
  if (!Done)
    return Done.takeError();
  if (*Done || addProjectsOf(Path))
    return Error::success();
  if (!addAlone(Path))
    Unknown.push_back(Path.str());
  return Error::success();
}
