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
  OrderFilters = mustOrderFilters(Body);
  Stmt *New = Body;
  // The slot is a local: setBody() undoes this one.
  if (auto *Block = dyn_cast<CompoundStmt>(Body))
    walkBlock(New, Block, nullptr);
  else
    walk(New, nullptr);
  // The log must not remember a local.
  llvm::erase_if(L.Log,
                 [&](const Lowering::Change &C) { return C.Slot == &New; });
  if (End) {
    Stmt *Around[] = {New, Make.labelStmt(End, Body->getEndLoc())};
    New = Make.compound(Around, Body->getBeginLoc(), Body->getEndLoc());
  }
  if (New != Body)
    FD->setBody(New);
  return Figures;
}

Stmt *FunctionLowering::jumpTo(Target *T, SourceLocation Where,
                               bool IsDecided) {
  LabelDecl *To = nullptr;
  if (T && IsDecided && T->Decided) {
    T->DecidedUsed = true;
    To = T->Decided;
  } else if (T) {
    T->LabelUsed = true;
    To = T->Label;
  }
  size_t Around = T ? T->ObjectsAround : 0;
  if (To && Objects.size() == Around)
    return synthesized(Make.gotoStmt(To, Where));

  llvm::SmallVector<Stmt *, 4> Leave;
  for (size_t I = Objects.size(); I-- > Around;) {
    Leave.push_back(Make.call(L.decl(Helper::Skip),
                              {Make.integer(L.Objects.size(), Where)}, Where));
    L.Objects.push_back(Objects[I]);
  }
  if (!To)
    Leave.push_back(callHelper(Helper::Unwind, Where));
  if (Objects.empty()) {
    Leave.push_back(Make.returnStmt(nullptr, Where));
  } else {
    if (!To)
      To = End = End ? End : Make.label(FD->getEndLoc(), "__seh_end");
    Leave.push_back(synthesized(Make.plainJump(To, Where)));
  }
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

Raises FunctionLowering::raises(const CallExpr *Call, const Target *T) const {
  return T ? L.Raise->ofCall(Call) : L.Raise->ofCallOutside(Call);
}

bool FunctionLowering::isGuarded(const CallExpr *Call) const {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return Callee && L.Raise->isPropagator(Callee);
}

/// A statement expression gives a copy: not for what is an lvalue, nor for
/// objects that are constructed in place.
static bool canWrap(const CallExpr *Call) {
  return Call->isPRValue() && !Call->getType()->getAsCXXRecordDecl();
}

/// Where \p Access, a dereference in one form or another, has its pointer.
static Stmt **pointerOf(Expr *Access) {
  for (Stmt *&Child : Access->children())
    if (auto *E = dyn_cast_or_null<Expr>(Child);
        E && E->getType()->isPointerType())
      return &Child;
  return nullptr;
}

/// Whether \p E can have a raise point of its own, right before it.
static bool canHavePoint(const Expr *E) {
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return canWrap(Call);
  Stmt **Pointer = pointerOf(const_cast<Expr *>(E));
  return Pointer && cast<Expr>(*Pointer)->isPRValue();
}

/// Whether control may do more in \p Call than compute a value: what it does is
/// not undone by an exception that is raised after it.
static bool hasEffects(const CallExpr *Call, const model::Model &M) {
  const FunctionDecl *FD = Call->getDirectCallee();
  if (!FD)
    return true;
  if (const model::Routine *R = M.lookup(FD))
    return R->isTracked();
  return !FD->getBuiltinID();
}

bool FunctionLowering::findRaises(const Stmt *S, const Target *T,
                                  bool IsConditional, bool &IsAfterCall) {
  if (!S || isForeign(S))
    return false;
  if (isa<StmtExpr>(S)) {
    IsAfterCall = true; // Its statements have their own points.
    return false;
  }
  bool Early = false;
  auto Visit = [&](const Stmt *Child, bool UnderCondition) {
    Early |= findRaises(Child, T, IsConditional || UnderCondition, IsAfterCall);
  };
  const auto *Op = dyn_cast<BinaryOperator>(S);
  const auto *Choice = dyn_cast<ConditionalOperator>(S);
  if (Op && (Op->isLogicalOp() || Op->getOpcode() == BO_Comma)) {
    Visit(Op->getLHS(), false);
    Visit(Op->getRHS(), true);
  } else if (Op && Op->isAssignmentOp()) {
    Visit(Op->getRHS(), false);
    Visit(Op->getLHS(), false);
  } else if (Choice) {
    Visit(Choice->getCond(), false);
    Visit(Choice->getTrueExpr(), true);
    Visit(Choice->getFalseExpr(), true);
  } else {
    for (const Stmt *Child : evaluatedChildren(S))
      if (Child && !isSubStatement(S, Child))
        Visit(Child, false);
  }
  const auto *E = dyn_cast<Expr>(S);
  const auto *Call = dyn_cast<CallExpr>(S);
  if ((E && L.Raise->isUserAccess(E)) ||
      (Call && !isGuarded(Call) && raises(Call, T) == Raises::May)) {
    if ((IsConditional || IsAfterCall) && canHavePoint(E))
      OwnPoints.insert(E);
    else
      Early = true;
  }
  if (Call && hasEffects(Call, *L.M))
    IsAfterCall = true;
  return Early;
}

bool FunctionLowering::findRaises(const Stmt *S, const Target *T) {
  bool IsAfterCall = false;
  // The conditions of loops are evaluated in each round.
  if (isa<WhileStmt, DoStmt>(S)) {
    const Expr *Condition = isa<WhileStmt>(S) ? cast<WhileStmt>(S)->getCond()
                                              : cast<DoStmt>(S)->getCond();
    return findRaises(Condition, T, /*IsConditional=*/true, IsAfterCall);
  }
  if (const auto *For = dyn_cast<ForStmt>(S)) {
    bool Early = findRaises(For->getInit(), T, false, IsAfterCall);
    Early |= findRaises(For->getCond(), T, true, IsAfterCall);
    Early |= findRaises(For->getInc(), T, true, IsAfterCall);
    return Early;
  }
  return findRaises(S, T, false, IsAfterCall);
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
  size_t Outside = Objects.size();
  for (Stmt *&Child : S->children())
    if (Child && isSubStatement(S, Child))
      walkStatement(Child, T);
    else
      walk(Child, T);
  auto *DS = dyn_cast<DeclStmt>(S);
  if (!DS)
    return Objects.truncate(Outside);
  for (const Decl *D : DS->decls())
    if (const auto *V = dyn_cast<VarDecl>(D))
      if (V->hasLocalStorage() && V->needsDestruction(Ctx))
        Objects.push_back(V);
}

void FunctionLowering::walkBlock(Stmt *&Slot, CompoundStmt *Block, Target *T) {
  llvm::SmallVector<Stmt *, 16> Body;
  bool Changed = false;
  size_t Outside = Objects.size();
  for (Stmt *&Child : Block->children())
    Changed |= expand(Child, T, Body);
  Objects.truncate(Outside);
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
  bool May = wantsMay(T) && !hasNoExpression(S) && findRaises(S, T);
  if (May)
    Out.push_back(raisePoint(T, S->getBeginLoc()));
  walk(Slot, T);
  Out.push_back(Slot);
  return May;
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

void FunctionLowering::walkExpr(Stmt *&Slot, Target *T) {
  Stmt *S = Slot;
  if (!S || isForeign(S))
    return;
  if (!isa<Expr>(S))
    return walk(Slot, T); // Of a statement expression.
  auto *Call = dyn_cast<CallExpr>(S);
  Raises R = Call && matters(T) ? raises(Call, T) : Raises::Never;
  for (Stmt *&Child : S->children())
    walkExpr(Child, T);
  if (OwnPoints.erase(S))
    addPoint(Slot, cast<Expr>(S), T);
  else if (R == Raises::Always)
    raiseCall(Slot, Call, T);
  else if (R == Raises::May && isGuarded(Call))
    guardCall(Slot, Call, T);
}

void FunctionLowering::addPoint(Stmt *&Slot, Expr *E, Target *T) {
  Stmt *&Guarded = isa<CallExpr>(E) ? Slot : *pointerOf(E);
  auto *Value = cast<Expr>(Guarded);
  SourceLocation Where = E->getBeginLoc();
  Stmt *Body[] = {raisePoint(T, Where), Value};
  L.set(Guarded, Make.statementExpr(Body, Value->getType(), Where));
}

void FunctionLowering::guardCall(Stmt *&Slot, CallExpr *Call, Target *T) {
  if (!canWrap(Call))
    return; // The exception ends the path.
  ++Figures.RaisePoints;
  SourceLocation Where = Call->getBeginLoc();
  L.Guards[Call] = T ? Guard::Catch : Guard::HandOn;
  llvm::SmallVector<Stmt *, 3> Body = {
      Call,
      dispatch(callHelper(Helper::AfterCall, Where), jumpTo(T, Where), Where)};
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
    L.set(*Call->child_begin(), Make.callee(L.returningTwin(Callee), Where));
  llvm::SmallVector<Stmt *, 4> Body = {Call, callHelper(Helper::Raised, Where),
                                       jumpTo(T, Where)};
  if (!Call->getType()->isVoidType())
    Body.push_back(Make.valueOf(Call));
  L.set(Slot, Make.statementExpr(Body, Call->getType(), Where));
}
