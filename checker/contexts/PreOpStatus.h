//===-- contexts/PreOpStatus.h - what such callbacks return -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_CONTEXTS_PREOPSTATUS_H
#define FLT_CONTEXTS_PREOPSTATUS_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

namespace flt {

/// What a pre-operation callback may return (fltkernel/ne-fltkernel-
/// _flt_preop_callback_status).
struct PreOpStatus {
  std::int64_t Value;
  llvm::StringLiteral Name;
  bool CallsPost; ///< The post-operation callback gets CompletionContext.
};

/// \returns the status that \p Returned is known to be, or nullptr.
const PreOpStatus *preOpStatus(clang::ento::SVal Returned,
                               clang::ento::ProgramStateRef S);

/// Whether a pre-operation callback that returns \p Returned has its
/// post-operation callback called, for certain.
bool callsPostOperation(clang::ento::SVal Returned,
                        clang::ento::ProgramStateRef S);

} // namespace flt

#endif // FLT_CONTEXTS_PREOPSTATUS_H
