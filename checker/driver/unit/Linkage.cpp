//===-- Linkage.cpp - which functions a unit defines and calls ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/Linkage.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include <set>

using namespace clang;

namespace {

class Visitor : public RecursiveASTVisitor<Visitor> {
public:
  explicit Visitor(const SourceManager &SM) : SM(SM) {}

  bool VisitFunctionDecl(FunctionDecl *FD) {
    if (!FD->isThisDeclarationADefinition())
      return true;
    if (FD->isExternallyVisible())
      add(FD, Defines);
    OwnFunctions += !SM.isInSystemHeader(SM.getExpansionLoc(FD->getLocation()));
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *FD = dyn_cast<FunctionDecl>(E->getDecl()))
      if (!FD->hasBody())
        add(FD, Calls);
    return true;
  }

  std::set<std::string> Defines;
  std::set<std::string> Calls;
  unsigned OwnFunctions = 0;

private:
  const SourceManager &SM;

  static void add(const FunctionDecl *FD, std::set<std::string> &To) {
    if (FD->getIdentifier() && !isa<CXXMethodDecl>(FD))
      To.insert((FD->getName() + "/" + llvm::Twine(FD->getNumParams())).str());
  }
};

} // namespace

unsigned flt::driver::collectLinkage(ASTContext &Ctx,
                                     std::vector<std::string> &Defines,
                                     std::vector<std::string> &Calls) {
  Visitor V(Ctx.getSourceManager());
  V.TraverseDecl(Ctx.getTranslationUnitDecl());
  Defines.assign(V.Defines.begin(), V.Defines.end());
  Calls.assign(V.Calls.begin(), V.Calls.end());
  return V.OwnFunctions;
}
