//===-- locks/LockDoubts.cpp - what others may have done to locks ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "hints/Guess.h"
#include "hints/Names.h"
#include "locks/LockRules.h"
#include "path/AccessPath.h"
#include "syntax/LockTypes.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using model::EffectKind;

/// Whether both locks are the same member of different objects.
static bool sameMember(const MemRegion *A, const MemRegion *B) {
  auto Member = [](const MemRegion *R) -> const FieldDecl * {
    if (const auto *S = dyn_cast<SymbolicRegion>(R))
      R = S->getSymbol()->getOriginRegion();
    const auto *F = dyn_cast_or_null<FieldRegion>(R);
    return F ? F->getDecl() : nullptr;
  };
  const FieldDecl *Of = Member(A);
  return Of && Of == Member(B);
}

/// Whether \p Call may have acquired what it leads to.
bool LockRules::acquiresUnseen(const Stmt *Call) const {
  const auto *CE = dyn_cast_or_null<CallExpr>(Call);
  const FunctionDecl *FD = CE ? CE->getDirectCallee() : nullptr;
  if (!FD)
    return CE;
  const model::Routine *Routine = M.lookup(FD);
  return Routine ? Routine->Opaque
                 : FD->getIdentifier() && suggestsHolding(FD->getName());
}

bool LockRules::mayBeHeld(State S, const MemRegion *Lock,
                          const model::Effect &E) const {
  for (const Hold &H : state::holds(S))
    if (H.What->LockKind == E.LockKind && sameMember(H.Lock, Lock))
      return true;
  // The values that lead to the lock, and the calls that they came from.
  while (const auto *Base = Lock->getSymbolicBase()) {
    SymbolRef Sym = Base->getSymbol();
    const MemRegion *From = Sym->getOriginRegion();
    if (const auto *D = dyn_cast<SymbolDerived>(Sym))
      Sym = D->getParentSymbol();
    if (const auto *C = dyn_cast<SymbolConjured>(Sym))
      if (acquiresUnseen(C->getStmt()))
        return true;
    if (!From)
      break;
    Lock = From;
  }
  return false;
}

/// As far as its type tells.
const model::LockFamily *LockRules::familyOf(const MemRegion *Lock) const {
  if (const auto *Typed = dyn_cast<TypedValueRegion>(Lock))
    return lockFamilyOf(Typed->getValueType(), M);
  const auto *Symbolic = dyn_cast<SymbolicRegion>(Lock);
  return Symbolic ? lockFamilyBehind(Symbolic->getSymbol()->getType(), M)
                  : nullptr;
}

LockRules::State LockRules::forget(State S, const MemRegion *Lock,
                                   StringRef Kind) const {
  auto Doubt = [&](const MemRegion *R, StringRef Kind) {
    LockHistory History = state::history(S, R);
    History.Unknown = History.Touched = true;
    if (!History.Family)
      History.Family = Kind.empty() ? familyOf(R) : M.lockFamily(Kind);
    S = state::setHistory(S, R, History);
  };
  AccessPath Path = AccessPath::of(Lock, S);
  for (const Hold &H : state::holds(S))
    if (H.Lock == Lock || AccessPath::of(H.Lock, S) == Path) {
      S = state::removeHold(S, H);
      Doubt(H.Lock, H.What->LockKind);
      if (H.Enters)
        S = state::doubtRegion(S, *H.Enters);
    }
  Doubt(Lock, Kind);
  return S;
}

LockRules::State LockRules::forgetMembers(State S, StringRef Member) const {
  for (const Hold &H : state::holds(S))
    if (AccessPath::of(H.Lock, S).member() == Member)
      S = forget(S, H.Lock);
  for (const auto &[Lock, History] : state::histories(S))
    if (!History.Unknown && AccessPath::of(Lock, S).member() == Member)
      S = forget(S, Lock);
  return S;
}

bool LockRules::forgetAlike(State &S, const MemRegion *Lock) const {
  bool Found = false;
  for (const Hold &H : state::holds(S))
    if (sameMember(H.Lock, Lock)) {
      S = forget(S, H.Lock);
      Found = true;
    }
  return Found;
}

