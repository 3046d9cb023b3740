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

/// The engine has no value for the pointer \p E, which comes from \p From:
/// gives it one that is no more NULL than that.
static ProgramStateRef keepNotNull(ProgramStateRef S, const Expr *E, SVal From,
                                   CheckerContext &C) {
  const LocationContext *Frame = C.getLocationContext();
  if (!E->getType()->isPointerType() || !S->getSVal(E, Frame).isUnknown() ||
      !From.getAs<Loc>() || !S->isNonNull(From).isConstrainedTrue())
    return S;
  DefinedOrUnknownSVal Value = compat::conjure(C, E);
  ProgramStateRef NotNull = S->assume(Value, true);
  return NotNull ? NotNull->BindExpr(E, Frame, Value) : S;
}

/// The engine gives up on "(ULONG_PTR)Entry + Size", and on sums whose second
/// part is not known. They lead into the object, and no more to NULL than the
/// pointer did.
ProgramStateRef ModelChecker::addToPointer(ProgramStateRef S,
                                           const BinaryOperator *E,
                                           CheckerContext &C) const {
  const LocationContext *Frame = C.getLocationContext();
  SVal Result = S->getSVal(E, Frame);
  if (!Result.isUnknown() && !Result.getAs<nonloc::SymbolVal>())
    return S;
  SValBuilder &SVB = C.getSValBuilder();
  SVal Left = S->getSVal(E->getLHS(), Frame);
  if (auto Pointer = Left.getAs<nonloc::LocAsInteger>()) {
    QualType Bytes = C.getASTContext().getPointerType(C.getASTContext().CharTy);
    SVal Start = SVB.evalCast(Pointer->getLoc(), Bytes, QualType());
    SVal Sum = SVB.evalBinOp(S, E->getOpcode(), Start,
                             S->getSVal(E->getRHS(), Frame), Bytes);
    if (auto Into = Sum.getAs<Loc>())
      return S->BindExpr(
          E, Frame,
          SVB.makeLocAsInteger(*Into,
                               C.getASTContext().getIntWidth(E->getType())));
    return S;
  }
  return keepNotNull(S, E, Left, C);
}

/// The engine can't place the members of a union. Once something is stored in
/// one at the beginning of an object ("union { HEADER Header; HEADER; };"), it
/// knows nothing of the whole object any more: gives what is read there the
/// name of the place.
static ProgramStateRef nameByPlace(ProgramStateRef S, const CastExpr *E,
                                   CheckerContext &C) {
  const LocationContext *Frame = C.getLocationContext();
  QualType T = E->getType();
  if (E->getCastKind() != CK_LValueToRValue || T->isFloatingType() ||
      !T->isScalarType() || !S->getSVal(E, Frame).isUnknown())
    return S;
  const auto *Place = dyn_cast_or_null<FieldRegion>(
      S->getSVal(E->getSubExpr(), Frame).getAsRegion());
  // Through which member of a union a number was stored, nobody knows.
  for (const auto *F = Place; F && !T->isPointerType();
       F = dyn_cast<FieldRegion>(F->getSuperRegion()))
    if (F->getDecl()->getParent()->isUnion())
      return S;
  if (!Place || !Place->getSymbolicBase())
    return S;
  DefinedOrUnknownSVal Value =
      C.getSValBuilder().getRegionValueSymbolVal(Place);
  return S->BindExpr(E, Frame, Value);
}

void ModelChecker::checkPostStmt(const CastExpr *E, CheckerContext &C) const {
  ProgramStateRef S = nameByPlace(C.getState(), E, C);
  if (!E->getType()->isPointerType()) {
    C.addTransition(S);
    return;
  }
  SVal From = S->getSVal(E->getSubExpr(), C.getLocationContext());
  C.addTransition(keepNotNull(S, E, From, C));
}
