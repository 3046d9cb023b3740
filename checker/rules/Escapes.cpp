//===-- rules/Escapes.cpp - exceptions that leave a function --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/ExitRules.h"
#include "rules/Names.h"
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
    if (state::handsOver(S) || state::isDoubtful(S))
      continue;
    for (const Hold &H : state::holds(S)) {
      // Who called, and catches it, knows what to release.
      if (H.ObjectGiven || !isCertain(H, Run, S))
        continue;
      // It may be the same, by another name.
      if (releasesEntry(S, H))
        continue;
      auto It = Overview.find(lockKey(H.Lock, H.Site, S));
      if (It == Overview.end() ||
          !(It->second.isReleased() ||
            (Tells && It->second.followsResult(Run))))
        continue;
      R.reportAt(BR, N,
                 {CheckId::ResourceBalance,
                  Locks.describe(S, H.Lock, *H.What, H.Site) + ", acquired " +
                      (H.Exclusive ? "exclusively" : "shared") +
                      ", is still held when an exception leaves the function",
                  outermostCall(H.Site, H.Frame),
                  {H.Lock},
                  {}});
    }
    // Few leave a region for what might be raised.
    if (seh::isAssumed(S))
      continue;
    for (RegionKind K : {RegionKind::Critical, RegionKind::Guarded}) {
      bool AlwaysLeft = !Run.Exits.empty() &&
                        llvm::all_of(Run.Exits, [K](const Exit &E) {
                          ProgramStateRef At = E.Node->getState();
                          return RegionRules::residual(At, K) <= 0 &&
                                 !state::region(At, K).Unknown;
                        });
      RegionDepth D = state::region(S, K);
      if (!AlwaysLeft || D.Unknown || RegionRules::residual(S, K) <= 0)
        continue;
      R.reportAt(BR, N,
                 {CheckId::CriticalRegionBalance,
                  RegionRules::noun(K).str() +
                      " is still entered when an exception leaves the function",
                  D.LastEnter,
                  {RegionRules::subject(K)},
                  {}});
    }
  }
}
