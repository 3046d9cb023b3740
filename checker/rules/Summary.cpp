//===-- rules/Summary.cpp - what a function does, as a row ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Summary.h"
#include "state/AccessPath.h"
#include "clang/AST/DeclCXX.h"
#include <map>

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::Condition;
using model::Effect;
using model::EffectKind;
using model::ObjectPath;
using model::RegionKind;
using model::Routine;

namespace {

/// An effect and the exits that show it. Two exits may show it for different
/// reasons, so it is found again by what it prints as.
struct Observed {
  Effect E;
  llvm::SmallVector<bool, 8> At;
};

class Summarizer {
public:
  Summarizer(const FunctionDecl *FD, const FunctionRun &Run,
             llvm::ArrayRef<SymbolRef> Params, const Outcomes &O)
      : FD(FD), Run(Run), Params(Params), O(O) {}

  std::optional<Routine> run() {
    for (Index = 0; Index < Run.Exits.size(); ++Index)
      if (!observe(Run.Exits[Index]))
        return std::nullopt;
    Routine R;
    R.Name = FD->getNameAsString();
    R.Params = FD->getNumParams();
    R.Derived = true;
    for (auto &[Key, Seen] : Effects)
      if (!decide(Seen, R))
        return std::nullopt;
    // Nothing at all: that it keeps and releases nothing is worth saying.
    R.Borrows = R.Effects.empty();
    return R;
  }

private:
  void add(Effect E) {
    // The condition is found out from where it shows.
    std::string Key = std::to_string(int(E.Kind)) + E.Object.str() +
                      E.LockKind + E.ReferenceKind +
                      std::to_string(int(E.Mode)) +
                      std::to_string(int(E.Region)) +
                      (E.WaitArgument ? std::to_string(*E.WaitArgument) : "");
    Observed &Seen = Effects[Key];
    Seen.E = std::move(E);
    Seen.At.resize(Run.Exits.size());
    Seen.At[Index] = true;
  }

  bool observe(const Exit &E) {
    ProgramStateRef S = E.Node->getState();
    if (state::handsOver(S) || state::isDoubtful(S))
      return false;
    return observeLocks(S, E) && observeRegions(S) &&
           observeReferences(S, E);
  }

  bool observeLocks(ProgramStateRef S, const Exit &E) {
    for (const Hold &H : state::holds(S)) {
      auto Object = AccessPath::of(H.Lock, S).toObject();
      if (!Object || H.HandedOver)
        return false;
      LockHistory History = state::history(S, H.Lock);
      if (History.EntryReleases)
        continue; // Given up and taken again.
      Effect Acquire;
      Acquire.Kind = EffectKind::Acquire;
      Acquire.Object = *Object;
      Acquire.LockKind = H.What->LockKind;
      Acquire.Mode = H.Exclusive ? model::LockMode::Exclusive
                                 : model::LockMode::Shared;
      add(Acquire);
    }
    for (const PendingHold &P : state::pendingHolds(S)) {
      auto Object = AccessPath::of(P.Then.Lock, S).toObject();
      if (!Object || E.Returned.getAsSymbol() != P.Result)
        return false;
      Effect Acquire;
      Acquire.Kind = EffectKind::Acquire;
      Acquire.Object = *Object;
      Acquire.LockKind = P.Then.What->LockKind;
      Acquire.Mode = P.Then.Exclusive ? model::LockMode::Exclusive
                                      : model::LockMode::Shared;
      Acquire.When.When = Condition::Outcome::True;
      Acquire.WaitArgument = parameter(P.Wait);
      add(Acquire);
    }
    for (const auto &[Lock, History] : state::histories(S)) {
      if (History.Unknown)
        return false;
      if (!History.EntryReleases)
        continue;
      bool HeldAgain = llvm::any_of(state::holds(S), [L = Lock](const Hold &H) {
        return H.Lock == L;
      });
      if (HeldAgain)
        continue;
      auto Object = AccessPath::of(Lock, S).toObject();
      if (!Object || !History.ReleasedBy)
        return false;
      Effect Release;
      Release.Kind = EffectKind::Release;
      Release.Object = *Object;
      for (const Effect &E : History.ReleasedBy->Effects)
        if (E.Kind == EffectKind::Release)
          Release.LockKind = E.LockKind;
      add(Release);
    }
    return true;
  }

  bool observeRegions(ProgramStateRef S) {
    for (RegionKind K : {RegionKind::Critical, RegionKind::Guarded}) {
      int Depth = state::region(S, K).Depth;
      for (const auto &[Lock, History] : state::histories(S))
        if (K == RegionKind::Critical)
          Depth -= History.EntryRegions;
      if (Depth < -1 || Depth > 1)
        return false; // The language says each once.
      if (Depth == 0)
        continue;
      Effect Region;
      Region.Kind = Depth > 0 ? EffectKind::Enter : EffectKind::Leave;
      Region.Region = K;
      add(Region);
    }
    return true;
  }

