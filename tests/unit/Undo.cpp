//===-- unit/Undo.cpp - compares AST dumps around the lowering ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// flt-undo FILE... -- FLAGS: dumps each file as parsed, lowered, put back, and
// after a whole run of the checks. All but the second must be the same to the
// byte, addresses of nodes included.
//
//===----------------------------------------------------------------------===//
#include "engine/AnalysisHost.h"
#include "engine/Register.h"
#include "finding/Checks.h"
#include "model/Load.h"
#include "seh/Lowering.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace flt;

static std::string dump(const ASTContext &Ctx) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  Ctx.getTranslationUnitDecl()->dump(OS);
  return Text;
}

/// Shows the first line that differs.
static bool compare(llvm::StringRef Before, llvm::StringRef After,
                    llvm::StringRef File, llvm::StringRef What) {
  if (Before == After)
    return true;
  while (!Before.empty() || !After.empty()) {
    auto [B, BRest] = Before.split('\n');
    auto [A, ARest] = After.split('\n');
    if (A != B) {
      llvm::outs() << File << ": another tree " << What << "\n< " << B << "\n> "
                   << A << "\n";
      return false;
    }
    Before = BRest;
    After = ARest;
  }
  return false;
}

static bool check(ASTUnit &Unit, std::shared_ptr<const model::Model> M) {
  ASTContext &Ctx = Unit.getASTContext();
  llvm::StringRef File = llvm::sys::path::filename(Unit.getMainFileName());
  if (Unit.getDiagnostics().hasErrorOccurred()) {
    llvm::outs() << File << ": does not compile\n";
    return false;
  }
  std::string Before = dump(Ctx), Between;
  unsigned Functions = 0, Lowered = 0;
  {
    seh::Lowering L(Ctx, M);
    L.lowerAll();
    Functions = L.functionsWithTry();
    Lowered = unsigned(L.figures().size());
    Between = dump(Ctx);
  }
  bool Same = compare(Before, dump(Ctx), File, "after undoing");
  HostOptions Options;
  Options.AnalyzeAll = true;
  Options.Budget = 5000; // Random programs have many paths.
  for (unsigned I = 0; I < allChecks().size(); ++I)
    Options.Checks.push_back(CheckId(I));
  RunResult Run = analyze(Ctx, Unit.getPreprocessor(), std::move(M), Options);
  Same &= compare(Before, dump(Ctx), File, "after a run");
  if (Lowered && Before == Between) {
    llvm::outs() << File << ": nothing was lowered\n";
    Same = false;
  }
  if (Same)
    llvm::outs() << File << ": " << Functions << " functions with __try, "
                 << Lowered << " lowered, " << Run.Findings.size()
                 << " findings, same tree\n";
  return Same;
}

int main(int Argc, const char **Argv) {
  std::string Error;
  auto Flags =
      tooling::FixedCompilationDatabase::loadFromCommandLine(Argc, Argv, Error);
  auto M = loadModelFiles("");
  if (!Flags || !M || Argc < 2) {
    llvm::errs() << "usage: flt-undo FILE... -- FLAGS\n" << Error;
    return 2;
  }
  std::vector<std::string> Files(Argv + 1, Argv + Argc);
  tooling::ClangTool Tool(*Flags, Files);
  IgnoringDiagConsumer Quiet;
  Tool.setDiagnosticConsumer(&Quiet);
  std::vector<std::unique_ptr<ASTUnit>> Units;
  Tool.buildASTs(Units);
  bool Same = Units.size() == Files.size();
  for (auto &Unit : Units)
    Same &= check(*Unit, *M);
  return Same ? 0 : 1;
}
