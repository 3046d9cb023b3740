//===-- driver/command/CommandLine.h - reads the arguments ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_COMMANDLINE_H
#define FLT_DRIVER_COMMAND_COMMANDLINE_H

#include "driver/base/Options.h"
#include <optional>

namespace flt::driver {

/// Reads the command line. \returns nothing if there is nothing left to do but
/// to exit with the status \p Exit (after an error, which has been printed).
std::optional<Options> parseCommandLine(int Argc, const char **Argv,
                                        StepOptions &Step, int &Exit);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_COMMANDLINE_H
