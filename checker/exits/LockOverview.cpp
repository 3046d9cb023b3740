//===-- exits/LockOverview.cpp - locks over all exits ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/LockOverview.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

std::string flt::lockKey(const MemRegion *Lock, const Expr *Site,
                         ProgramStateRef S) {
  std::string Name = AccessPath::of(Lock, S).str();
  if (!Name.empty())
    return Name;
  return "#" + std::to_string(reinterpret_cast<std::uintptr_t>(Site));
}

AccessPath flt::pathOf(const EntryRelease &E) {
  return AccessPath::of(E.Lock, E.Node->getState());
}

bool flt::saysNothing(ProgramStateRef S) {
  return state::handsOver(S) || state::isDoubtful(S);
}

static const llvm::APSInt *knownReturn(const Exit &E) {
  ProgramStateRef S = E.Node->getState();
  return S->getStateManager().getSValBuilder().getKnownValue(S, E.Returned);
}

bool flt::isGiven(const Hold &H, const Exit &E) {
  ProgramStateRef S = E.Node->getState();
  const MemRegion *Returned = E.Returned.getAsRegion();
  return H.ObjectGiven ||
         (Returned &&
          AccessPath::of(Returned, S).isPrefixOf(AccessPath::of(H.Lock, S)));
}

bool flt::releasesEntry(ProgramStateRef S, const Hold &H) {
  return llvm::any_of(state::histories(S), [&](const auto &Entry) {
    const LockHistory &History = Entry.second;
    return History.EntryReleases && History.ReleasedBy &&
           llvm::any_of(History.ReleasedBy->Effects,
                        [&](const model::Effect &E) {
                          return E.Kind == model::EffectKind::Release &&
                                 E.LockKind == H.What->LockKind;
                        });
  });
}

bool flt::isCertain(const Hold &H, const FunctionRun &Run, ProgramStateRef S) {
  // One loop locks what is in a list, or what a function enumerates, and
  // another unlocks it.
  AccessPath Path = AccessPath::of(H.Lock, S);
  if (Path.walksList() &&
      llvm::any_of(Run.EntryReleases,
                   [](const EntryRelease &E) { return pathOf(E).walksList(); }))
    return false;
  if (Path.enumerator() &&
      Run.EnumeratedReleases.contains(Path.enumerationHash()))
    return false;
  // Dropped and taken again: the caller's hold is back.
  LockHistory History = state::history(S, H.Lock);
  return !H.HandedOver && !History.EntryReleases && !History.Unknown;
}

bool LockOverview::followsResult(const FunctionRun &Run) const {
  bool SomeFree = false;
  for (size_t I = 0; I < Run.Exits.size(); ++I) {
    if (saysNothing(Run.Exits[I].Node->getState()))
      continue;
    ReturnClass Class = Run.Exits[I].Class;
    SomeFree |= !Held[I];
    if (Held[I] ? Class == ReturnClass::Negative || Class == ReturnClass::None
                : Class != ReturnClass::Negative)
      return false;
  }
  return SomeFree;
}

LockOverviews flt::overviewOf(const FunctionRun &Run) {
  LockOverviews Overview;
  size_t Count = Run.Exits.size();
  auto At = [&](const std::string &Key) -> LockOverview & {
    LockOverview &O = Overview[Key];
    O.Held.resize(Count);
    O.Released.resize(Count);
    return O;
  };
  // What returns the status with which other paths have handed over the lock
  // (STATUS_PENDING, as a rule), does so as well for all that is known.
  auto ReturnsSame = [](const Exit &A, const Exit &B) {
    const llvm::APSInt *X = knownReturn(A), *Y = knownReturn(B);
    return X && Y && *X != 0 && llvm::APSInt::isSameValue(*X, *Y);
  };
  auto LooksHandedOver = [&](const Exit &E) {
    return llvm::any_of(Run.Exits, [&](const Exit &Other) {
      return state::handsOver(Other.Node->getState()) && ReturnsSame(E, Other);
    });
  };
  for (size_t I = 0; I < Count; ++I) {
    ProgramStateRef S = Run.Exits[I].Node->getState();
    for (const auto &[Lock, History] : state::histories(S))
      if (History.LastRelease)
        At(lockKey(Lock, nullptr, S)).Released[I] = true;
    if (saysNothing(S))
      continue;
    for (const Hold &H : state::holds(S)) {
      // Locks for locks: it came with one object, and goes with the next.
      if (isGiven(H, Run.Exits[I]) && releasesEntry(S, H))
        continue;
      if (isCertain(H, Run, S) && !LooksHandedOver(Run.Exits[I]))
        At(lockKey(H.Lock, H.Site, S)).Held[I] = H;
    }
  }
  return Overview;
}
