//===-- engine/ModelChecker.cpp - applies the model to paths --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/ModelChecker.h"
#include "compat/Compat.h"
#include "path/AccessPath.h"
#include "path/TruthValues.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;

void ModelChecker::setModel(std::shared_ptr<const model::Model> Model) {
  M = std::move(Model);
  Kept = std::make_unique<KeptParameters>(*M);
  Locks = std::make_unique<LockRules>(*M, R, O);
  Regions = std::make_unique<RegionRules>(R, O);
  References = std::make_unique<ReferenceRules>(*M, R, O);
  Exits = std::make_unique<ExitRules>(*Locks, *Kept, R);
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

/// Whether two paths go on from a call with the effect \p E, one with it and
/// one without: nothing can be left open until the result is looked at, as it
/// is for what a call acquires or gives.
static bool dependsOnResult(const model::Effect &E) {
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

bool ModelChecker::evalCall(const CallEvent &Call, CheckerContext &C) const {
  if (FollowAgain)
    if (const Decl *D = Call.getRuntimeDefinition().getDecl();
        D && Followed.contains(D))
      FollowAgain(D);
  const model::Routine *Routine = routineOf(Call, C);
  const Expr *E = Call.getOriginExpr();
  if (Routine && Routine->NoReturn && !Routine->isTracked() &&
      Routine->Raises != model::RaiseKind::Always) {
    C.generateSink(C.getState(), C.getPredecessor());
    return true;
  }
  if (!Routine || !Routine->isTracked() || !E)
    return skipBody(Call, C);
  CallSite Site(Call, C, *Routine, E);
  ProgramStateRef S = C.getState()->remove<ReplayWithoutInlining>();
  S = forgetOutputs(S, Site);
  QualType T = Call.getResultType();
  if (!T->isVoidType()) {
    DefinedOrUnknownSVal V = compat::conjure(C, Call, T, nullptr);
    S = S->BindExpr(E, C.getLocationContext(), V);
    Site.Result = V.getAsSymbol();
    S = assumeTruthValue(S, Site.Result);
  }
  for (ProgramStateRef Way : waysOn(S, Site))
    finishCall(Way, Site);
  return true;
}

/// Whether what \p E is about is a reference that the path owes.
static bool isOwed(ProgramStateRef S, const CallSite &Site,
                   const model::Effect &E) {
  SymbolRef Value = Site.value(S, E.Object).getAsLocSymbol();
  const Reference *Ref = Value ? state::reference(S, Value) : nullptr;
  return Ref && Ref->isOwed();
}

/// The paths that go on from a call: one, or one for each outcome that an
/// effect depends on, of what is returned and of one out-parameter.
llvm::SmallVector<ProgramStateRef, 4>
ModelChecker::waysOn(ProgramStateRef S, const CallSite &Site) const {
  llvm::SmallVector<ProgramStateRef, 4> Ways = {S};
  for (bool ByOut : {false, true}) {
    auto Open = llvm::find_if(Site.Routine.Effects, [&](const auto &E) {
      return E.When.Out.has_value() == ByOut && dependsOnResult(E) &&
             (E.Kind != EffectKind::Keep || isOwed(S, Site, E));
    });
    if (Open == Site.Routine.Effects.end())
      continue;
    llvm::SmallVector<ProgramStateRef, 4> Split;
    for (ProgramStateRef Way : Ways) {
      SymbolRef Told = Site.told(Way, Open->When);
      if (!Told)
        Split.push_back(Way);
      else
        for (bool Met : {true, false})
          if (ProgramStateRef T = O.assumeOutcome(Way, Told, Open->When, Met))
            Split.push_back(T);
    }
    Ways = std::move(Split);
  }
  return Ways;
}

/// The path goes on from \p S, after the call of \p Site, with its effects.
void ModelChecker::finishCall(ProgramStateRef S, CallSite Site) const {
  S = applyEffects(S, Site);
  if (!S)
    return; // The path ended with a report, or can't be.
  CheckerContext &C = Site.C;
  if (Site.Notes.empty()) {
    C.addTransition(S);
    return;
  }
  C.addTransition(S, C.getNoteTag([Notes = std::move(Site.Notes)](
                                      PathSensitiveBugReport &BR) {
    const PathReport *Report = PathReport::from(BR);
    if (Report)
      for (const NoteFunction &Note : Notes) {
        std::string Text = Note(*Report);
        if (!Text.empty())
          return Text;
      }
    return std::string();
  }));
}

/// It depends on an argument whether the call has the effect \p E.
ProgramStateRef ModelChecker::doubtEffect(ProgramStateRef S, CallSite &Site,
                                          const model::Effect &E) const {
  if (!E.Member.empty()) {
    Run.TouchedMembers.insert({E.Member, E.LockKind});
    return Locks->forgetMembers(S, E.Member);
  }
  if (!E.namesObject())
    return state::doubtRegion(S, E.Region);
  SVal Object = Site.value(S, E.Object);
  if (!E.LockKind.empty()) {
    if (const MemRegion *Lock = Object.getAsRegion())
      S = Locks->forget(S, Lock->StripCasts());
  } else if (SymbolRef Value = Object.getAsLocSymbol()) {
    S = References->escape(S, Value);
  }
  return S;
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

ProgramStateRef ModelChecker::applyEffects(ProgramStateRef S,
                                           CallSite &Site) const {
  ReleaseResult Released;
  bool InDoubt = isInDoubt(Site.Routine);
  if (Site.Routine.has(EffectKind::Give))
    S = References->give(S, Site);
  for (const model::Effect &E : Site.Routine.Effects) {
    if (!S)
      return nullptr;
    if (E.Kind != EffectKind::Give) {
      std::optional<bool> Met = Site.argumentsMeet(S, E.When.Arguments);
      if (!Met)
        S = doubtEffect(S, Site, E);
      if (!Met || !*Met)
        continue;
    }
    if (dependsOnResult(E)) {
      Decision Met = O.meets(S, Site.told(S, E.When), E.When);
      if (Met == Decision::Unknown)
        S = doubtEffect(S, Site, E);
      if (Met != Decision::Yes)
        continue;
    }
    bool CrossesRegion =
        E.Kind == EffectKind::Enter || E.Kind == EffectKind::Leave;
    if (CrossesRegion && O.meets(S, Site.Result, E.When) == Decision::No)
      continue;
    if (CrossesRegion && InDoubt) {
      S = state::doubtRegion(S, E.Region);
      continue;
    }
    switch (E.Kind) {
    case EffectKind::Acquire:
      noteAcquire(S, Site, E);
      S = Locks->acquire(S, Site, E);
      break;
    case EffectKind::Release:
      S = Locks->release(S, Site, E, Released);
      if (S)
        noteRelease(S, Site, E, Released);
      break;
    case EffectKind::Touch:
      S = doubtEffect(S, Site, E);
      break;
    case EffectKind::Tell:
      S = tellHold(S, Site, E);
      break;
    case EffectKind::Convert:
      S = Locks->convert(S, Site, E);
      break;
    case EffectKind::HandOver:
      S = Locks->handOver(S, Site, E);
      break;
    case EffectKind::Initialize:
    case EffectKind::Delete:
      S = Locks->replace(S, Site, E);
      break;
    case EffectKind::Enter:
      S = Regions->enter(S, Site, E);
      break;
    case EffectKind::Leave:
      S = Regions->leave(S, Site, E, Released, Run.Regions);
      break;
    case EffectKind::Give:
      break; // All at once, above.
    case EffectKind::Take:
      S = References->take(S, Site, E);
      break;
    case EffectKind::AddRef:
      S = References->addRef(S, Site, E);
      break;
    case EffectKind::Keep:
      S = References->keep(S, Site.Call, E, Site.C.getState());
      break;
    case EffectKind::Link:
      S = References->link(S, Site, E);
      break;
    case EffectKind::Unlink:
      S = References->unlink(S, Site, E);
      break;
    }
  }
  return S;
}

void ModelChecker::checkPreCall(const CallEvent &Call,
                                CheckerContext &C) const {
  const model::Routine *Routine = routineOf(Call, C);
  // A second release has its own message. What prints, or was worked out to
  // borrow, may only look at the pointer.
  bool OnlyLooks =
      Routine && Routine->Borrows && (Routine->Variadic || Routine->Derived);
  if (!Routine || !(Routine->has(EffectKind::Take) || OnlyLooks))
    for (unsigned I = 0; I < Call.getNumArgs(); ++I)
      if (const Expr *E = Call.getArgExpr(I))
        if (References->checkUse(Call.getArgSVal(I), E, C))
          return;
  if (Routine && Routine->FreedArgument &&
      References->checkFreed(Call, *Routine, C))
    return;
  checkFree(Call, Routine, C);
  ProgramStateRef S = Locks->expose(C.getState(), Call);
  if (Run.Completion)
    S = References->markUsed(S, Call, Run.Completion);
  C.addTransition(S);
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
