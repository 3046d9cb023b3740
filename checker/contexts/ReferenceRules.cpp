//===-- contexts/ReferenceRules.cpp - references to contexts --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "contexts/ReferenceRules.h"
#include "compat/Compat.h"
#include "hints/Names.h"
#include "path/AccessPath.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;

std::string ReferenceRules::describe(State S, const Reference &Ref,
                                     const Expr *Argument) const {
  std::string Noun = "context";
  std::string Name;
  if (Ref.Where)
    Name = AccessPath::of(Ref.Where, S).str();
  if (Name.empty())
    Name = spelling(Argument, S->getStateManager().getContext());
  return Name.empty() ? "the " + Noun : Noun + " '" + Name + "'";
}

bool ReferenceRules::onlyZeroSucceeds(const model::Routine &Routine) const {
  return Routine.BuiltIn &&
         llvm::any_of(Routine.Effects, [&](const model::Effect &E) {
           const model::ReferenceFamily *F =
               E.When.When == model::Condition::Outcome::Success
                   ? M.referenceFamily(E.ReferenceKind)
                   : nullptr;
           return F && F->OnlyZeroSucceeds;
         });
}

ReferenceRules::State ReferenceRules::give(State S, CallSite &Site) const {
  llvm::ArrayRef<model::Effect> Effects = Site.Routine.Effects;
  if (Site.Result && onlyZeroSucceeds(Site.Routine)) {
    S = O.assumeNotPositive(S, Site.Result);
    if (!S)
      return nullptr;
  }
  unsigned Done = 0;
  for (unsigned I = 0; I < Effects.size(); ++I) {
    const model::Effect &E = Effects[I];
    if (E.Kind != EffectKind::Give || Done & 1u << I)
      continue;
    if (E.Members) {
      S = giveMembers(S, Site, E, I);
      continue;
    }
    // All ways that lead to the same object, without the impossible ones.
    unsigned Ways = 0;
    bool Old = false, MayBeNull = false;
    std::string Object = E.Object.str();
    for (unsigned J = I; J < Effects.size(); ++J) {
      const model::Effect &Way = Effects[J];
      if (Way.Kind != EffectKind::Give || Way.Object.str() != Object)
        continue;
      Done |= 1u << J;
      std::optional<bool> Met = Site.argumentsMeet(S, Way.When.Arguments);
      if (Met && !*Met) {
        // With REPLACE nothing is ALREADY_DEFINED.
        if (Way.When.When == model::Condition::Outcome::Status && Site.Result)
          S = O.assumeOutcome(S, Site.Result, Way.When, false);
        if (!S)
          return nullptr;
        continue;
      }
      Ways |= 1u << J;
      Old |= Way.Old;
      MayBeNull |= Way.MayBeNull;
    }
    if (E.Object.Base == model::ObjectPath::BaseKind::Return &&
        E.Object.Steps.empty()) {
      if (!Site.Result || !Ways)
        continue;
      Reference Ref;
      Ref.K = Reference::Kind::Pending;
      Ref.Count = 1;
      Ref.Old = Old;
      Ref.MayBeNull = MayBeNull;
      Ref.Effects = Ways;
      Ref.Status = Site.Result;
      Ref.By = &Site.Routine;
      Ref.Site = Site.Expr;
      S = state::setReference(S, Site.Result, Ref);
      continue;
    }
    // OldContext may be passed as NULL: then nothing is given.
    QualType Type;
    const MemRegion *Place = Site.place(S, E.Object, Type);
    if (Place && Type->isPointerType())
      S = giveTo(S, Site, Place, Type, Ways, Old, MayBeNull);
    if (!S)
      return nullptr;
  }
  return S;
}

