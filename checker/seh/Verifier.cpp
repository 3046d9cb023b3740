//===-- seh/Verifier.cpp - figures and checks of lowered code -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "seh/Verifier.h"
#include "seh/Shapes.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace clang::ento;
using namespace flt::seh;

static std::unique_ptr<CFG> buildCFG(const FunctionDecl *FD,
                                     AnalysisManager &Mgr) {
  return CFG::buildCFG(
      FD, FD->getBody(), &Mgr.getASTContext(),
      Mgr.getAnalysisDeclContextManager().getCFGBuildOptions());
}

/// Calls \p Found for each function with a __try that can't be followed.
static void forEachNotAnalysed(
    const Lowering &L, AnalysisManager &Mgr,
    llvm::function_ref<void(const FunctionDecl *, llvm::StringRef)> Found) {
  for (const Lowering::NotAnalysed &N : L.notAnalysed())
    Found(N.Function, N.Reason);
  for (const auto &[D, Figures] : L.figures())
    if (const auto *FD = cast<FunctionDecl>(D); !buildCFG(FD, Mgr))
      Found(FD, "Clang builds no control-flow graph for it");
}

void flt::seh::remarkNotAnalysed(const Lowering &L, AnalysisManager &Mgr) {
  DiagnosticsEngine &Diags = Mgr.getASTContext().getDiagnostics();
  unsigned Id = Diags.getCustomDiagID(DiagnosticsEngine::Remark,
                                      "%0 is not analysed: %1");
  forEachNotAnalysed(L, Mgr, [&](const FunctionDecl *FD, StringRef Why) {
    Diags.Report(FD->getLocation(), Id) << FD << Why;
  });
}

void flt::seh::printFigures(const Lowering &L, AnalysisManager &Mgr,
                            llvm::raw_ostream &OS) {
  const SourceManager &SM = Mgr.getASTContext().getSourceManager();
  unsigned Lowered = 0, Helpers = 0, Bad = 0;
  FunctionFigures Sum;
  forEachNotAnalysed(L, Mgr, [&](const FunctionDecl *FD, StringRef Why) {
    ++Bad;
    OS << SM.getExpansionLoc(FD->getLocation()).printToString(SM) << ": '"
       << FD->getNameAsString() << "' is not analysed: " << Why << "\n";
  });
  for (const auto &[D, Figures] : L.figures()) {
    const auto *FD = cast<FunctionDecl>(D);
    Sum.Tries += Figures.Tries;
    Sum.RaisePoints += Figures.RaisePoints;
    Sum.Exits += Figures.Exits;
    if (buildCFG(FD, Mgr))
      ++(FD->usesSEHTry() ? Lowered : Helpers);
  }
  OS << "SEH: " << L.functionsWithTry() << " functions with __try, " << Lowered
     << " lowered, " << Bad << " not analysed; " << Helpers
     << " more hand exceptions on; " << Sum.Tries << " __try, "
     << Sum.RaisePoints << " raise points, " << Sum.Exits << " exits\n";
}

namespace {

class TreeCheck {
public:
  void walk(const Stmt *S) {
    if (!S || isa<LambdaExpr, BlockExpr>(S))
      return;
    if (!Seen.insert(S).second) {
      ++Shared;
      return;
    }
    if (isa<SEHTryStmt, SEHExceptStmt, SEHFinallyStmt, SEHLeaveStmt>(S))
      ++Left;
    if (const auto *Label = dyn_cast<LabelStmt>(S))
      Defined.insert(Label->getDecl());
    if (const auto *Goto = dyn_cast<GotoStmt>(S))
      Used.insert(Goto->getLabel());
    if (const auto *Address = dyn_cast<AddrLabelExpr>(S))
      Used.insert(Address->getLabel());
    for (const Stmt *Child : S->children())
      // The filler of an initializer list stands in several places, and what
      // "A ?: B" tests does.
      if (Child && !isa<ImplicitValueInitExpr, OpaqueValueExpr>(Child))
        walk(Child);
  }
  unsigned undefined() const {
    unsigned N = 0;
    for (const LabelDecl *Label : Used)
      N += !Defined.contains(Label);
    return N;
  }

  unsigned Left = 0, Shared = 0;

private:
  llvm::DenseSet<const Stmt *> Seen;
  LabelSet Defined, Used;
};

} // namespace

bool flt::seh::verifyLowered(const Lowering &L, AnalysisManager &Mgr,
                             llvm::raw_ostream &OS) {
  unsigned Sound = 0, Broken = 0;
  for (const auto &[D, Figures] : L.figures()) {
    const auto *FD = cast<FunctionDecl>(D);
    TreeCheck Check;
    Check.walk(FD->getBody());
    bool HasCFG = buildCFG(FD, Mgr) != nullptr;
    if (!Check.Left && !Check.Shared && !Check.undefined() && HasCFG) {
      ++Sound;
      continue;
    }
    ++Broken;
    OS << "SEH: '" << FD->getNameAsString() << "' is broken: " << Check.Left
       << " SEH statements left, " << Check.Shared << " in two places, "
       << Check.undefined() << " labels undefined" << (HasCFG ? "" : ", no CFG")
       << "\n";
  }
  OS << "SEH: " << Sound << " functions verified, " << Broken << " broken\n";
  return Broken == 0;
}
