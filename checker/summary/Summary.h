//===-- summary/Summary.h - what a function does, as a row ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SUMMARY_SUMMARY_H
#define FLT_SUMMARY_SUMMARY_H

#include "exits/ExitRules.h"
#include "model/Model.h"
#include "syntax/KeptParameters.h"
#include <optional>

namespace flt {

/// Describes \p FD, all of whose exits are in \p Run, in the model language, so
/// that callers in other files know what happens.
/// \param Kept of the translation unit: what the statements tell beside the
/// paths.
/// \returns a row; an opaque one if the exits do not agree on rules that
/// callers
///   could use, and none if the function has no exit.
std::optional<model::Routine> summarize(const clang::FunctionDecl *FD,
                                        const FunctionRun &Run,
                                        const Outcomes &O,
                                        KeptParameters &Kept);

} // namespace flt

#endif // FLT_SUMMARY_SUMMARY_H
