//===-- Input.h - from what the user names to units -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_INPUT_H
#define FLT_DRIVER_INPUT_INPUT_H

#include "driver/base/Options.h"
#include "driver/base/Unit.h"
#include "llvm/Support/Error.h"

namespace flt::driver {

/// Finds the units that \p O names: by databases, Visual Studio projects and
/// solutions, folders and files.
///
/// \param Headers folder of the stand-in headers, may be empty.
/// \returns an error if an input is broken, or if there is nothing to check.
llvm::Expected<Project> findUnits(const Options &O, llvm::StringRef Headers);

/// \returns the folder that paths are shown relative to: the repository of the
/// first input, or the current folder, or what all units have in common.
std::string findRoot(const Options &O, const Project &P);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_INPUT_H
