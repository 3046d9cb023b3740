//===-- contexts/RegistrationRules.cpp - what lasts until unload ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "contexts/RegistrationRules.h"
#include "path/AccessPath.h"
#include "path/Registrations.h"
#include "path/State.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;

bool RegistrationRules::concerns(const model::Effect &E) const {
  if (E.Kind != EffectKind::Give && E.Kind != EffectKind::Take)
    return false;
  const model::ReferenceFamily *Family = M.referenceFamily(E.ReferenceKind);
  return Family && Family->UntilUnload;
}

static std::string describe(const Registration &Known, ProgramStateRef S) {
  std::string Name =
      Known.Where ? AccessPath::of(Known.Where, S).str() : std::string();
  return Name.empty() ? "the " + Known.Family->Noun
                      : Known.Family->Noun + " '" + Name + "'";
}

RegistrationRules::State RegistrationRules::give(State S, CallSite &Site,
                                                 const model::Effect &E) const {
  QualType Type;
  const MemRegion *Place = Site.place(S, E.Object, Type);
  if (!Place || !Site.Result)
    return S;
  Registration New;
  New.Family = M.referenceFamily(E.ReferenceKind);
  New.By = &Site.Routine;
  New.What = &E;
  New.Site = Site.Expr;
  New.Status = Site.Result;
  New.Value = S->getSVal(Place).getAsLocSymbol();
  New.Where = Place;
  std::string Note =
      describe(New, S) + " is returned here by '" + Site.Routine.Name + "'";
  const Expr *Call = Site.Expr;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Call) ? Note : "";
  });
  return state::addRegistration(S, New);
}

RegistrationRules::State RegistrationRules::take(State S, CallSite &Site,
                                                 const model::Effect &E) const {
  const model::ReferenceFamily *Family = M.referenceFamily(E.ReferenceKind);
  SymbolRef Value = Site.value(Site.Before, E.Object).getAsLocSymbol();
  llvm::SmallVector<Registration, 2> All = state::registrations(S);
  bool IsKnown = llvm::any_of(All, [&](const Registration &Known) {
    return Value && Known.Family == Family && Known.Value == Value &&
           !Known.GivenBack;
  });
  // A pointer that was read again may be any of them.
  for (const Registration &Known : All)
    if (!Known.GivenBack && Known.Family == Family &&
        (!IsKnown || Known.Value == Value))
      S = state::giveBackRegistration(S, Known);
  return S;
}

RegistrationRules::State RegistrationRules::forget(State S) const {
  for (const Registration &Known : state::registrations(S))
    if (!Known.GivenBack)
      S = state::giveBackRegistration(S, Known);
  return S;
}

void RegistrationRules::atFailedLoad(ExplodedNode *N,
                                     llvm::ArrayRef<State> Alike,
                                     BugReporter &BR) const {
  ProgramStateRef S = N->getState();
  for (const Registration &Known : state::registrations(S)) {
    if (Known.GivenBack || llvm::any_of(Alike, [&](const State &Other) {
          return llvm::any_of(
              state::registrations(Other), [&](const Registration &There) {
                return There.Site == Known.Site && There.GivenBack;
              });
        }))
      continue;
    if (O.meets(S, Known.Status, Known.What->When) != Decision::Yes)
      continue;
    // Set to NULL, or found to be so: somebody has seen to it.
    if (S->isNull(S->getSVal(Known.Where)).isConstrainedTrue())
      continue;
    R.reportAt(BR, N,
               {RuleId::LeftBehind,
                describe(Known, S) + ", returned by '" + Known.By->Name +
                    "', is not " + Known.Family->GivenBack +
                    " although DriverEntry fails",
                Known.Site,
                {Known.Site},
                {}});
  }
}
