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
  std::vector<SkippedFile> Skipped; ///< Not built in this configuration.
};

/// Reads a .sln, or a .slnx.
llvm::Expected<Solution> readSolution(llvm::StringRef Path,
                                      const BuildChoice &Choice);

/// \returns which of \p All is meant by \p Choice, or an error that lists them.
llvm::Expected<std::pair<std::string, std::string>>
chooseConfiguration(llvm::StringRef Path,
                    const std::vector<std::pair<std::string, std::string>> &All,
                    const BuildChoice &Choice);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_SOLUTION_H
