//===-- engine/ModelEffects.cpp - what the row of a call says -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one interpreter of rows: written, derived or guessed, they are applied
// here, and what can't be decided is treated in one way.
//
//===----------------------------------------------------------------------===//
#include "compat/Compat.h"
#include "engine/ModelChecker.h"
#include "hints/Guess.h"
#include "path/AccessPath.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;
using Outcome = model::Condition::Outcome;

bool flt::dependsOnResult(const model::Effect &E) {
  if (E.When.When == model::Condition::Outcome::Always)
    return false;
  if (E.When.Out)
    return true;
  switch (E.Kind) {
  case EffectKind::Release:
  case EffectKind::Convert:
  case EffectKind::HandOver:
  case EffectKind::Initialize:
  case EffectKind::Delete:
  case EffectKind::Take:
  case EffectKind::AddRef:
  case EffectKind::Keep:
    return true;
  default:
    return false;
  }
}

/// Whether \p E happens, as far as what is passed and returned tells. What a
/// call acquires, gives, links, enters or sets waits for its result, and is
/// asked here about its arguments alone.
Decision ModelChecker::happens(ProgramStateRef S, const CallSite &Site,
                               const model::Effect &E) const {
  std::optional<bool> Met = Site.argumentsMeet(S, E.When.Arguments);
  if (Met && !*Met)
    return Decision::No;
  Decision Passed = Met ? Decision::Yes : Decision::Unknown;
  switch (E.Kind) {
  case EffectKind::Enter:
  case EffectKind::Leave:
  case EffectKind::Keep:
  case EffectKind::Touch:
    // What may happen does.
    return O.meets(S, Site.told(S, E.When), E.When) == Decision::No
               ? Decision::No
               : Passed;
  default:
    break;
  }
  if (!dependsOnResult(E))
    return Passed;
  Decision Returned = O.meets(S, Site.told(S, E.When), E.When);
  return Returned == Decision::Yes ? Passed : Returned;
}

ProgramStateRef ModelChecker::touch(ProgramStateRef S, CallSite &Site,
                                    const model::Effect &E) const {
  if (!E.Member.empty()) {
    Run.TouchedMembers.insert({E.Member, E.LockKind});
    return Locks->forgetMembers(S, E.Member);
  }
  if (E.Reaches)
    return Locks->touchReached(S, Site, E);
  if (E.IfLock)
    return Locks->touchGiven(S, Site, E);
  if (!E.namesObject())
    return state::doubtRegion(S, E.Region);
  if (const MemRegion *Lock = lockOf(S, Site, E)) {
    // A pointer that the callee reads may well lead back to where the caller
    // came from.
    if (E.Object.countDerefs() > 1 &&
        !Locks->isHeld(S, Lock, model::LockMode::Any))
      Locks->forgetAlike(S, Lock);
    S = Locks->forget(S, Lock, E.LockKind);
  }
  return S;
}

ProgramStateRef ModelChecker::keep(ProgramStateRef S, CallSite &Site,
                                   const model::Effect &E) const {
  bool Worked = Site.Routine.Derived || Site.Routine.Guessed;
  bool Whole = E.Object.Base == model::ObjectPath::BaseKind::Argument &&
               E.Object.Steps.empty();
  if (E.ToPostOperation &&
      operations(Site.C.getASTContext()).allReleaseContext())
    if (SymbolRef Value = Site.value(Site.Before, E.Object).getAsLocSymbol())
      return References->giveToPostOperation(S, Site, Value);
  // Somebody who knows says that the object is kept, whatever leads there.
  if (!Worked || !Whole) {
    S = References->keep(S, Site.Call, E, Site.Before);
    return E.List == model::Effect::ListChange::In
               ? References->endListing(
                     S, Site.value(Site.Before, E.Object).getAsRegion())
               : S;
  }
  return References->pass(S, Site.Call, E.Object.Argument, Site.Before,
                          /*Unknown=*/Site.Routine.Derived);
}

