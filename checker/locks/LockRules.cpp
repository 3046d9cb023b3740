//===-- locks/LockRules.cpp - holds of ERESOURCEs and push locks ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "locks/LockRules.h"
#include "hints/Names.h"
#include "path/AccessPath.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;
using model::LockMode;

const Expr *flt::lockArgument(const Expr *Call, const model::Effect &E) {
  const auto *CE = dyn_cast_or_null<CallExpr>(Call);
  if (!CE || E.Object.Base != model::ObjectPath::BaseKind::Argument ||
      E.Object.Argument >= CE->getNumArgs())
    return nullptr;
  return CE->getArg(E.Object.Argument);
}

std::string LockRules::describe(State S, const MemRegion *Lock,
                                const model::Effect &E,
                                const Expr *Call) const {
  const model::LockFamily *Family = M.lockFamily(E.LockKind);
  std::string Noun = Family ? Family->Noun : E.LockKind;
  // By one name on all paths, wherever they may have stored it; and which round
  // of a loop it is, nobody wants to know.
  AccessPath Path = AccessPath::asRead(Lock, S);
  std::string Name = Path.walksList() ? "" : Path.str();
  if (Name.empty())
    Name = spelling(lockArgument(Call, E), S->getStateManager().getContext());
  if (Name.empty())
    Name = Path.str();
  return Name.empty() ? "the " + Noun : Noun + " '" + Name + "'";
}

const MemRegion *flt::lockOf(ProgramStateRef S, const CallSite &Site,
                             const model::Effect &E) {
  const MemRegion *R = Site.value(Site.when(E, S), E.Object).getAsRegion();
  return R ? R->StripCasts() : nullptr;
}

/// Whether an acquisition that is told by \p Argument, which is \p Value, to
/// wait or not may be told not to: it says so outright, or it is worked out
/// here and nobody has looked how it comes out. A flag that is clear on this
/// path may have been set where the engine could not see it, and what callers
/// pass they may always pass as TRUE.
static bool mayNotWait(const Expr *Argument, SVal Value, ConditionTruthVal Zero,
                       const ASTContext &Ctx) {
  if (Zero.isConstrainedFalse())
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(Argument->IgnoreParenCasts());
  const auto *Variable =
      dyn_cast_or_null<VarDecl>(Ref ? Ref->getDecl() : nullptr);
  bool IsOwn =
      Variable && Variable->hasLocalStorage() && !isa<ParmVarDecl>(Variable);
  bool IsPassedOn =
      !IsOwn && isa<DeclRefExpr, MemberExpr>(Argument->IgnoreParenCasts());
  if (Zero.isConstrainedTrue() || IsPassedOn)
    return !IsPassedOn || Argument->isIntegerConstantExpr(Ctx);
  SymbolRef Sym = Value.getAsSymbol();
  while (const auto *Cast = dyn_cast_or_null<SymbolCast>(Sym))
    Sym = Cast->getOperand();
  return isa_and_nonnull<SymExpr>(Sym) && !isa<SymbolData>(Sym);
}

