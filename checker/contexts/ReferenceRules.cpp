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
  std::string Noun = Ref.noun();
  std::string Name;
  if (Ref.Where)
    Name = AccessPath::of(Ref.Where, S).str();
  if (Name.empty())
    Name = spelling(Argument, S->getStateManager().getContext());
  return Name.empty() ? "the " + Noun : Noun + " '" + Name + "'";
}

bool ReferenceRules::isContext(const Reference &Ref) {
  return !Ref.Family || Ref.Family->IsContext;
}

RuleId ReferenceRules::ruleFor(const Reference &Ref, const RuleOfEach &Rules) {
  if (Ref.Old)
    return Rules.OldContext;
  return isContext(Ref) ? Rules.Context : Rules.Other;
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
    if (E.Kind != EffectKind::Give || Done & 1u << I ||
        familyOf(E)->UntilUnload)
      continue;
    if (E.Members) {
      S = giveMembers(S, Site, E, I);
      continue;
    }
    // All ways that lead to the same object, without the impossible ones.
    unsigned Ways = 0;
    bool Old = false, MayBeNull = false, InDoubt = false;
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
      InDoubt |= !Met;
      Old |= Way.Old;
      MayBeNull |= Way.MayBeNull;
    }
    if (E.Object.Base == model::ObjectPath::BaseKind::Return &&
        E.Object.Steps.empty()) {
      if (Site.Result && Ways)
        S = giveBack(S, Site, Ways, MayBeNull, InDoubt);
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

const model::ReferenceFamily *
ReferenceRules::familyOf(const model::Effect &E) const {
  return M.referenceFamily(E.ReferenceKind);
}

/// What a call gives by one or more of its effects \p Effects, before anything
/// is known of how it went.
Reference ReferenceRules::pending(CallSite &Site, unsigned Effects, bool Old,
                                  bool MayBeNull) const {
  Reference Ref;
  Ref.K = Reference::Kind::Pending;
  Ref.Count = 1;
  Ref.Old = Old;
  Ref.MayBeNull = MayBeNull;
  Ref.Effects = Effects;
  Ref.Status = Site.Result;
  Ref.By = &Site.Routine;
  Ref.Site = Site.Expr;
  Ref.Family = familyOf(Site.Routine.Effects[llvm::countr_zero(Effects)]);
  return Ref;
}

/// The call returns what it gives.
/// \param InDoubt it depends on an argument whether the caller owes it.
ReferenceRules::State ReferenceRules::giveBack(State S, CallSite &Site,
                                               unsigned Effects, bool MayBeNull,
                                               bool InDoubt) const {
  SymbolRef Value = Site.Result;
  Reference Ref = pending(Site, Effects, /*Old=*/false, MayBeNull);
  if (InDoubt)
    Ref.K = Reference::Kind::Escaped;
  std::string Note = describe(S, Ref, nullptr) + " is returned here by '" +
                     Site.Routine.Name + "'";
  Site.Notes.push_back(
      [=](const PathReport &BR) { return BR.isAbout(Value) ? Note : ""; });
  return state::setReference(S, Value, Ref);
}

/// What the variable holds if the call gives nothing: what it had, if that is a
/// number, or the NULL that the call stores.
static std::optional<std::int64_t> otherwise(ProgramStateRef S, SVal Before,
                                             const Reference &Ref) {
  for (size_t I = 0; I < Ref.By->Effects.size(); ++I)
    if (Ref.Effects & 1u << I && Ref.By->Effects[I].NullOtherwise)
      return 0;
  if (Before.isUndef())
    return std::nullopt;
  const llvm::APSInt *Value =
      S->getStateManager().getSValBuilder().getKnownValue(S, Before);
  if (!Value || Value->getBitWidth() > 64)
    return std::nullopt;
  return llvm::APSInt(*Value, /*isUnsigned=*/false).getExtValue();
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

  Reference Ref = pending(Site, Effects, Old, MayBeNull);
  // Straight into the caller's variable, or an object that others reach.
  const auto *Variable = dyn_cast<VarRegion>(Place->getBaseRegion());
  if (!Variable || !Variable->getDecl()->hasLocalStorage())
    Ref.K = Reference::Kind::Escaped;
  Ref.Uninitialized = Before.isUndef();
  Ref.Otherwise = otherwise(Site.C.getState(), Before, Ref);
  Ref.Where = Place;
  S = state::setReference(S, Value, Ref);
  S = giveLink(S, Value, Ref);

  std::string Note = describe(S, Ref, nullptr) + " is returned here by '" +
                     Site.Routine.Name + "'";
  // Of several that one call gives, only the one that the report is about.
  const Expr *Call =
      isMember(Ref) || givesSeveral(Site.Routine) ? nullptr : Site.Expr;
  Site.Notes.push_back([=](const PathReport &BR) -> std::string {
    return BR.isAbout(Value) || (Call && BR.isAbout(Call)) ? Note : "";
  });
  return S;
}

bool ReferenceRules::givesSeveral(const model::Routine &Routine) {
  const model::Effect *First = nullptr;
  for (const model::Effect &E : Routine.Effects)
    if (E.Kind == EffectKind::Give) {
      if (First && First->Object.str() != E.Object.str())
        return true;
      First = &E;
    }
  return false;
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

namespace {
/// Looks for a value in memory that outlives the function.
class StoredFinder final : public StoreManager::BindingsHandler {
public:
  explicit StoredFinder(SymbolRef Sym) : Sym(Sym) {}

  bool HandleBinding(StoreManager &, Store, const MemRegion *R,
                     SVal V) override {
    const auto *Variable = dyn_cast<VarRegion>(R->getBaseRegion());
    bool IsLocal = Variable && Variable->getDecl()->hasLocalStorage();
    Found |= !IsLocal && V.getAsLocSymbol() == Sym;
    return !Found;
  }

  bool Found = false;

private:
  SymbolRef Sym;
};
} // namespace

/// Whether the object that \p Argument names is in the driver's own structures
/// already: the reference is added for them.
static bool isKeptAlready(ProgramStateRef S, SymbolRef Sym,
                          const Expr *Argument) {
  Argument = Argument ? Argument->IgnoreParenCasts() : nullptr;
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Argument)) {
    // What the system passes to look at is const (PCFLT_RELATED_OBJECTS).
    QualType Owner = Member->getBase()->getType();
    if (Member->isArrow())
      Owner = Owner->getPointeeType();
    const auto *Symbol = dyn_cast<SymbolRegionValue>(Sym);
    bool IsRead = !Symbol || !isa<VarRegion>(Symbol->getRegion());
    if (IsRead && !Owner.isConstQualified())
      return true;
  }
  StoredFinder Finder(Sym);
  S->getStateManager().getStoreManager().iterBindings(S->getStore(), Finder);
  return Finder.Found;
}

