//===-- driver/input/Solution.h - reads a .sln ------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_SOLUTION_H
#define FLT_DRIVER_INPUT_SOLUTION_H

#include "driver/input/VisualStudio.h"
#include <utility>

namespace flt::driver {

/// A C or C++ project of a solution, with what the solution builds of it.
struct SolutionProject {
  std::string File; ///< Absolute.
  unsigned Line = 0;
  std::string Configuration;
  std::string Platform;
};

struct Solution {
  std::vector<SolutionProject> Projects;
  std::vector<SkippedFile> Skipped; ///< Not built, or not read, and why.
};

/// Why a project of an old Visual Studio is skipped.
inline constexpr llvm::StringLiteral OldProjectReason =
    "a project of Visual Studio 2008 or older, which is not read: a newer one "
    "converts it when it opens it, or name the folder of the sources";

/// \returns whether \p Path is named like such a project.
bool isOldProject(llvm::StringRef Path);

/// \returns the C and C++ projects that the solution \p Path with \p Text
/// names, in any configuration.
std::vector<std::string> projectsOf(llvm::StringRef Path, llvm::StringRef Text);

/// Reads a .sln, or a .slnx.
llvm::Expected<Solution> readSolution(llvm::StringRef Path,
                                      const BuildChoice &Choice);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_SOLUTION_H
