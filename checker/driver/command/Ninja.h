//===-- driver/command/Ninja.h - the steps as a Ninja graph -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_NINJA_H
#define FLT_DRIVER_COMMAND_NINJA_H

#include "driver/command/Finish.h"

namespace flt::driver {

/// Writes build.ninja and what its steps read to the folder O.EmitNinja. What
/// is known across files is worked out by one step.
llvm::Error writeNinja(const Plan &P, const Options &O,
                       const std::string &Program);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_NINJA_H
