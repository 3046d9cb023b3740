//===-- MsBuildFunctions.h - MSBuild's property functions -------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_MSBUILDFUNCTIONS_H
#define FLT_DRIVER_INPUT_MSBUILDFUNCTIONS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace flt::driver {

/// Evaluates what stands between "$(" and ")" when it is no plain name: a
/// static function, "[MSBuild]::IsOSPlatform('Windows')", or members of a
/// property, "Platform.ToLower().Contains('arm')". Those that projects of
/// drivers use are known, not all there are.
///
/// \param Call properties in its arguments are expanded already.
/// \param Value gives a property by name, empty if it is not defined.
/// \param Folder what relative paths start from.
/// \returns nothing if it is not understood.
std::optional<std::string>
callMsBuild(llvm::StringRef Call,
            llvm::function_ref<std::string(llvm::StringRef)> Value,
            llvm::StringRef Folder);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_MSBUILDFUNCTIONS_H
