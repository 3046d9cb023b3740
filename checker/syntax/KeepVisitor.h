//===-- syntax/KeepVisitor.h - where parameters go in a body ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SYNTAX_KEEPVISITOR_H
#define FLT_SYNTAX_KEEPVISITOR_H

#include "hints/Names.h"
#include "syntax/ParameterUse.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include <functional>

namespace flt {

/// Follows the parameters of one function through its variables.
class KeepVisitor : public clang::RecursiveASTVisitor<KeepVisitor> {
public:
  /// What a called function that has a body does.
  using AskBody = std::function<ParameterUse(const clang::FunctionDecl *)>;

  KeepVisitor(const model::Model &M, AskBody Ask, const clang::FunctionDecl *FD)
      : Result(FD->getNumParams()), M(M), Ask(std::move(Ask)), FD(FD),
        Count(FD->getNumParams()) {
    for (unsigned I = 0; I < Count; ++I) {
      const clang::ParmVarDecl *P = FD->getParamDecl(I);
      if (P->getType()->isPointerType() || P->getType()->isReferenceType())
        Holds[P].resize(2 * Count), Holds[P].set(I);
    }
  }

  /// One pass. \returns whether a variable turned out to hold more, so that
  /// another one is needed.
  bool run(clang::Stmt *Body) {
    Grew = false;
    TraverseStmt(Body);
    return Grew;
  }

  bool VisitVarDecl(clang::VarDecl *V) {
    if (V->hasInit())
      store(V, V->getInit());
    return true;
  }
  bool VisitBinaryOperator(clang::BinaryOperator *E) {
    if (E->getOpcode() == clang::BO_Assign)
      store(localOf(E->getLHS()), E->getRHS());
    return true;
  }
  bool VisitCallExpr(clang::CallExpr *E) {
    call(E);
    return true;
  }
  bool VisitCXXConstructExpr(clang::CXXConstructExpr *E) {
    for (const clang::Expr *Arg : E->arguments())
      keep(Arg);
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr *E) {
    for (const clang::Expr *Init : E->capture_inits())
      if (Init)
        keep(Init);
    return true;
  }

  ParameterUse Result;

private:
  /// The variable of this function that the lvalue \p E is, or is a part of;
  /// null for memory that outlives it.
  static const clang::VarDecl *localOf(const clang::Expr *E) {
    while (true) {
      E = E->IgnoreParenCasts();
      if (const auto *M = llvm::dyn_cast<clang::MemberExpr>(E);
          M && !M->isArrow())
        E = M->getBase();
      else if (const auto *A = llvm::dyn_cast<clang::ArraySubscriptExpr>(E);
               A &&
               A->getBase()->IgnoreParenImpCasts()->getType()->isArrayType())
        E = A->getBase()->IgnoreParenImpCasts();
      else
        break;
    }
    const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(E);
    const auto *V =
        Ref ? llvm::dyn_cast<clang::VarDecl>(Ref->getDecl()) : nullptr;
    return V && V->hasLocalStorage() && !V->getType()->isReferenceType()
               ? V
               : nullptr;
  }

  /// What can be read through pointers to \p Sources.
  llvm::SmallBitVector through(const llvm::SmallBitVector &Sources) const {
    llvm::SmallBitVector Parts(2 * Count);
    for (unsigned I : Sources.set_bits())
      Parts.set(I < Count ? Count + I : I);
    return Parts;
  }

  /// What the lvalue \p E, a member or an element, or a pointer to it or a
  /// value read from it, leads to. A pointer into an object is no way to the
  /// object, except where it is an entry that lists are made of.
  llvm::SmallBitVector sourcesOfPart(const clang::Expr *E) const {
    const clang::Expr *Base = E->IgnoreParenCasts();
    bool Local = localOf(E);
    bool Arrow = false;
    while (const auto *M = llvm::dyn_cast<clang::MemberExpr>(Base)) {
      Base = M->getBase()->IgnoreParenCasts();
      if ((Arrow = M->isArrow()))
        break;
    }
    if (const auto *A = llvm::dyn_cast<clang::ArraySubscriptExpr>(Base);
        A && !Arrow)
      Base = A->getBase()->IgnoreParenCasts();
    else if (const auto *U = llvm::dyn_cast<clang::UnaryOperator>(Base);
             U && !Arrow && U->getOpcode() == clang::UO_Deref)
      Base = U->getSubExpr()->IgnoreParenCasts();
    llvm::SmallBitVector Sources = sourcesOf(Base);
    return Local || isListEntry(E->getType()) ? Sources : through(Sources);
  }