LockRules::State LockRules::acquire(State S, CallSite &Site,
                                    const model::Effect &E) const {
  const MemRegion *Lock = lockOf(S, Site, E);
  if (!Lock)
    return S;
  // A later test for NULL means the pointer, and it can't have been that; but
  // an object that the call gives may be missing where it gives no lock.
  bool IsGiven = E.Object.Base != model::ObjectPath::BaseKind::Argument ||
                 E.Object.countDerefs() > 1;
  if (!IsGiven || E.When.When == model::Condition::Outcome::Always)
    S = O.assumeNotNull(S, Lock);
  if (!S)
    return nullptr;
  std::string What = describe(S, Lock, E, Site.Expr);
  bool Exclusive = E.Mode == LockMode::Exclusive;

  // What an out-parameter tells has been decided by now.
  bool ResultTells =
      E.When.When != model::Condition::Outcome::Always && !E.When.Out;
  // How long it waits, and whether it can fail.
  bool CanFail = ResultTells;
  // A function of the project may wait or raise instead of failing, and who
  // does not look at what it returns knows that it does.
  if (Site.Routine.Derived && !Site.isResultUsed())
    CanFail = false;
  bool NoWait = CanFail && !E.WaitArgument && !Site.Routine.Derived;
  SymbolRef Wait = nullptr;
  if (E.WaitArgument && *E.WaitArgument < Site.Call.getNumArgs()) {
    SVal V = Site.Call.getArgSVal(*E.WaitArgument);
    ConditionTruthVal Zero = S->isNull(V);
    const clang::Expr *Argument = Site.Call.getArgExpr(*E.WaitArgument);
    const ASTContext &Ctx = Site.C.getASTContext();
    // What a function of the project does that can't wait, nobody knows.
    NoWait = Argument &&
             (Site.Routine.Derived ? Zero.isConstrainedTrue() &&
                                         Argument->isIntegerConstantExpr(Ctx)
                                   : mayNotWait(Argument, V, Zero, Ctx));
    if (Zero.isConstrainedFalse())
      CanFail = false;
    else
      Wait = V.getAsSymbol();
  }

  const model::LockFamily *Family = M.lockFamily(E.LockKind);
  unsigned HeldExclusive = 0, HeldShared = 0;
  const Expr *Before = nullptr;
  for (const Hold &H : state::holds(S))
    if (H.Lock == Lock && !H.HandedOver) {
      ++(H.Exclusive ? HeldExclusive : HeldShared);
      Before = H.Site;
    }
  // Only the very same memory: a wrong guess here would be a false alarm.
  if (Before && !NoWait && !state::history(S, Lock).Unknown &&
      !state::handsOver(S)) {
    if (Family && !Family->Recursive) {
      R.reportAndStop(Site.C, S,
                      {RuleId::NotRecursive,
                       What +
                           " is acquired while this thread already holds "
                           "it: a " +
                           Family->Noun + " is not recursive",
                       Before,
                       {Lock},
                       Site.Expr->getSourceRange()});
      return nullptr;
    }
    if (Exclusive && HeldShared && !HeldExclusive && !Wait) {
      R.reportAndStop(Site.C, S,
                      {RuleId::Upgrade,
                       What +
                           (Family && !Family->Modes
                                ? " is waited for while this thread has it"
                                : " is acquired exclusively while this "
                                  "thread holds it shared") +
                           ": it waits for itself",
                       Before,
                       {Lock},
                       Site.Expr->getSourceRange()});
      return nullptr;
    }
  }

  // Whatever somebody did to it before, it is held from here on.
  if (LockHistory History = state::history(S, Lock); History.Unknown) {
    History.Unknown = false;
    S = state::setHistory(S, Lock, History);
  }
  Hold H;
  H.Lock = Lock;
  H.By = &Site.Routine;
  H.What = &E;
  H.Site = Site.Expr;
  H.Frame = Site.C.getLocationContext();
  H.Exclusive = Exclusive;
  H.Enters = Site.Routine.regionOf(EffectKind::Enter);

  if (CanFail && Site.Result) {
    S = O.assumeOneOf(S, Site.Result, E.When);
    if (!S)
      return nullptr;
    S = state::addPending(S, {Site.Result, Wait, NoWait, H});
  } else {
    if (Site.Result && ResultTells)
      S = O.assumeOutcome(S, Site.Result, E.When, true);
    if (!S)
      return nullptr;
    S = state::addHold(S, H);
  }
  std::string Note = What + " is acquired" + how(H).str() + " here";
  const Expr *Call = Site.Expr;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Lock) || BR.isAbout(Call) ? Note : "";
  });
  return S;
}