ReferenceRules::State ReferenceRules::addRef(State S, CallSite &Site,
                                             const model::Effect &E) const {
  SymbolRef Sym = Site.value(Site.Before, E.Object).getAsLocSymbol();
  if (!Sym)
    return S;
  // A later test for NULL can't find that it was.
  S = O.assumeZero(S, Sym, false);
  if (!S)
    return nullptr;
  const Reference *Known = state::reference(S, Sym);
  Reference Ref = Known ? *Known : Reference();
  if (Ref.Listed != Reference::Listing::No) {
    // The list gets one of its own.
    Ref.Listed = Reference::Listing::No;
    S = state::setReference(S, Sym, Ref);
  }
  if (Ref.K == Reference::Kind::Escaped || Ref.K == Reference::Kind::Dead)
    return S;
  if (!Ref.Family)
    Ref.Family = familyOf(E);
  const Expr *Argument =
      Site.Call.getNumArgs() ? Site.Call.getArgExpr(0) : nullptr;
  if (Ref.K == Reference::Kind::Borrowed) {
    if (isKeptAlready(S, Sym, Argument)) {
      Ref.K = Reference::Kind::Escaped;
      return state::setReference(S, Sym, Ref);
    }
    // Whoever owns it keeps it alive beyond our release.
    Ref.K = Reference::Kind::Owned;
    Ref.Shared = true;
    Ref.By = &Site.Routine;
    Ref.Site = Site.Expr;
    Ref.Count = 0;
  }
  ++Ref.Count;
  S = state::setReference(S, Sym, Ref);
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
  // Whoever else gets it may take it out of the list again.
  if (Ref.Listed == Reference::Listing::Yes)
    Ref.Listed = Reference::Listing::No;
  return state::setReference(S, Value, Ref);
}

/// The object that \p Place is a part of; null if it has no value.
static SymbolRef objectOf(const MemRegion *Place) {
  const SymbolicRegion *Base = Place ? Place->getSymbolicBase() : nullptr;
  return Base ? Base->getSymbol() : nullptr;
}

ReferenceRules::State
ReferenceRules::beginListing(State S, const MemRegion *Place) const {
  SymbolRef Sym = objectOf(Place);
  const Reference *Known = Sym ? state::reference(S, Sym) : nullptr;
  if (!Known || Known->K != Reference::Kind::Owned || Known->Count != 1 ||
      Known->Shared)
    return S;
  Reference Ref = *Known;
  Ref.Listed = Reference::Listing::Begins;
  return state::setReference(S, Sym, Ref);
}

ReferenceRules::State ReferenceRules::endListing(State S,
                                                 const MemRegion *Place) const {
  SymbolRef Sym = objectOf(Place);
  const Reference *Known = Sym ? state::reference(S, Sym) : nullptr;
  if (!Known || Known->Listed != Reference::Listing::Begins)
    return S;
  Reference Ref = *Known;
  Ref.Listed = Reference::Listing::Yes;
  return state::setReference(S, Sym, Ref);
}
