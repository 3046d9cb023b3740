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

/// Writes build.ninja and what its steps read to the folder O.EmitNinja. The
/// graph has as many rounds as a run can have; a round in which nothing is new
/// for a file costs reading its last result.
llvm::Error writeNinja(const Plan &P, const Options &O,
                       const std::string &Program);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_NINJA_H