/// It can't be told whether the call has the effect \p E: nothing is certain
/// any more of what that is about.
ProgramStateRef ModelChecker::doubtEffect(ProgramStateRef S, CallSite &Site,
                                          const model::Effect &E) const {
  switch (E.Kind) {
  case EffectKind::Keep:
  case EffectKind::Take:
  case EffectKind::AddRef:
    return keep(S, Site, E);
  case EffectKind::Set:
    return S; // What an output is then, nobody knows as it is.
  case EffectKind::Tell:
    return S;
  case EffectKind::Link:
  case EffectKind::Unlink:
  case EffectKind::Give:
    if (SymbolRef Value = Site.value(Site.Before, E.Object).getAsLocSymbol())
      S = References->escape(S, Value);
    return S;
  default:
    return touch(S, Site, E);
  }
}

/// What an output, or the result, is.
ProgramStateRef ModelChecker::setOutput(ProgramStateRef S, CallSite &Site,
                                        const model::Effect &E) const {
  bool IsResult = E.Object.Base == model::ObjectPath::BaseKind::Return &&
                  E.Object.Steps.empty();
  PendingFact F;
  F.Result = Site.Result;
  F.When = E.When.When;
  F.Constant = E.Value.value_or(0);
  F.IsNot = E.IsNot;
  if (IsResult) {
    F.Value = Site.Result;
  } else {
    QualType Type;
    const MemRegion *Place = Site.place(S, E.Object, Type);
    if (!Place ||
        !(Loc::isLocType(Type) || Type->isIntegralOrEnumerationType()))
      return S;
    SVal Old = Site.Before->getSVal(Place, Type);
    SVal Now = S->getSVal(Place, Type);
    const LocationContext *Frame = Site.C.getLocationContext();
    if (E.Keeps && E.When.When == Outcome::Always)
      return Old.isUndef() ? S
                           : S->bindLoc(loc::MemRegionVal(Place), Old, Frame);
    if (!E.Keeps && Now == Old) {
      Now = compat::conjure(Site.C, Site.Call, Type, Place);
      S = S->bindLoc(loc::MemRegionVal(Place), Now, Frame);
    }
    F.Value = Now.getAsSymbol();
    if (E.Keeps) {
      F.Same = Old.getAsSymbol();
      const llvm::APSInt *Number =
          Site.C.getSValBuilder().getKnownValue(Site.Before, Old);
      if (Number && Number->getSignificantBits() <= 64)
        F.Constant = Number->getExtValue();
      if (F.Value == F.Same || (!F.Same && !Number))
        return S;
    } else if (!E.Value) {
      return S;
    }
  }
  if (!F.Value)
    return S;
  Decision Met = O.meets(S, Site.Result, E.When);
  if (Met == Decision::No)
    return S;
  if (Met == Decision::Yes)
    return O.assumeFact(S, F);
  return F.Result ? state::addFact(S, F) : S;
}

/// The call takes what a variable holds and gives something else there, which
/// stands for what was there before: where that was nobody's to release, nor is
/// the new one.
ProgramStateRef ModelChecker::exchangeUnowned(ProgramStateRef S,
                                              CallSite &Site) const {
  for (const model::Effect &Give : Site.Routine.Effects) {
    bool Takes = Give.Kind == EffectKind::Give &&
                 llvm::any_of(Site.Routine.Effects, [&](const auto &E) {
                   return E.Kind == EffectKind::Take &&
                          E.Object.str() == Give.Object.str();
                 });
    if (!Takes)
      continue;
    SVal Old = Site.value(Site.Before, Give.Object);
    SymbolRef Was = Old.getAsLocSymbol();
    const Reference *Ref = Was ? state::reference(Site.Before, Was) : nullptr;
    if (Site.Before->isNull(Old).isConstrainedTrue() || (Ref && Ref->isOwed()))
      continue;
    if (SymbolRef New = Site.value(S, Give.Object).getAsLocSymbol())
      if (const Reference *Given = state::reference(S, New)) {
        Reference Unowned = *Given;
        Unowned.K = Reference::Kind::Escaped;
        S = state::setReference(S, New, Unowned);
      }
  }
  return S;
}

