//===-- seh/Suspects.cpp - what a handler was written for -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/Suspects.h"
#include "seh/Shapes.h"

using namespace clang;
using namespace flt::seh;

/// The local variable that the address \p E comes from, or nullptr.
static const VarDecl *rootOf(const Expr *E) {
  while (true) {
    E = E->IgnoreParenCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
      return V && V->hasLocalStorage() && V->getType()->isPointerType()
                 ? V
                 : nullptr;
    }
    if (const auto *M = dyn_cast<MemberExpr>(E))
      E = M->getBase();
    else if (const auto *A = dyn_cast<ArraySubscriptExpr>(E))
      E = A->getBase();
    else if (const auto *U = dyn_cast<UnaryOperator>(E))
      E = U->getSubExpr();
    else if (const auto *B = dyn_cast<BinaryOperator>(E);
             B && B->isAdditiveOp())
      E = B->getLHS();
    else
      return nullptr;
  }
}

void Suspects::accessThrough(const Expr *Pointer) {
  const VarDecl *V = rootOf(Pointer);
  if (!V)
    return;
  bool IsStructured = V->getType()->getPointeeType()->isRecordType();
  (IsStructured ? Structured : Raw).insert(V->getCanonicalDecl());
}

void Suspects::collect(const Stmt *S) {
  if (!S || isForeign(S))
    return;
  if (const auto *Try = dyn_cast<SEHTryStmt>(S))
    if (const SEHExceptStmt *Except = Try->getExceptHandler();
        Except && catchesAll(Except, Ctx))
      return collect(Except->getBlock());
  if (const auto *M = dyn_cast<MemberExpr>(S); M && M->isArrow())
    accessThrough(M->getBase());
  else if (const auto *U = dyn_cast<UnaryOperator>(S);
           U && U->getOpcode() == UO_Deref)
    accessThrough(U->getSubExpr());
  else if (const auto *A = dyn_cast<ArraySubscriptExpr>(S))
    accessThrough(A->getBase());
  else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    if (IsUnknown(Call)) {
      Calls.insert(Call);
    } else if (Call->getBuiltinCallee()) {
      for (const Expr *Arg : Call->arguments()) // A copy.
        if (Arg->getType()->isPointerType())
          accessThrough(Arg);
    }
  }
  for (const Stmt *Child : evaluatedChildren(S))
    collect(Child);
}

const VarDecl *Suspects::onlyPointer() const {
  if (!Raw.empty())
    return Raw.size() == 1 ? *Raw.begin() : nullptr;
  return Structured.size() == 1 ? *Structured.begin() : nullptr;
}

const CallExpr *Suspects::onlyCall() const {
  return Raw.empty() && Structured.empty() && Calls.size() == 1 ? *Calls.begin()
                                                                : nullptr;
}
