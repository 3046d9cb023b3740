//===-- ForeignPaths.h - commands of Windows, elsewhere ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_FOREIGNPATHS_H
#define FLT_DRIVER_INPUT_FOREIGNPATHS_H

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace flt::driver {

/// Spells the paths of \p Command, which was written on Windows, as they are
/// here. On Windows nothing is done.
///
/// \param Database the file that it comes from: the folders that its own path
///   has in common with the folder of the command tell where the sources are
///   now.
/// \param Pairs of the --path-map, "C:\src=/home/src"; goes before that.
void fromWindows(clang::tooling::CompileCommand &Command,
                 llvm::StringRef Database,
                 const std::vector<std::string> &Pairs);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_FOREIGNPATHS_H