ProgramStateRef ModelChecker::applyRow(ProgramStateRef S,
                                       CallSite &Site) const {
  ReleaseResult Released;
  S = Locks->pass(S, Site.Routine);
  if (mayTearDown(Site.Routine))
    S = Locks->forgetInitialised(Registered->forget(S));
  if (Site.Routine.OnlyZeroSucceeds && Site.Result)
    S = O.assumeNotPositive(S, Site.Result);
  if (S && Site.Routine.has(EffectKind::Give)) {
    S = References->give(S, Site);
    if (S)
      S = exchangeUnowned(S, Site);
  }
  // What is acquired may be what a variable leads to by then.
  for (const model::Effect &E : Site.Routine.Effects)
    if (S && E.Kind == EffectKind::Set && happens(S, Site, E) == Decision::Yes)
      S = setOutput(S, Site, E);
  for (const model::Effect &E : Site.Routine.Effects) {
    if (!S)
      return nullptr;
    if (E.Kind == EffectKind::Set ||
        (E.Kind == EffectKind::Give && !Registered->concerns(E)))
      continue; // All at once, above.
    switch (happens(S, Site, E)) {
    case Decision::No:
      break;
    case Decision::Unknown:
      S = doubtEffect(S, Site, E);
      break;
    case Decision::Yes:
      S = Registered->concerns(E) ? Registered->apply(S, Site, E)
                                  : applyEffect(S, Site, E, Released);
      break;
    }
  }
  if (!S || !Site.Routine.Opaque)
    return S;
  model::Routine Row =
      opaqueRow(Site.Call.getNumArgs(), /*Everywhere=*/Site.Routine.Derived);
  CallSite Rest(Site.Call, Site.C, Row, Site.Expr, Site.Before);
  Rest.Result = Site.Result;
  return applyRow(S, Rest);
}

/// Whether all that is known of what \p Routine does to locks is that it does
/// something: then the region that goes with them is as uncertain.
static bool isInDoubt(const model::Routine &Routine) {
  return llvm::any_of(Routine.Effects,
                      [](const model::Effect &E) {
                        return E.Kind == EffectKind::Touch &&
                               !E.LockKind.empty();
                      }) &&
         !Routine.has(EffectKind::Acquire) && !Routine.has(EffectKind::Release);
}

ProgramStateRef ModelChecker::take(ProgramStateRef S, CallSite &Site,
                                   const model::Effect &E) const {
  S = References->take(S, Site, E);
  Run.GivenBack.insert(Site.GivenBack.begin(), Site.GivenBack.end());
  return S;
}

ProgramStateRef ModelChecker::applyEffect(ProgramStateRef S, CallSite &Site,
                                          const model::Effect &E,
                                          ReleaseResult &Released) const {
  switch (E.Kind) {
  case EffectKind::Acquire:
    noteAcquire(S, Site, E);
    Locks->checkRegion(S, Site, E, Run.Entry);
    // What waits for others lets them run.
    return Locks->acquire(state::letOthersRun(S), Site, E);
  case EffectKind::Release:
    S = Locks->release(S, Site, E, Released);
    if (S)
      noteRelease(S, Site, E, Released);
    return S;
  case EffectKind::Touch:
    return touch(S, Site, E);
  case EffectKind::Tell:
    return tellHold(S, Site, E);
  case EffectKind::Convert:
    return Locks->convert(S, Site, E);
  case EffectKind::HandOver:
    return Locks->handOver(S, Site, E);
  case EffectKind::Initialize:
  case EffectKind::Delete:
    return Locks->replace(S, Site, E);
  case EffectKind::Enter:
    return isInDoubt(Site.Routine) ? state::doubtRegion(S, E.Region)
                                   : Regions->enter(S, Site, E, Run.Regions);
  case EffectKind::Leave:
    if (isInDoubt(Site.Routine))
      return state::doubtRegion(S, E.Region);
    return Regions->leave(S, Site, E, Released, Run.Regions);
  case EffectKind::Give:
  case EffectKind::Set:
    return S;
  case EffectKind::Take:
    return take(checkTornDown(S, Site, E), Site, E);
  case EffectKind::AddRef:
    return References->addRef(S, Site, E);
  case EffectKind::Keep:
    return keep(S, Site, E);
  case EffectKind::Link:
    return References->link(S, Site, E);
  case EffectKind::Unlink:
    return References->unlink(checkTornDown(S, Site, E), Site, E);
  }
  return S;
}

/// The result of the call says that the lock is held if the path knows it is.
ProgramStateRef ModelChecker::tellHold(ProgramStateRef S, CallSite &Site,
                                       const model::Effect &E) const {
  const MemRegion *Lock = lockOf(S, Site, E);
  if (!Lock || !Site.Result || !Locks->isHeld(S, Lock, E.Mode))
    return S;
  ProgramStateRef Told = O.assumeZero(S, Site.Result, false);
  return Told ? Told : S;
}
