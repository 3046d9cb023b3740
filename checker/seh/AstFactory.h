//===-- seh/AstFactory.h - makes the nodes of lowered code ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every node gets a valid file location: with an invalid one the path printer
// would take that of whatever stands around it.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_ASTFACTORY_H
#define FLT_SEH_ASTFACTORY_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

namespace flt::seh {

class AstFactory {
public:
  AstFactory(clang::ASTContext &Ctx, clang::FunctionDecl *Function)
      : Ctx(Ctx), Function(Function) {}

  clang::LabelDecl *label(clang::SourceLocation Loc, llvm::StringRef Name);
  clang::LabelStmt *labelStmt(clang::LabelDecl *Label,
                              clang::SourceLocation Loc,
                              clang::Stmt *Sub = nullptr);
  clang::GotoStmt *gotoStmt(clang::LabelDecl *Label, clang::SourceLocation Loc);
  /// goto *&&Label: a jump that runs no destructors.
  clang::IndirectGotoStmt *plainJump(clang::LabelDecl *Label,
                                     clang::SourceLocation Loc);
  clang::CompoundStmt *compound(llvm::ArrayRef<clang::Stmt *> Body,
                                clang::SourceLocation Begin,
                                clang::SourceLocation End);
  /// \p Like with another body.
  clang::CompoundStmt *compound(llvm::ArrayRef<clang::Stmt *> Body,
                                const clang::CompoundStmt *Like);
  clang::IfStmt *ifStmt(clang::Expr *Condition, clang::Stmt *Then,
                        clang::SourceLocation Loc, clang::Stmt *Else = nullptr);
  clang::ReturnStmt *returnStmt(clang::Expr *Value, clang::SourceLocation Loc);

  clang::VarDecl *variable(llvm::StringRef Name, clang::QualType T,
                           clang::SourceLocation Loc, clang::Expr *Init);
  clang::DeclStmt *declStmt(clang::VarDecl *Variable,
                            clang::SourceLocation Loc);

  clang::Expr *reference(clang::ValueDecl *D, clang::SourceLocation Loc);
  clang::Expr *load(clang::VarDecl *Variable, clang::SourceLocation Loc);
  clang::Expr *integer(int64_t Value, clang::QualType T,
                       clang::SourceLocation Loc);
  clang::Expr *integer(int64_t Value, clang::SourceLocation Loc) {
    return integer(Value, Ctx.IntTy, Loc);
  }
  clang::Expr *convert(clang::Expr *E, clang::QualType T);
  clang::Expr *assign(clang::VarDecl *Variable, clang::Expr *Value,
                      clang::SourceLocation Loc);
  clang::Expr *compare(clang::BinaryOperatorKind Op, clang::Expr *L,
                       clang::Expr *R, clang::SourceLocation Loc);
  clang::CallExpr *call(clang::FunctionDecl *Callee,
                        llvm::ArrayRef<clang::Expr *> Args,
                        clang::SourceLocation Loc);
  /// The callee expression of a call of \p Callee.
  clang::Expr *callee(clang::FunctionDecl *Callee, clang::SourceLocation Loc);
  /// ({ Body }), of the type of the last expression in \p Body or of \p T.
  clang::Expr *statementExpr(llvm::ArrayRef<clang::Stmt *> Body,
                             clang::QualType T, clang::SourceLocation Loc);
  /// The value that \p Source had when it was evaluated.
  clang::Expr *valueOf(clang::Expr *Source);

private:
  clang::SourceLocation place(clang::SourceLocation Loc) const;

  clang::ASTContext &Ctx;
  clang::FunctionDecl *Function;
};

} // namespace flt::seh

#endif // FLT_SEH_ASTFACTORY_H
