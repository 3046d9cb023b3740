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
#include "hints/Guess.h"
#include "hints/Names.h"
#include "path/Conditions.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// The state in which the call was made that has just been evaluated.
static ProgramStateRef stateBefore(CheckerContext &C) {
  const ExplodedNode *Evaluated = C.getPredecessor();
  const ExplodedNode *Before = Evaluated->getFirstPred();
  return C.wasInlined || !Before ? C.getState() : Before->getState();
}

/// Whether a function of another file, of which \p Row is known, may release a
/// lock.
static bool mayRelease(const model::Routine *Row) {
  return !Row || Row->Opaque || Row->has(model::EffectKind::Release) ||
         Row->has(model::EffectKind::Touch);
}

static Callee calleeOf(const CallEvent &Call) {
  const auto *CE = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  QualType T =
      CE ? CE->getCallee()->IgnoreParenImpCasts()->getType() : QualType();
  if (!T.isNull() && T->isPointerType())
    T = T->getPointeeType();
  return Callee::of(dyn_cast_or_null<FunctionDecl>(Call.getDecl()),
                    Call.getNumArgs(),
                    T.isNull() ? nullptr : T->getAs<FunctionType>());
}

/// Whether \p Call is given a function of the driver's that may release locks,
/// as FsRtlCheckOplock is.
bool ModelChecker::getsReleaser(const CallEvent &Call) const {
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    const auto *Code =
        dyn_cast_or_null<FunctionCodeRegion>(Call.getArgSVal(I).getAsRegion());
    const auto *FD = Code ? dyn_cast<FunctionDecl>(Code->getDecl()) : nullptr;
    if (!FD)
      continue;
    const FunctionDecl *Definition = nullptr;
    if (FD->hasBody(Definition) ? reachesModelled(Definition)
                                : mayRelease(M->lookup(FD)))
      return true;
  }
  return false;
}

/// The row of a call that the engine did not enter: \p Row if that says
/// anything, else what the body tells, else a guess, which goes to \p Guess.
/// \returns nullptr if the call does nothing.
const model::Routine *
ModelChecker::rowOfUnfollowed(const CallEvent &Call, CheckerContext &C,
                              const model::Routine *Row,
                              model::Routine &Guess) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  // The engine could not follow the body after all.
  if (!Row && FD)
    if (const model::Routine *Derived = M->derived(FD);
        Derived && !Derived->isTracked()) // Too late: that is for evalCall().
      Row = Derived;
  if (Row && (Row->Borrows || Row->Opaque || !Row->Effects.empty()))
    return Row;
  if (FD && (isPlainBuiltin(FD) || FD->isImplicit()))
    return nullptr;
  const FunctionDecl *Definition = nullptr;
  if (!FD || !FD->hasBody(Definition)) {
    struct Callee What = calleeOf(Call);
    What.RunsCallback = What.IsKit && getsReleaser(Call);
    Guess = guess(What);
    return &Guess;
  }
  if (!reachesModelled(Definition))
    return rowOfBody(Definition);
  Guess = opaqueRow(Call.getNumArgs(), isTooLarge(Definition, C));
  return &Guess;
}

/// The call of \p Site was evaluated as if it could have stored anything where
/// its arguments lead. It neither takes nor keeps what a variable of ours
/// holds, for all that its row says, so that this is still there.
static ProgramStateRef restoreOwed(ProgramStateRef S, const CallSite &Site) {
  for (unsigned I = 0; I < Site.Call.getNumArgs(); ++I) {
    const MemRegion *R = Site.Call.getArgSVal(I).getAsRegion();
    const auto *V = dyn_cast_or_null<VarRegion>(R ? R->StripCasts() : nullptr);
    if (!V || !V->getValueType()->isPointerType())
      continue;
    SymbolRef Old = Site.Before->getSVal(V).getAsLocSymbol();
    const Reference *Ref = Old ? state::reference(S, Old) : nullptr;
    bool Told = llvm::any_of(Site.Routine.Effects, [&](const auto &E) {
      return E.namesObject() && E.Object.Argument == I &&
             E.Object.Base == model::ObjectPath::BaseKind::Argument &&
             E.Kind != model::EffectKind::Touch;
    });
    if (Ref && Ref->isOwed() && !Told)
      S = S->bindLoc(loc::MemRegionVal(V), Site.Before->getSVal(V),
                     Site.C.getLocationContext());
  }
  return S;
}

void ModelChecker::checkPostCall(const CallEvent &Call,
                                 CheckerContext &C) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  ProgramStateRef S = C.getState();
  const model::Routine *Row = routineOf(Call, C);
  bool IsDone = Row && Row->isTracked(); // By evalCall().
  if (Row && Row->Waits)
    S = state::letOthersRun(S);
  // A status tells how it went, which may be different next time.
  if (!C.wasInlined && !IsDone && FD && FD->getIdentifier() &&
      !ExitRules::isNtStatus(FD->getReturnType()) &&
      suggestsAsking(FD->getName()))
    S = noteQuestion(S, Call);
  model::Routine Guess;
  if (!C.wasInlined && !IsDone)
    Row = rowOfUnfollowed(Call, C, Row, Guess);
  // The kernel's list routines are inline functions of its headers.
  if (Row && !IsDone) {
    CallSite Site(Call, C, *Row, Call.getOriginExpr(), stateBefore(C));
    Site.Result = Call.getReturnValue().getAsSymbol();
    S = applyRow(S, Site);
    if (S && !C.wasInlined && Row->Derived)
      S = restoreOwed(S, Site);
  }
  if (!S) {
    C.generateSink(C.getState(), C.getPredecessor());
    return;
  }
  if (C.wasInlined)
    if (const Expr *E = Call.getOriginExpr())
      S = References->lift(S, Call, E);
  C.addTransition(S);
}
