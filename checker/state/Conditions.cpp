//===-- state/Conditions.cpp - the same question asked twice --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "state/Conditions.h"
#include "state/AccessPath.h"
#include "state/State.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "llvm/ADT/Hashing.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// "x", "!x", "x == C", "x != C", and the same of "x & C": the memory that is
/// read, and a key for the question asked about it.
static const SymbolData *leafOf(SymbolRef Sym, llvm::hash_code &Key,
                                bool &Truth) {
  while (true) {
    if (const auto *Cast = dyn_cast<SymbolCast>(Sym)) {
      Sym = Cast->getOperand();
      continue;
    }
    const auto *Compare = dyn_cast<SymIntExpr>(Sym);
    if (!Compare)
      return dyn_cast<SymbolData>(Sym);
    const llvm::APSInt &Constant = Compare->getRHS();
    BinaryOperatorKind Op = Compare->getOpcode();
    if (Op == BO_EQ || Op == BO_NE) {
      // Against zero it is the question itself, or its opposite.
      if (Op == BO_EQ)
        Truth = !Truth;
      if (Constant != 0)
        Key = llvm::hash_combine(Key, llvm::hash_value(Constant));
    } else {
      Key = llvm::hash_combine(Key, unsigned(Op), llvm::hash_value(Constant));
    }
    Sym = Compare->getLHS();
  }
}

ProgramStateRef flt::noteCondition(ProgramStateRef S, SVal Cond,
                                   bool Assumption) {
  SymbolRef Sym = Cond.getAsSymbol();
  if (!Sym)
    return S;
  llvm::hash_code Key = llvm::hash_value(0);
  const SymbolData *Leaf = leafOf(Sym, Key, Assumption);
  // Only what is read from memory can be read again.
  const MemRegion *Origin = Leaf ? Leaf->getOriginRegion() : nullptr;
  if (!Origin)
    return S;
  AccessPath Path = AccessPath::of(Origin, S);
  if (Path.isAnonymous())
    return S;
  return state::noteCondition(S, llvm::hash_combine(Key, Path.hash()), Leaf,
                              Assumption);
}

ProgramStateRef flt::noteStore(ProgramStateRef S, const MemRegion *Place,
                               SVal Value) {
  auto Constant = Value.getAs<nonloc::ConcreteInt>();
  // A variable of the function has no other life than on the path.
  if (!Constant || !isa<FieldRegion>(Place))
    return S;
  const llvm::APSInt &Int = Constant->getValue();
  if (Int != 0 && Int != 1)
    return S;
  AccessPath Path = AccessPath::of(Place, S);
  if (Path.isAnonymous())
    return S;
  // What a read of it is: one step through the field's memory.
  return state::noteAnswer(
      S, llvm::hash_combine(llvm::hash_value(0), Path.hash()), Int != 0);
}