LockRules::State LockRules::release(State S, CallSite &Site,
                                    const model::Effect &E,
                                    ReleaseResult &Result) const {
  Result.K = ReleaseResult::Kind::Ignored;
  const MemRegion *Lock = lockOf(S, Site, E);
  if (!Lock) {
    // It could be any of this kind.
    for (const Hold &H : state::holds(S))
      if (H.What->LockKind == E.LockKind) {
        S = state::removeHold(S, H);
        Result.K = ReleaseResult::Kind::Matched;
        Result.Released = H;
        break;
      }
    return S;
  }
  std::optional<Hold> Found =
      findHold(S, Lock, Site, E, E.OwnerArgument.has_value());
  if (!Found)
    Found = releaseOfAnotherKind(S, Lock, Site);
  if (!Found)
    return releaseUnmatched(S, Lock, Site, E, Result);

  std::string What = describe(S, Found->Lock, *Found->What, Found->Site);
  LockMode Held = Found->Exclusive ? LockMode::Exclusive : LockMode::Shared;
  if (E.Mode != LockMode::Any && E.Mode != Held)
    R.report(Site.C, S,
             {RuleId::WrongMode,
              What + " is held" + how(*Found).str() + " but released with '" +
                  Site.Routine.Name + "'",
              outermostCall(Found->Site, Found->Frame),
              {Found->Lock},
              Site.Expr->getSourceRange()});
  if (Found->HandedOver && !E.OwnerArgument)
    R.report(Site.C, S,
             {RuleId::WrongOwner,
              What + " belongs to another owner since it was handed over: '" +
                  Site.Routine.Name + "' releases the current thread's hold",
              outermostCall(Found->Site, Found->Frame),
              {Found->Lock},
              Site.Expr->getSourceRange()});

  // What only looks like the same lock ends the hold, but proves nothing of it.
  bool Guessed = Lock != Found->Lock &&
                 !(AccessPath::of(Found->Lock, S) == AccessPath::of(Lock, S));
  S = state::removeHold(S, *Found);
  LockHistory History = state::history(S, Found->Lock);
  History.LastRelease = Site.Expr;
  History.ReleasedBy = &Site.Routine;
  History.Acquired = true;
  History.Unknown |= Guessed;
  S = state::setHistory(S, Found->Lock, History);
  // The pointer may have been read again since: what it leads to now is free.
  if (Lock != Found->Lock && !state::history(S, Lock).Unknown) {
    LockHistory Same;
    Same.LastRelease = Site.Expr;
    Same.ReleasedBy = &Site.Routine;
    Same.Acquired = true;
    Same.Unknown = Guessed;
    S = state::setHistory(S, Lock, Same);
  }
  Result.K = ReleaseResult::Kind::Matched;
  Result.Released = *Found;

  const MemRegion *Subject = Found->Lock;
  const Expr *Acquired = Found->Site, *Call = Site.Expr;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Subject) || BR.isAbout(Acquired) || BR.isAbout(Call)
               ? What + " is released here"
               : "";
  });
  return S;
}

