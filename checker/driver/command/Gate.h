//===-- driver/command/Gate.h - the whole run -------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_GATE_H
#define FLT_DRIVER_COMMAND_GATE_H

#include "driver/base/Options.h"

namespace flt::driver {

/// Checks what \p O names and reports. \param Program this executable.
/// \returns the exit status.
int runGate(const Options &O, const std::string &Program);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_GATE_H
