//===-- engine/ModelUntracked.cpp - calls that have been evaluated --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What follows from a call that ModelChecker did not evaluate itself: the
// engine went through its body, or knows nothing of it, or its row has no
// effect that paths are followed for.
//
//===----------------------------------------------------------------------===//
#include "engine/ModelChecker.h"
#include "hints/Names.h"
#include "path/Conditions.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;

/// The state in which the call was made that has just been evaluated.
static ProgramStateRef stateBefore(CheckerContext &C) {
  const ExplodedNode *Evaluated = C.getPredecessor();
  const ExplodedNode *Before = Evaluated->getFirstPred();
  return C.wasInlined || !Before ? C.getState() : Before->getState();
}

/// Applies the Keep effects of a routine that has none that the paths of a
/// function are followed for.
ProgramStateRef ModelChecker::applyKeeps(ProgramStateRef S,
                                         const CallEvent &Call,
                                         const model::Routine &Routine,
                                         CheckerContext &C) const {
  CallSite Site(Call, C, Routine, Call.getOriginExpr());
  for (const model::Effect &E : Routine.Effects)
    if (E.Kind == EffectKind::Keep &&
        Site.argumentsMeet(S, E.When.Arguments).value_or(true))
      S = References->keep(S, Call, E, stateBefore(C));
  return S;
}

/// Applies the Touch and Tell effects of a routine that has none that the paths
/// of a function are followed for.
ProgramStateRef ModelChecker::applyUntracked(ProgramStateRef S,
                                             const CallEvent &Call,
                                             const model::Routine &Routine,
                                             CheckerContext &C) const {
  const Expr *E = Call.getOriginExpr();
  if (!E)
    return S;
  CallSite Site(Call, C, Routine, E);
  Site.Result = Call.getReturnValue().getAsSymbol();
  for (const model::Effect &Effect : Routine.Effects) {
    std::optional<bool> Met = Site.argumentsMeet(S, Effect.When.Arguments);
    if (Effect.Kind == EffectKind::Touch && Met.value_or(true))
      S = doubtEffect(S, Site, Effect);
    else if (Effect.Kind == EffectKind::Tell && Met.value_or(false))
      S = tellHold(S, Site, Effect);
  }
  return S;
}

/// Whether \p FD is declared by the kit: what it does to a driver it does to
/// what it is given.
static bool isOfKit(const FunctionDecl *FD) {
  if (!FD)
    return false;
  const SourceManager &SM = FD->getASTContext().getSourceManager();
  return SM.isInSystemHeader(
      SM.getExpansionLoc(FD->getFirstDecl()->getLocation()));
}

void ModelChecker::checkPostCall(const CallEvent &Call,
                                 CheckerContext &C) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  const model::Routine *Routine = routineOf(Call, C);
  if (C.wasInlined) {
    ProgramStateRef S = C.getState();
    // The kernel's list routines are inline functions of its headers.
    if (Routine && !Routine->isTracked())
      S = applyKeeps(S, Call, *Routine, C);
    if (const Expr *E = Call.getOriginExpr())
      S = References->lift(S, Call, E);
    C.addTransition(S);
    return;
  }
  ProgramStateRef S = C.getState();
  // The engine could not follow the body after all.
  if (!Routine && FD)
    if (Routine = M->derived(FD); Routine && Routine->isTracked())
      Routine = nullptr; // Too late: that is for evalCall().
  // A status tells how it went, which may be different next time.
  if ((!Routine || !Routine->isTracked()) && FD && FD->getIdentifier() &&
      !ExitRules::isNtStatus(FD->getReturnType()) &&
      suggestsAsking(FD->getName()))
    S = noteQuestion(S, Call);
  bool IsKnown = Routine && (Routine->isTracked() || Routine->Borrows ||
                             !Routine->Effects.empty());
  if (Routine && !Routine->isTracked()) {
    S = applyKeeps(S, Call, *Routine, C);
    S = applyUntracked(S, Call, *Routine, C);
  }
  if (Routine ? Routine->Opaque || !IsKnown
              : !FD || !(isPlainBuiltin(FD) || FD->isImplicit())) {
    S = References->unknownCall(S, Call, stateBefore(C));
    const IdentifierInfo *Name = Call.getCalleeIdentifier();
    // A body that was not followed, as it is too large or seemed irrelevant.
    bool Opaque =
        Routine ? Routine->Opaque : FD && FD->hasBody() && mayTouch(FD);
    if (!Opaque && isOfKit(FD) && !(Routine && Routine->Derived))
      S = Locks->kitCall(S, Call);
    else if (Opaque || !leavesLocksAlone(FD))
      S = Locks->unknownCall(S, Call, Name ? Name->getName() : "", Opaque);
  }
  C.addTransition(S);
}
