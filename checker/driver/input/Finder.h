//===-- Finder.h - collects the units that inputs name ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_FINDER_H
#define FLT_DRIVER_INPUT_FINDER_H

#include "driver/base/Options.h"
#include "driver/base/Unit.h"
#include "driver/input/KernelSource.h"
#include "driver/input/SourceTree.h"
#include "driver/input/VisualStudio.h"
#include <map>
#include <set>

namespace flt::driver {

/// Collects the units that the inputs of a run name, one after the other.
class Finder {
public:
  /// \param Headers folder of the stand-in headers, may be empty.
  Finder(const Options &O, llvm::StringRef Headers);

  /// Adds the units that \p Input names. An error says what is wrong with it.
  llvm::Error add(llvm::StringRef Input);
  /// To be called after the last input: takes out what --exclude names.
  void leaveOut();
  /// To be called when all commands lead to kernel headers: adds what they
  /// still lack.
  void complete();
  Project P; ///< What has been found.

private:
  /// A database found in a parent may be of something else altogether.
  static bool concerns(const Project &P, llvm::StringRef Folder);
  llvm::Error addFolder(llvm::StringRef Path);
  llvm::Error addFile(llvm::StringRef Path);
  llvm::Error addAll(llvm::Expected<Project> More, llvm::StringRef Below = "");
  bool addProjects(const SourceTree &Tree, llvm::StringRef Below);
  bool addProjectsOf(llvm::StringRef File);
  llvm::Expected<bool> addFromDatabase(llvm::StringRef Path);
  void addSources(const SourceTree &Tree, llvm::StringRef Folder);
  bool addAlone(llvm::StringRef File);
  void addWithFlags(llvm::StringRef File);
  void warnOfOthers(const SourceTree &Tree, const std::string &Which);
  const SourceTree &tree(llvm::StringRef Folder);
  const SourceTree &treeAround(llvm::StringRef Path);

  const Options &O;
  llvm::StringRef Headers;
  BuildChoice Choice;
  Excludes Out;
  std::map<std::string, SourceTree> Trees;
  /// What was read for one file serves those beside it.
  std::map<std::string, Project> Databases;
  KernelSources Kinds;
  std::set<std::string> Alone;
  std::vector<std::string> Unknown; // Named files that nothing knows.
};

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_FINDER_H
