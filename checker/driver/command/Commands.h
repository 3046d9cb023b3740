//===-- Commands.h - shows how each file is compiled ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_COMMANDS_H
#define FLT_DRIVER_COMMAND_COMMANDS_H

#include "driver/base/Unit.h"
#include "llvm/Support/Error.h"

namespace flt::driver {

/// Prints the units of \p P with their commands, and what was not understood,
/// to the standard output. \returns the exit status.
int printCommands(const Project &P);

/// Writes the units of \p P to \p Path as a compile_commands.json that clangd
/// and clang-tidy can read. \returns the exit status.
int writeCommands(const Project &P, llvm::StringRef Path);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_COMMANDS_H
