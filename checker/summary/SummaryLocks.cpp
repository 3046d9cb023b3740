//===-- summary/SummaryLocks.cpp - locks and regions in a row -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/AccessPath.h"
#include "path/EntryValues.h"
#include "summary/Summarizer.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::Effect;
using model::EffectKind;
using model::ObjectPath;
using model::RegionKind;
using model::Routine;

void Summarizer::touch(const ObjectPath &Object, const std::string &LockKind) {
  Effect &E = Touched[Object.str()];
  E.Kind = EffectKind::Touch;
  E.Object = Object;
  E.LockKind = LockKind;
}

void Summarizer::touchMember(const std::string &Member,
                             const std::string &LockKind) {
  Effect &E = Touched["member " + Member];
  E.Kind = EffectKind::Touch;
  E.Member = Member;
  E.LockKind = LockKind;
}

std::optional<ObjectPath> Summarizer::objectOf(const MemRegion *Lock,
                                               const Ending &E) const {
  if (auto Given = givenObject(Lock, E.State, FD, Run.Params, E.Returned))
    return Given;
  return AccessPath::of(Lock, E.State).toObject();
}

bool Summarizer::touchLock(const Ending &E, const MemRegion *Lock,
                           const std::string &Kind) {
  std::string Member = AccessPath::of(Lock, E.State).member();
  if (auto Object = objectOf(Lock, E))
    touch(*Object, Kind);
  else if (!Member.empty())
    touchMember(Member, Kind);
  else
    return false;
  return true;
}

/// Of a lock that nothing is known of but that it is one.
static std::string kindOf(const LockHistory &History) {
  return History.Family ? History.Family->Kind : "eresource";
}

void Summarizer::observeHold(const Hold &H, const Ending &E) {
  LockHistory History = state::history(E.State, H.Lock);
  if (History.EntryReleases)
    return; // Given up and taken again.
  Effect Acquire;
  Acquire.Kind = EffectKind::Acquire;
  Acquire.Object = *objectOf(H.Lock, E);
  Acquire.LockKind = H.What->LockKind;
  Acquire.Mode =
      H.Exclusive ? model::LockMode::Exclusive : model::LockMode::Shared;
  if (auto It = Waits.find(H.Site); It != Waits.end())
    Acquire.WaitArgument = It->second;
  if (!add(Acquire))
    touch(Acquire.Object, Acquire.LockKind);
}

/// What the path knows of \p Lock beside whether it is held.
bool Summarizer::observeHistory(const MemRegion *Lock,
                                const LockHistory &History, const Ending &E) {
  ProgramStateRef S = E.State;
  auto Object = objectOf(Lock, E);
  // Doubts about, or the end of, what the caller has no name for: likely
  // another object than those that it holds the locks of.
  if (!Object && (History.Touched || History.Deleted) && !History.EntryReleases)
    return true;
  bool IsHeld = llvm::any_of(state::holds(S),
                             [&](const Hold &H) { return H.Lock == Lock; });
  // Somebody got it, and it was not released since.
  bool IsDoubtful =
      History.Touched ||
      (History.Unknown && !History.LastRelease && !History.Acquired && !IsHeld);
  // What is gone can't be acquired any more.
  if (IsDoubtful && !History.Deleted)
    return touchLock(E, Lock, kindOf(History)) || !History.Touched;
  if (History.Deleted && Object) {
    Effect Delete;
    Delete.Kind = EffectKind::Delete;
    Delete.Object = *Object;
    Delete.LockKind = kindOf(History);
    add(Delete);
  }
  if (!History.EntryReleases || IsHeld)
    return true;
  if (!Object || !History.ReleasedBy)
    return touchLock(E, Lock, kindOf(History));
  Effect Release;
  Release.Kind = EffectKind::Release;
  Release.Object = *Object;
  for (const Effect &Of : History.ReleasedBy->Effects)
    if (Of.Kind == EffectKind::Release)
      Release.LockKind = Of.LockKind;
  add(Release);
  return true;
}