LockRules::State LockRules::releaseUnmatched(State S, const MemRegion *Lock,
                                             CallSite &Site,
                                             const model::Effect &E,
                                             ReleaseResult &Result) const {
  AccessPath Path = AccessPath::of(Lock, S);
  std::string What = describe(S, Lock, E, Site.Expr);

  // Its acquisition may have failed: nobody looked at the result.
  for (const PendingHold &P : state::pendingHolds(S))
    if (P.Then.Lock == Lock || AccessPath::of(P.Then.Lock, S) == Path) {
      if (P.NoWait)
        R.report(Site.C, S,
                 {RuleId::ReleasedUnchecked,
                  What + " is released although the result of '" +
                      P.Then.By->Name + "', which " + howItFails(P) +
                      ", was not checked",
                  P.Then.Site,
                  {Lock},
                  Site.Expr->getSourceRange()});
      S = state::removePending(S, P);
      Result.K = ReleaseResult::Kind::Matched;
      Result.Released = P.Then;
      LockHistory History = state::history(S, P.Then.Lock);
      History.LastRelease = Site.Expr;
      History.ReleasedBy = &Site.Routine;
      return state::setHistory(S, P.Then.Lock, History);
    }

  // The very same memory only: what was read again after an unknown call, the
  // next entry of a list, may be another lock.
  const MemRegion *Key = Lock;
  LockHistory History = state::history(S, Lock);
  // Somebody got the lock who may have done anything to it. That it is released
  // now speaks for nothing having been done.
  bool WasGiven = History.Unknown && !History.Touched && !History.LastRelease &&
                  !History.Acquired;
  // After a doubt, too: what was taken before it may still be held.
  if ((History.Unknown && !WasGiven) || History.Deleted || History.Touched)
    return S;
  if (!History.LastRelease)
    for (const auto &[Other, H] : state::histories(S))
      if (Other != Lock && AccessPath::of(Other, S) == Path)
        return S;
  // Which object that is, only the call knows that got the variable's address.
  if (Path.isReplaced() && forgetAlike(S, Lock))
    return S;
  std::optional<model::RegionKind> Left =
      Site.Routine.regionOf(EffectKind::Leave);
  if (History.LastRelease && !E.OwnerArgument && !History.Acquired &&
      state::acquiredUnseen(S))
    return S;
  if (History.LastRelease && !E.OwnerArgument) {
    Problem P{RuleId::ReleasedTwice,
              What + " is released twice",
              History.LastRelease,
              {Key, Lock},
              Site.Expr->getSourceRange()};
    P.EachEnd = true;
    P.Released = Lock;
    R.report(Site.C, S, P);
    // The path goes on for the region that is left beside the lock; of the lock
    // nothing is certain any more.
    History.Unknown = History.Touched = true;
    return state::setHistory(S, Key, History);
  }
  // Somebody else acquired it: the caller, or the function that ran before.
  History.EntryReleases = 1;
  History.EntryRegions = Left.has_value();
  History.EntryRegion = Left.value_or(model::RegionKind::Critical);
  History.LastRelease = Site.Expr;
  History.ReleasedBy = &Site.Routine;
  S = state::setHistory(S, Key, History);
  Result.K = ReleaseResult::Kind::FromEntry;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Key) ? What + " is released here" : "";
  });
  return S;
}

LockRules::State LockRules::convert(State S, CallSite &Site,
                                    const model::Effect &E) const {
  const MemRegion *Lock = lockOf(S, Site, E);
  if (!Lock)
    return S;
  std::optional<Hold> Found = findHold(S, Lock, Site, E, false);
  if (!Found)
    return S;
  std::string What = describe(S, Found->Lock, *Found->What, Found->Site);
  if (!Found->Exclusive) {
    R.report(
        Site.C, S,
        {RuleId::ConvertedShared,
         What + " is converted from exclusive to shared but is held shared",
         outermostCall(Found->Site, Found->Frame),
         {Found->Lock},
         Site.Expr->getSourceRange()});
    return S;
  }
  Hold Shared = *Found;
  Shared.Exclusive = false;
  S = state::replaceHold(S, *Found, Shared);
  const MemRegion *Subject = Found->Lock;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Subject) ? What + " is converted to shared here" : "";
  });
  return S;
}

LockRules::State LockRules::handOver(State S, CallSite &Site,
                                     const model::Effect &E) const {
  const MemRegion *Lock = lockOf(S, Site, E);
  if (!Lock)
    return S;
  std::optional<Hold> Found = findHold(S, Lock, Site, E, false);
  if (!Found)
    return S;
  Hold Given = *Found;
  Given.HandedOver = true;
  S = state::replaceHold(S, *Found, Given);
  std::string What = describe(S, Found->Lock, *Found->What, Found->Site);
  const MemRegion *Subject = Found->Lock;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Subject) ? What + " is handed over to another owner here"
                               : "";
  });
  return S;
}
