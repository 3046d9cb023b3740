//===-- path/TruthValues.h - a BOOLEAN is TRUE or FALSE ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For the engine a BOOLEAN is an unsigned char, which can be anything. For the
// kernel "Held == TRUE" is as good a test as "Held != FALSE".
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_TRUTHVALUES_H
#define FLT_PATH_TRUTHVALUES_H

#include "path/Outcome.h"
#include "clang/AST/Type.h"

namespace flt {

/// BOOLEAN, BOOL and LOGICAL of the kit, bool of the language.
bool isTruthType(clang::QualType T);

/// \returns \p S with \p Value known to be TRUE or FALSE if it is a symbol of
///   such a type.
clang::ento::ProgramStateRef assumeTruthValue(clang::ento::ProgramStateRef S,
                                              clang::ento::SymbolRef Value);

/// The path takes \p Cond to be \p Assumption: if that says that a value which
/// is TRUE or FALSE is not TRUE, it is FALSE. The result of a call whose
/// outcome it tells is such a value, whatever its type.
///
/// \returns nullptr if that contradicts the path.
clang::ento::ProgramStateRef decideTruth(clang::ento::ProgramStateRef S,
                                         clang::ento::SVal Cond,
                                         bool Assumption, const Outcomes &O);

} // namespace flt

#endif // FLT_PATH_TRUTHVALUES_H
