//===-- driver/base/Command.h - compilation commands ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_COMMAND_H
#define FLT_DRIVER_BASE_COMMAND_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace flt::driver {

/// \returns \p Command as the analysis wants it: without outputs, precompiled
/// headers and plugins, with warnings off.
std::vector<std::string> syntaxOnly(std::vector<std::string> Command,
                                    llvm::StringRef File);

/// \returns whether \p Command is one of cl.exe or clang-cl.
bool isClCommand(llvm::ArrayRef<std::string> Command);

/// What a command defines as the list of the functions that a project has made
/// into traces, "A,B": no build here writes the headers that hold them.
inline constexpr llvm::StringLiteral TraceMacro = "FLT_TRACE_FUNCTIONS";

/// \returns the definition of \ref TraceMacro for "A(LEVEL,MSG,...);B((MSG))",
/// which is how a project names them, or empty if there is none.
std::string traceDefinition(llvm::StringRef Functions);

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_COMMAND_H
