//===-- VisualStudio.h - reads Visual Studio projects -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_VISUALSTUDIO_H
#define FLT_DRIVER_INPUT_VISUALSTUDIO_H

#include "driver/base/Unit.h"
#include "driver/input/KernelSource.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <utility>

namespace flt::driver {

/// What a project is read for.
struct BuildChoice {
  std::string Configuration; ///< Empty: Debug, or the first one.
  std::string Platform;      ///< Empty: x64, or the first one.
  std::map<std::string, std::string> Properties;
};

/// What one .vcxproj says.
struct ReadProject {
  Project P;
  std::vector<std::string> References; ///< Other projects, absolute.
  bool Kernel = false;                 ///< It builds for the kernel.
};

/// Reads one .vcxproj. What cannot be resolved here (properties of an MSBuild
/// installation) is named in the warnings. An error names file and line.
///
/// \param Solution the .sln that it is built by, or empty.
llvm::Expected<ReadProject> readProject(llvm::StringRef Path,
                                        const BuildChoice &Choice,
                                        llvm::StringRef Solution,
                                        KernelSources &Sources);

/// \returns which of \p All is meant by \p Choice, or an error that lists them.
llvm::Expected<std::pair<std::string, std::string>>
chooseConfiguration(llvm::StringRef Path,
                    const std::vector<std::pair<std::string, std::string>> &All,
                    const BuildChoice &Choice);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_VISUALSTUDIO_H
