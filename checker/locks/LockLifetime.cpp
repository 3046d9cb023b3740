//===-- locks/LockLifetime.cpp - where locks begin and end ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock must not be held when it is initialised or deleted, nor when its
// memory is freed. Of those that the system keeps a list of, none may be
// initialised twice, nor lose its memory before it is deleted
// (wdm/nf-wdm-exinitializeresourcelite, wdm/nf-wdm-exdeleteresourcelite).
//
//===----------------------------------------------------------------------===//
#include "hints/Names.h"
#include "locks/LockRules.h"
#include "path/AccessPath.h"
#include "syntax/StatusType.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;

/// Whether the path knows that \p Lock is initialised: it did that itself, has
/// not seen it fail, and nobody else can have deleted it since.
static bool isInitialised(ProgramStateRef S, const MemRegion *Lock,
                          const LockHistory &History, const Outcomes &O) {
  model::Condition Succeeds;
  Succeeds.When = model::Condition::Outcome::Success;
  return History.InitSite && !History.Unknown && !History.Touched &&
         !AccessPath::of(Lock, S).isAnyElement() &&
         (!History.InitStatus ||
          O.meets(S, History.InitStatus, Succeeds) != Decision::No);
}

void LockRules::reportInitialised(State S, const MemRegion *Lock,
                                  CallSite &Site,
                                  const model::Effect &E) const {
  LockHistory History = state::history(S, Lock);
  const model::LockFamily *Family = M.lockFamily(E.LockKind);
  if (!Family || !Family->Listed || E.Again ||
      !isInitialised(S, Lock, History, O))
    return;
  R.report(Site.C, S,
           {RuleId::InitialisedTwice,
            describe(S, Lock, E, Site.Expr) +
                " is initialised again without having been deleted",
            History.InitSite,
            {Lock, History.InitSite},
            Site.Expr->getSourceRange()});
}

void LockRules::checkFreed(State S, const CallEvent &Call, unsigned Argument,
                           CheckerContext &C) const {
  SVal Value = Argument < Call.getNumArgs() ? Call.getArgSVal(Argument)
                                            : SVal(UnknownVal());
  const MemRegion *Memory = Value.getAsRegion();
  Memory = Memory ? Memory->StripCasts() : nullptr;
  if (!isa_and_nonnull<SymbolicRegion>(Memory))
    return;
  auto IsPart = [&](const MemRegion *Lock) {
    return Lock->getSymbolicBase() == Memory;
  };
  for (const Hold &H : state::holds(S))
    if (IsPart(H.Lock) && !H.HandedOver && !state::history(S, H.Lock).Unknown)
      R.report(C, S,
               {RuleId::FreedHeld,
                describe(S, H.Lock, *H.What, H.Site) +
                    " is still held when its memory is freed",
                outermostCall(H.Site, H.Frame),
                {H.Lock},
                Call.getSourceRange()});
  for (const auto &[Lock, History] : state::histories(S)) {
    if (!IsPart(Lock) || !isInitialised(S, Lock, History, O))
      continue;
    if (auto P = notDeleted(S, Lock, RuleId::FreedInitialised,
                            " before its memory is freed")) {
      P->Range = Call.getSourceRange();
      R.report(C, S, *P);
    }
  }
}

std::optional<Problem> LockRules::notDeleted(State S, const MemRegion *Lock,
                                             RuleId Rule,
                                             StringRef When) const {
  const Expr *Site = state::history(S, Lock).InitSite;
  const auto *Init = dyn_cast<CallExpr>(Site);
  const model::Routine *By = Init ? M.lookup(Init->getDirectCallee()) : nullptr;
  for (size_t I = 0; By && I < By->Effects.size(); ++I) {
    const model::Effect &E = By->Effects[I];
    const model::LockFamily *Family = M.lockFamily(E.LockKind);
    if (E.Kind == EffectKind::Initialize && Family && Family->Listed)
      return Problem{Rule,
                     describe(S, Lock, E, Site) + " is not deleted" +
                         When.str(),
                     Site,
                     {Lock, Site},
                     {}};
  }
  return std::nullopt;
}

