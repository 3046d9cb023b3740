//===-- contexts/ReferenceReleases.cpp - references given back ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "contexts/ReferenceRules.h"
#include "hints/Names.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

ReferenceRules::State ReferenceRules::nameAfter(State S, SVal Value,
                                                const MemRegion *Place) const {
  SymbolRef Sym = Value.getAsLocSymbol();
  const Reference *Known = Sym ? state::reference(S, Sym) : nullptr;
  if (!Known || !Known->By || !Known->isOwed() || Known->Where ||
      !isa<VarRegion, FieldRegion>(Place))
    return S;
  Reference Ref = *Known;
  Ref.Where = Place;
  return state::setReference(S, Sym, Ref);
}

ReferenceRules::State ReferenceRules::take(State S, CallSite &Site,
                                           const model::Effect &E) const {
  if (E.Members)
    return takeMembers(S, Site, E);
  const Expr *Argument = nullptr;
  if (E.Object.Base == model::ObjectPath::BaseKind::Argument &&
      E.Object.Argument < Site.Call.getNumArgs() && E.Object.Steps.empty())
    Argument = Site.Call.getArgExpr(E.Object.Argument);
  SVal Value = Site.value(Site.Before, E.Object);
  if (E.MayBeNull && !E.Object.Steps.empty()) {
    // Nothing is taken where there is nothing, and a call that may have given
    // nothing need not have been looked at before.
    SymbolRef Sym = Value.getAsLocSymbol();
    const Reference *Ref = Sym ? state::reference(S, Sym) : nullptr;
    if (S->isNull(Value).isConstrainedTrue())
      return S;
    if (Ref && O.isOwed(S, Sym, *Ref) == Decision::Unknown)
      return escape(S, Sym);
  }
  return takeValue(S, Site, E, Value, Argument);
}

ReferenceRules::State
ReferenceRules::takeMembers(State S, CallSite &Site,
                            const model::Effect &E) const {
  QualType Type;
  const MemRegion *Place = Site.place(S, E.Object, Type);
  const RecordDecl *RD = Place ? Type->getAsRecordDecl() : nullptr;
  if (!RD || !(RD = RD->getDefinition()))
    return S;
  SValBuilder &SVB = Site.C.getSValBuilder();
  for (const FieldDecl *F : RD->fields()) {
    if (!F->getType()->isPointerType())
      continue;
    SVal Member = S->getLValue(F, loc::MemRegionVal(Place));
    SVal Value = S->getSVal(Member.castAs<Loc>());
    if (!S->isNull(Value).isConstrainedTrue())
      S = takeValue(S, Site, E, Value, nullptr);
    if (!S)
      return nullptr;
    // The routine stores NULL in every member.
    S = S->bindLoc(Member.castAs<Loc>(), SVB.makeNullWithType(F->getType()),
                   Site.C.getLocationContext());
  }
  return S;
}

/// Reports that \p Ref, as \p What, should not be given to the routine of
/// \p Site at all.
/// \returns true if it was, and the path ended.
bool ReferenceRules::isMisplaced(State S, CallSite &Site,
                                 const model::Effect &E, SymbolRef Sym,
                                 const Reference &Ref,
                                 const std::string &What) const {
  std::string Message;
  RuleId Rule = RuleId::ReferenceWrongRoutine;
  // Rows that were worked out tell no kinds of what they only pass on.
  bool OtherKind = Ref.Family != familyOf(E) && !Site.Routine.Derived;
  if (Ref.K == Reference::Kind::Dead) {
    if (!OtherKind)
      return false;
    Message =
        What + " was " + Ref.Family->GivenBack +
        " as that, but is passed to '" +
        calleeSpelling(Site.Expr, Site.C.getASTContext(), Site.Routine.Name) +
        "', which releases another kind of object";
  } else if (Ref.By && Ref.isOwed() && OtherKind) {
    Message =
        What + ", returned by '" + Ref.giver() + "', is passed to '" +
        calleeSpelling(Site.Expr, Site.C.getASTContext(), Site.Routine.Name) +
        "', which releases another kind of object";
  } else if (Ref.Lent && E.Created && Site.C.inTopFrame()) {
    // A helper may serve operations of the driver's own as well.
    Rule = RuleId::ReferenceLent;
    Message = What + " is lent to the function: '" + Site.Routine.Name +
              "' is only for what the driver allocated";
  } else {
    return false;
  }
  R.reportAndStop(
      Site.C, S, {Rule, Message, Ref.Site, {Sym}, Site.Expr->getSourceRange()});
  return true;
}