LockRules::State LockRules::expose(State S, const CallEvent &Call) const {
  llvm::SmallVector<AccessPath, 4> Reached;
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    const MemRegion *R = Call.getArgSVal(I).getAsRegion();
    R = R ? R->StripCasts() : nullptr;
    const auto *Place = dyn_cast_or_null<TypedValueRegion>(R);
    if (!Place)
      continue;
    auto Reach = [&](SVal V) {
      if (const MemRegion *Object = V.getAsRegion())
        Reached.push_back(AccessPath::of(Object, S));
    };
    if (Place->getValueType()->isPointerType())
      Reach(S->getSVal(Place));
    // A structure on the stack, such as a scope that remembers what it locked.
    const auto *RD = isa<VarRegion>(Place)
                         ? Place->getValueType()->getAsRecordDecl()
                         : nullptr;
    if (RD && (RD = RD->getDefinition()))
      for (const FieldDecl *F : RD->fields())
        if (F->getType()->isPointerType())
          if (auto Field =
                  S->getLValue(F, loc::MemRegionVal(Place)).getAs<Loc>())
            Reach(S->getSVal(*Field));
  }
  for (const MemRegion *Variable : state::givenVariables(S))
    if (const MemRegion *Object = S->getSVal(Variable).getAsRegion())
      Reached.push_back(AccessPath::of(Object, S));
  for (const Hold &H : state::holds(S)) {
    AccessPath Path = AccessPath::of(H.Lock, S);
    bool Exposed = llvm::any_of(
        Reached, [&](const AccessPath &A) { return A.isPrefixOf(Path); });
    if (Exposed == H.Exposed)
      continue;
    Hold Changed = H;
    Changed.Exposed = Exposed;
    S = state::replaceHold(S, H, Changed);
  }
  return S;
}

LockRules::State LockRules::pass(State S, const model::Routine &Row) const {
  bool Begins = Row.Opaque || Row.has(EffectKind::Keep);
  for (const Hold &H : state::holds(S))
    if (Begins && !H.Passed && outlasts(*H.What)) {
      Hold Changed = H;
      Changed.Passed = true;
      S = state::replaceHold(S, H, Changed);
    }
  return S;
}

static bool isHeldItself(ProgramStateRef S, const MemRegion *Lock) {
  return llvm::any_of(state::holds(S),
                      [&](const Hold &H) { return H.Lock == Lock; });
}

/// What is released below may be held because of the call.
static ProgramStateRef mayBeAcquired(ProgramStateRef S, const MemRegion *Lock,
                                     LockHistory History) {
  if (History.Unknown || isHeldItself(S, Lock))
    return S;
  History.Unknown = true;
  return state::setHistory(S, Lock, History);
}

LockRules::State LockRules::touchAnything(State S, bool OnlyAcquires) const {
  if (OnlyAcquires) {
    if (!state::acquiredUnseen(S))
      S = state::setAcquiredUnseen(S);
    for (const auto &[Lock, History] : state::histories(S))
      S = mayBeAcquired(S, Lock, History);
    return S;
  }
  // What is on the stack, nobody has but who was given it.
  for (const Hold &H : state::holds(S))
    if (!AccessPath::of(H.Lock, S).isLocal() || H.Exposed)
      S = forget(S, H.Lock);
  return S;
}

LockRules::State LockRules::touchReached(State S, const CallSite &Site,
                                         const model::Effect &E) const {
  if (E.Object.Base == model::ObjectPath::BaseKind::Global &&
      E.Object.Global == Anything)
    return touchAnything(S, E.OnlyAcquires);
  const MemRegion *R = Site.value(Site.Before, E.Object).getAsRegion();
  if (!R)
    return S;
  AccessPath From = AccessPath::of(R, S);
  R = R->StripCasts();
  auto Reaches = [&](const MemRegion *Lock) {
    return Lock == R || From.isPrefixOf(AccessPath::of(Lock, S));
  };
  if (E.OnlyAcquires)
    S = touchGiven(S, Site, E);
  else
    for (const Hold &H : state::holds(S))
      if (H.Exposed || Reaches(H.Lock))
        S = forget(S, H.Lock);
  for (const auto &[Lock, History] : state::histories(S))
    if (Reaches(Lock))
      S = mayBeAcquired(S, Lock, History);
  return S;
}

LockRules::State LockRules::touchGiven(State S, const CallSite &Site,
                                       const model::Effect &E) const {
  const MemRegion *R = Site.value(Site.Before, E.Object).getAsRegion();
  R = R ? R->StripCasts() : nullptr;
  if (!R)
    return S;
  const Expr *Argument =
      E.Object.Base == model::ObjectPath::BaseKind::Argument &&
              E.Object.Steps.empty()
          ? Site.Call.getArgExpr(E.Object.Argument)
          : nullptr;
  const model::LockFamily *Family =
      Argument ? lockFamilyBehind(Argument->IgnoreParenCasts()->getType(), M)
               : nullptr;
  LockHistory History = state::history(S, R);
  if (!Family && !isHeldItself(S, R) && History == LockHistory())
    return S; // No lock, for all that is known.
  if (History.Unknown)
    return S;
  History.Unknown = true;
  if (!History.Family)
    History.Family = Family ? Family : familyOf(R);
  return state::setHistory(S, R, History);
}
