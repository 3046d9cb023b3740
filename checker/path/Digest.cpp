//===-- path/Digest.cpp - which paths are worth telling apart -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/Digest.h"
#include "path/Registrations.h"
#include "path/State.h"
#include "clang/AST/Decl.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/Store.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/Hashing.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

namespace {

/// What is known of a value, apart from which value it is.
enum Knowledge : unsigned { Nothing, Zero, NotZero, Negative, NotNegative };

Knowledge knowledgeOf(ProgramStateRef S, SVal V) {
  if (V.getAs<Loc>()) {
    if (!V.getAsSymbol())
      return V.isZeroConstant() ? Zero : NotZero;
  } else if (!V.getAsSymbol()) {
    return Nothing;
  }
  ConditionTruthVal Null = S->isNull(V);
  if (Null.isConstrainedTrue())
    return Zero;
  SValBuilder &Values = S->getStateManager().getSValBuilder();
  if (V.getAs<NonLoc>()) {
    if (const llvm::APSInt *Max = Values.getMaxValue(S, V);
        Max && Max->isNegative())
      return Negative;
    if (const llvm::APSInt *Min = Values.getMinValue(S, V);
        Min && Min->isSigned() && Min->isNonNegative())
      return Null.isConstrainedFalse() ? NotZero : NotNegative;
  }
  return Null.isConstrainedFalse() ? NotZero : Nothing;
}

/// Adds up, so that the order in which the store keeps its bindings, which
/// depends on addresses, makes no difference.
class VariableDigest final : public StoreManager::BindingsHandler {
public:
  explicit VariableDigest(ProgramStateRef S) : S(std::move(S)) {}

  bool HandleBinding(StoreManager &, Store, const MemRegion *R,
                     SVal V) override {
    // Of a function on the stack; a structure counts with its fields.
    const auto *Var = dyn_cast<VarRegion>(R->getBaseRegion());
    if (!Var || !Var->getDecl()->hasLocalStorage() || V.isUndef())
      return true;
    if (std::uint64_t Known =
            Var->getDecl()->getType()->isEnumeralType() ? valueOf(V) : 0)
      Sum += llvm::hash_combine(Var->getDecl(), Known);
    else if (unsigned Known = classOf(V))
      Sum += llvm::hash_combine(Var->getDecl(), Known);
    return true;
  }

  std::uint64_t Sum = 0;

private:
  /// Of an enumeration: later switches ask for it again. 0 if it is not known.
  std::uint64_t valueOf(SVal V) const {
    const llvm::APSInt *Value = V.getAsInteger();
    if (SymbolRef Sym = V.getAsSymbol())
      Value = S->getConstraintManager().getSymVal(S, Sym);
    return Value ? std::uint64_t(Value->getExtValue()) + 16 : 0;
  }

  /// A counter is zero or it is not: its rounds must not count as different.
  unsigned classOf(SVal V) const {
    const llvm::APSInt *Constant = V.getAsInteger();
    if (!Constant)
      return knowledgeOf(S, V);
    return Constant->isZero()       ? Zero
           : Constant->isNegative() ? Negative
                                    : NotZero;
  }

  ProgramStateRef S;
};

std::uint64_t digestOf(const Hold &H) {
  return llvm::hash_combine(H.By, H.What, H.Site,
                            H.Exclusive | H.Enters.has_value() << 1 |
                                H.HandedOver << 2 | H.ObjectGiven << 3 |
                                H.Passed << 4);
}

std::uint64_t digestOf(const LockHistory &H) {
  return llvm::hash_combine(H.EntryReleases, H.EntryRegions, H.LastRelease,
                            H.InitSite,
                            H.Deleted | H.Acquired << 1 | H.Unknown << 2);
}

std::uint64_t digestOf(const RegionDepth &D) {
  return llvm::hash_combine(D.Depth, D.Unknown, D.LastEnter, D.LeftByRelease);
}

std::uint64_t digestOf(ProgramStateRef S, SymbolRef Value, const Reference &R) {
  unsigned Known = 0;
  if (R.isOwed()) {
    SValBuilder &Values = S->getStateManager().getSValBuilder();
    Known = knowledgeOf(S, Values.makeSymbolVal(Value));
    if (R.Status)
      Known = Known << 3 | knowledgeOf(S, Values.makeSymbolVal(R.Status));
  }
  return llvm::hash_combine(unsigned(R.K), R.Count, R.By, R.Through, R.Site,
                            R.ReleaseSite, R.Effects,
                            R.Old | R.InCompletion << 1 | R.Used << 2 |
                                R.DecidedByValue << 3 | R.Shared << 4,
                            Known);
}

} // namespace

std::uint64_t flt::digestOfRules(ProgramStateRef S) {
  std::uint64_t Sum = 0;
  for (const Hold &H : state::holds(S))
    Sum += digestOf(H);
  for (const PendingHold &P : state::pendingHolds(S))
    Sum += llvm::hash_combine(P.NoWait, digestOf(P.Then));
  // That nothing is known of a lock tells no paths apart: a loop over calls
  // that can't be seen through would make a new one each time.
  for (const auto &[Lock, History] : state::histories(S))
    if (!History.Unknown || History.EntryReleases)
      Sum += digestOf(History);
  for (model::RegionKind K : model::AllRegions)
    Sum += llvm::hash_combine(unsigned(K), digestOf(state::region(S, K)));
  for (const auto &[Value, Ref] : state::references(S))
    Sum += digestOf(S, Value, Ref);
  for (const Registration &Known : state::registrations(S))
    Sum += llvm::hash_combine(Known.Site, Known.GivenBack);
  return llvm::hash_combine(Sum, state::isDoubtful(S), state::handsOver(S));
}

std::uint64_t flt::digestOfVariables(ProgramStateRef S) {
  VariableDigest Variables(S);
  S->getStateManager().getStoreManager().iterBindings(S->getStore(), Variables);
  return Variables.Sum;
}
