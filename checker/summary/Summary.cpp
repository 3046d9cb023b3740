//===-- summary/Summary.cpp - what a function does, as a row --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "summary/Summary.h"
#include "path/AccessPath.h"
#include "summary/SummaryConditions.h"
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
  Summarizer(const FunctionDecl *FD, const FunctionRun &Run, const Outcomes &O)
      : FD(FD), Run(Run), O(O) {}

  std::optional<Routine> run() {
    for (const Exit &E : Run.Exits)
      addEndings(E);
    if (Endings.empty())
      return std::nullopt;
    Routine R;
    R.Name = FD->getNameAsString();
    R.Params = FD->getNumParams();
    R.Derived = true;
    for (Index = 0; Index < Endings.size(); ++Index)
      if (!observe(Endings[Index])) {
        R.Opaque = true;
        return R;
      }
    SummaryConditions When(FD, Endings, Run.Params, O);
    for (auto &[Key, Seen] : Effects)
      decide(Seen, When, R);
    for (const auto &[Member, Kind] : Run.TouchedMembers)
      touchMember(Member, Kind);
    llvm::erase_if(R.Effects, [&](const Effect &E) {
      return !E.LockKind.empty() && Touched.count(E.Object.str());
    });
    for (const auto &[Object, E] : Touched)
      R.Effects.push_back(E);
    llvm::erase_if(R.Effects, [&](const Effect &E) {
      return (E.Kind == EffectKind::Enter || E.Kind == EffectKind::Leave) &&
             Doubted[unsigned(E.Region)];
    });
    for (RegionKind K : {RegionKind::Critical, RegionKind::Guarded})
      if (Doubted[unsigned(K)]) {
        Effect E;
        E.Kind = EffectKind::Touch;
        E.Region = K;
        R.Effects.push_back(E);
      }
    // Nothing at all: that it keeps and releases nothing is worth saying.
    R.Borrows = R.Effects.empty() && !R.Opaque;
    return R;
  }

