//===-- engine/ModelPointers.cpp - whether two pointers are equal ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the engine can't compare, and what it takes to differ too soon.
//
//===----------------------------------------------------------------------===//
#include "compat/Compat.h"
#include "engine/ModelChecker.h"
#include "path/Conditions.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/MemRegion.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// A variable of a function on the stack, or a part of one.
static bool isOnStack(const MemRegion *R) {
  const auto *V = dyn_cast<VarRegion>(R->getBaseRegion());
  return V && V->getDecl()->hasLocalStorage();
}

/// The engine does not know whether an unknown pointer is the address of a
/// global variable, and takes it never to be that of a variable on the stack:
/// a walk over a list whose head is one would not end. Nobody knows; but who
/// asks again gets the same answer.
ProgramStateRef ModelChecker::comparePointers(const BinaryOperator *E,
                                              CheckerContext &C) const {
  ProgramStateRef S = C.getState();
  const LocationContext *Frame = C.getLocationContext();
  SVal Left = S->getSVal(E->getLHS(), Frame);
  SVal Right = S->getSVal(E->getRHS(), Frame);
  const MemRegion *A = Left.getAsRegion(), *B = Right.getAsRegion();
  if (!A || !B)
    return S;
  SVal Told = S->getSVal(E, Frame);
  bool IsOpen = Told.isUnknown() ||
                (Told.isConstant() &&
                 ((isOnStack(A) && isa<SymbolicRegion>(B->getBaseRegion())) ||
                  (isOnStack(B) && isa<SymbolicRegion>(A->getBaseRegion()))));
  if (!IsOpen)
    return S;
  DefinedOrUnknownSVal Differ = compat::conjure(C, E);
  SymbolRef Result = Differ.getAsSymbol();
  if (!Result)
    return S;
  S = noteComputed(S, Result, E, Left, Right);
  SValBuilder &SVB = C.getSValBuilder();
  SVal Value = E->getOpcode() == BO_NE
                   ? SVal(Differ)
                   : SVB.evalBinOp(S, BO_EQ, Differ,
                                   SVB.makeZeroVal(E->getType()), E->getType());
  return S->BindExpr(E, Frame, Value);
}
