//===-- driver/input/MsBuildProject.h - evaluates a .vcxproj ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_MSBUILDPROJECT_H
#define FLT_DRIVER_INPUT_MSBUILDPROJECT_H

#include "driver/input/MsBuildText.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace flt::driver {

/// $(SolutionDir) of a project that no solution names.
inline constexpr llvm::StringLiteral NoSolution = "*Undefined*";

/// What an item or an ItemDefinitionGroup says, by setting.
using MsBuildMetadata = std::map<std::string, std::string>;

struct MsBuildItem {
  std::string File; ///< Absolute.
  MsBuildMetadata Metadata;
};

/// The part of an evaluated project that says how sources are compiled.
struct MsBuildProject {
  std::vector<std::pair<std::string, std::string>> Configurations;
  std::vector<MsBuildItem> Sources;    ///< ClCompile items.
  std::vector<std::string> References; ///< Other projects, absolute.
  std::string Kind;                    ///< ConfigurationType: "Driver".
  MsBuildMetadata Link;                ///< How the linker is called.
  /// Property sheets that are not here, and are not Microsoft's own.
  std::vector<std::string> MissingImports;
  std::vector<std::string> Warnings; ///< Conditions not understood, ...
  MsBuildProperties Properties;
};

/// Evaluates \p Path with the properties of \p Start, among them Configuration
/// and Platform. An error names file and line.
llvm::Expected<MsBuildProject> evaluateMsBuild(llvm::StringRef Path,
                                               MsBuildProperties Start);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_MSBUILDPROJECT_H
