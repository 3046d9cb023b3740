//===-- path/Outcome.h - did the call do it? --------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call that may fail does not split the path: five FltGet...Context in a
// function would make 32 paths of one. The state keeps what depends on the
// result, and the result's constraints tell, once the code has looked at it.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_OUTCOME_H
#define FLT_PATH_OUTCOME_H

#include "path/State.h"
#include <optional>

namespace flt {

enum class Decision { No, Yes, Unknown };

/// Asks the constraints of a path, and adds those that follow.
class Outcomes {
public:
  /// Whether a call that returned \p Result meets \p When.
  Decision meets(clang::ento::ProgramStateRef S, clang::ento::SymbolRef Result,
                 const model::Condition &When) const;

  /// Whether the reference \p R to \p Value is owed.
  Decision isOwed(clang::ento::ProgramStateRef S, clang::ento::SymbolRef Value,
                  const Reference &R) const;

  /// Resolves what the constraints of \p S decide by now. What follows is
  /// assumed too: after success the value is not NULL, and the reverse.
  /// \returns nullptr if that contradicts the path.
  clang::ento::ProgramStateRef refine(clang::ento::ProgramStateRef S) const;

  /// \p S with \p Value (a symbol) known to be, or not to be, zero.
  clang::ento::ProgramStateRef assumeZero(clang::ento::ProgramStateRef S,
                                          clang::ento::SymbolRef Value,
                                          bool Zero) const;

  /// \p S with the status \p Result known not to be a success other than
  /// STATUS_SUCCESS.
  clang::ento::ProgramStateRef
  assumeNotPositive(clang::ento::ProgramStateRef S,
                    clang::ento::SymbolRef Result) const;

  /// \p S with \p Result known to be one of the statuses that \p When names, if
  /// it names all.
  clang::ento::ProgramStateRef assumeOneOf(clang::ento::ProgramStateRef S,
                                           clang::ento::SymbolRef Result,
                                           const model::Condition &When) const;

  /// \p S with the outcome \p When of the call known to be met, or not.
  clang::ento::ProgramStateRef assumeOutcome(clang::ento::ProgramStateRef S,
                                             clang::ento::SymbolRef Result,
                                             const model::Condition &When,
                                             bool Met) const;

  /// \p S with \p Value known to be \p Constant, or with \p IsNot not to be.
  clang::ento::ProgramStateRef assumeValue(clang::ento::ProgramStateRef S,
                                           clang::ento::SymbolRef Value,
                                           std::int64_t Constant,
                                           bool IsNot) const;
  /// \p S with \p F known to be so, whatever the outcome.
  clang::ento::ProgramStateRef assumeFact(clang::ento::ProgramStateRef S,
                                          const PendingFact &F) const;

  /// \p S with the address of \p R known not to be NULL.
  clang::ento::ProgramStateRef
  assumeNotNull(clang::ento::ProgramStateRef S,
                const clang::ento::MemRegion *R) const;

  /// The only value that \p Sym can have on the path, if there is one.
  std::optional<std::int64_t> knownValue(clang::ento::ProgramStateRef S,
                                         clang::ento::SymbolRef Sym) const;
  /// Whether \p Sym may be \p Value, or with !\p Equal another one.
  bool isPossible(clang::ento::ProgramStateRef S, clang::ento::SymbolRef Sym,
                  std::int64_t Value, bool Equal) const;

  /// Whether the condition \p Cond can come out as \p Value.
  bool isPossible(clang::ento::ProgramStateRef S,
                  clang::ento::DefinedOrUnknownSVal Cond, bool Value) const;

  /// The effect of \p By that enters a region under the outcome under which it
  /// has the effect \p Acquire; null if that is always, or there is none.
  static const model::Effect *regionWith(const model::Routine &By,
                                         const model::Effect &Acquire);

  /// The engine is asked from inside: checkers must not react.
  bool isAsking() const { return Asking; }

private:
  clang::ento::ProgramStateRef assume(clang::ento::ProgramStateRef S,
                                      clang::ento::SVal Cond, bool Value) const;
  clang::ento::ProgramStateRef refineReference(clang::ento::ProgramStateRef S,
                                               clang::ento::SymbolRef Value,
                                               Reference R) const;
  clang::ento::ProgramStateRef
  refineFacts(clang::ento::ProgramStateRef S) const;

  mutable bool Asking = false;
};

} // namespace flt

#endif // FLT_PATH_OUTCOME_H
