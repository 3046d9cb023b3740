//===-- regions/RegionRules.cpp - critical and guarded regions ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "regions/RegionRules.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;
using model::RegionKind;

const void *RegionRules::subject(RegionKind K) {
  static const char Subjects[std::size(model::AllRegions)] = {};
  return &Subjects[unsigned(K)];
}

StringRef RegionRules::noun(RegionKind K) {
  switch (K) {
  case RegionKind::Critical:
    return "critical region";
  case RegionKind::Guarded:
    return "guarded region";
  case RegionKind::Irql:
    return "the IRQL";
  }
  return "";
}

int RegionRules::residual(State S, RegionKind K) {
  int Depth = state::region(S, K).Depth;
  for (const Hold &H : state::holds(S))
    Depth -= H.Enters == K;
  for (const PendingHold &P : state::pendingHolds(S))
    if (const model::Effect *Region =
            Outcomes::regionWith(*P.Then.By, *P.Then.What))
      Depth -= Region->Region == K;
  return Depth;
}

/// Whether the call enters or leaves the region depends on what it returns, and
/// no lock comes with it, by which it shows.
static bool staysOpen(ProgramStateRef S, const CallSite &Site,
                      const model::Effect &E, const Outcomes &O) {
  return O.meets(S, Site.Result, E.When) == Decision::Unknown &&
         llvm::none_of(Site.Routine.Effects, [&](const model::Effect &Other) {
           return Other.Kind == EffectKind::Acquire &&
                  Outcomes::regionWith(Site.Routine, Other) == &E &&
                  Site.value(S, Other.Object).getAsRegion();
         });
}

static void note(CallSite &Site, RegionKind K, std::string Text) {
  // What a call does to a lock is more to say than what it does to the region.
  const Expr *Call = Site.Routine.has(EffectKind::Acquire) ||
                             Site.Routine.has(EffectKind::Release)
                         ? nullptr
                         : Site.Expr;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(RegionRules::subject(K)) || (Call && BR.isAbout(Call))
               ? Text
               : "";
  });
}

RegionRules::State RegionRules::enter(State S, CallSite &Site,
                                      const model::Effect &E,
                                      RegionEvents &Events) const {
  for (const StackFrameContext *F = Site.C.getStackFrame();;
       F = F->getParent()->getStackFrame()) {
    Events.EnteredIn.insert(F->getDecl());
    if (F->inTopFrame())
      break;
  }
  if (staysOpen(S, Site, E, O))
    return state::doubtRegion(S, E.Region);
  RegionDepth D = state::region(S, E.Region);
  ++D.Depth;
  if (!Site.Routine.has(EffectKind::Acquire))
    D.LastEnter = Site.Expr;
  note(Site, E.Region,
       noun(E.Region).str() + " is " + entered(E.Region).str() + " here");
  return state::setRegion(S, E.Region, D);
}

RegionRules::State
RegionRules::leaveWithRelease(State S, CallSite &Site, const model::Effect &E,
                              const ReleaseResult &Released) const {
  RegionDepth D = state::region(S, E.Region);
  D.LeftByRelease = Site.Expr;
  D.LeavingRelease = &Site.Routine;
  note(Site, E.Region,
       noun(E.Region).str() + " is " + left(E.Region).str() + " here");
  // Nobody knows what was released: nor whether somebody here entered for it.
  D.Unknown |= Released.K == ReleaseResult::Kind::Ignored;
  if (Released.K != ReleaseResult::Kind::Matched)
    return state::setRegion(S, E.Region, D); // The caller entered that one.
  if (Released.Released.Enters != E.Region && D.Depth <= 0) {
    bool IsIrql = E.Region == RegionKind::Irql;
    R.report(Site.C, S,
             {IsIrql ? RuleId::IrqlLoweredByRelease : RuleId::LeftByRelease,
              "'" + Site.Routine.Name + "' " +
                  (IsIrql ? "lowers the IRQL" : "leaves the critical region") +
                  ", which '" + Released.Released.By->Name + "' did not " +
                  (IsIrql ? "raise" : "enter"),
              Released.Released.Site,
              {subject(E.Region)},
              Site.Expr->getSourceRange()});
    return state::setRegion(S, E.Region, D);
  }
  --D.Depth;
  return state::setRegion(S, E.Region, D);
}

RegionRules::State RegionRules::leave(State S, CallSite &Site,
                                      const model::Effect &E,
                                      const ReleaseResult &Released,
                                      RegionEvents &Events) const {
  if (staysOpen(S, Site, E, O))
    return state::doubtRegion(S, E.Region);
  if (Released.K != ReleaseResult::Kind::None)
    return leaveWithRelease(S, Site, E, Released);

  RegionDepth D = state::region(S, E.Region);
  if (residual(S, E.Region) > 0) {
    --D.Depth;
    Events.Balanced.insert(Site.Expr);
    note(Site, E.Region,
         noun(E.Region).str() + " is " + left(E.Region).str() + " here");
    return state::setRegion(S, E.Region, D);
  }

  RegionKind Other = E.Region == RegionKind::Critical ? RegionKind::Guarded
                                                      : RegionKind::Critical;
  RegionDepth OtherDepth = state::region(S, Other);
  if (E.Region != RegionKind::Irql && residual(S, Other) > 0) {
    R.report(Site.C, S,
             {RuleId::MixedRegions,
              "'" + Site.Routine.Name + "' leaves a " + noun(E.Region).str() +
                  ", but a " + noun(Other).str() + " was entered",
              OtherDepth.LastEnter,
              {subject(Other)},
              Site.Expr->getSourceRange()});
    --OtherDepth.Depth;
    return state::setRegion(S, Other, OtherDepth);
  }

  if (D.Unknown)
    return S;

  // Judged at the end, when all paths are known.
  static const SimpleProgramPointTag Tag("FltCheck", "Region underflow");
  Underflow U;
  U.Call = Site.Expr;
  U.By = &Site.Routine;
  U.Kind = E.Region;
  // A spin lock lowers the IRQL to what its own acquisition found.
  if (E.Region != RegionKind::Irql) {
    U.After = D.LeavingRelease;
    U.AfterCall = D.LeftByRelease;
  }
  if (U.AfterCall)
    for (const auto &[Lock, History] : state::histories(S))
      U.AfterEntryRelease |=
          History.LastRelease == D.LeftByRelease && History.EntryReleases;
  U.Node = Site.C.generateErrorNode(S, &Tag);
  if (U.Node)
    Events.Underflows.push_back(U);
  // As if the call was not there when it is redundant: what follows on the
  // path is about something else.
  if (!U.After || U.AfterEntryRelease)
    --D.Depth;
  return state::setRegion(S, E.Region, D);
}