ReferenceRules::State ReferenceRules::giveTo(State S, CallSite &Site,
                                             const MemRegion *Place,
                                             QualType Type, unsigned Effects,
                                             bool Old, bool MayBeNull) const {
  SVal Before = Site.C.getState()->getSVal(Place);
  DefinedOrUnknownSVal V = compat::conjure(Site.C, Site.Call, Type, Place);
  S = S->bindLoc(loc::MemRegionVal(Place), V, Site.C.getLocationContext());
  SymbolRef Value = V.getAsLocSymbol();
  if (!Value)
    return S;
  if (!Effects) // No outcome gives anything: the call stores NULL.
    return O.assumeZero(S, Value, true);

  Reference Ref;
  // Straight into the caller's variable, or an object that others reach.
  const auto *Variable = dyn_cast<VarRegion>(Place->getBaseRegion());
  Ref.K = Variable && Variable->getDecl()->hasLocalStorage()
              ? Reference::Kind::Pending
              : Reference::Kind::Escaped;
  Ref.Count = 1;
  Ref.Old = Old;
  Ref.MayBeNull = MayBeNull;
  Ref.Uninitialized = Before.isUndef();
  Ref.Effects = Effects;
  Ref.Status = Site.Result;
  Ref.By = &Site.Routine;
  Ref.Site = Site.Expr;
  Ref.Where = Place;
  S = state::setReference(S, Value, Ref);
  S = giveLink(S, Value, Ref);

  std::string Note = describe(S, Ref, nullptr) + " is returned here by '" +
                     Site.Routine.Name + "'";
  // Of several that one call gives, only the one that the report is about.
  const Expr *Call = isMember(Ref) ? nullptr : Site.Expr;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Value) || (Call && BR.isAbout(Call)) ? Note : "";
  });
  return S;
}

bool ReferenceRules::isMember(const Reference &Ref) {
  for (size_t I = 0; Ref.By && I < Ref.By->Effects.size(); ++I)
    if (Ref.Effects & 1u << I && Ref.By->Effects[I].Members)
      return true;
  return false;
}

ReferenceRules::State ReferenceRules::giveMembers(State S, CallSite &Site,
                                                  const model::Effect &E,
                                                  unsigned Index) const {
  QualType Type;
  const MemRegion *Place = Site.place(S, E.Object, Type);
  const RecordDecl *RD = Place ? Type->getAsRecordDecl() : nullptr;
  if (!RD || !(RD = RD->getDefinition()))
    return S;
  // The mask says which members are wanted: the first bit is the first one.
  const llvm::APSInt *Mask = nullptr;
  if (E.MaskArgument && *E.MaskArgument < Site.Call.getNumArgs())
    Mask = Site.C.getSValBuilder().getKnownValue(
        S, Site.Call.getArgSVal(*E.MaskArgument));
  unsigned Bit = 0;
  for (const FieldDecl *F : RD->fields()) {
    if (!F->getType()->isPointerType())
      continue;
    bool Wanted = !Mask || (Bit < Mask->getBitWidth() && (*Mask)[Bit]);
    ++Bit;
    const MemRegion *Member =
        S->getLValue(F, loc::MemRegionVal(Place)).getAsRegion();
    if (Member)
      S = giveTo(S, Site, Member, F->getType(), Wanted ? 1u << Index : 0, E.Old,
                 E.MayBeNull);
    if (!S)
      return nullptr;
  }
  return S;
}

ReferenceRules::State ReferenceRules::take(State S, CallSite &Site,
                                           const model::Effect &E) const {
  if (E.Members)
    return takeMembers(S, Site, E);
  const Expr *Argument = nullptr;
  if (E.Object.Base == model::ObjectPath::BaseKind::Argument &&
      E.Object.Argument < Site.Call.getNumArgs())
    Argument = Site.Call.getArgExpr(E.Object.Argument);
  return takeValue(S, Site, Site.value(S, E.Object), Argument);
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
      S = takeValue(S, Site, Value, nullptr);
    if (!S)
      return nullptr;
    // The routine stores NULL in every member.
    S = S->bindLoc(Member.castAs<Loc>(), SVB.makeNullWithType(F->getType()),
                   Site.C.getLocationContext());
  }
  return S;
}

