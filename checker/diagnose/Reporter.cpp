//===-- diagnose/Reporter.cpp - emits reports -----------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "diagnose/Reporter.h"
#include "diagnose/Callers.h"
#include "diagnose/ForeignCalls.h"
#include "path/State.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

StringRef flt::whenIn(PathEnd How) {
  return How == PathEnd::Return ? "when the function returns"
                                : "when an exception leaves the function";
}

std::unique_ptr<PathReport> Reporter::make(ExplodedNode *N,
                                           const Problem &P) const {
  auto Report = std::make_unique<PathReport>(Kinds.type(P.Rule), P.Message, N,
                                             P.Acquired);
  for (const void *Subject : P.About)
    if (Subject)
      Report->about(Subject);
  if (P.Range.isValid())
    Report->addRange(P.Range);
  if (P.At)
    Report->showAt(P.At);
  if (P.EachEnd)
    Report->tellEndsApart();
  if (!P.MightHave.empty())
    Report->addVisitor<QuietCalls>(P.MightHave);
  if (ExplainsCalls)
    Report->addVisitor<ForeignCalls>();
  return Report;
}

void Reporter::report(CheckerContext &C, ProgramStateRef S,
                      const Problem &P) const {
  if (!isWanted(P.Rule) || state::isDoubtful(S))
    return;
  // A dead end of its own: the caller's transition is the path that goes on.
  if (ExplodedNode *N = C.generateErrorNode(S))
    C.emitReport(make(P.Released ? whereAsked(N, P.Released) : N, P));
}

void Reporter::reportAndStop(CheckerContext &C, ProgramStateRef S,
                             const Problem &P) const {
  // The path ends for everybody, whether or not the check is enabled: the
  // others must find the same with and without it.
  ExplodedNode *N = C.generateErrorNode(S);
  if (N && isWanted(P.Rule) && !state::isDoubtful(S))
    C.emitReport(make(N, P));
}

void Reporter::reportAt(BugReporter &BR, ExplodedNode *N, const Problem &P,
                        std::optional<FixItHint> Fix) const {
  // Nothing is concluded from a path that contradicts itself.
  if (!isWanted(P.Rule) || state::isDoubtful(N->getState()))
    return;
  std::unique_ptr<PathReport> Report = make(N, P);
  if (Fix)
    Report->addFixItHint(*Fix);
  BR.emitReport(std::move(Report));
}
