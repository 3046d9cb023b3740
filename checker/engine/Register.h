//===-- engine/Register.h - the checkers by name ----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_REGISTER_H
#define FLT_ENGINE_REGISTER_H

#include "model/Model.h"

namespace clang::ento {
class CheckerRegistry;
} // namespace clang::ento

namespace flt {

/// Adds the checks and what they depend on to \p Registry: flt.ResourceBalance
/// and so on, with the option flt.Model:Files (model files, separated by ';').
void registerCheckers(clang::ento::CheckerRegistry &Registry);

/// Model::load() of the files in \p Files (separated by ';'), read once in a
/// process for as long as nobody changes what the list says.
llvm::Expected<std::shared_ptr<const model::Model>>
loadModelFiles(llvm::StringRef Files);

} // namespace flt

#endif // FLT_ENGINE_REGISTER_H
