//===-- Steps.h - the steps of a run, for build systems ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_STEPS_H
#define FLT_DRIVER_COMMAND_STEPS_H

#include "driver/base/Options.h"

namespace flt::driver {

/// Runs one step: a function from files to a file. `fltcheck` without a step
/// does the same for all units; a Ninja graph or a distributed runner calls
/// the steps itself. \returns the exit status.
/// \param Program this executable.
int runStep(const StepOptions &S, const Options &O, const std::string &Program);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_STEPS_H
