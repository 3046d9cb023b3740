//===-- seh/AstFactory.cpp - makes the nodes of lowered code --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/AstFactory.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace flt::seh;

SourceLocation AstFactory::place(SourceLocation Loc) const {
  return Ctx.getSourceManager().getFileLoc(Loc);
}

LabelDecl *AstFactory::label(SourceLocation Loc, StringRef Name) {
  return LabelDecl::Create(Ctx, Function, place(Loc), &Ctx.Idents.get(Name));
}

LabelStmt *AstFactory::labelStmt(LabelDecl *Label, SourceLocation Loc,
                                 Stmt *Sub) {
  if (!Sub)
    Sub = new (Ctx) NullStmt(place(Loc));
  auto *S = new (Ctx) LabelStmt(place(Loc), Label, Sub);
  Label->setStmt(S);
  return S;
}

GotoStmt *AstFactory::gotoStmt(LabelDecl *Label, SourceLocation Loc) {
  Label->markUsed(Ctx);
  return new (Ctx) GotoStmt(Label, place(Loc), place(Loc));
}

IndirectGotoStmt *AstFactory::plainJump(LabelDecl *Label, SourceLocation Loc) {
  Label->markUsed(Ctx);
  Loc = place(Loc);
  return new (Ctx) IndirectGotoStmt(
      Loc, Loc, new (Ctx) AddrLabelExpr(Loc, Loc, Label, Ctx.VoidPtrTy));
}

CompoundStmt *AstFactory::compound(ArrayRef<Stmt *> Body, SourceLocation Begin,
                                   SourceLocation End) {
  return CompoundStmt::Create(Ctx, Body, FPOptionsOverride(), place(Begin),
                              place(End));
}

CompoundStmt *AstFactory::compound(ArrayRef<Stmt *> Body,
                                   const CompoundStmt *Like) {
  return CompoundStmt::Create(Ctx, Body,
                              Like->hasStoredFPFeatures()
                                  ? Like->getStoredFPFeatures()
                                  : FPOptionsOverride(),
                              Like->getLBracLoc(), Like->getRBracLoc());
}

IfStmt *AstFactory::ifStmt(Expr *Condition, Stmt *Then, SourceLocation Loc,
                           Stmt *Else) {
  Loc = place(Loc);
  return IfStmt::Create(Ctx, Loc, IfStatementKind::Ordinary, nullptr, nullptr,
                        Condition, Loc, Loc, Then,
                        Else ? Loc : SourceLocation(), Else);
}

ReturnStmt *AstFactory::returnStmt(Expr *Value, SourceLocation Loc) {
  return ReturnStmt::Create(Ctx, Loc, Value, nullptr);
}

VarDecl *AstFactory::variable(StringRef Name, QualType T, SourceLocation Loc,
                              Expr *Init) {
  Loc = place(Loc);
  VarDecl *V =
      VarDecl::Create(Ctx, Function, Loc, Loc, &Ctx.Idents.get(Name), T,
                      Ctx.getTrivialTypeSourceInfo(T, Loc), SC_None);
  V->setImplicit();
  V->markUsed(Ctx);
  // Nobody complains about a dead store to it.
  V->addAttr(
      UnusedAttr::CreateImplicit(Ctx, SourceRange(), UnusedAttr::GNU_unused));
  if (Init)
    V->setInit(Init);
  return V;
}

DeclStmt *AstFactory::declStmt(VarDecl *Variable, SourceLocation Loc) {
  return new (Ctx) DeclStmt(DeclGroupRef(Variable), place(Loc), place(Loc));
}

Expr *AstFactory::reference(ValueDecl *D, SourceLocation Loc) {
  // The name of a function is an lvalue in C++ only.
  bool IsValue = isa<FunctionDecl>(D) && !Ctx.getLangOpts().CPlusPlus;
  return DeclRefExpr::Create(Ctx, NestedNameSpecifierLoc(), SourceLocation(), D,
                             /*RefersToEnclosingVariableOrCapture=*/false,
                             place(Loc), D->getType().getNonReferenceType(),
                             IsValue ? VK_PRValue : VK_LValue);
}

Expr *AstFactory::load(VarDecl *Variable, SourceLocation Loc) {
  Expr *E = reference(Variable, Loc);
  return ImplicitCastExpr::Create(Ctx, E->getType().getUnqualifiedType(),
                                  CK_LValueToRValue, E, nullptr, VK_PRValue,
                                  FPOptionsOverride());
}

Expr *AstFactory::integer(int64_t Value, QualType T, SourceLocation Loc) {
  return IntegerLiteral::Create(
      Ctx, llvm::APInt(Ctx.getTypeSize(T), Value, /*isSigned=*/true), T,
      place(Loc));
}

Expr *AstFactory::convert(Expr *E, QualType T) {
  if (Ctx.hasSameType(E->getType(), T))
    return E;
  return ImplicitCastExpr::Create(Ctx, T, CK_IntegralCast, E, nullptr,
                                  VK_PRValue, FPOptionsOverride());
}

Expr *AstFactory::assign(VarDecl *Variable, Expr *Value, SourceLocation Loc) {
  return BinaryOperator::Create(
      Ctx, reference(Variable, Loc), Value, BO_Assign, Variable->getType(),
      Ctx.getLangOpts().CPlusPlus ? VK_LValue : VK_PRValue, OK_Ordinary,
      place(Loc), FPOptionsOverride());
}

Expr *AstFactory::compare(BinaryOperatorKind Op, Expr *L, Expr *R,
                          SourceLocation Loc) {
  return BinaryOperator::Create(
      Ctx, L, R, Op, Ctx.getLangOpts().CPlusPlus ? Ctx.BoolTy : Ctx.IntTy,
      VK_PRValue, OK_Ordinary, place(Loc), FPOptionsOverride());
}

Expr *AstFactory::callee(FunctionDecl *Callee, SourceLocation Loc) {
  return ImplicitCastExpr::Create(
      Ctx, Ctx.getPointerType(Callee->getType()), CK_FunctionToPointerDecay,
      reference(Callee, Loc), nullptr, VK_PRValue, FPOptionsOverride());
}

CallExpr *AstFactory::call(FunctionDecl *Callee, ArrayRef<Expr *> Args,
                           SourceLocation Loc) {
  return CallExpr::Create(Ctx, callee(Callee, Loc), Args,
                          Callee->getReturnType(), VK_PRValue, place(Loc),
                          FPOptionsOverride());
}

Expr *AstFactory::statementExpr(ArrayRef<Stmt *> Body, QualType T,
                                SourceLocation Loc) {
  Loc = place(Loc);
  return new (Ctx) StmtExpr(compound(Body, Loc, Loc), T, Loc, Loc,
                            /*TemplateDepth=*/0);
}

Expr *AstFactory::valueOf(Expr *Source) {
  return new (Ctx)
      OpaqueValueExpr(place(Source->getExprLoc()), Source->getType(),
                      VK_PRValue, OK_Ordinary, Source);
}
