//===-- driver/input/FinderFolder.cpp - the driver in a folder ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "driver/input/Database.h"
#include "driver/input/Finder.h"
#include "driver/input/KitBuild.h"
#include "driver/input/Projects.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

bool Finder::concerns(const Project &P, StringRef Folder) {
  return llvm::any_of(P.Units,
                      [&](const Unit &U) { return isBelow(U.File, Folder); });
}

// Sources that nothing builds are not checked, which must not stay unsaid.
void Finder::warnOfOthers(const SourceTree &Tree, const std::string &Which) {
  std::set<std::string> Known = P.UserMode;
  for (const Unit &U : P.Units)
    Known.insert(U.File);
  for (const SkippedFile &S : P.Skipped)
    Known.insert(S.File);
  std::vector<std::string> Others;
  for (const std::string &File : Tree.Sources)
    if (!Known.count(canonicalPath(File)) &&
        Kinds.kindOf(File, Tree) != SourceKind::User)
      Others.push_back(File);
  if (!Others.empty())
    P.Warnings.push_back(Which + " " + shortList(Others) + ": not checked");
}

// Reads what builds the sources of a tree, and adds those below a folder.
// Returns whether there are any.
bool Finder::addProjects(const SourceTree &Tree, StringRef Below) {
  // Of a whole repository only what builds something of the folder.
  std::set<std::string> Only;
  for (const std::string &File : Tree.Projects)
    if (Below != "") {
      Expected<ReadProject> R = readProject(File, Choice, "", Kinds);
      if (!R)
        consumeError(R.takeError());
      else if (concerns(R->P, Below))
        Only.insert(File);
    }
  Project Found = readTreeProjects(Tree, Choice, Below != "" ? &Only : nullptr);
  std::set<std::string> Known;
  for (const Unit &U : Found.Units)
    Known.insert(U.File);
  // A driver that has moved on to Visual Studio may still have the files of
  // the kit that it came from.
  Project Old = readKitBuilds(Tree.KitFiles, Choice);
  llvm::erase_if(Old.Units,
                 [&](const Unit &U) { return Known.count(U.File) != 0; });
  for (Project *From : {&Found, &Old}) {
    if (From == &Old && Old.Units.empty())
      Old.Warnings.clear();
    if (Below != "" && !concerns(*From, Below))
      continue;
    (void)errorToBool(addAll(std::move(*From), Below));
  }
  std::set<std::string> Names;
  for (const Unit &U : P.Units)
    if (!U.Project.empty())
      Names.insert(U.Project);
  if (Names.size() > 1 || (!Names.empty() && Below != ""))
    P.Warnings.push_back(
        "found by itself, and checked: " +
        shortList(std::vector<std::string>(Names.begin(), Names.end())));
  return !P.Units.empty();
}

// Without any word of how they are built: all but what belongs to programs.
void Finder::addSources(const SourceTree &Tree, StringRef Folder) {
  bool Unknown = false;
  for (const std::string &File : Tree.Sources) {
    if (P.UserMode.count(File))
      continue;
    if (Kinds.kindOf(File, Tree) != SourceKind::User) {
      Unknown |= !addAlone(File);
      continue;
    }
    P.UserMode.insert(File);
    P.Skipped.push_back(
        {File, "it includes the headers of programs, and none of the kernel"});
  }
  if (Unknown)
    P.Warnings.push_back(
        ("neither a compilation database nor a project of a driver is found "
         "for the folder '" +
         Folder +
         "'; every source file below it is checked with the stand-in headers "
         "and without definitions of its own")
            .str());
}

Error Finder::addFolder(StringRef Path) {
  const SourceTree &Tree = tree(Path);
  for (const auto &[Folder, Why] : Tree.Unreadable)
    P.Unfinished.push_back(
        {"", {Folder, 0, 0, {}}, "the folder cannot be read: " + Why});
  if (O.Flags) {
    llvm::for_each(Tree.Sources, [this](StringRef F) { addWithFlags(F); });
    return Error::success();
  }
  // What a database in or below the folder builds is the driver, wherever its
  // sources are; one above it may be of more.
  std::string Database = databaseOf(Path);
  if (!Database.empty()) {
    if (Error E = addAll(readDatabase(Database, O.PathMap)))
      return E;
    warnOfOthers(Tree, Database + " has no command for");
    return Error::success();
  }
  if (isBuildFolder(Path))
    return createStringError(Path +
                             ": error: CMake builds here, but there is no "
                             "compile_commands.json; configure with -G Ninja "
                             "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON");
  if (!(Database = findDatabase(Path)).empty()) {
    Expected<Project> Read = readDatabase(Database, O.PathMap);
    if (!Read || concerns(*Read, Path)) {
      if (Error E = addAll(std::move(Read), Path))
        return E;
      warnOfOthers(Tree, Database + " has no command for");
      return Error::success();
    }
  }
  if (addProjects(Tree, "")) {
    warnOfOthers(Tree, "no kernel-mode project that is built has");
    return Error::success();
  }
  const SourceTree &Around = treeAround(Path);
  if (&Around != &Tree && addProjects(Around, Path)) {
    warnOfOthers(Tree, "no kernel-mode project that is built has");
    return Error::success();
  }
  addSources(Tree, Path);
  return Error::success();
}
