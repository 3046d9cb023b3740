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
  Registered = std::make_unique<RegistrationRules>(*M, R, O);
  Exits = std::make_unique<ExitRules>(*Locks, *Registered, *Kept, R);
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

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

bool ModelChecker::holdsReferences(ProgramStateRef S, const CallSite &Site,
                                   const model::Effect &E) const {
  SymbolRef Value = Site.value(S, E.Object).getAsLocSymbol();
  return Value && References->holdsReferences(S, Value);
}

/// The paths that go on from a call: one, or one for each outcome that an
/// effect depends on, of what is returned and of one out-parameter.
llvm::SmallVector<ProgramStateRef, 4>
ModelChecker::waysOn(ProgramStateRef S, const CallSite &Site) const {
  llvm::SmallVector<ProgramStateRef, 4> Ways = {S};
  for (bool ByOut : {false, true}) {
    auto Open = llvm::find_if(Site.Routine.Effects, [&](const auto &E) {
      return E.When.Out.has_value() == ByOut && dependsOnResult(E) &&
             (E.Kind != EffectKind::Keep || isOwed(S, Site, E) ||
              holdsReferences(S, Site, E));
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
  S = applyRow(S, Site);
  if (!S)
    return; // The path ended with a report, or can't be.
  CheckerContext &C = Site.C;
  if (Site.Notes.empty()) {
    C.addTransition(S);
    return;
  }
  if (Places)
    noteEffects(Site);
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

/// \p Call may put an object in a list, which its body, if it is followed,
/// shows as nothing but a store.
ProgramStateRef ModelChecker::beginListing(ProgramStateRef S,
                                           const CallEvent &Call,
                                           const model::Routine &Routine,
                                           CheckerContext &C) const {
  for (const model::Effect &E : Routine.Effects) {
    if (E.List != model::Effect::ListChange::In ||
        E.Object.Argument >= Call.getNumArgs())
      continue;
    const MemRegion *Place = Call.getArgSVal(E.Object.Argument).getAsRegion();
    const auto *Entry =
        dyn_cast_or_null<FieldRegion>(Place ? Place->StripCasts() : nullptr);
    if (Entry && operations(C.getASTContext()).staysListed(Entry->getDecl()))
      S = References->beginListing(S, Entry);
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
  if (Routine)
    S = beginListing(S, Call, *Routine, C);
  if (std::optional<unsigned> I = freedArgument(Call, Routine);
      I && *I < Call.getNumArgs()) {
    Locks->checkFreed(S, Call, *I, C);
    if (SymbolRef Freed = Call.getArgSVal(*I).getAsLocSymbol())
      S = References->oweAgain(S, Freed);
  }
  C.addTransition(S);
}

/// A clean-up callback has no reference to what it tears down: nothing to give
/// back, and nothing that is still set.
ProgramStateRef ModelChecker::checkTornDown(ProgramStateRef S, CallSite &Site,
                                            const model::Effect &E) const {
  SymbolRef Value = Site.value(S, E.Object).getAsLocSymbol();
  const Reference *Ref = Value ? state::reference(S, Value) : nullptr;
  if (!Value || Value != Run.TornDown ||
      (Ref && Ref->K != Reference::Kind::Borrowed))
    return S;
  R.report(Site.C, S,
           {RuleId::ContextTornDown,
            "'" + Site.Routine.Name +
                "' gets the context that the Filter Manager is tearing down: "
                "its clean-up callback has no reference to it",
            nullptr,
            {Value},
            Site.Expr->getSourceRange()});
  return S;
}
