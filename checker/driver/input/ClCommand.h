//===-- ClCommand.h - from project settings to a command --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_CLCOMMAND_H
#define FLT_DRIVER_INPUT_CLCOMMAND_H

#include "driver/input/MsBuildProject.h"
#include <set>

namespace flt::driver {

/// \returns the clang-cl command for \p Item of \p P.
/// \param Kernel whether it is compiled for the kernel.
/// \param [out] Unresolved properties without a value in settings that decide
///   what is compiled, as written: "$(DDK_INC_PATH)".
std::vector<std::string> clCommand(const MsBuildProject &P,
                                   const MsBuildItem &Item, bool Kernel,
                                   std::set<std::string> &Unresolved);

/// \returns whether \p P says that its code runs in the kernel.
bool isKernelProject(const MsBuildProject &P);

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_CLCOMMAND_H
