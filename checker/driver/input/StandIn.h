//===-- StandIn.h - headers for machines without the WDK --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_STANDIN_H
#define FLT_DRIVER_INPUT_STANDIN_H

#include "driver/base/Unit.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace flt::driver {

/// \returns the folder of the stand-in headers, absolute: \p Asked, or if that
/// is empty the one that came with \p Program; empty if there is none.
std::string chooseHeaders(llvm::StringRef Asked, llvm::StringRef Program);

/// \returns the arguments of a file that no command is known for.
std::vector<std::string> standaloneCommand(llvm::StringRef File,
                                           llvm::StringRef Headers);

/// Gives every unit whose command leads to no WDK the headers of the kit that
/// is installed, or else the stand-in headers in \p Headers; the warnings of
/// \p P say so once.
void findKernelHeaders(Project &P, llvm::StringRef Headers);

/// \returns the folders in which the command of \p U looks for headers,
/// absolute, whether they exist or not.
std::vector<std::string> includeFolders(const Unit &U);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_STANDIN_H
