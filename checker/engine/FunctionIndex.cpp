//===-- engine/FunctionIndex.cpp - the functions of a unit ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/FunctionIndex.h"
#include "hints/Names.h"
#include "syntax/Callbacks.h"
#include "syntax/FunctionKey.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/CallGraph.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/StringMap.h"
#include <set>

using namespace clang;
using namespace flt;

bool flt::isOfProject(const Decl *D, const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  const Stmt *Body = D->getBody();
  SourceLocation Loc =
      SM.getExpansionLoc(Body ? Body->getBeginLoc() : D->getLocation());
  return Loc.isValid() && !SM.isInSystemHeader(Loc);
}

/// Other files know a function from a header; where nothing but the definition
/// declares it, they may declare it themselves.
static bool mayBeCalledFromOutside(const Decl *D, const ASTContext &Ctx) {
  const auto *FD = dyn_cast<FunctionDecl>(D);
  if (!FD || !FD->isExternallyVisible() || FD->isInlined() ||
      FD->isVariadic() || !FD->getIdentifier() || isa<CXXMethodDecl>(FD) ||
      FD->isTemplateInstantiation() || !FD->hasBody(FD))
    return false;
  const FunctionDecl *First = FD->getFirstDecl();
  const SourceManager &SM = Ctx.getSourceManager();
  return First == FD ||
         !SM.isWrittenInSameFile(SM.getExpansionLoc(First->getLocation()),
                                 SM.getExpansionLoc(FD->getLocation()));
}

static std::string keyOf(const FunctionDecl *FD) {
  if (!FD->getIdentifier() || isa<CXXMethodDecl>(FD))
    return "";
  return functionKey(FD);
}

namespace {

/// What one function calls, lambdas and local classes in it included.
class CallVisitor : public RecursiveASTVisitor<CallVisitor> {
public:
  explicit CallVisitor(llvm::function_ref<void(const FunctionDecl *)> Found)
      : Found(Found) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitCallExpr(CallExpr *E) {
    found(dyn_cast_or_null<FunctionDecl>(E->getCalleeDecl()));
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    found(E->getConstructor());
    found(E->getConstructor()->getParent()->getDestructor());
    return true;
  }

private:
  void found(const FunctionDecl *FD) {
    if (FD)
      Found(FD);
  }
  llvm::function_ref<void(const FunctionDecl *)> Found;
};

} // namespace

/// Callers first, pre-operation callbacks before all others.
static std::vector<Decl *> inOrder(ASTContext &Ctx) {
  CallGraph Calls;
  for (Decl *D : Ctx.getTranslationUnitDecl()->noload_decls())
    Calls.addToCallGraph(D);
  std::vector<Decl *> Order, Others;
  std::set<const Decl *> Seen;
  for (CallGraphNode *Node :
       llvm::ReversePostOrderTraversal<CallGraph *>(&Calls)) {
    Decl *D = Node->getDecl();
    if (!D || !D->hasBody() || !isOfProject(D, Ctx) ||
        !Seen.insert(D->getCanonicalDecl()).second)
      continue;
    const auto *FD = dyn_cast<FunctionDecl>(D);
    (FD && isPreOperation(FD) ? Order : Others).push_back(D);
  }
  Order.insert(Order.end(), Others.begin(), Others.end());
  return Order;
}

/// Makes what is judged together depend on each other: pre- and post-operation
/// callbacks, and two functions whose names make them a pair.
static void addCounterparts(FunctionIndex &Index, ArrayRef<Decl *> Order) {
  std::vector<unsigned> Pre, Post;
  llvm::StringMap<std::vector<unsigned>> Pairs;
  for (unsigned I = 0; I != Order.size(); ++I) {
    const auto *FD = dyn_cast<FunctionDecl>(Order[I]);
    if (!FD)
      continue;
    if (isPreOperation(FD))
      Pre.push_back(I);
    if (isPostOperation(FD))
      Post.push_back(I);
    if (!FD->getIdentifier())
      continue;
    if (PairedName Name = pairedName(FD->getName());
        Name.Side != PairSide::None)
      Pairs[Name.Key].push_back(I);
  }
  auto Join = [&](ArrayRef<unsigned> Left, ArrayRef<unsigned> Right) {
    for (unsigned A : Left)
      for (unsigned B : Right)
        if (A != B) {
          Index[A].Needs.push_back(B);
          Index[B].Needs.push_back(A);
        }
  };
  Join(Pre, Post);
  for (const auto &Pair : Pairs)
    Join(Pair.second, Pair.second);
}

/// Finds what is called over five or more others, as often as the engine
/// follows one call after the other; see ModelChecker::isTooDeep().
static void findDeep(FunctionIndex &Index) {
  constexpr unsigned EnoughCalls = 5;
  std::vector<unsigned> Depths(Index.size());
  for (unsigned I = 0; I != Index.size(); ++I)
    for (unsigned Callee : Index[I].Callees)
      if (Callee > I) { // Not around a circle.
        Depths[Callee] = std::max(Depths[Callee], Depths[I] + 1);
        Index[Callee].IsDeep |= Depths[Callee] >= EnoughCalls;
      }
}

template <class T> static void sortUnique(std::vector<T> &List) {
  llvm::sort(List);
  List.erase(std::unique(List.begin(), List.end()), List.end());
}

FunctionIndex flt::indexFunctions(ASTContext &Ctx,
                                  std::vector<Decl *> &Declarations) {
  Declarations = inOrder(Ctx);
  llvm::DenseMap<const Decl *, unsigned> Numbers;
  for (unsigned I = 0; I != Declarations.size(); ++I)
    Numbers[Declarations[I]->getCanonicalDecl()] = I;
  FunctionIndex Index(Declarations.size());
  for (unsigned I = 0; I != Index.size(); ++I) {
    IndexedFunction &F = Index[I];
    if (const auto *ND = dyn_cast<NamedDecl>(Declarations[I]))
      F.Name = ND->getQualifiedNameAsString();
    F.IsOpen = mayBeCalledFromOutside(Declarations[I], Ctx);
    if (const auto *FD = dyn_cast<FunctionDecl>(Declarations[I]);
        FD && FD->isExternallyVisible())
      F.Key = keyOf(FD);
    auto Found = [&](const FunctionDecl *Callee) {
      auto It = Numbers.find(Callee->getCanonicalDecl());
      if (It != Numbers.end()) {
        if (It->second != I)
          F.Callees.push_back(It->second);
      } else if (std::string Key = keyOf(Callee);
                 !Callee->hasBody() && !Key.empty()) {
        F.Calls.push_back(std::move(Key));
      }
    };
    CallVisitor Visitor(Found);
    const FunctionDecl *Definition = Declarations[I]->getAsFunction();
    if (Definition && Definition->hasBody(Definition))
      Visitor.TraverseDecl(const_cast<FunctionDecl *>(Definition));
    else
      Visitor.TraverseDecl(Declarations[I]);
    sortUnique(F.Callees);
    sortUnique(F.Calls);
    F.Needs = F.Callees;
  }
  addCounterparts(Index, Declarations);
  findDeep(Index);
  for (IndexedFunction &F : Index)
    sortUnique(F.Needs);
  return Index;
}
