//===-- engine/FunctionAnalyzer.h - follows functions one by one -*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_FUNCTIONANALYZER_H
#define FLT_ENGINE_FUNCTIONANALYZER_H

#include "engine/FindingConsumer.h"
#include "engine/HostOptions.h"
#include "engine/ModelChecker.h"
#include "seh/Lowering.h"
#include "clang/CrossTU/CrossTranslationUnit.h"
#include "clang/StaticAnalyzer/Core/CheckerManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/FunctionSummary.h"

namespace flt {

/// Runs the engine over functions of one translation unit, each by itself,
/// under one model.
class FunctionAnalyzer {
public:
  /// All must outlive this; \p Ctx is lowered.
  FunctionAnalyzer(clang::CompilerInstance &CI, clang::ASTContext &Ctx,
                   clang::Preprocessor &PP,
                   std::shared_ptr<const model::Model> M,
                   const HostOptions &Options, const seh::Lowering &Lowered,
                   const Relevance &Relevant);
  ~FunctionAnalyzer();

  bool isRelevant(const clang::Decl *D) const {
    return Options.AnalyzeAll || Relevant.isRelevant(D);
  }
  /// A relevant function of which callers go by its row.
  bool isLarge(const clang::Decl *D);
  /// Accessors and the like: cheaper to follow than to forget about.
  bool isSmall(const clang::FunctionDecl *FD) const;

  /// What for a function is analysed.
  struct Purpose {
    bool AfterCallers = false; ///< Callers were followed into it before.
    bool WantsRow = false;     ///< Others may call it.
    bool IsLarge = false;      ///< As isLarge() says.
    bool IsDeep = false;       ///< Some callers will not follow it.
  };
  /// Analyses \p D, which is relevant. If it is large or deep, calls that are
  /// not followed later go by its row.
  /// \param [out] Followed the functions whose bodies were entered.
  FunctionResult analyze(clang::Decl *D, Purpose P,
                         clang::ento::SetOfConstDecls &Followed);
  /// \returns the row of a function that reaches no modelled routine: what its
  /// statements tell, and what the paths of a small one leave in its outputs.
  FunctionResult describe(const clang::FunctionDecl *FD);

  ModelChecker &checker() { return *Checkers->getChecker<ModelChecker>(); }

private:
  void run(clang::Decl *D, clang::ento::SetOfConstDecls *Followed,
           FunctionResult &R);
  void setRows(const clang::FunctionDecl *FD, std::optional<model::Routine> Row,
               FunctionResult &R) const;

  /// \returns how many blocks the body of \p FD has, or 0.
  unsigned blocks(const clang::FunctionDecl *FD) const;

  clang::ASTContext &Ctx;
  /// Built graphs go with every analysis; how large they were is kept.
  mutable llvm::DenseMap<const clang::FunctionDecl *, unsigned> Blocks;
  const HostOptions &Options;
  const seh::Lowering &Lowered;
  const Relevance &Relevant;
  clang::cross_tu::CrossTranslationUnitContext CTU;
  std::function<void(clang::ento::CheckerRegistry &)> Registrations[1];
  std::unique_ptr<clang::ento::CheckerManager> Checkers;
  std::unique_ptr<clang::ento::AnalysisManager> Manager;
  FindingConsumer *Consumer = nullptr; ///< The manager's.
  /// Of the function at hand.
  clang::ento::FunctionSummariesTy Summaries;
};

/// Says where \p D is, and \p Reason.
Incomplete describeIncomplete(const clang::Decl *D, std::string Reason,
                              const clang::ASTContext &Ctx);

} // namespace flt

#endif // FLT_ENGINE_FUNCTIONANALYZER_H
