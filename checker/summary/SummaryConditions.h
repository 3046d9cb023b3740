//===-- summary/SummaryConditions.h - when does it happen? ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SUMMARY_SUMMARYCONDITIONS_H
#define FLT_SUMMARY_SUMMARYCONDITIONS_H

#include "exits/ExitRules.h"
#include <optional>

namespace flt {

/// What an exit of a function comes to.
struct Ending {
  clang::ento::ProgramStateRef State;
  clang::ento::SVal Returned;
  ReturnClass Class = ReturnClass::None;
};

/// Finds out what decides whether a function does something, from the exits
/// that show it: the returned value, what a caller passes, or both.
class SummaryConditions {
public:
  /// \param Endings of \p FD, those that count.
  /// \param Entry what the parameters held on entry; null for those that no
  ///   constant can be compared with.
  SummaryConditions(const clang::FunctionDecl *FD,
                    llvm::ArrayRef<Ending> Endings,
                    llvm::ArrayRef<clang::ento::SymbolRef> Entry,
                    const Outcomes &O)
      : FD(FD), Endings(Endings), Entry(Entry), O(O) {}

  /// \param At for each ending, whether it happened there.
  /// \param ByOut what a BOOLEAN out-parameter says may be the condition.
  /// \returns the conditions any of which means that it happens, or nullopt if
  ///   it depends on something else.
  std::optional<llvm::SmallVector<model::Condition, 2>>
  explain(llvm::ArrayRef<bool> At, bool ByOut) const;

  /// How a row says that the function returned success, or the reverse.
  model::Condition::Outcome outcome(bool Positive) const;

private:
  using Group = llvm::SmallVector<size_t, 8>;
  /// By the returned value alone. An outcome for exits all of which show it,
  /// or that the value tells apart; no entry if none shows it.
  std::optional<llvm::SmallVector<model::Condition, 1>>
  byResult(llvm::ArrayRef<bool> At, llvm::ArrayRef<size_t> Among) const;
  /// The same by what \p Param, if it is a pointer to a BOOLEAN, points to.
  std::optional<model::Condition> byOut(llvm::ArrayRef<bool> At,
                                        unsigned Param) const;
  std::optional<llvm::SmallVector<model::Condition, 2>>
  byArgument(llvm::ArrayRef<bool> At, unsigned Param) const;
  /// The exits that are possible when \p Param is \p Value.
  Group possibleWhen(unsigned Param, std::int64_t Value, bool Equal) const;

  const clang::FunctionDecl *FD;
  llvm::ArrayRef<Ending> Endings;
  llvm::ArrayRef<clang::ento::SymbolRef> Entry;
  const Outcomes &O;
};

} // namespace flt

#endif // FLT_SUMMARY_SUMMARYCONDITIONS_H