private:
  /// An exit that returns whether a lock was acquired is two.
  void addEndings(const Exit &E) {
    ProgramStateRef S = E.Node->getState();
    if (state::isDoubtful(S))
      return; // A path that contradicts itself shows nothing.
    for (const PendingHold &P : state::pendingHolds(S)) {
      if (P.Result != E.Returned.getAsSymbol())
        continue;
      if (auto Wait = parameter(P.Wait))
        Waits[P.Then.Site] = *Wait;
      for (bool Held : {true, false})
        if (ProgramStateRef Decided =
                O.assumeOutcome(S, P.Result, P.Then.What->When, Held))
          if (ProgramStateRef Refined = O.refine(Decided))
            Endings.push_back({Refined, E.Returned,
                               ExitRules::classify(Refined, E.Returned,
                                                   FD->getReturnType())});
      return;
    }
    Endings.push_back({S, E.Returned, E.Class});
  }

  /// \returns false if the ending shows \p E twice, which no row can say.
  bool add(Effect E) {
    // The condition is found out from where it shows.
    std::string Key = std::to_string(int(E.Kind)) + E.Object.str() +
                      E.LockKind + E.ReferenceKind +
                      std::to_string(int(E.Mode)) +
                      std::to_string(int(E.Region)) +
                      (E.WaitArgument ? std::to_string(*E.WaitArgument) : "");
    Observed &Seen = Effects[Key];
    Seen.E = std::move(E);
    Seen.At.resize(Endings.size());
    bool IsFirst = !Seen.At[Index];
    Seen.At[Index] = true;
    return IsFirst;
  }

  bool observe(const Ending &E) {
    ProgramStateRef S = E.State;
    if (!observeLocks(S))
      return false;
    if (state::handsOver(S))
      Doubted[0] = Doubted[1] = true;
    else
      observeRegions(S);
    observeReferences(S, E);
    return true;
  }

  /// What becomes of \p Lock follows no rule.
  /// \returns false if nothing can be said of which lock that is.
  bool touchLock(ProgramStateRef S, const MemRegion *Lock,
                 const std::string &Kind) {
    AccessPath Path = AccessPath::of(Lock, S);
    std::string Member = Path.member();
    if (auto Object = Path.toObject())
      touch(*Object, Kind);
    else if (!Member.empty())
      touchMember(Member, Kind);
    else
      return false;
    return true;
  }

  bool observeLocks(ProgramStateRef S) {
    for (const Hold &H : state::holds(S)) {
      auto Object = AccessPath::of(H.Lock, S).toObject();
      // Whoever the path left word for may have released it by now.
      if (!Object || H.HandedOver || state::handsOver(S)) {
        if (!touchLock(S, H.Lock, H.What->LockKind))
          return false;
        continue;
      }
      LockHistory History = state::history(S, H.Lock);
      if (History.EntryReleases)
        continue; // Given up and taken again.
      Effect Acquire;
      Acquire.Kind = EffectKind::Acquire;
      Acquire.Object = *Object;
      Acquire.LockKind = H.What->LockKind;
      Acquire.Mode =
          H.Exclusive ? model::LockMode::Exclusive : model::LockMode::Shared;
      if (auto It = Waits.find(H.Site); It != Waits.end())
        Acquire.WaitArgument = It->second;
      if (!add(Acquire))
        touch(Acquire.Object, Acquire.LockKind);
    }
    for (const PendingHold &P : state::pendingHolds(S))
      if (!touchLock(S, P.Then.Lock, P.Then.What->LockKind))
        return false; // Held or not, whatever is returned.
    for (const auto &[Lock, History] : state::histories(S)) {
      auto Object = AccessPath::of(Lock, S).toObject();
      // Doubts about, or the end of, what the caller has no name for: likely
      // another object than those that it holds the locks of.
      if (!Object && (History.Touched || History.Deleted) &&
          !History.EntryReleases)
        continue;
      // What is gone can't be acquired any more.
      if (History.Touched && !History.Deleted) {
        if (!touchLock(S, Lock, "eresource")) // Of whatever kind it is.
          return false;
        continue;
      }
      if (History.Deleted && Object) {
        Effect Delete;
        Delete.Kind = EffectKind::Delete;
        Delete.Object = *Object;
        Delete.LockKind = "eresource";
        add(Delete);
      }
      if (!History.EntryReleases)
        continue;
      bool HeldAgain = llvm::any_of(
          state::holds(S), [L = Lock](const Hold &H) { return H.Lock == L; });
      if (HeldAgain)
        continue;
      if (!Object || !History.ReleasedBy) {
        if (!touchLock(S, Lock, "eresource"))
          return false;
        continue;
      }
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

  void observeRegions(ProgramStateRef S) {
    for (RegionKind K : {RegionKind::Critical, RegionKind::Guarded}) {
      RegionDepth Region = state::region(S, K);
      int Depth = Region.Depth;
      Doubted[unsigned(K)] |= Region.Unknown;
      for (const auto &[Lock, History] : state::histories(S))
        if (K == RegionKind::Critical)
          Depth -= History.EntryRegions;
      if (Depth < -1 || Depth > 1)
        Doubted[unsigned(K)] = true; // The language says each once.
      if (Depth == 0)
        continue;
      Effect Crossing;
      Crossing.Kind = Depth > 0 ? EffectKind::Enter : EffectKind::Leave;
      Crossing.Region = K;
      add(Crossing);
    }
  }

  void observeReferences(ProgramStateRef S, const Ending &E) {
    for (unsigned I = 0; I < Run.Params.size(); ++I) {
      if (!Run.Params[I] || !FD->getParamDecl(I)->getType()->isPointerType())
        continue;
      const Reference *Ref = state::reference(S, Run.Params[I]);
      Effect What;
      What.ReferenceKind = kindOf(Ref);
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
  }

  /// What the variable that parameter \p I points to holds on return.
  void observeOutput(ProgramStateRef S, const Ending &E, unsigned I) {
    QualType Pointee = FD->getParamDecl(I)->getType()->getPointeeType();
    if (Pointee.isNull() || !Pointee->isPointerType())
      return;
    const MemRegion *R = S->getStateManager()
                             .getSValBuilder()
                             .makeLoc(Run.Params[I])
                             .getAsRegion();
    if (R)
      observeGiven(S, E, S->getSVal(R, Pointee), ObjectPath::BaseKind::Argument,
                   I);
  }

  void observeGiven(ProgramStateRef S, const Ending &E, SVal Value,
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
    Give.ReferenceKind = kindOf(Known);
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

  /// Of what nobody has said the kind, any will do.
  static std::string kindOf(const Reference *Ref) {
    return Ref && Ref->Family ? Ref->Family->Kind : "context";
  }

  std::optional<unsigned> parameter(SymbolRef Sym) const {
    const auto *Value = dyn_cast_or_null<SymbolRegionValue>(Sym);
    const auto *V = Value ? dyn_cast<VarRegion>(Value->getRegion()) : nullptr;
    const auto *P = V ? dyn_cast<ParmVarDecl>(V->getDecl()) : nullptr;
    if (!P || P->getDeclContext() != FD)
      return std::nullopt;
    return P->getFunctionScopeIndex();
  }

  void touch(const ObjectPath &Object, const std::string &LockKind) {
    Effect &E = Touched[Object.str()];
    E.Kind = EffectKind::Touch;
    E.Object = Object;
    E.LockKind = LockKind;
  }

  void touchMember(const std::string &Member, const std::string &LockKind) {
    Effect &E = Touched["member " + Member];
    E.Kind = EffectKind::Touch;
    E.Member = Member;
    E.LockKind = LockKind;
  }

  /// Adds \p Seen to \p R under the conditions that all exits agree on.
  void decide(Observed &Seen, const SummaryConditions &When, Routine &R) {
    Effect &E = Seen.E;
    if (E.When.When != Condition::Outcome::Always || // The result itself tells.
        E.Kind == EffectKind::Keep) {                // It may at any time.
      R.Effects.push_back(E);
      return;
    }
    if (auto Found = When.explain(Seen.At, E.Kind != EffectKind::Give)) {
      for (Condition &C : *Found) {
        E.When = std::move(C);
        R.Effects.push_back(E);
      }
      return;
    }
    // On some paths, for reasons of its own.
    if (E.Kind == EffectKind::Give) {
      E.MayBeNull = true;
    } else if (!E.ReferenceKind.empty()) {
      E.Kind = EffectKind::Keep;
    } else if (!E.LockKind.empty()) {
      touch(E.Object, E.LockKind);
      return;
    } else {
      Doubted[unsigned(E.Region)] = true;
      return;
    }
    R.Effects.push_back(E);
  }

  const FunctionDecl *FD;
  const FunctionRun &Run;
  const Outcomes &O;
  llvm::SmallVector<Ending, 8> Endings;
  /// Parameters that say whether a call waits, by call.
  llvm::DenseMap<const Expr *, unsigned> Waits;
  size_t Index = 0;
  std::map<std::string, Observed> Effects;
  std::map<std::string, Effect> Touched;
  /// Kinds of regions of which some exit can't tell whether they are entered.
  bool Doubted[2] = {};
};

} // namespace

std::optional<Routine> flt::summarize(const FunctionDecl *FD,
                                      const FunctionRun &Run,
                                      const Outcomes &O) {
  return Summarizer(FD, Run, O).run();
}
