//===-- exits/Escapes.cpp - exceptions that leave a function --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/ExitRules.h"
#include "seh/SEHModelChecker.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::RegionKind;

void ExitRules::judgeEscapes(const FunctionRun &Run,
                             const LockOverviews &Overview, bool Tells,
                             BugReporter &BR) const {
  for (ExplodedNode *N : Run.Escapes) {
    ProgramStateRef S = N->getState();
    if (saysNothing(S))
      continue;
    for (const Hold &H : state::holds(S)) {
      // Who called, and catches it, knows what to release.
      if (H.ObjectGiven || !isCertain(H, Run, S))
        continue;
      // It may be the same, by another name.
      if (releasesEntry(S, H))
        continue;
      auto It = Overview.find(lockKey(H.Lock, H.Site, S));
      if (It != Overview.end() &&
          (It->second.isReleased() || (Tells && It->second.followsResult(Run))))
        reportHeld(N, H, RuleId::HeldByException, BR);
    }
  }
}

void ExitRules::judgeEscapesEntered(const FunctionRun &Run,
                                    BugReporter &BR) const {
  for (RegionKind K : {RegionKind::Critical, RegionKind::Guarded}) {
    bool AlwaysLeft = llvm::all_of(Run.Exits, [K](const Exit &E) {
      ProgramStateRef S = E.Node->getState();
      return RegionRules::residual(S, K) <= 0 && !state::region(S, K).Unknown;
    });
    if (Run.Exits.empty() || !AlwaysLeft)
      continue;
    for (ExplodedNode *N : Run.Escapes) {
      ProgramStateRef S = N->getState();
      RegionDepth D = state::region(S, K);
      // Few leave a region for what might be raised.
      if (saysNothing(S) || seh::isAssumed(S) || D.Unknown ||
          RegionRules::residual(S, K) <= 0)
        continue;
      R.reportAt(BR, N,
                 {RuleId::EnteredByException,
                  RegionRules::noun(K).str() + " is still entered " +
                      whenIn(PathEnd::Exception).str(),
                  D.LastEnter,
                  {RegionRules::subject(K)},
                  {}});
    }
  }
}
