//===-- SourceTree.h - what lies below a folder -----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_SOURCETREE_H
#define FLT_DRIVER_INPUT_SOURCETREE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace flt::driver {

/// What --exclude leaves out.
class Excludes {
public:
  /// Adds \p Pattern: a glob for the path of a file or of a folder above it,
  /// relative to \p Base or to any folder below it. An error says what is
  /// wrong with the pattern.
  llvm::Error add(llvm::StringRef Pattern, llvm::StringRef Base);

  /// \returns whether \p Path (absolute), or a folder that it lies in, is left
  /// out.
  bool covers(llvm::StringRef Path) const;

private:
  struct Rule {
    std::string Base;
    std::unique_ptr<std::string> Text; ///< What the glob refers to.
    llvm::GlobPattern Glob;
  };
  std::vector<Rule> Rules;
};

/// Files below a folder, sorted. What a build has made is no part of it: no
/// CMake build folder, no probe of a compiler, and nothing hidden.
struct SourceTree {
  std::vector<std::string> Sources;    ///< C and C++.
  std::set<std::string> HeaderFolders; ///< Folders that hold headers.
  /// The headers by their names in small letters.
  llvm::StringMap<std::vector<std::string>> Headers;
  std::vector<std::string> Solutions;   ///< .sln, .slnx
  std::vector<std::string> Projects;    ///< .vcxproj
  std::vector<std::string> OldProjects; ///< .vcproj, .dsp
  std::vector<std::string> KitFiles;    ///< "sources" of a WDK 7 build.
  /// Folders that can't be read, with the reason.
  std::vector<std::pair<std::string, std::string>> Unreadable;
};

/// Lists what is below \p Folder. Links to folders are not followed: they may
/// lead back, and what they lead to is seen where it stands.
SourceTree scanTree(llvm::StringRef Folder, const Excludes &Out);

/// \returns whether CMake builds in \p Folder.
bool isBuildFolder(llvm::StringRef Folder);

/// \returns the files of \p Folder itself with \p Extension, sorted.
std::vector<std::string> filesIn(llvm::StringRef Folder,
                                 llvm::StringRef Extension);

/// \returns the top of the repository that \p Path lies in; or, outside of
/// any, the highest of the near folders that still has a solution or project;
/// or empty.
std::string topOf(llvm::StringRef Path);

/// \returns whether \p Path lies below \p Folder, or that is empty.
bool isBelow(llvm::StringRef Path, llvm::StringRef Folder);

/// \returns "a, b and 3 more".
std::string shortList(const std::vector<std::string> &Names);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_SOURCETREE_H
