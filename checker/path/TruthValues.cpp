//===-- path/TruthValues.cpp - a BOOLEAN is TRUE or FALSE -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "path/TruthValues.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;
using Outcome = model::Condition::Outcome;

bool flt::isTruthType(QualType T) {
  if (T->isBooleanType())
    return true;
  for (const auto *TT = T->getAs<TypedefType>(); TT;
       TT = TT->desugar()->getAs<TypedefType>())
    if (TT->getDecl()->getName() == "BOOLEAN" ||
        TT->getDecl()->getName() == "BOOL" ||
        TT->getDecl()->getName() == "LOGICAL")
      return true;
  return false;
}

ProgramStateRef flt::assumeTruthValue(ProgramStateRef S, SymbolRef Value) {
  if (!Value || !isTruthType(Value->getType()))
    return S;
  SValBuilder &SVB = S->getStateManager().getSValBuilder();
  ProgramStateRef Limited = S->assumeInclusiveRange(
      SVB.makeSymbolVal(Value).castAs<DefinedOrUnknownSVal>(),
      SVB.getBasicValueFactory().getValue(0, Value->getType()),
      SVB.getBasicValueFactory().getValue(1, Value->getType()),
      /*Assumption=*/true);
  return Limited ? Limited : S;
}

/// Whether \p Value is what a call returned that tells by TRUE or FALSE whether
/// it acquired something.
static bool tellsOutcome(ProgramStateRef S, SymbolRef Value) {
  return llvm::any_of(state::pendingHolds(S), [&](const PendingHold &P) {
    Outcome When = P.Then.What->When.When;
    return P.Result == Value &&
           (When == Outcome::True || When == Outcome::False);
  });
}

ProgramStateRef flt::decideTruth(ProgramStateRef S, SVal Cond, bool Assumption,
                                 const Outcomes &O) {
  SymbolRef Sym = Cond.getAsSymbol();
  // "x == 1", and what a program makes of that: "(x == 1) != 0".
  while (Sym) {
    if (const auto *Cast = dyn_cast<SymbolCast>(Sym)) {
      Sym = Cast->getOperand();
      continue;
    }
    const auto *E = dyn_cast<SymIntExpr>(Sym);
    if (!E || (E->getOpcode() != BO_EQ && E->getOpcode() != BO_NE))
      return S;
    bool Equal = (E->getOpcode() == BO_EQ) == Assumption;
    const llvm::APSInt &Constant = E->getRHS();
    Sym = E->getLHS();
    if (Constant == 0) {
      Assumption = !Equal;
      continue;
    }
    while (const auto *Cast = dyn_cast<SymbolCast>(Sym))
      Sym = Cast->getOperand();
    if (Constant != 1 || Equal || !isa<SymbolData>(Sym) ||
        !(isTruthType(Sym->getType()) || tellsOutcome(S, Sym)))
      return S;
    return O.assumeZero(S, Sym, true);
  }
  return S;
}
