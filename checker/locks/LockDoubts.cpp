//===-- locks/LockDoubts.cpp - what others may have done to locks ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "hints/Names.h"
#include "locks/LockRules.h"
#include "path/AccessPath.h"
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

LockRules::State LockRules::forget(State S, const MemRegion *Lock) const {
  auto Doubt = [&](const MemRegion *R) {
    LockHistory History = state::history(S, R);
    History.Unknown = History.Touched = true;
    S = state::setHistory(S, R, History);
  };
  AccessPath Path = AccessPath::of(Lock, S);
  for (const Hold &H : state::holds(S))
    if (H.Lock == Lock || AccessPath::of(H.Lock, S) == Path) {
      S = state::removeHold(S, H);
      Doubt(H.Lock);
      if (H.EntersRegion)
        S = state::doubtRegion(S, model::RegionKind::Critical);
    }
  Doubt(Lock);
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

/// A pointer to a type that the model names as a lock.
bool LockRules::isLockPointer(QualType T) const {
  T = T->getPointeeType();
  while (!T.isNull()) {
    if (const auto *TD = T->getAs<TypedefType>()) {
      if (M.lockFamilyOfType(TD->getDecl()->getName()))
        return true;
      T = TD->desugar();
      continue;
    }
    const RecordDecl *RD = T->getAsRecordDecl();
    return RD && RD->getIdentifier() && M.lockFamilyOfType(RD->getName());
  }
  return false;
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

/// How many arguments of \p Call the callee has parameters for. What "..."
/// takes is for a message: "Releasing lock %p".
static unsigned namedArguments(const CallEvent &Call) {
  unsigned Count = Call.getNumArgs();
  const auto *CE = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  if (!CE)
    return Count;
  QualType T = CE->getCallee()->getType();
  if (!T->getPointeeType().isNull())
    T = T->getPointeeType();
  const auto *Proto = T->getAs<FunctionProtoType>();
  return Proto && Proto->isVariadic() ? std::min(Count, Proto->getNumParams())
                                      : Count;
}

LockRules::State LockRules::kitCall(State S, const CallEvent &Call) const {
  const auto *FD = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (!FD)
    return S;
  unsigned Count = std::min(namedArguments(Call), FD->getNumParams());
  for (unsigned I = 0; I < Count; ++I) {
    const MemRegion *R = Call.getArgSVal(I).getAsRegion();
    if (!R)
      continue;
    R = R->StripCasts();
    QualType T = FD->getParamDecl(I)->getType();
    bool GetsLock = isLockPointer(T) || (T->isVoidPointerType() &&
                                         isHeld(S, R, model::LockMode::Any));
    if (GetsLock && !state::history(S, R).Unknown)
      S = forget(S, R);
  }
  return S;
}

LockRules::State LockRules::unknownCall(State S, const CallEvent &Call,
                                        StringRef Name, bool Opaque) const {
  llvm::SmallVector<AccessPath, 4> Arguments;
  llvm::SmallPtrSet<const MemRegion *, 4> Exact;
  unsigned Named = namedArguments(Call);
  for (unsigned I = 0; I < Named; ++I)
    if (const MemRegion *R = Call.getArgSVal(I).getAsRegion()) {
      Exact.insert(R->StripCasts());
      Arguments.push_back(AccessPath::of(R, S));
    }
  auto Reaches = [&](const MemRegion *Lock) {
    AccessPath Path = AccessPath::of(Lock, S);
    return llvm::any_of(
        Arguments, [&](const AccessPath &A) { return A.isPrefixOf(Path); });
  };
  bool MayRelease =
      Opaque || suggestsReleasing(Name) || suggestsDestroying(Name);
  for (const Hold &H : state::holds(S))
    if (Exact.contains(H.Lock) ||
        (MayRelease && (H.Exposed || Reaches(H.Lock))))
      S = forget(S, H.Lock);
  if (Opaque)
    S = state::doubtRegion(S, model::RegionKind::Critical);
  bool MayAcquire = Opaque || suggestsHolding(Name);
  if (MayAcquire && !state::acquiredUnseen(S))
    S = state::setAcquiredUnseen(S);
  // It was given a lock as such: nothing is known of that one from here on.
  for (unsigned I = 0; I < Named; ++I) {
    const Expr *E = Call.getArgExpr(I);
    const MemRegion *R = Call.getArgSVal(I).getAsRegion();
    if (E && R && isLockPointer(E->IgnoreParenCasts()->getType()) &&
        !state::history(S, R->StripCasts()).Unknown)
      S = forget(S, R->StripCasts());
  }
  // What is released below may be held because of the call.
  auto IsHeld = [&S](const MemRegion *Lock) {
    return llvm::any_of(state::holds(S),
                        [&](const Hold &H) { return H.Lock == Lock; });
  };
  for (auto [Lock, History] : state::histories(S))
    if (!History.Unknown && !IsHeld(Lock) &&
        (Exact.contains(Lock) || MayAcquire || Reaches(Lock))) {
      History.Unknown = true;
      S = state::setHistory(S, Lock, History);
    }
  return S;
}
