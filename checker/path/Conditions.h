//===-- path/Conditions.h - the same question asked twice -------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_CONDITIONS_H
#define FLT_PATH_CONDITIONS_H

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include <optional>

namespace flt {

/// After a call that can't be seen through, memory has a new value, and a
/// wrapper that does `if (!Lock->Initialized) return;` both in lock() and in
/// unlock() could take either branch each time. A path that does is possible
/// for the engine and absurd for the driver: conclusions must not rest on it.
///
/// \param At the branch that asks, as far as it is known.
/// \returns \p S with the outcome of \p Cond noted: state::isDoubtful() tells
///   of a path that took both branches.
clang::ento::ProgramStateRef noteCondition(clang::ento::ProgramStateRef S,
                                           clang::ento::SVal Cond,
                                           bool Assumption,
                                           const clang::Stmt *At);

/// \p Call, which can't be seen through, asks something: the same call gives
/// the same answer later.
clang::ento::ProgramStateRef noteQuestion(clang::ento::ProgramStateRef S,
                                          const clang::ento::CallEvent &Call);

/// \p Result stands for what \p E computes from \p Left and \p Right, which the
/// engine has no expression for (the bits of a pointer, say); for "==" and "!="
/// alike, whether they differ.
clang::ento::ProgramStateRef noteComputed(clang::ento::ProgramStateRef S,
                                          clang::ento::SymbolRef Result,
                                          const clang::BinaryOperator *E,
                                          clang::ento::SVal Left,
                                          clang::ento::SVal Right);

/// The path stores \p Value at \p Place: a flag or pointer that is read back
/// later answers what was stored.
clang::ento::ProgramStateRef noteStore(clang::ento::ProgramStateRef S,
                                       const clang::ento::MemRegion *Place,
                                       clang::ento::SVal Value);

/// \returns what \p Cond, found to be \p Assumption, says of \p Result, which
/// the
///   path stored where \p Cond was read from; nullopt if nothing.
std::optional<bool> answerFor(clang::ento::ProgramStateRef S,
                              clang::ento::SVal Cond, bool Assumption,
                              clang::ento::SymbolRef Result);

/// \returns true if \p Cond can't come out as \p Assumption because it takes a
///   pointer to be NULL that led to a lock which the path holds: whoever may
///   have changed the memory that it is read from, others wait for that lock.
bool contradictsHolds(clang::ento::ProgramStateRef S, clang::ento::SVal Cond,
                      bool Assumption);

} // namespace flt

#endif // FLT_PATH_CONDITIONS_H
