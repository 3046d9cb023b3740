//===-- seh/RaisePoints.cpp - where a function may raise ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/FunctionLowering.h"
#include "seh/RaiseModel.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace flt;
using namespace flt::seh;

FunctionLowering::FunctionLowering(Lowering &L, FunctionDecl *FD, bool HandsOn)
    : L(L), Ctx(L.Ctx), FD(FD), HandsOn(HandsOn), Make(L.Ctx, FD) {}

FunctionFigures FunctionLowering::run() {
  Stmt *Body = FD->getBody();
  L.Bodies.push_back({FD, Body});
  Stmt *New = Body;
  // The slot is a local: setBody() undoes this one.
  if (auto *Block = dyn_cast<CompoundStmt>(Body))
    walkBlock(New, Block, nullptr);
  else
    walk(New, nullptr);
  // The log must not remember a local.
  llvm::erase_if(L.Log, [&](const Lowering::Change &C) {
    return C.Slot == &New;
  });
  if (New != Body)
    FD->setBody(New);
  return Figures;
}

Stmt *FunctionLowering::jumpTo(Target *T, SourceLocation Where) {
  if (T) {
    T->Used = true;
    return synthesized(Make.gotoStmt(T->Label, Where));
  }
  Stmt *Leave[] = {callHelper(Helper::Unwind, Where),
                   Make.returnStmt(nullptr, Where)};
  return Make.compound(Leave, Where, Where);
}

Stmt *FunctionLowering::raisePoint(Target *T, SourceLocation Where) {
  ++Figures.RaisePoints;
  Helper H = T ? Helper::MayRaise : Helper::MayRaiseOut;
  return synthesized(
      Make.ifStmt(callHelper(H, Where), jumpTo(T, Where), Where));
}

//===----------------------------------------------------------------------===//
// What raises
//===----------------------------------------------------------------------===//

bool FunctionLowering::isGuarded(const CallExpr *Call) const {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return Callee && L.Raise->isPropagator(Callee);
}