LockRules::State LockRules::forgetInitialised(State S) const {
  for (const auto &[Lock, History] : state::histories(S)) {
    if (!History.InitSite || AccessPath::of(Lock, S).isLocal())
      continue;
    LockHistory Doubted = History;
    Doubted.InitSite = nullptr;
    S = state::setHistory(S, Lock, Doubted);
  }
  return S;
}

void LockRules::atFailedLoad(ExplodedNode *N, llvm::ArrayRef<State> Alike,
                             BugReporter &BR) const {
  ProgramStateRef S = N->getState();
  for (const auto &[Lock, History] : state::histories(S)) {
    const auto *Variable = dyn_cast<VarRegion>(Lock->getBaseRegion());
    if (!Variable || !Variable->getDecl()->hasGlobalStorage() ||
        !isInitialised(S, Lock, History, O) ||
        llvm::any_of(Alike, [Lock = Lock](const State &Other) {
          return state::history(Other, Lock).Deleted;
        }))
      continue;
    if (auto P = notDeleted(S, Lock, RuleId::LockLeftBehind,
                            " although DriverEntry fails"))
      R.reportAt(BR, N, *P);
  }
}

/// Whether \p Routine also releases what it initialises or deletes by \p E, if
/// only somehow: a function of the project that does must know why.
static bool alsoReleases(const model::Routine &Routine,
                         const model::Effect &E) {
  return llvm::any_of(Routine.Effects, [&](const model::Effect &Other) {
    return (Other.Kind == EffectKind::Release ||
            Other.Kind == EffectKind::Touch) &&
           (Other.Object.str() == E.Object.str() || Other.Reaches ||
            !Other.Member.empty());
  });
}

LockRules::State LockRules::replace(State S, CallSite &Site,
                                    const model::Effect &E) const {
  const MemRegion *Lock = lockOf(S, Site, E);
  if (!Lock)
    return S;
  AccessPath Path = AccessPath::of(Lock, S);
  bool MustBeFree = !alsoReleases(Site.Routine, E);
  for (const Hold &H : state::holds(S))
    if (H.Lock == Lock && MustBeFree && !state::history(S, Lock).Unknown) {
      R.report(
          Site.C, S,
          {E.Kind == EffectKind::Delete ? RuleId::DeletedHeld
                                        : RuleId::InitialisedHeld,
           describe(S, Lock, *H.What, H.Site) + " is " +
               (E.Kind == EffectKind::Delete ? "deleted" : "re-initialised") +
               " while it is held",
           outermostCall(H.Site, H.Frame),
           {Lock},
           Site.Expr->getSourceRange()});
      S = state::removeHold(S, H);
    } else if (H.Lock == Lock || AccessPath::of(H.Lock, S) == Path) {
      S = state::removeHold(S, H); // Read again: likely, but not certain.
    }
  // A new life: what came before does not matter any more.
  LockHistory Before = state::history(S, Lock), History;
  History.Deleted = E.Kind == EffectKind::Delete;
  if (!History.Deleted) {
    reportInitialised(S, Lock, Site, E);
    History.InitSite = Site.Expr;
    if (isStatusType(Site.Expr->getType()))
      History.InitStatus = Site.Result;
    std::string Note = describe(S, Lock, E, Site.Expr) + " is initialised here";
    const Expr *Call = Site.Expr;
    Site.Notes.push_back([=](const PathReport &BR) -> std::string {
      return BR.isAbout(Call) ? Note : "";
    });
  }
  if (History.Deleted) {
    // That the caller's hold was given up is still so.
    History.EntryReleases = Before.EntryReleases;
    History.EntryRegions = Before.EntryRegions;
    History.EntryRegion = Before.EntryRegion;
    History.ReleasedBy = Before.ReleasedBy;
  }
  return state::setHistory(S, Lock, History);
}
