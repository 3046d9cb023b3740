//===-- exits/ExitRules.cpp - judges a function by all its exits ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/ExitRules.h"
#include "contexts/PreOpStatus.h"
#include "diagnose/Callers.h"
#include "exits/LeakingCalls.h"
#include "hints/Names.h"
#include "path/TruthValues.h"
#include "seh/SEHModelChecker.h"
#include "syntax/StatusType.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

bool ExitRules::isNtStatus(QualType T) { return isStatusType(T); }

static bool saysYesOrNo(QualType T) {
  return T->isPointerType() || isTruthType(T);
}

ReturnClass ExitRules::classify(ProgramStateRef S, SVal Returned, QualType T) {
  if (T->isVoidType())
    return ReturnClass::None;
  if (isNtStatus(T)) {
    SValBuilder &SVB = S->getStateManager().getSValBuilder();
    if (const llvm::APSInt *Min = SVB.getMinValue(S, Returned))
      if (Min->isNonNegative())
        return ReturnClass::Positive;
    if (const llvm::APSInt *Max = SVB.getMaxValue(S, Returned))
      if (Max->isNegative())
        return ReturnClass::Negative;
    return ReturnClass::Unknown;
  }
  if (!saysYesOrNo(T))
    return ReturnClass::None;
  ConditionTruthVal Zero = S->isNull(Returned);
  if (Zero.isUnderconstrained())
    return ReturnClass::Unknown;
  return Zero.isConstrainedTrue() ? ReturnClass::Negative
                                  : ReturnClass::Positive;
}

void ExitRules::judge(const FunctionDecl *FD, FunctionRun &Run,
                      BugReporter &BR) const {
  if (!System)
    System.emplace(FD->getASTContext());
  CallbackRole Role = System->roleOf(FD);
  if (Role == CallbackRole::None && hasNoCaller(Run.Entry))
    Role = CallbackRole::EntryPoint;
  Contract C = contractOf(FD, Role, FD->getASTContext());
  Run.MayHold = C.MayHold || C.IsLockCallback;
  LockOverviews Overview = overviewOf(Run);
  bool Tells = Run.HasFollowedCallers || saysYesOrNo(FD->getReturnType());
  if (!C.IsLockCallback)
    judgeLocks(FD, C, Run, Overview, Tells, BR);
  if (C.MayHold && !C.IsLockCallback)
    judgeUntold(Run, BR);
  judgeEscapes(Run, Overview, Tells, BR);
  judgeEscapesEntered(Run, BR);
  judgeEntryReleases(C, Run, BR);
  judgeEntered(C, Run, Tells, BR);
  judgeUnderflows(C, Run, BR);
  judgeCompletion(Run, BR);
  judgeFailedLoad(FD, Run, BR);
  Pairs.judge(FD, C, Run, Overview, BR);
}

std::string ExitRules::reportHeld(ExplodedNode *N, const Hold &H, RuleId Rule,
                                  BugReporter &BR, bool EachEnd,
                                  const LocationContext *In) const {
  StringRef How = Locks.how(H);
  Problem P{Rule,
            Locks.describe(N->getState(), H.Lock, *H.What, H.Site) +
                (How.empty() ? "" : ", acquired" + How.str() + ",") +
                " is still held " +
                whenIn(Rule == RuleId::HeldByException ? PathEnd::Exception
                                                       : PathEnd::Return)
                    .str(),
            outermostCall(H.Site, H.Frame, In),
            {H.Lock},
            {}};
  P.EachEnd = EachEnd;
  R.reportAt(BR, N, P);
  return P.Message;
}

std::string ExitRules::reportLeak(const Exit &E, const Hold &H,
                                  const FunctionRun &Run, BugReporter &BR,
                                  bool EachEnd) const {
  Leak Own = leakOf(H, E.Node, Run, EachEnd);
  if (!Own.Node)
    return reportHeld(E.Node, H, RuleId::HeldAtReturn, BR, EachEnd);
  reportHeld(Own.Node, H, RuleId::HeldAtReturn, BR, true, Own.Frame);
  return "";
}

/// Whether the post-operation callback that follows releases the member that
/// \p H is.
static bool goesToPostOperation(const Hold &H, const Exit &E,
                                const FunctionRun &Run) {
  ProgramStateRef S = E.Node->getState();
  std::string Member = AccessPath::of(H.Lock, S).member();
  return !Run.ReleasedAfter.Locks.empty() &&
         Run.ReleasedAfter.Locks.count(Member.substr(Member.find('.') + 1)) &&
         callsPostOperation(E.Returned, S);
}

