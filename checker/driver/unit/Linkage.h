//===-- Linkage.h - which functions a unit defines and calls ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_LINKAGE_H
#define FLT_DRIVER_UNIT_LINKAGE_H

#include <string>
#include <vector>

namespace clang {
class ASTContext;
} // namespace clang

namespace flt::driver {

/// Names as "Name/parameters", because the model matches by these two.
///
/// \param [out] Defines functions with external linkage and a body, sorted.
/// \param [out] Calls functions that are mentioned and have no body, sorted.
/// \returns how many functions have a body, but for those of system headers.
unsigned collectLinkage(clang::ASTContext &Ctx,
                        std::vector<std::string> &Defines,
                        std::vector<std::string> &Calls);

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_LINKAGE_H
