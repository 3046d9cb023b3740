//===-- engine/Register.h - the checkers by name ----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_REGISTER_H
#define FLT_ENGINE_REGISTER_H

namespace clang::ento {
class CheckerRegistry;
} // namespace clang::ento

namespace flt {

/// Adds the checks and what they depend on to \p Registry: flt.ResourceBalance
/// and so on, with the option flt.Model:Files (model files, separated by ';').
void registerCheckers(clang::ento::CheckerRegistry &Registry);

} // namespace flt

#endif // FLT_ENGINE_REGISTER_H