bool ReferenceRules::checkFreed(const CallEvent &Call,
                                const model::Routine &Routine,
                                CheckerContext &C) const {
  unsigned I = *Routine.FreedArgument;
  SymbolRef Sym =
      I < Call.getNumArgs() ? Call.getArgSVal(I).getAsLocSymbol() : nullptr;
  ProgramStateRef S = C.getState();
  const Reference *Ref = Sym ? state::reference(S, Sym) : nullptr;
  if (!Ref || !Ref->By || !Ref->isOwed() ||
      Routine.has(model::EffectKind::Take))
    return false;
  R.reportAndStop(C, S,
                  {RuleId::ReferenceFreed,
                   describe(S, *Ref, Call.getArgExpr(I)) + ", returned by '" +
                       Ref->giver() + "', is passed to '" + Routine.Name +
                       "', which frees memory",
                   Ref->Site,
                   {Sym},
                   Call.getSourceRange()});
  return true;
}

/// NULL is given back.
ReferenceRules::State ReferenceRules::takeNull(State S, CallSite &Site,
                                               const model::Effect &E,
                                               const Reference *Known,
                                               SymbolRef Sym,
                                               const Expr *Argument) const {
  if (E.MayBeNull)
    return S;
  Reference Ref = Known ? *Known : Reference();
  if (!Ref.Family)
    Ref.Family = familyOf(E);
  bool IsConstant = Argument->isNullPointerConstant(
      Site.C.getASTContext(), Expr::NPC_ValueDependentIsNull);
  std::string Message =
      IsConstant ? "'" + Site.Routine.Name + "' is called with NULL"
                 : describe(S, Ref, Argument) + " is NULL here, which '" +
                       Site.Routine.Name + "' does not allow";
  R.reportAndStop(Site.C, S,
                  {isContext(Ref) ? RuleId::ContextNull : RuleId::ReferenceNull,
                   Message,
                   Ref.Site,
                   {Sym},
                   Argument->getSourceRange()});
  return nullptr;
}

/// One reference less, of \p Ref.
static void giveBackOne(Reference &Ref, const Expr *Argument,
                        const Expr *Site) {
  // "FltReleaseContext(Request->Context)" gives back what Request had.
  if (Ref.Stored && Argument && isa<MemberExpr>(Argument->IgnoreParenCasts())) {
    --Ref.Stored;
    Ref.In = nullptr;
    return;
  }
  if (Ref.Count)
    --Ref.Count;
  if (Ref.Count)
    return;
  Ref.K = Ref.Stored   ? Reference::Kind::Escaped
          : Ref.Shared ? Reference::Kind::Borrowed
                       : Reference::Kind::Dead;
  Ref.ReleaseSite = Site;
}

ReferenceRules::State ReferenceRules::takeValue(State S, CallSite &Site,
                                                const model::Effect &E,
                                                SVal Value,
                                                const Expr *Argument) const {
  SymbolRef Sym = Value.getAsLocSymbol();
  bool IsNull = Argument && S->isNull(Value).isConstrainedTrue();
  if (!Sym)
    return IsNull ? takeNull(S, Site, E, nullptr, nullptr, Argument) : S;
  const Reference *Known = state::reference(S, Sym);
  Reference Ref = Known ? *Known : Reference();
  if (!Ref.Family)
    Ref.Family = familyOf(E);
  std::string What = describe(S, Ref, Argument);
  if (Ref.K == Reference::Kind::Escaped) {
    reportListed(S, Site, Sym, Ref, What);
    if (!Ref.In)
      return S;
    Ref.In = nullptr; // What was stored there is given back.
    return state::setReference(S, Sym, Ref);
  }

  if (Ref.K == Reference::Kind::Dead) {
    if (isMisplaced(S, Site, E, Sym, Ref, What))
      return nullptr;
    R.reportAndStop(
        Site.C, S,
        {ruleFor(Ref, {RuleId::OldReleasedTwice, RuleId::ContextReleasedTwice,
                       RuleId::ReferenceReleasedTwice}),
         What + " is " + Ref.Family->GivenBack +
             (Ref.InCompletion ? ", but belongs to the post-operation callback "
                                 "by now"
                               : " twice"),
         outermostCall(Site.Expr, Site.C.getLocationContext()),
         {Sym, Ref.Site, Ref.ReleaseSite},
         Site.Expr->getSourceRange()});
    return nullptr;
  }
  if (IsNull)
    return takeNull(S, Site, E, Known, Sym, Argument);
  if (isMisplaced(S, Site, E, Sym, Ref, What))
    return nullptr;
  reportUninitialized(S, Site, Sym, Ref, What);
  if (Ref.K == Reference::Kind::Pending) {
    if (E.MayBeNull && O.isOwed(S, Sym, Ref) == Decision::No)
      return S; // As harmless as NULL.
    // Released without a test: then it was there.
    Ref.K = Reference::Kind::Owned;
    S = state::setReference(S, Sym, Ref);
    S = O.assumeZero(S, Sym, false);
    if (!S)
      return nullptr;
  }
  giveBackOne(Ref, Argument, Site.Expr);
  S = state::setReference(S, Sym, Ref);
  const Expr *Got = Ref.Site;
  if (Got)
    Site.GivenBack.push_back(Got);
  std::string Note = What + " is " + Ref.Family->GivenBack + " here";
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Sym) || (Got && BR.isAbout(Got)) ? Note : "";
  });
  return S;
}

