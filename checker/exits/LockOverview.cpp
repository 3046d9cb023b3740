//===-- exits/LockOverview.cpp - locks over all exits ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "exits/LockOverview.h"
#include "hints/Words.h"
#include "path/TruthValues.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

std::string flt::lockKey(const MemRegion *Lock, const Expr *Site,
                         ProgramStateRef S) {
  // Not where it was stored: other exits may not have come by there.
  std::string Name = AccessPath::asRead(Lock, S).str();
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

bool flt::isHandedOut(const Hold &H, const Exit &E, const FunctionRun &Run) {
  ProgramStateRef S = E.Node->getState();
  AccessPath Lock = AccessPath::of(H.Lock, S);
  auto Leads = [&](SVal Pointer) {
    const MemRegion *R = Pointer.getAsRegion();
    return R && AccessPath::of(R, S).isPrefixOf(Lock);
  };
  // What the caller passed it has already.
  if (Leads(E.Returned) &&
      !llvm::is_contained(Run.Params, E.Returned.getAsLocSymbol()))
    return true;
  SValBuilder &SVB = S->getStateManager().getSValBuilder();
  return llvm::any_of(Run.Params, [&](SymbolRef Param) {
    QualType Pointee = Param ? Param->getType()->getPointeeType() : QualType();
    if (Pointee.isNull() || !Pointee->isPointerType())
      return false;
    const MemRegion *Out = SVB.makeLoc(Param).getAsRegion();
    if (!Out)
      return false;
    // What the caller had there before it knows without being told.
    SVal Now = S->getSVal(Out, Pointee);
    const auto *Read = dyn_cast_or_null<SymbolRegionValue>(Now.getAsSymbol());
    return Leads(Now) &&
           !(Read && Read->getRegion()->StripCasts() == Out->StripCasts());
  });
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
  if (Path.isAnyElement())
    return false;
  if (Path.enumerator() &&
      Run.EnumeratedReleases.contains(Path.enumerationHash()))
    return false;
  return !H.HandedOver && !wasGivenUp(S, H.Lock) &&
         !state::history(S, H.Lock).Unknown;
}

bool flt::wasGivenUp(ProgramStateRef S, const MemRegion *Lock) {
  AccessPath Path = AccessPath::of(Lock, S);
  return llvm::any_of(state::histories(S), [&](const auto &Entry) {
    return Entry.second.EntryReleases &&
           (Entry.first == Lock || AccessPath::of(Entry.first, S) == Path);
  });
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

/// Whether what \p Param pointed to when the path of \p E began is another
/// value by now: the function tells its caller something through it.
static bool tellsThrough(SymbolRef Param, const Exit &E) {
  ProgramStateRef S = E.Node->getState();
  const MemRegion *R =
      S->getStateManager().getSValBuilder().makeLoc(Param).getAsRegion();
  QualType Pointee = Param->getType()->getPointeeType();
  if (!R || Pointee.isNull() || Pointee->isVoidType() ||
      Pointee->isRecordType() || Pointee->isFunctionType())
    return false;
  const auto *Read =
      dyn_cast_or_null<SymbolRegionValue>(S->getSVal(R, Pointee).getAsSymbol());
  return !Read || Read->getRegion()->StripCasts() != R->StripCasts();
}

/// Whether the parameter that \p Value is of has a name like KeepLock.
static bool asksToKeep(SymbolRef Value) {
  const auto *Entry = dyn_cast<SymbolRegionValue>(Value);
  const auto *V = Entry ? dyn_cast<VarRegion>(Entry->getRegion()) : nullptr;
  return V && hasWordFor(V->getDecl()->getNameAsString(), WordMeaning::Keeps);
}

/// The return that ends the path of \p E; null at the end of a body.
static const Stmt *returnOf(const Exit &E) {
  auto Point = E.Node->getLocationAs<FunctionExitPoint>();
  return Point ? Point->getStmt() : nullptr;
}

bool LockOverview::followsArgument(const FunctionRun &Run,
                                   SymbolRef Param) const {
  bool SomeHeld = false, SomeFree = false, AllTold = true, NoneReleased = true;
  llvm::SmallPtrSet<const Stmt *, 4> HeldAt, FreeAt;
  for (size_t I = 0; I < Run.Exits.size(); ++I) {
    ProgramStateRef S = Run.Exits[I].Node->getState();
    if (saysNothing(S))
      continue;
    ConditionTruthVal Zero = S->getConstraintManager().isNull(S, Param);
    bool Fails = Run.Exits[I].Class == ReturnClass::Negative;
    if (Held[I]) {
      if (Fails || !Zero.isConstrainedFalse())
        return false;
      SomeHeld = true;
      AllTold &= tellsThrough(Param, Run.Exits[I]);
      HeldAt.insert(returnOf(Run.Exits[I]));
    } else {
      if (!Fails && !Zero.isConstrainedTrue())
        return false;
      if (!Zero.isConstrainedTrue())
        continue;
      SomeFree = true;
      NoneReleased &= !Released[I];
      FreeAt.insert(returnOf(Run.Exits[I]));
    }
  }
  if (!SomeHeld || !SomeFree)
    return false;
  if (NoneReleased) // Taken for it alone.
    return true;
  // "if (Buffer != NULL) return;" and "if (!Early) Release();" under a lock are
  // no agreement: a pointer must be there to tell of the lock, a flag decide
  // over the release and nothing else, and say so.
  return Param->getType()->isPointerType()
             ? AllTold
             : HeldAt == FreeAt && asksToKeep(Param);
}

bool LockOverview::followsParameter(const FunctionRun &Run) const {
  return llvm::any_of(Run.Params, [&](SymbolRef Param) {
    return Param &&
           (Param->getType()->isPointerType() ||
            isTruthType(Param->getType())) &&
           followsArgument(Run, Param);
  });
}

bool LockOverview::followsGiven(const FunctionRun &Run) const {
  bool SomeHeld = false;
  for (size_t I = 0; I < Run.Exits.size(); ++I) {
    const Exit &E = Run.Exits[I];
    if (saysNothing(E.Node->getState()))
      continue;
    if (!Held[I]) {
      // Successes that disagree are no agreement.
      if (Released[I] && E.Class == ReturnClass::Positive)
        return false;
      continue;
    }
    if (E.Class == ReturnClass::Negative || !isHandedOut(*Held[I], E, Run))
      return false;
    SomeHeld = true;
  }
  return SomeHeld;
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
