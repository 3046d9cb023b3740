//===-- syntax/OperationPairs.cpp - pre- and post-operations --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/OperationPairs.h"
#include "syntax/Callbacks.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace flt;

static const FieldDecl *fieldOf(const Expr *E) {
  const auto *M = dyn_cast<MemberExpr>(E->IgnoreParenCasts());
  return M ? dyn_cast<FieldDecl>(M->getMemberDecl()) : nullptr;
}

static const FieldDecl *addressedField(const Expr *E) {
  const auto *U = dyn_cast<UnaryOperator>(E->IgnoreParenCasts());
  return U && U->getOpcode() == UO_AddrOf ? fieldOf(U->getSubExpr()) : nullptr;
}

namespace flt {

class OperationVisitor : public RecursiveASTVisitor<OperationVisitor> {
public:
  OperationVisitor(OperationPairs &Result, ASTContext &Ctx,
                   const model::Model &M)
      : Result(Result), Ctx(Ctx), M(M) {}

  // Initialisers as the compiler sees them: one for each member.
  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseDecl(Decl *D) {
    const FunctionDecl *Outer = Current;
    if (auto *FD = dyn_cast_or_null<FunctionDecl>(D))
      Current = FD->getCanonicalDecl();
    bool Continue = RecursiveASTVisitor::TraverseDecl(D);
    Current = Outer;
    return Continue;
  }

  bool VisitInitListExpr(InitListExpr *E) {
    const RecordDecl *RD =
        E->isSemanticForm() ? E->getType()->getAsRecordDecl() : nullptr;
    // MajorFunction, Flags, PreOperation, PostOperation, Reserved1.
    if (!RD || RD->getName() != "_FLT_OPERATION_REGISTRATION" ||
        E->getNumInits() < 4)
      return true;
    if (const FunctionDecl *Pre = functionIn(E->getInit(2)))
      Result.Pairs.push_back({Pre, functionIn(E->getInit(3))});
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *FD = dyn_cast<FunctionDecl>(E->getDecl()); FD && Current)
      Result.Mentions[Current].push_back(FD->getCanonicalDecl());
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->getOpcode() != BO_Assign || !Current ||
        E->getRHS()->isNullPointerConstant(Ctx,
                                           Expr::NPC_ValueDependentIsNotNull))
      return true;
    if (const FieldDecl *F = fieldOf(E->getLHS()))
      if (F->getType()->isPointerType())
        Result.Stores[Current].push_back(F);
    return true;
  }

  bool VisitCallExpr(CallExpr *E) {
    const model::Routine *R = M.lookup(E->getDirectCallee());
    if (!R)
      return true;
    for (const model::Effect &Effect : R->Effects) {
      if (Effect.Kind == model::EffectKind::Give &&
          Effect.Object.Base == model::ObjectPath::BaseKind::Argument &&
          Effect.Object.Argument < E->getNumArgs() && Current)
        // "FltGetFileNameInformation(Data, Options, &PreToPost->Name)"
        if (const FieldDecl *F =
                addressedField(E->getArg(Effect.Object.Argument)))
          Result.Stores[Current].push_back(F);
      if (Effect.Kind == model::EffectKind::Take && !Effect.Members &&
          Effect.Object.Base == model::ObjectPath::BaseKind::Argument &&
          Effect.Object.Steps.empty() &&
          Effect.Object.Argument < E->getNumArgs())
        if (const FieldDecl *F = fieldOf(E->getArg(Effect.Object.Argument)))
          Result.Released.try_emplace(F, Effect.ReferenceKind);
    }
    return true;
  }

private:
  OperationPairs &Result;
  ASTContext &Ctx;
  const model::Model &M;
  const FunctionDecl *Current = nullptr;
};

} // namespace flt

OperationPairs::OperationPairs(ASTContext &Ctx, const model::Model &M) {
  OperationVisitor(*this, Ctx, M).TraverseDecl(Ctx.getTranslationUnitDecl());
}

llvm::SmallVector<const FunctionDecl *, 2>
OperationPairs::postOperationsOf(const FunctionDecl *Pre) const {
  llvm::SmallVector<const FunctionDecl *, 2> Posts;
  for (const Pair &P : Pairs)
    if (P.Pre == Pre->getCanonicalDecl())
      Posts.push_back(P.Post);
  return Posts;
}

llvm::SmallVector<const FieldDecl *, 2>
OperationPairs::owedBy(const FunctionDecl *Post) const {
  Post = Post->getCanonicalDecl();
  llvm::SmallVector<const FunctionDecl *, 16> Work;
  for (const Pair &P : Pairs)
    // It may run in the name of another one
    // (FltDoCompletionProcessingWhenSafe).
    if (P.Post == Post ||
        (P.Post && llvm::is_contained(Mentions.lookup(P.Post), Post)))
      Work.push_back(P.Pre);
  llvm::SmallPtrSet<const FunctionDecl *, 16> Reached(Work.begin(), Work.end());
  llvm::SmallVector<const FieldDecl *, 2> Owed;
  while (!Work.empty()) {
    const FunctionDecl *FD = Work.pop_back_val();
    for (const FieldDecl *F : Stores.lookup(FD))
      if (Released.contains(F) && !llvm::is_contained(Owed, F))
        Owed.push_back(F);
    for (const FunctionDecl *Callee : Mentions.lookup(FD))
      if (Reached.insert(Callee).second)
        Work.push_back(Callee);
  }
  return Owed;
}
