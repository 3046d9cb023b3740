//===-- VisualStudio.h - reads Visual Studio projects -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_VISUALSTUDIO_H
#define FLT_DRIVER_INPUT_VISUALSTUDIO_H

#include "driver/base/Unit.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace flt::driver {

/// What a project is read for.
struct BuildChoice {
  std::string Configuration; ///< Empty: Debug, or the first one.
  std::string Platform;      ///< Empty: x64, or the first one.
  std::map<std::string, std::string> Properties;
};

/// Reads a .vcxproj, .sln or .slnx. What cannot be resolved here (properties of
/// an MSBuild installation) is named in the warnings. An error names file and
/// line.
llvm::Expected<Project> readVisualStudio(llvm::StringRef Path,
                                         const BuildChoice &Choice);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_VISUALSTUDIO_H
