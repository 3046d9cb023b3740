//===-- engine/Register.cpp - the checkers by name ------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/Register.h"
#include "engine/LoopBounds.h"
#include "engine/ModelChecker.h"
#include "engine/Uninitialised.h"
#include "finding/Checks.h"
#include "model/Load.h"
#include "seh/SEHModelChecker.h"
#include "clang/StaticAnalyzer/Core/CheckerManager.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

static constexpr llvm::StringLiteral ModelName = "flt.Model";
static constexpr llvm::StringLiteral FilesOption = "Files";

static void registerModel(CheckerManager &Mgr) {
  auto *Checker = Mgr.registerChecker<ModelChecker>();
  std::string Files = Mgr.getAnalyzerOptions()
                          .getCheckerStringOption(ModelName, FilesOption)
                          .str();
  auto M = loadModelFiles(Files);
  if (!M) {
    // The built-in model goes on, so that the run itself is sound; the error
    // makes the front end fail.
    std::string Why = llvm::toString(M.takeError());
    unsigned Id = Mgr.getASTContext().getDiagnostics().getCustomDiagID(
        DiagnosticsEngine::Error, "%0");
    Mgr.getASTContext().getDiagnostics().Report(Id) << Why;
    M = loadModelFiles("");
  }
  Checker->setModel(std::move(*M));
  const AnalyzerOptions &Options = Mgr.getAnalyzerOptions();
  Checker->setInlinableSize(Options.MaxInlinableSize);
  Checker->setInlinableDepth(Options.InlineMaxStackDepth,
                             Options.AlwaysInlineSize);
  // Paths that the model's rules are for must not end before they do.
  Mgr.registerChecker<Uninitialised>();
  Mgr.registerChecker<LoopBounds>()->Rounds =
      Mgr.getAnalyzerOptions().maxBlockVisitOnPath;
}

template <CheckId Id> static void registerCheck(CheckerManager &Mgr) {
  Mgr.getChecker<ModelChecker>()->reporter().Kinds.enable(
      Id, Mgr.getCurrentCheckerName());
}

static bool always(const CheckerManager &) { return true; }

void flt::registerCheckers(CheckerRegistry &Registry) {
  Registry.addChecker(registerModel, always, ModelName,
                      "What file-system and kernel routines do", "",
                      /*IsHidden=*/true);
  Registry.addCheckerOption("string", ModelName, FilesOption, "",
                            "Model files that describe a project's own "
                            "routines, separated by ';'",
                            "released");
  seh::registerSEHModel(Registry);
#define FLT_CHECK(Id, TidyName, AnalyzerName, Summary)                         \
  Registry.addChecker(registerCheck<CheckId::Id>, always, AnalyzerName,        \
                      Summary, "", /*IsHidden=*/false);                        \
  Registry.addDependency(AnalyzerName, ModelName);                             \
  Registry.addDependency(AnalyzerName, seh::SEHModelName);
#include "finding/Checks.def"
}