  bool observeReferences(ProgramStateRef S, const Exit &E) {
    for (unsigned I = 0; I < Params.size(); ++I) {
      if (!Params[I])
        continue;
      const Reference *Ref = state::reference(S, Params[I]);
      Effect What;
      What.ReferenceKind = "context";
      What.Object.Argument = I;
      if (Ref && Ref->K == Reference::Kind::Dead)
        What.Kind = EffectKind::Take;
      else if (Ref && Ref->K == Reference::Kind::Escaped)
        What.Kind = EffectKind::Keep;
      else if (Ref && Ref->isOwed())
        What.Kind = EffectKind::AddRef;
      else
        What.Kind = EffectKind::Link; // Stands for nothing here.
      if (What.Kind != EffectKind::Link)
        add(What);
      observeOutput(S, E, I);
    }
    observeGiven(S, E, E.Returned, ObjectPath::BaseKind::Return, 0);
    return true;
  }

  /// What the variable that parameter \p I points to holds on return.
  void observeOutput(ProgramStateRef S, const Exit &E, unsigned I) {
    QualType Pointee = FD->getParamDecl(I)->getType()->getPointeeType();
    if (Pointee.isNull() || !Pointee->isPointerType())
      return;
    const MemRegion *R = S->getStateManager()
                             .getSValBuilder()
                             .makeLoc(Params[I])
                             .getAsRegion();
    if (R)
      observeGiven(S, E, S->getSVal(R, Pointee), ObjectPath::BaseKind::Argument,
                   I);
  }

  void observeGiven(ProgramStateRef S, const Exit &E, SVal Value,
                    ObjectPath::BaseKind Base, unsigned I) {
    SymbolRef Sym = Value.getAsLocSymbol();
    const Reference *Known = Sym ? state::reference(S, Sym) : nullptr;
    if (!Known || !Known->By || Known->K == Reference::Kind::Dead ||
        Known->K == Reference::Kind::Borrowed ||
        Known->By->has(EffectKind::AddRef))
      return;
    Reference Ref = *Known;
    Ref.K = Reference::Kind::Pending;
    Decision Owed = O.isOwed(S, Sym, Ref);
    if (Owed == Decision::No)
      return;
    Effect Give;
    Give.Kind = EffectKind::Give;
    Give.ReferenceKind = "context";
    Give.Object.Base = Base;
    Give.Object.Argument = I;
    if (Base == ObjectPath::BaseKind::Argument)
      Give.Object.Steps.push_back({ObjectPath::Step::Kind::Deref, ""});
    Give.NullOtherwise = true;
    // Passed on with the result that tells.
    if (Owed == Decision::Unknown && E.Returned.getAsSymbol() == Ref.Status)
      Give.When.When = Condition::Outcome::Success;
    else
      Give.MayBeNull = Owed == Decision::Unknown;
    add(Give);
  }

  std::optional<unsigned> parameter(SymbolRef Sym) const {
    const auto *Value = dyn_cast_or_null<SymbolRegionValue>(Sym);
    const auto *V = Value ? dyn_cast<VarRegion>(Value->getRegion()) : nullptr;
    const auto *P = V ? dyn_cast<ParmVarDecl>(V->getDecl()) : nullptr;
    if (!P || P->getDeclContext() != FD)
      return std::nullopt;
    return P->getFunctionScopeIndex();
  }

  /// Adds \p Seen to \p R under the condition that all exits agree on.
  bool decide(Observed &Seen, Routine &R) {
    Effect &E = Seen.E;
    bool All = true, PositiveOnly = true, NegativeOnly = true;
    for (size_t I = 0; I < Run.Exits.size(); ++I) {
      ReturnClass Class = Run.Exits[I].Class;
      All &= Seen.At[I];
      bool Positive = Class == ReturnClass::Positive;
      bool Negative = Class == ReturnClass::Negative;
      PositiveOnly &= Seen.At[I] ? !Negative && Class != ReturnClass::None
                                 : Negative;
      NegativeOnly &= Seen.At[I] ? Negative : Positive;
    }
    bool Tells = E.When.When != Condition::Outcome::Always;
    if (!All && !Tells) {
      if (PositiveOnly || NegativeOnly) {
        E.When.When = outcome(PositiveOnly);
      } else if (E.Kind == EffectKind::Give) {
        E.MayBeNull = true;
      } else if (!E.ReferenceKind.empty()) {
        // On some paths, for reasons of its own.
        E.Kind = EffectKind::Keep;
      } else {
        return false;
      }
    }
    R.Effects.push_back(E);
    return true;
  }

  Condition::Outcome outcome(bool Positive) const {
    QualType T = FD->getReturnType();
    if (T->isPointerType())
      return Positive ? Condition::Outcome::NonNull : Condition::Outcome::Null;
    if (ExitRules::isNtStatus(T))
      return Positive ? Condition::Outcome::Success
                      : Condition::Outcome::Failure;
    return Positive ? Condition::Outcome::True : Condition::Outcome::False;
  }

  const FunctionDecl *FD;
  const FunctionRun &Run;
  llvm::ArrayRef<SymbolRef> Params;
  const Outcomes &O;
  size_t Index = 0;
  std::map<std::string, Observed> Effects;
};

} // namespace

std::optional<Routine> flt::summarize(const FunctionDecl *FD,
                                      const FunctionRun &Run,
                                      llvm::ArrayRef<SymbolRef> Params,
                                      const Outcomes &O) {
  // Other files can't call it, or not by its name alone.
  if (!FD->isExternallyVisible() || isa<CXXMethodDecl>(FD) ||
      !FD->getIdentifier() || FD->isVariadic() || Run.Exits.empty() ||
      FD->isTemplateInstantiation())
    return std::nullopt;
  return Summarizer(FD, Run, Params, O).run();
}
