//===-- Information.h - what the tool says of itself ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_INFORMATION_H
#define FLT_DRIVER_COMMAND_INFORMATION_H

#include "driver/base/Options.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace flt::driver {

/// Prints what this is, of which LLVM, and which built-in models it has.
void printVersion(llvm::raw_ostream &OS);

/// Lists the checks. \returns the exit status, as do the others.
int listChecks();

/// Prints what is written of \p Name, a check or a rule, if it is installed, or
/// where that stands. Lists all rules if \p Name is empty.
int explain(llvm::StringRef Name, const std::string &Program);

/// Checks a small driver with known bugs, and says whether exactly these are
/// found, with the headers and the model of this installation.
int selfCheck(const Options &O, const std::string &Program);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_INFORMATION_H
