//===-- path/Invented.h - values that were made up -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_INVENTED_H
#define FLT_PATH_INVENTED_H

#include "clang/StaticAnalyzer/Core/PathSensitive/SymExpr.h"

namespace flt {

/// Why a symbol stands where the engine would have had something else.
enum class Invented {
  /// For what an uninitialised variable held: some value, and always the same.
  Uninitialised,
  /// For the counter of a loop whose rounds are not followed one by one.
  Counter,
};

/// \returns the tag that symbols are conjured with for that reason.
const void *tagOf(Invented Why);

/// \returns true if \p Sym is, or is computed or read by way of, a symbol that
///   was made up for that reason. \p Sym may be null.
bool restsOn(clang::ento::SymbolRef Sym, Invented Why);

} // namespace flt

#endif // FLT_PATH_INVENTED_H
