//===-- Attributes.h - which [[clang::suppress]] do something ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_ATTRIBUTES_H
#define FLT_DRIVER_UNIT_ATTRIBUTES_H

#include "driver/base/Unit.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace flt::driver {

/// Finds the attributes that suppress reports and whether they do.
///
/// The engine drops what they suppress without a word. So they are taken out of
/// \p Ctx, for good, and \p Analyze looks a second time: an attribute is of use
/// if there is a finding now, within what it stands at, that was not there.
///
/// \param With what was found with the attributes.
/// \returns every attribute of the translation unit.
std::vector<SuppressAttribute>
findSuppressAttributes(clang::ASTContext &Ctx, const RunResult &With,
                       llvm::function_ref<RunResult()> Analyze);

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_ATTRIBUTES_H