/// Whether the function says yes where it returns with the lock \p O.
static bool tellsOfHold(const FunctionRun &Run, const LockOverview &O) {
  for (size_t I = 0; I < Run.Exits.size(); ++I) {
    const Exit &E = Run.Exits[I];
    if (O.Held[I] && E.Class == ReturnClass::Positive)
      return true;
    // Held exactly if what is returned is not FALSE.
    for (const PendingHold &P : state::pendingHolds(E.Node->getState()))
      if (E.Returned.getAsSymbol() == P.Result)
        return true;
  }
  return false;
}

/// Whether an exception that leaves the function finds the lock \p Key given
/// back: who sees to that on this way alone means to return with it.
static bool isGivenBackByException(const std::string &Key,
                                   const FunctionRun &Run) {
  return llvm::any_of(Run.Escapes, [&](const ExplodedNode *N) {
    ProgramStateRef S = N->getState();
    return llvm::any_of(state::histories(S), [&](const auto &Entry) {
      return Entry.second.LastRelease && Entry.second.Acquired &&
             lockKey(Entry.first, nullptr, S) == Key;
    });
  });
}

namespace {
/// Looks for releases that no path has come by.
class UnseenReleases : public RecursiveASTVisitor<UnseenReleases> {
public:
  UnseenReleases(const LockRules &Locks, const FunctionRun &Run,
                 ASTContext &Ctx, StringRef Lock)
      : Locks(Locks), Run(Run), Ctx(Ctx), Lock(Lock) {}
  bool VisitCallExpr(CallExpr *E) {
    Found |=
        !Run.ReleasesSeen.contains(E) && Locks.releasedLock(E, Ctx) == Lock;
    return !Found;
  }
  bool Found = false;

private:
  const LockRules &Locks;
  const FunctionRun &Run;
  ASTContext &Ctx;
  StringRef Lock;
};
} // namespace

bool ExitRules::isReleasedUnseen(const FunctionDecl *FD, StringRef Key,
                                 const FunctionRun &Run) const {
  // It may wait for an exception of which nobody knows where it is raised.
  // Elsewhere the engine knows why it never comes by.
  if (!FD->getBody() || !seh::hasTry(FD, FD->getASTContext()))
    return false;
  UnseenReleases Visitor(Locks, Run, FD->getASTContext(), Key);
  Visitor.TraverseStmt(FD->getBody());
  return Visitor.Found;
}

/// Of a lock that may outlast the function: whether the exit \p I had to give
/// \p H back, as others do. An operation that goes on may keep it, which a
/// function that fails has not begun.
static bool mustGiveBack(const Hold &H, size_t I, const LockOverview &O,
                         const FunctionRun &Run, QualType Returned) {
  bool Fails = Run.Exits[I].Class == ReturnClass::Negative;
  if (H.ObjectGiven || (H.Passed && !Fails) ||
      (Returned->isEnumeralType() &&
       callsPostOperation(Run.Exits[I].Returned,
                          Run.Exits[I].Node->getState())))
    return false;
  for (size_t Other = 0; Other < Run.Exits.size(); ++Other)
    if (!O.Held[Other] && O.Released[Other] &&
        (!H.Passed || Run.Exits[Other].Class == ReturnClass::Negative))
      return true;
  return false;
}

void ExitRules::judgeLocks(const FunctionDecl *FD, const Contract &C,
                           FunctionRun &Run, const LockOverviews &Overview,
                           bool Tells, BugReporter &BR) const {
  size_t Count = Run.Exits.size();
  for (auto &[Key, O] : Overview) {
    bool All = true, ReleasedInFailure = false, GivenBack = false;
    for (size_t I = 0; I < Count; ++I) {
      GivenBack |= !O.Held[I] && O.Released[I];
      All &= O.Held[I] || saysNothing(Run.Exits[I].Node->getState());
      ReleasedInFailure |= !O.Held[I] && O.Released[I] &&
                           Run.Exits[I].Class == ReturnClass::Negative;
    }
    if (C.MayHold && All)
      continue;
    if (O.followsResult(Run) && (Tells || C.MayHold))
      continue;
    if (O.followsGiven(Run) || O.followsParameter(Run) ||
        (All &&
         (isGivenBackByException(Key, Run) || isReleasedUnseen(FD, Key, Run))))
      continue;
    bool ToldElsewhere = Tells && tellsOfHold(Run, O);
    // What all paths agree on may be meant, which callers will show.
    bool Agrees = All || O.followsResult(Run);
    for (size_t I = 0; I < Count; ++I) {
      if (!O.Held[I] || goesToPostOperation(*O.Held[I], Run.Exits[I], Run))
        continue;
      if (Locks.outlasts(*O.Held[I]->What) &&
          !mustGiveBack(*O.Held[I], I, O, Run, FD->getReturnType()))
        continue;
      // A function that acquires for its caller: wrong is only a failure that
      // keeps what other failures give back.
      if (C.MayHold && !((ReleasedInFailure || ToldElsewhere) &&
                         Run.Exits[I].Class == ReturnClass::Negative))
        continue;
      auto Said = reportLeak(Run.Exits[I], *O.Held[I], Run, BR, GivenBack);
      if (Agrees && !Said.empty())
        Run.Refutable.insert(Said);
    }
  }
}