ReferenceRules::State ReferenceRules::takeValue(State S, CallSite &Site,
                                                SVal Value,
                                                const Expr *Argument) const {
  SymbolRef Sym = Value.getAsLocSymbol();
  if (!Sym) {
    if (S->isNull(Value).isConstrainedTrue() && Argument) {
      R.reportAndStop(Site.C, S,
                      {CheckId::ContextRelease,
                       "'" + Site.Routine.Name + "' is called with NULL",
                       nullptr,
                       {},
                       Argument->getSourceRange()});
      return nullptr;
    }
    return S;
  }
  const Reference *Known = state::reference(S, Sym);
  Reference Ref = Known ? *Known : Reference();
  std::string What = describe(S, Ref, Argument);
  if (Ref.K == Reference::Kind::Escaped)
    return S;

  if (Ref.K == Reference::Kind::Dead) {
    R.reportAndStop(Site.C, S,
                    {CheckId::ContextRelease,
                     What + " is released twice",
                     outermostCall(Site.Expr, Site.C.getLocationContext()),
                     {Sym, Ref.Site, Ref.ReleaseSite},
                     Site.Expr->getSourceRange()});
    return nullptr;
  }
  if (S->isNull(Value).isConstrainedTrue() && Argument) {
    R.reportAndStop(Site.C, S,
                    {Known ? checkOf(Ref) : CheckId::ContextRelease,
                     What + " is NULL here, which '" + Site.Routine.Name +
                         "' does not allow",
                     Ref.Site,
                     {Sym},
                     Argument->getSourceRange()});
    return nullptr;
  }
  // A variable that held nothing before the call may hold nothing now, and
  // nobody looked at the status.
  if (Ref.Old && Ref.Uninitialized && Ref.Status && !Ref.Through &&
      (Ref.K == Reference::Kind::Pending ||
       (Ref.K == Reference::Kind::Owned && Ref.DecidedByValue)) &&
      O.isOwed(S, Sym, Ref) != Decision::No)
    R.report(Site.C, S,
             {CheckId::OldContextRelease,
              What + " may be uninitialised here: '" + Ref.By->Name +
                  "' is not documented to set it when it fails",
              Ref.Site,
              {Sym},
              Site.Expr->getSourceRange()});
  if (Ref.K == Reference::Kind::Pending) {
    // Released without a test: then it was there.
    Ref.K = Reference::Kind::Owned;
    S = state::setReference(S, Sym, Ref);
    S = O.assumeZero(S, Sym, false);
    if (!S)
      return nullptr;
  }
  // "FltReleaseContext(Request->Context)" gives back what Request had.
  if (Ref.Stored && Argument && isa<MemberExpr>(Argument->IgnoreParenCasts())) {
    --Ref.Stored;
  } else {
    if (Ref.Count)
      --Ref.Count;
    if (!Ref.Count) {
      Ref.K = Ref.Stored   ? Reference::Kind::Escaped
              : Ref.Shared ? Reference::Kind::Borrowed
                           : Reference::Kind::Dead;
      Ref.ReleaseSite = Site.Expr;
    }
  }
  S = state::setReference(S, Sym, Ref);
  const Expr *Got = Ref.Site;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Sym) || (Got && BR.isAbout(Got))
               ? What + " is released here"
               : "";
  });
  return S;
}

ReferenceRules::State ReferenceRules::addRef(State S, CallSite &Site,
                                             const model::Effect &E) const {
  SymbolRef Sym = Site.value(S, E.Object).getAsLocSymbol();
  if (!Sym)
    return S;
  const Reference *Known = state::reference(S, Sym);
  Reference Ref = Known ? *Known : Reference();
  if (Ref.K == Reference::Kind::Escaped || Ref.K == Reference::Kind::Dead)
    return S;
  if (Ref.K == Reference::Kind::Borrowed) {
    // Whoever owns it keeps it alive beyond our release.
    Ref.K = Reference::Kind::Owned;
    Ref.Shared = true;
    Ref.By = &Site.Routine;
    Ref.Site = Site.Expr;
    Ref.Count = 0;
  }
  ++Ref.Count;
  S = state::setReference(S, Sym, Ref);
  const Expr *Argument =
      Site.Call.getNumArgs() ? Site.Call.getArgExpr(0) : nullptr;
  std::string What = describe(S, Ref, Argument);
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Sym) ? "a reference to " + What + " is added here" : "";
  });
  return S;
}

ReferenceRules::State ReferenceRules::escape(State S, SymbolRef Value) const {
  const Reference *Known = state::reference(S, Value);
  if (!Known || Known->K == Reference::Kind::Dead)
    return S;
  Reference Ref = *Known;
  // One reference goes where it is stored; what else there is stays owed.
  if (Ref.K == Reference::Kind::Owned && Ref.Count > 1) {
    --Ref.Count;
    ++Ref.Stored;
  } else {
    Ref.K = Reference::Kind::Escaped;
  }
  return state::setReference(S, Value, Ref);
}
