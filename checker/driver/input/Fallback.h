//===-- Fallback.h - sources without a whole command ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_FALLBACK_H
#define FLT_DRIVER_INPUT_FALLBACK_H

#include "driver/base/Unit.h"
#include "driver/input/SourceTree.h"

namespace flt::driver {

/// Gives \p U, which nothing is known of, the flags of the compile_flags.txt
/// that is nearest above its file. \returns whether there is one.
bool useFlagsFile(Unit &U);

/// Lets \p U find headers that its command does not lead to: after all other
/// folders, those of \p Tree that hold headers, the nearest first.
void addHeaderFolders(Unit &U, const SourceTree &Tree);

/// Adds \p Flags to the command of \p U, before the name of the file.
void addFlags(Unit &U, const std::vector<std::string> &Flags);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_FALLBACK_H