bool Summarizer::observeLocks(const Ending &E) {
  ProgramStateRef S = E.State;
  bool LeftWord = state::handsOver(S);
  for (const Hold &H : state::holds(S)) {
    crosses(H.Enters);
    // Whoever the path left word for, or gave it to, may have released it.
    if (!objectOf(H.Lock, E) || H.HandedOver || LeftWord ||
        state::history(S, H.Lock).Unknown) {
      if (!touchLock(E, H.Lock, H.What->LockKind))
        return false;
      continue;
    }
    Settled[objectOf(H.Lock, E)->str()] = true;
    observeHold(H, E);
  }
  for (const PendingHold &P : state::pendingHolds(S)) {
    crosses(P.Then.Enters);
    if (!touchLock(E, P.Then.Lock, P.Then.What->LockKind))
      return false; // Held or not, whatever is returned.
  }
  for (const auto &[Lock, History] : state::histories(S)) {
    if (History.EntryRegions)
      crosses(History.EntryRegion);
    if (History.ReleasedBy)
      crosses(History.ReleasedBy->regionOf(EffectKind::Leave));
    if (auto Object = objectOf(Lock, E); Object && History.LastRelease)
      Settled[Object->str()] = true;
    if (!observeHistory(Lock, History, E))
      return false;
  }
  return true;
}

void Summarizer::observeRegions(ProgramStateRef S) {
  for (RegionKind K : model::AllRegions) {
    RegionDepth Region = state::region(S, K);
    int Depth = Region.Depth;
    Doubted[unsigned(K)] |= Region.Unknown;
    for (const auto &[Lock, History] : state::histories(S))
      if (K == History.EntryRegion)
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

void Summarizer::matchHandOvers() {
  for (auto &[Key, Acquired] : Effects) {
    const ObjectPath &Object = Acquired.E.Object;
    if (Acquired.E.Kind != EffectKind::Acquire ||
        Object.Base != ObjectPath::BaseKind::Argument ||
        Object.Steps.size() < 2 ||
        Object.Steps[1].K != ObjectPath::Step::Kind::Deref)
      continue;
    for (auto &[Other, Released] : Effects) {
      if (Released.E.Kind != EffectKind::Release ||
          Released.E.Object.str() != Object.str())
        continue;
      for (size_t I = 0; I < Endings.size(); ++I)
        if (!Acquired.At[I] && !Released.At[I] &&
            isUnchanged(Endings[I], Object.Argument))
          Acquired.Either[I] = Released.Either[I] = true;
    }
  }
}

void Summarizer::addTouches(Routine &R) {
  for (const auto &[Member, Kind] : Run.TouchedMembers)
    touchMember(Member, Kind);
  llvm::erase_if(R.Effects, [&](const Effect &E) {
    return !E.LockKind.empty() && Touched.count(E.Object.str());
  });
  for (const auto &[Object, E] : Touched)
    R.Effects.push_back(E);
  // Where it is uncertain whether the lock is released, so is whether the
  // region is left with it.
  for (const Effect &E : R.Effects)
    if (E.Kind == EffectKind::Enter || E.Kind == EffectKind::Leave)
      crosses(E.Region);
  for (RegionKind K : model::AllRegions)
    if (!Touched.empty() && CrossesWithLock[unsigned(K)])
      Doubted[unsigned(K)] = true;
  llvm::erase_if(R.Effects, [&](const Effect &E) {
    return (E.Kind == EffectKind::Enter || E.Kind == EffectKind::Leave) &&
           Doubted[unsigned(E.Region)];
  });
  for (RegionKind K : model::AllRegions)
    if (Doubted[unsigned(K)]) {
      Effect E;
      E.Kind = EffectKind::Touch;
      E.Region = K;
      R.Effects.push_back(E);
    }
}
