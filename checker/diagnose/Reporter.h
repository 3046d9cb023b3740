//===-- diagnose/Reporter.h - emits reports ---------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DIAGNOSE_REPORTER_H
#define FLT_DIAGNOSE_REPORTER_H

#include "diagnose/BugKinds.h"
#include "diagnose/QuietCalls.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace flt {

/// What a rule says is wrong at the call in front of it.
struct Problem {
  RuleId Rule;
  std::string Message;
  const clang::Expr *Acquired = nullptr; ///< See PathReport.
  llvm::SmallVector<const void *, 3> About;
  clang::SourceRange Range;
  const clang::Expr *At = nullptr; ///< Where to show it, if not at the node.
  /// Each place where a path ends with it is a finding of its own: others show
  /// that it is not meant so.
  bool EachEnd = false;
  /// A lock that the call should not have released: if the function that it
  /// stands in does nothing else with it, it is shown where that is called.
  const clang::ento::MemRegion *Released = nullptr;
  /// What might have acquired what is missing: see QuietCalls.h.
  Acquirers MightHave = {};
};

/// How a path leaves the function under analysis.
enum class PathEnd { Return, Exception };
/// \returns "when the function returns" and the like.
llvm::StringRef whenIn(PathEnd How);

class Reporter {
public:
  BugKinds Kinds;
  /// The function at hand is analysed for its summary alone: what is wrong with
  /// it is found where its callers are.
  bool Muted = false;
  /// Paths also name the functions of other files that they call
  /// (ForeignCalls.h): for those who join the pieces to steps.
  bool ExplainsCalls = false;

  /// Reports \p P on a node with state \p S; the path goes on.
  void report(clang::ento::CheckerContext &C, clang::ento::ProgramStateRef S,
              const Problem &P) const;
  /// Reports \p P and ends the path: what follows it means nothing.
  void reportAndStop(clang::ento::CheckerContext &C,
                     clang::ento::ProgramStateRef S, const Problem &P) const;
  /// Reports \p P at a node kept from before, after the exploration.
  void reportAt(clang::ento::BugReporter &BR, clang::ento::ExplodedNode *N,
                const Problem &P,
                std::optional<clang::FixItHint> Fix = std::nullopt) const;

private:
  bool isWanted(RuleId Id) const { return !Muted && Kinds.isEnabled(Id); }
  std::unique_ptr<PathReport> make(clang::ento::ExplodedNode *N,
                                   const Problem &P) const;
};

} // namespace flt

#endif // FLT_DIAGNOSE_REPORTER_H