namespace {
class SymbolFinder final : public SymbolVisitor {
public:
  explicit SymbolFinder(SymbolRef Wanted) : Wanted(Wanted) {}
  bool VisitSymbol(SymbolRef Sym) override { return Sym != Wanted; }

private:
  SymbolRef Wanted;
};
} // namespace

/// Whether something that the caller has, as of \p S, leads to \p Object.
static bool isReachable(SymbolRef Object, const FunctionRun &Run,
                        ProgramStateRef S) {
  SValBuilder &SVB = S->getStateManager().getSValBuilder();
  return llvm::any_of(Run.Params, [&](SymbolRef Param) {
    if (!Param || !Loc::isLocType(Param->getType()))
      return false;
    SymbolFinder Finder(Object);
    return !S->scanReachableSymbols(SVB.makeLoc(Param), Finder);
  });
}

void ExitRules::judgeUntold(const FunctionRun &Run, BugReporter &BR) const {
  // What the function tells its caller of, on other paths.
  std::set<std::string> Told;
  for (const Exit &E : Run.Exits)
    for (const Hold &H : state::holds(E.Node->getState()))
      if (isGiven(H, E))
        Told.insert(AccessPath::of(H.Lock, E.Node->getState()).member());
  for (const Exit &E : Run.Exits) {
    ProgramStateRef S = E.Node->getState();
    if (saysNothing(S))
      continue;
    for (const Hold &H : state::holds(S)) {
      AccessPath Path = AccessPath::of(H.Lock, S);
      std::string Member = Path.member();
      if (!Member.empty() && Told.count(Member) && !isGiven(H, E) &&
          Path.start() && isCertain(H, Run, S) &&
          !isReachable(Path.start(), Run, S))
        reportHeld(E.Node, H, RuleId::UntoldLock, BR);
    }
  }
}

void ExitRules::judgeEntryReleases(const Contract &C, const FunctionRun &Run,
                                   BugReporter &BR) const {
  // By the owner that was noted a thread knows that it holds the lock already.
  if (C.MayRelease || Run.NotesOwner)
    return;
  for (const EntryRelease &E : Run.EntryReleases)
    // The same call releases, on another path, what this function acquired; or
    // nobody else could have.
    if ((Run.MatchedReleases.contains({E.Call, pathOf(E).hash()}) ||
         (hasNoCaller(Run.Entry) && !E.NamesOwner)) &&
        !E.MayBeHeld && !Run.Retaken.contains(E.Call) &&
        !pathOf(E).isAnyElement() && !state::isDoubtful(E.Node->getState())) {
      Problem P{RuleId::NotHeld,
                E.What + " is released but not held on this path",
                E.Call,
                {E.Lock},
                E.Call->getSourceRange()};
      P.MightHave = acquirers(Run);
      auto Acquires = [&](const Decl *D) {
        return Run.AcquiredIn.contains({E.Call, D});
      };
      R.reportAt(BR, callToBlame(E.Node, Run.ReleasesSeen, Acquires), P);
    }
}

/// What a pre-operation callback left in CompletionContext can be anything; it
/// is a context if some path releases it as one, and then every path must.
void ExitRules::judgeCompletion(const FunctionRun &Run, BugReporter &BR) const {
  using Fate = ReferenceRules::Fate;
  if (!Run.Completion)
    return;
  const Reference *Released = nullptr;
  for (const Exit &E : Run.Exits) {
    const Reference *Ref = state::reference(E.Node->getState(), Run.Completion);
    if (Ref && Ref->K == Reference::Kind::Dead)
      Released = Ref;
  }
  if (!Released)
    return;
  for (const Exit &E : Run.Exits)
    if (E.Completion == Fate::Nothing)
      R.reportAt(
          BR, E.Node,
          {ReferenceRules::isContext(*Released) ? RuleId::ContextIgnored
                                                : RuleId::ReferenceIgnored,
           "the " + Released->noun() + " in CompletionContext is not " +
               (Released->Family ? Released->Family->GivenBack : "released") +
               " on this path, as it is on others",
           nullptr,
           {Run.Completion},
           {}});
}