bool FunctionLowering::mayRaise(const Stmt *S) const {
  if (!S || isForeign(S) || isa<StmtExpr>(S))
    return false;
  if (const auto *E = dyn_cast<Expr>(S); E && L.Raise->isUserAccess(E))
    return true;
  if (const auto *Call = dyn_cast<CallExpr>(S);
      Call && !isGuarded(Call) && L.Raise->ofCall(Call) == Raises::May)
    return true;
  for (const Stmt *Child : evaluatedChildren(S))
    if (Child && !isSubStatement(S, Child) && mayRaise(Child))
      return true;
  return false;
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

/// Statements whose own parts raise in places of their own.
static bool hasNoExpression(const Stmt *S) {
  return isa<CompoundStmt, SEHTryStmt, LabelStmt, SwitchCase, AttributedStmt,
             CXXTryStmt>(S);
}

void FunctionLowering::walk(Stmt *&Slot, Target *T) {
  Stmt *S = Slot;
  if (!S || isForeign(S))
    return;
  if (auto *Try = dyn_cast<SEHTryStmt>(S))
    return lowerTry(Slot, Try, T);
  if (auto *Block = dyn_cast<CompoundStmt>(S))
    return walkBlock(Slot, Block, T);
  if (isa<Expr>(S))
    return walkExpr(Slot, T);
  bool IsLoop = isa<WhileStmt, DoStmt, ForStmt>(S);
  for (Stmt *&Child : S->children()) {
    if (!Child)
      continue;
    if (isSubStatement(S, Child))
      walkStatement(Child, T);
    else if (IsLoop && isa<Expr>(Child) &&
             (!isa<ForStmt>(S) || Child != cast<ForStmt>(S)->getInit()))
      walkLoopExpr(Child, T);
    else
      walk(Child, T);
  }
}

void FunctionLowering::walkBlock(Stmt *&Slot, CompoundStmt *Block,
                                 Target *T) {
  llvm::SmallVector<Stmt *, 16> Body;
  bool Changed = false;
  for (Stmt *&Child : Block->children())
    Changed |= expand(Child, T, Body);
  if (Changed)
    L.set(Slot, Make.compound(Body, Block));
}

void FunctionLowering::walkStatement(Stmt *&Slot, Target *T) {
  llvm::SmallVector<Stmt *, 4> Body;
  SourceLocation Begin = Slot->getBeginLoc(), End = Slot->getEndLoc();
  if (expand(Slot, T, Body))
    L.set(Slot, Make.compound(Body, Begin, End));
}

bool FunctionLowering::expand(Stmt *&Slot, Target *T,
                              llvm::SmallVectorImpl<Stmt *> &Out) {
  Stmt *S = Slot;
  bool May = false;
  if (S && wantsMay(T) && !hasNoExpression(S)) {
    if (isa<WhileStmt, DoStmt>(S))
      May = false; // The condition has its own raise points.
    else if (auto *For = dyn_cast<ForStmt>(S))
      May = mayRaise(For->getInit());
    else
      May = mayRaise(S);
  }
  SourceLocation Where = S->getBeginLoc();
  walk(Slot, T);
  if (May)
    Out.push_back(raisePoint(T, Where));
  Out.push_back(Slot);
  return May;
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

void FunctionLowering::walkLoopExpr(Stmt *&Slot, Target *T) {
  bool May = wantsMay(T) && mayRaise(Slot);
  walkExpr(Slot, T);
  auto *E = cast<Expr>(Slot);
  if (!May || !E->isPRValue())
    return;
  Stmt *Body[] = {raisePoint(T, E->getBeginLoc()), E};
  L.set(Slot, Make.statementExpr(Body, E->getType(), E->getBeginLoc()));
}

void FunctionLowering::walkExpr(Stmt *&Slot, Target *T) {
  Stmt *S = Slot;
  if (!S || isForeign(S))
    return;
  if (!isa<Expr>(S))
    return walk(Slot, T); // Of a statement expression.
  auto *Call = dyn_cast<CallExpr>(S);
  Raises R = Call && matters(T) ? L.Raise->ofCall(Call) : Raises::Never;
  for (Stmt *&Child : S->children())
    walkExpr(Child, T);
  if (R == Raises::Always)
    raiseCall(Slot, Call, T);
  else if (R == Raises::May && isGuarded(Call))
    guardCall(Slot, Call, T);
}

/// A statement expression gives a copy: not for what is an lvalue, nor for
/// objects that are constructed in place.
static bool canWrap(const CallExpr *Call) {
  return Call->isPRValue() && !Call->getType()->getAsCXXRecordDecl();
}

void FunctionLowering::guardCall(Stmt *&Slot, CallExpr *Call, Target *T) {
  if (!canWrap(Call))
    return; // The exception ends the path.
  ++Figures.RaisePoints;
  SourceLocation Where = Call->getBeginLoc();
  L.Guards[Call] = T ? Guard::Catch : Guard::HandOn;
  llvm::SmallVector<Stmt *, 3> Body = {
      Call, synthesized(Make.ifStmt(callHelper(Helper::AfterCall, Where),
                                    jumpTo(T, Where), Where))};
  if (!Call->getType()->isVoidType())
    Body.push_back(Make.valueOf(Call));
  L.set(Slot, Make.statementExpr(Body, Call->getType(), Where));
}

void FunctionLowering::raiseCall(Stmt *&Slot, CallExpr *Call, Target *T) {
  if (!canWrap(Call))
    return;
  ++Figures.RaisePoints;
  SourceLocation Where = Call->getBeginLoc();
  L.Guards[Call] = T ? Guard::Catch : Guard::HandOn;
  L.CertainRaises.insert(Call);
  FunctionDecl *Callee = Call->getDirectCallee();
  if (Callee->isNoReturn())
    L.set(*Call->child_begin(),
          Make.callee(L.returningTwin(Callee), Where));
  llvm::SmallVector<Stmt *, 4> Body = {
      Call, callHelper(Helper::Raised, Where), jumpTo(T, Where)};
  if (!Call->getType()->isVoidType())
    Body.push_back(Make.valueOf(Call));
  L.set(Slot, Make.statementExpr(Body, Call->getType(), Where));
}
