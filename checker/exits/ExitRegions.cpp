//===-- exits/ExitRegions.cpp - regions over all exits --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "contexts/PreOpStatus.h"
#include "diagnose/Callers.h"
#include "exits/ExitRules.h"
#include "hints/Names.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::RegionKind;

/// How deep in a region of kind \p K the path that ends in \p S is, beyond what
/// locks account for: a lock that the caller had acquired with its region may
/// have been released with it, too.
static int depthBeyondLocks(ProgramStateRef S, RegionKind K) {
  int Depth = RegionRules::residual(S, K);
  for (const auto &[Lock, History] : state::histories(S))
    if (K == History.EntryRegion)
      Depth -= History.EntryRegions;
  return Depth;
}

void ExitRules::judgeEntered(const Contract &C, const FunctionRun &Run,
                             bool Tells, BugReporter &BR) const {
  if (C.MayHold || C.IsLockCallback)
    return;
  for (RegionKind K : model::AllRegions) {
    // Entered exactly when the returned value says so.
    bool Follows = true, SomeFree = false;
    for (const Exit &E : Run.Exits) {
      bool Entered = depthBeyondLocks(E.Node->getState(), K) > 0;
      SomeFree |= !Entered;
      Follows &= Entered ? E.Class == ReturnClass::Positive
                         : E.Class == ReturnClass::Negative;
    }
    if (Tells && Follows && SomeFree)
      continue;
    // Who raises the IRQL and never lowers it does so for its caller.
    if (K == RegionKind::Irql && !SomeFree)
      continue;
    for (const Exit &E : Run.Exits) {
      ProgramStateRef S = E.Node->getState();
      RegionDepth D = state::region(S, K);
      if (D.Unknown || depthBeyondLocks(S, K) <= 0 || saysNothing(S))
        continue;
      if (Run.ReleasedAfter.LeavesRegion && callsPostOperation(E.Returned, S))
        continue;
      Problem P{K == RegionKind::Irql ? RuleId::IrqlStillRaised
                                      : RuleId::StillEntered,
                RegionRules::noun(K).str() + " is still " +
                    RegionRules::entered(K).str() + " " +
                    whenIn(PathEnd::Return).str(),
                D.LastEnter,
                {RegionRules::subject(K)},
                {}};
      P.EachEnd = SomeFree; // Other returns show how it should be.
      R.reportAt(BR, E.Node, P);
    }
  }
}

/// Whether the file enters regions by hand anywhere.
static bool entersByHand(ASTContext &Ctx, RegionKind K) {
  assert(K != RegionKind::Irql && "no release makes that redundant");
  StringRef Name = K == RegionKind::Critical ? "KeEnterCriticalRegion"
                                             : "KeEnterGuardedRegion";
  for (NamedDecl *D :
       Ctx.getTranslationUnitDecl()->lookup(&Ctx.Idents.get(Name)))
    for (const Decl *Redecl : D->redecls())
      if (Redecl->isReferenced())
        return true;
  return false;
}

/// Whether a lock is held that came with its region.
static bool holdsWithRegion(ProgramStateRef S) {
  return llvm::any_of(state::holds(S),
                      [](const Hold &H) { return H.Enters.has_value(); });
}

/// Whether the function that leaves the region releases only locks that it
/// acquired itself, does so at each of its returns, and none of its names says
/// that it does it for its caller: no second half of a pair looks so.
static bool leavesForNobody(const Underflow &U, const FunctionRun &Run) {
  ProgramStateRef S = U.Node->getState();
  bool ReleasesOwn = false;
  for (const auto &[Lock, History] : state::histories(S)) {
    if (History.Unknown || History.Touched || History.EntryReleases)
      return false;
    ReleasesOwn |= History.Acquired && History.LastRelease;
  }
  if (!ReleasesOwn || state::acquiredUnseen(S))
    return false;
  const StackFrameContext *F = U.Node->getStackFrame();
  for (const StackFrameContext *In = F; !In->inTopFrame();
       In = In->getParent()->getStackFrame())
    if (const auto *FD = dyn_cast<FunctionDecl>(In->getDecl());
        !FD ||
        contractOf(FD, CallbackRole::None, FD->getASTContext()).MayRelease)
      return false;
  auto Call = Run.Calls.find(F);
  if (!F->inTopFrame() && (Call == Run.Calls.end() || !Call->second.Acquires))
    return false;
  const std::vector<Exit> &Exits =
      F->inTopFrame() ? Run.Exits : Call->second.Exits;
  return llvm::all_of(Exits, [&](const Exit &E) {
    ProgramStateRef End = E.Node->getState();
    return saysNothing(End) || state::region(End, U.Kind).Depth < 0;
  });
}

/// \returns the node of the leave that should not have been made, or of the
/// call of a helper that enters no region.
static ExplodedNode *whereToBlame(const Underflow &U, const FunctionRun &Run) {
  return callToBlame(U.Node, Run.ReleasesSeen, [&](const Decl *D) {
    return Run.Regions.EnteredIn.contains(D);
  });
}

void ExitRules::judgeUnderflows(const Contract &C, const FunctionRun &Run,
                                BugReporter &BR) const {
  for (const Underflow &U : Run.Regions.Underflows) {
    ASTContext &Ctx = U.Node->getState()->getStateManager().getContext();
    const void *Subject = RegionRules::subject(U.Kind);
    bool Balanced = Run.Regions.Balanced.contains(U.Call);
    if (state::isDoubtful(U.Node->getState()))
      continue;
    // Half of a pair that leaves the region as the system found it.
    if ((C.IsLockCallback || C.MayHold) && holdsWithRegion(U.Node->getState()))
      continue;
    if (U.After) {
      // A release wrapper may serve acquisitions that entered twice.
      if (U.AfterEntryRelease && entersByHand(Ctx, U.Kind))
        continue;
      std::optional<FixItHint> Fix;
      if (!Balanced)
        Fix =
            removeStatement(U.Call, Ctx.getSourceManager(), Ctx.getLangOpts());
      R.reportAt(BR, U.Node,
                 {RuleId::RedundantLeave,
                  "'" + calleeSpelling(U.Call, Ctx, U.By->Name) +
                      "' is redundant: '" + U.After->Name +
                      "' has already left the " +
                      RegionRules::noun(U.Kind).str(),
                  U.Call,
                  {Subject},
                  U.Call->getSourceRange()},
                 Fix);
      continue;
    }
    // Leaving for the caller is all right if all paths do it, unless the
    // function has nothing else to do with what its caller holds.
    bool IsIrql = U.Kind == RegionKind::Irql;
    // The system calls some routines at a raised IRQL, to be lowered there.
    bool ForNobody =
        !IsIrql && (leavesForNobody(U, Run) || hasNoCaller(Run.Entry));
    if (C.MayRelease || (!Balanced && !ForNobody))
      continue;
    Problem P{IsIrql ? RuleId::IrqlNotRaised : RuleId::NotEntered,
              RegionRules::noun(U.Kind).str() + " is " +
                  RegionRules::left(U.Kind).str() + " but was not " +
                  RegionRules::entered(U.Kind).str() + " on this path",
              U.Call,
              {Subject},
              U.Call->getSourceRange()};
    P.MightHave = {Run.Regions.EnteredIn.begin(), Run.Regions.EnteredIn.end()};
    R.reportAt(BR, whereToBlame(U, Run), P);
  }
}
