//===-- contexts/ReferenceLinks.cpp - is the context set? -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A context that is set has a reference of the Filter Manager's own beside
// those that the driver owes. Whether a Set did it depends on its status, which
// the code may not have looked at yet.
//
//===----------------------------------------------------------------------===//
#include "contexts/ReferenceRules.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using Outcome = model::Condition::Outcome;

ReferenceRules::State ReferenceRules::giveLink(State S, SymbolRef Value,
                                               const Reference &Ref) const {
  for (size_t I = 0; I < Ref.By->Effects.size(); ++I)
    if (Ref.Effects & 1u << I && Ref.By->Effects[I].Created)
      return state::setLink(S, Value, LinkState::Never);
  if (!Ref.Old)
    return S;
  // What a successful call replaced or deleted; with KEEP the old one stays.
  for (size_t I = 0; I < Ref.By->Effects.size(); ++I)
    if (Ref.Effects & 1u << I &&
        Ref.By->Effects[I].When.When != Outcome::Success)
      return S;
  return state::setLink(S, Value, LinkState::Unlinked);
}

LinkState ReferenceRules::linkOf(State S, SymbolRef Context) const {
  if (SymbolRef Status = state::pendingLink(S, Context)) {
    model::Condition Success;
    Success.When = Outcome::Success;
    Decision D = O.meets(S, Status, Success);
    if (D != Decision::No)
      return D == Decision::Yes ? LinkState::Linked : LinkState::Pending;
  }
  return state::link(S, Context);
}

ReferenceRules::State ReferenceRules::link(State S, CallSite &Site,
                                           const model::Effect &E) const {
  SymbolRef Sym = Site.value(S, E.Object).getAsLocSymbol();
  if (!Sym)
    return S;
  if (E.When.When == Outcome::Success && Site.Result)
    return state::setPendingLink(S, Sym, Site.Result);
  return state::setLink(S, Sym, LinkState::Linked);
}

ReferenceRules::State ReferenceRules::unlink(State S, CallSite &Site,
                                             const model::Effect &E) const {
  SymbolRef Sym = Site.value(S, E.Object).getAsLocSymbol();
  if (!Sym)
    return S;
  const Reference *Ref = state::reference(S, Sym);
  LinkState Link = linkOf(S, Sym);
  if ((Link == LinkState::Never || Link == LinkState::Unlinked) && Ref &&
      Ref->isOwed())
    R.report(Site.C, S,
             {RuleId::ContextNotSet,
              describe(S, *Ref, nullptr) + " is passed to '" +
                  Site.Routine.Name + "' but " +
                  (Link == LinkState::Never ? "was never set"
                                            : "is not set any more"),
              Ref->Site,
              {Sym},
              Site.Expr->getSourceRange()});
  S = state::setPendingLink(S, Sym, nullptr);
  return state::setLink(S, Sym, LinkState::Unlinked);
}