  /// The parameters that the value of \p E may lead to: in the first half, in
  /// which each has a bit, to the object that it points to, in the second to
  /// what that leads to.
  llvm::SmallBitVector sourcesOf(const clang::Expr *E) const {
    llvm::SmallBitVector Sources(2 * Count);
    if (!E)
      return Sources;
    E = E->IgnoreParenCasts();
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(E)) {
      if (const auto *V = llvm::dyn_cast<clang::VarDecl>(Ref->getDecl()))
        if (auto It = Holds.find(V); It != Holds.end())
          Sources |= It->second;
      return Sources;
    }
    // The result of a call is somebody else's pointer; a comparison, a size or
    // a number is none.
    if (llvm::isa<clang::CallExpr>(E) ||
        llvm::isa<clang::UnaryExprOrTypeTraitExpr>(E))
      return Sources;
    if (llvm::isa<clang::MemberExpr>(E) ||
        llvm::isa<clang::ArraySubscriptExpr>(E))
      return sourcesOfPart(E);
    if (const auto *B = llvm::dyn_cast<clang::BinaryOperator>(E)) {
      if (B->isComparisonOp() || B->isLogicalOp())
        return Sources;
      if (B->getOpcode() == clang::BO_Comma || B->isAssignmentOp())
        return sourcesOf(B->getRHS());
    }
    if (const auto *U = llvm::dyn_cast<clang::UnaryOperator>(E)) {
      if (U->getOpcode() == clang::UO_LNot)
        return Sources;
      if (U->getOpcode() == clang::UO_Deref)
        return sourcesOfPart(E);
      const clang::Expr *Sub = U->getSubExpr()->IgnoreParenCasts();
      if (U->getOpcode() == clang::UO_AddrOf) {
        // &P[1] and &*P are pointers as P is.
        if (const auto *A = llvm::dyn_cast<clang::ArraySubscriptExpr>(Sub))
          return sourcesOf(A->getBase());
        if (const auto *D = llvm::dyn_cast<clang::UnaryOperator>(Sub);
            D && D->getOpcode() == clang::UO_Deref)
          return sourcesOf(D->getSubExpr());
      }
    }
    if (const auto *C = llvm::dyn_cast<clang::AbstractConditionalOperator>(E)) {
      Sources |= sourcesOf(C->getTrueExpr());
      Sources |= sourcesOf(C->getFalseExpr());
      return Sources;
    }
    for (const clang::Stmt *Child : E->children())
      if (const auto *Part = llvm::dyn_cast_or_null<clang::Expr>(Child))
        Sources |= sourcesOf(Part);
    return Sources;
  }

  /// Numbers read from an object are no way back to it.
  static bool canLead(const clang::Expr *E) {
    clang::QualType T = E->getType();
    return T->isPointerType() || T->isReferenceType() || T->isRecordType() ||
           T->isArrayType() ||
           (T->isIntegerType() && E->IgnoreParenImpCasts()
                                      ->IgnoreParenCasts()
                                      ->getType()
                                      ->isPointerType());
  }

  void keep(const clang::Expr *E);
  /// ... what the pointer \p E leads to, and not what it points to.
  void keepParts(const clang::Expr *E);
  void store(const clang::VarDecl *To, const clang::Expr *Value);
  void call(const clang::CallExpr *E);
  /// The call \p E of a routine that \p R describes.
  void callOfRow(const clang::CallExpr *E, const model::Routine &R);
  /// ... of a function whose body uses its parameters so.
  void callOfBody(const clang::CallExpr *E, const ParameterUse &Callee);
  /// ... of a function of which nothing is known.
  void callOfUnseen(const clang::CallExpr *E);
  /// Somebody of whom nothing is known gets \p E.
  void reach(const clang::Expr *E, bool MayRelease);
  /// If \p E is the address of a lock, others may acquire or release that.
  void touchLock(const clang::Expr *E);
  /// The callee touches what \p E says, which is about its own arguments.
  void touch(const clang::CallExpr *Call, const model::Effect &E);
  void add(model::Effect E);

  const model::Model &M;
  AskBody Ask;
  const clang::FunctionDecl *FD;
  unsigned Count;
  llvm::DenseMap<const clang::VarDecl *, llvm::SmallBitVector> Holds;
  bool Grew = false;
};

} // namespace flt

#endif // FLT_SYNTAX_KEEPVISITOR_H
