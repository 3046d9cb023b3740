//===-- exits/ExitRules.cpp - judges a function by all its exits ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/ExitRules.h"
#include "hints/Names.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::RegionKind;

bool ExitRules::isNtStatus(QualType T) {
  for (const auto *TT = T->getAs<TypedefType>(); TT;
       TT = TT->desugar()->getAs<TypedefType>())
    if (TT->getDecl()->getName() == "NTSTATUS")
      return true;
  return false;
}

bool ExitRules::isTruthValue(QualType T) {
  if (T->isBooleanType())
    return true;
  for (const auto *TT = T->getAs<TypedefType>(); TT;
       TT = TT->desugar()->getAs<TypedefType>())
    if (TT->getDecl()->getName() == "BOOLEAN" ||
        TT->getDecl()->getName() == "BOOL" ||
        TT->getDecl()->getName() == "LOGICAL")
      return true;
  return false;
}

static bool saysYesOrNo(QualType T) {
  return T->isPointerType() || ExitRules::isTruthValue(T);
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

void ExitRules::judge(const FunctionDecl *FD, const FunctionRun &Run,
                      BugReporter &BR) const {
  if (!System)
    System.emplace(FD->getASTContext());
  Contract C = contractOf(FD, System->roleOf(FD), FD->getASTContext());
  LockOverviews Overview = overviewOf(Run);
  bool Tells = saysYesOrNo(FD->getReturnType());
  if (!C.IsLockCallback)
    judgeLocks(C, Run, Overview, Tells, BR);
  if (C.MayHold && !C.IsLockCallback)
    judgeUntold(Run, BR);
  judgeEscapes(Run, Overview, Tells, BR);
  judgeEscapesEntered(Run, BR);
  judgeEntryReleases(C, Run, BR);
  judgeEntered(C, Run, Tells, BR);
  judgeUnderflows(C, Run, BR);
  judgeCompletion(Run, BR);
  Pairs.judge(FD, C, Run, Overview, BR);
}

void ExitRules::reportHeld(ExplodedNode *N, const Hold &H, PathEnd How,
                           BugReporter &BR) const {
  R.reportAt(BR, N,
             {CheckId::ResourceBalance,
              Locks.describe(N->getState(), H.Lock, *H.What, H.Site) +
                  ", acquired " + (H.Exclusive ? "exclusively" : "shared") +
                  ", is still held " + whenIn(How).str(),
              outermostCall(H.Site, H.Frame),
              {H.Lock},
              {}});
}

void ExitRules::judgeLocks(const Contract &C, const FunctionRun &Run,
                           const LockOverviews &Overview, bool Tells,
                           BugReporter &BR) const {
  size_t Count = Run.Exits.size();
  for (auto &[Key, O] : Overview) {
    bool All = true, ReleasedInFailure = false;
    for (size_t I = 0; I < Count; ++I) {
      All &= O.Held[I] || saysNothing(Run.Exits[I].Node->getState());
      ReleasedInFailure |= !O.Held[I] && O.Released[I] &&
                           Run.Exits[I].Class == ReturnClass::Negative;
    }
    if (C.MayHold && All)
      continue;
    if (O.followsResult(Run) && (Tells || C.MayHold))
      continue;
    for (size_t I = 0; I < Count; ++I) {
      if (!O.Held[I])
        continue;
      // A function that acquires for its caller: wrong is only a failure that
      // keeps what other failures give back.
      if (C.MayHold &&
          !(ReleasedInFailure && Run.Exits[I].Class == ReturnClass::Negative))
        continue;
      reportHeld(Run.Exits[I].Node, *O.Held[I], PathEnd::Return, BR);
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
        reportHeld(E.Node, H, PathEnd::Return, BR);
    }
  }
}

void ExitRules::judgeEntryReleases(const Contract &C, const FunctionRun &Run,
                                   BugReporter &BR) const {
  if (C.MayRelease)
    return;
  for (const EntryRelease &E : Run.EntryReleases)
    // The same call releases, on another path, what this function acquired.
    if (Run.MatchedReleases.contains({E.Call, pathOf(E).hash()}) &&
        !pathOf(E).walksList() && !E.MayBeHeld &&
        !state::isDoubtful(E.Node->getState()))
      R.reportAt(BR, E.Node,
                 {CheckId::ResourceBalance,
                  E.What + " is released but not held on this path",
                  E.Call,
                  {E.Lock},
                  E.Call->getSourceRange()});
}

void ExitRules::judgeEntered(const Contract &C, const FunctionRun &Run,
                             bool Tells, BugReporter &BR) const {
  if (C.MayHold)
    return;
  for (RegionKind K : {RegionKind::Critical, RegionKind::Guarded}) {
    // Entered exactly when the returned value says so.
    bool Follows = true, SomeFree = false;
    for (const Exit &E : Run.Exits) {
      bool Entered = RegionRules::residual(E.Node->getState(), K) > 0;
      SomeFree |= !Entered;
      Follows &= Entered ? E.Class == ReturnClass::Positive
                         : E.Class == ReturnClass::Negative;
    }
    if (Tells && Follows && SomeFree)
      continue;
    for (const Exit &E : Run.Exits) {
      ProgramStateRef S = E.Node->getState();
      RegionDepth D = state::region(S, K);
      if (D.Unknown || RegionRules::residual(S, K) <= 0 || saysNothing(S))
        continue;
      std::string Message =
          RegionRules::noun(K).str() +
          (D.EnteredBy && D.EnteredBy->has(model::EffectKind::Acquire)
               ? ", entered by '" + D.EnteredBy->Name + "', is not left by '" +
                     D.LeavingRelease->Name + "'"
               : " is still entered " + whenIn(PathEnd::Return).str());
      R.reportAt(BR, E.Node,
                 {CheckId::CriticalRegionBalance,
                  Message,
                  D.LastEnter,
                  {RegionRules::subject(K)},
                  {}});
    }
  }
}

/// Whether the file enters regions by hand anywhere.
static bool entersByHand(ASTContext &Ctx, RegionKind K) {
  StringRef Name = K == RegionKind::Critical ? "KeEnterCriticalRegion"
                                             : "KeEnterGuardedRegion";
  for (NamedDecl *D :
       Ctx.getTranslationUnitDecl()->lookup(&Ctx.Idents.get(Name)))
    for (const Decl *Redecl : D->redecls())
      if (Redecl->isReferenced())
        return true;
  return false;
}

void ExitRules::judgeUnderflows(const Contract &C, const FunctionRun &Run,
                                BugReporter &BR) const {
  for (const Underflow &U : Run.Regions.Underflows) {
    ASTContext &Ctx = U.Node->getState()->getStateManager().getContext();
    const void *Subject = RegionRules::subject(U.Kind);
    bool Balanced = Run.Regions.Balanced.contains(U.Call);
    if (state::isDoubtful(U.Node->getState()))
      continue;
    if (U.After) {
      // A release wrapper may serve acquisitions that entered twice.
      if (U.AfterEntryRelease && (C.MayRelease || entersByHand(Ctx, U.Kind)) &&
          entersByHand(Ctx, U.Kind))
        continue;
      std::optional<FixItHint> Fix;
      if (!Balanced)
        Fix =
            removeStatement(U.Call, Ctx.getSourceManager(), Ctx.getLangOpts());
      R.reportAt(BR, U.Node,
                 {CheckId::CriticalRegionBalance,
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
    // Leaving for the caller is all right if all paths do it.
    if (C.MayRelease || !Balanced)
      continue;
    R.reportAt(BR, U.Node,
               {CheckId::CriticalRegionBalance,
                RegionRules::noun(U.Kind).str() +
                    " is left but was not entered on this path",
                U.Call,
                {Subject},
                U.Call->getSourceRange()});
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
          {ReferenceRules::checkOf(*Released),
           "the " + Released->noun() + " in CompletionContext is not " +
               (Released->Family ? Released->Family->GivenBack : "released") +
               " on this path, as it is on others",
           nullptr,
           {Run.Completion},
           {}});
}
