//===-- rules/Summary.h - what a function does, as a row --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_RULES_SUMMARY_H
#define FLT_RULES_SUMMARY_H

#include "rules/ExitRules.h"
#include "model/Model.h"
#include <optional>

namespace flt {

/// Describes \p FD, all of whose exits are in \p Run, in the model language, so
/// that callers in other files know what happens.
///
/// \param Params the values that the parameters had on entry, by number; null
///   for those that are no pointers.
/// \returns no row if the exits do not agree on a rule that callers could use:
///   then the function stays unknown.
std::optional<model::Routine>
summarize(const clang::FunctionDecl *FD, const FunctionRun &Run,
          llvm::ArrayRef<clang::ento::SymbolRef> Params, const Outcomes &O);

} // namespace flt

#endif // FLT_RULES_SUMMARY_H