/// A variable that held nothing before the call may hold nothing now, and
/// nobody looked at the status.
void ReferenceRules::reportUninitialized(State S, CallSite &Site, SymbolRef Sym,
                                         const Reference &Ref,
                                         const std::string &What) const {
  // The NULL of some failures is documented.
  bool SomeAreTold = false;
  for (size_t I = 0; Ref.By && I < Ref.By->Effects.size(); ++I) {
    const auto &Told = Ref.By->Effects[I].NullDocumentedFor;
    if (!(Ref.Effects & 1u << I) || Told.empty())
      continue;
    SomeAreTold = true;
    model::Condition When;
    When.When = model::Condition::Outcome::Status;
    When.Statuses = Told;
    if (O.meets(S, Ref.Status, When) == Decision::Yes)
      return;
  }
  if (Ref.Old && Ref.Uninitialized && Ref.Status && !Ref.Through &&
      (Ref.K == Reference::Kind::Pending ||
       (Ref.K == Reference::Kind::Owned && Ref.DecidedByValue)) &&
      O.isOwed(S, Sym, Ref) != Decision::No)
    R.report(
        Site.C, S,
        {RuleId::OldUninitialised,
         What + " may be uninitialised here: '" + Ref.By->Name +
             (SomeAreTold ? "' is documented to set it for some failures only"
                          : "' is not documented to set it when it fails"),
         Ref.Site,
         {Sym},
         Site.Expr->getSourceRange()});
}

void ReferenceRules::reportListed(State S, CallSite &Site, SymbolRef Sym,
                                  const Reference &Ref,
                                  const std::string &What) const {
  // Only contexts have the driver's own members.
  if (Ref.Listed != Reference::Listing::Yes || !isContext(Ref))
    return;
  // The Filter Manager has a reference of its own to what is set.
  LinkState Link = linkOf(S, Sym);
  if (Link != LinkState::Never && Link != LinkState::Pending)
    return;
  R.report(Site.C, S,
           {RuleId::ContextListed,
            What + " is still in a list when its last reference is " +
                Ref.Family->GivenBack +
                (Link == LinkState::Pending ? ", if it could not be set" : ""),
            Ref.Site,
            {Sym},
            Site.Expr->getSourceRange()});
}

ReferenceRules::State
ReferenceRules::giveToPostOperation(State S, CallSite &Site,
                                    SymbolRef Value) const {
  const Reference *Known = state::reference(S, Value);
  if (!Known || Known->K != Reference::Kind::Owned)
    return escape(S, Value);
  Reference Ref = *Known;
  std::string What = describe(S, Ref, nullptr);
  if (--Ref.Count == 0) {
    Ref.K = Ref.Stored || Ref.Shared ? Reference::Kind::Escaped
                                     : Reference::Kind::Dead;
    Ref.InCompletion = Ref.K == Reference::Kind::Dead;
    Ref.ReleaseSite = Site.Expr;
  }
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Value)
               ? What + " is handed to the post-operation callback here"
               : "";
  });
  return state::setReference(S, Value, Ref);
}
