//===-- syntax/Relevance.cpp - which functions are worth a look -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "syntax/Relevance.h"
#include "hints/Names.h"
#include "syntax/Callbacks.h"
#include "syntax/DynamicRoutines.h"
#include "syntax/LockTypes.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;
using namespace flt;

namespace {

class MentionVisitor : public RecursiveASTVisitor<MentionVisitor> {
public:
  MentionVisitor(ASTContext &Ctx, const model::Model &M) : Ctx(Ctx), M(M) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseDecl(Decl *D) {
    auto *FD = dyn_cast_or_null<FunctionDecl>(D);
    if (!FD || !FD->doesThisDeclarationHaveABody())
      return RecursiveASTVisitor::TraverseDecl(D);
    const Decl *Outer = Current;
    Current = FD->getCanonicalDecl();
    const SourceManager &SM = Ctx.getSourceManager();
    // What headers of the kit define is not the driver's.
    Functions += !SM.isInSystemHeader(SM.getExpansionLoc(FD->getLocation()));
    if (FD->getIdentifier())
      Definitions.push_back(FD);
    // A lambda or a local class: the function around it may call it.
    if (Outer)
      Callers[Current].push_back(Outer);
    bool Continue = RecursiveASTVisitor::TraverseDecl(D);
    Current = Outer;
    return Continue;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    mention(E->getDecl());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    mention(E->getMemberDecl());
    return true;
  }
  /// Through a pointer got at run time.
  bool VisitCallExpr(CallExpr *E) {
    if (!Current || isa<CXXMemberCallExpr>(E))
      return true;
    if (const FunctionDecl *FD = E->getDirectCallee()) {
      const model::Routine *R = M.lookup(FD);
      if (R && R->Undeclared && rowForDeclared(R, E, M) == R)
        Roots.push_back(Current);
      return true;
    }
    if (!Dynamic)
      Dynamic.emplace(Ctx, M);
    if (Dynamic->lookup(E))
      Roots.push_back(Current);
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *) {
    free();
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    mention(E->getConstructor());
    mention(E->getConstructor()->getParent()->getDestructor());
    return true;
  }

  llvm::DenseMap<const Decl *, llvm::SmallVector<const Decl *, 4>> Callers;
  llvm::SmallVector<const Decl *, 32> Roots; ///< Modelled, or call them.
  unsigned Functions = 0;
  llvm::SmallVector<const FunctionDecl *, 32> Definitions;

private:
  void mention(const Decl *D) {
    const auto *FD = dyn_cast_or_null<FunctionDecl>(D);
    if (!FD || !Current)
      return;
    auto &List = Callers[FD->getCanonicalDecl()];
    if (List.empty() || List.back() != Current)
      List.push_back(Current);
    const model::Routine *R = M.lookup(FD);
    if (R && R->FreedArgument)
      free();
    if (!R || !Seen.insert(FD->getCanonicalDecl()).second)
      return;
    // Of one that is for locks among other objects, each call tells.
    if (R->Undeclared ? R->Undeclared->isTracked() : R->isTracked())
      Roots.push_back(FD->getCanonicalDecl());
  }

  /// A post-operation callback may lose what is in the structure that it frees.
  void free() {
    if (Current && isPostOperation(cast<FunctionDecl>(Current)))
      Roots.push_back(Current);
  }

  ASTContext &Ctx;
  const model::Model &M;
  std::optional<DynamicRoutines> Dynamic;
  const Decl *Current = nullptr;
  llvm::DenseSet<const Decl *> Seen;
};

} // namespace

Relevance::Relevance(ASTContext &Ctx, const model::Model &M) {
  MentionVisitor Visitor(Ctx, M);
  Visitor.TraverseDecl(Ctx.getTranslationUnitDecl());
  Functions = Visitor.Functions;
  llvm::SmallVector<const Decl *, 32> Work(Visitor.Roots);
  for (const Decl *Root : Visitor.Roots)
    if (const auto *FD = dyn_cast<FunctionDecl>(Root); FD && FD->hasBody())
      Reaching.insert(Root);
  while (!Work.empty())
    for (const Decl *Caller : Visitor.Callers.lookup(Work.pop_back_val()))
      if (Reaching.insert(Caller).second)
        Work.push_back(Caller);
  addCounterparts(Visitor.Definitions);
}

/// What should release something matters most if it releases nothing.
void Relevance::addCounterparts(
    llvm::ArrayRef<const FunctionDecl *> Definitions) {
  llvm::StringSet<> Acquired;
  for (const FunctionDecl *FD : Definitions)
    if (PairedName Name = pairedName(FD->getName());
        Name.Side == PairSide::Acquires && isRelevant(FD))
      Acquired.insert(Name.Key);
  for (const FunctionDecl *FD : Definitions)
    if (PairedName Name = pairedName(FD->getName());
        Name.Side == PairSide::Releases && Acquired.contains(Name.Key))
      Reaching.insert(FD->getCanonicalDecl());
}

bool Relevance::isRelevant(const Decl *Function) const {
  return Reaching.contains(Function->getCanonicalDecl());
}
