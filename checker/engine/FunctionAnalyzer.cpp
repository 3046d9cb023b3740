//===-- engine/FunctionAnalyzer.cpp - follows functions one by one --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "engine/FunctionAnalyzer.h"
#include "compat/Compat.h"
#include "engine/LoopExits.h"
#include "engine/Register.h"
#include "engine/RowText.h"
#include "path/TruthValues.h"
#include "clang/Analysis/Analyses/LiveVariables.h"
#include "clang/Analysis/CFG.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

using namespace clang;
using namespace clang::ento;
using namespace flt;

Incomplete flt::describeIncomplete(const Decl *D, std::string Reason,
                                   const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  if (const FunctionDecl *Definition = nullptr;
      isa<FunctionDecl>(D) && cast<FunctionDecl>(D)->hasBody(Definition))
    D = Definition;
  Incomplete I;
  if (const auto *ND = dyn_cast<NamedDecl>(D))
    I.Function = ND->getQualifiedNameAsString();
  PresumedLoc Where = SM.getPresumedLoc(SM.getExpansionLoc(D->getLocation()));
  if (Where.isValid()) {
    I.Where.File = Where.getFilename();
    I.Where.Line = Where.getLine();
    I.Where.Column = Where.getColumn();
  }
  I.Where.Loc = D->getLocation();
  I.Reason = std::move(Reason);
  return I;
}

FunctionAnalyzer::FunctionAnalyzer(CompilerInstance &CI, ASTContext &Ctx,
                                   Preprocessor &PP,
                                   std::shared_ptr<const model::Model> M,
                                   const HostOptions &Options,
                                   const seh::Lowering &Lowered,
                                   const Relevance &Relevant)
    : Ctx(Ctx), Options(Options), Lowered(Lowered), Relevant(Relevant), CTU(CI),
      Registrations{registerCheckers} {
  AnalyzerOptions &AO = CI.getAnalyzerOpts();
  Checkers = std::make_unique<CheckerManager>(
      Ctx, AO, PP, ArrayRef<std::string>(),
      ArrayRef<std::function<void(CheckerRegistry &)>>(Registrations));
  PathDiagnosticConsumers Consumers;
  auto Owned = std::make_unique<FindingConsumer>();
  Consumer = Owned.get();
  compat::addConsumer(Consumers, std::move(Owned));
  Manager = std::make_unique<AnalysisManager>(
      Ctx, PP, std::move(Consumers), &CreateRegionStoreManager,
      &CreateRangeConstraintManager, Checkers.get(), AO);
  ModelChecker &Checker = checker();
  // The model at hand rather than the one that the options name.
  Checker.setModel(std::move(M));
  Checker.reporter().ExplainsCalls = true;
  Checker.limitPaths(Options.PathsPerBranch);
  Checker.useRelevance(Relevant);
  Checker.followAgain([this](const Decl *D) { Summaries.markMayInline(D); });
  if (!Options.AnalyzeAll)
    Checker.inlineOnly([this](const FunctionDecl *FD) {
      return this->Relevant.isRelevant(FD) || isSmall(FD);
    });
}

FunctionAnalyzer::~FunctionAnalyzer() {
  Manager.reset(); // Flushes the consumer.
  Checkers.reset();
}

unsigned FunctionAnalyzer::blocks(const FunctionDecl *FD) const {
  auto [It, IsNew] = Blocks.try_emplace(FD, 0);
  if (IsNew)
    if (const CFG *Graph = Manager->getAnalysisDeclContext(FD)->getCFG())
      It->second = Graph->getNumBlockIDs();
  return It->second;
}

bool FunctionAnalyzer::isLarge(const Decl *D) {
  const auto *FD = dyn_cast<FunctionDecl>(D);
  if (!FD || !FD->hasBody(FD) || !Relevant.isRelevant(D) ||
      !Lowered.whyNotAnalysed(FD).empty())
    return false;
  return blocks(FD) > checker().inlinableSize();
}

bool FunctionAnalyzer::isSmall(const FunctionDecl *FD) const {
  unsigned Count = blocks(FD);
  return Count && Count <= 12;
}

void FunctionAnalyzer::run(Decl *D, SetOfConstDecls *Followed,
                           FunctionResult &R) {
  if (!D->hasBody())
    return;
  Manager->ClearContexts();
  AnalysisDeclContext *Context = Manager->getAnalysisDeclContext(D);
  if (Context->isBodyAutosynthesized())
    return;
  auto Unfinished = [&](std::string Reason) {
    R.Unfinished.push_back(describeIncomplete(D, std::move(Reason), Ctx));
  };
  if (StringRef Why = Lowered.whyNotAnalysed(D); !Why.empty())
    return Unfinished(Why.str());
  if (!Manager->getCFG(D) || !Context->getAnalysis<RelaxedLiveVariables>())
    return Unfinished("Clang builds no control-flow graph for it");
  // Of what other functions did nothing may depend.
  Summaries = FunctionSummariesTy();
  ExprEngine Engine(CTU, *Manager, Followed, &Summaries,
                    ExprEngine::Inline_Regular);
  Engine.ExecuteWorkList(
      Manager->getAnalysisDeclContextManager().getStackFrame(D),
      Options.Budget);
  // Loops are followed for some rounds, which is no lack of budget.
  if (!Engine.hasEmptyWorkList())
    Unfinished("its paths exceed the budget of " +
               std::to_string(Options.Budget) + " steps");
  else if (neverLeftALoop(Engine, D, Summaries))
    Unfinished("no path that was followed reaches the end of a loop");
  Engine.getBugReporter().FlushReports();
  R.Findings = Consumer->take();
}

FunctionResult FunctionAnalyzer::analyze(Decl *D, Purpose P,
                                         SetOfConstDecls &Followed) {
  FunctionResult R;
  R.IsRelevant = true;
  R.IsLarge = P.IsLarge;
  R.AfterCallers = P.AfterCallers;
  bool IsUsed = P.IsLarge || P.IsDeep;
  std::vector<model::Routine> Own;
  checker().summarizeInto(P.WantsRow || IsUsed ? &Own : nullptr);
  checker().placesInto(P.WantsRow ? &R.Places : nullptr);
  checker().haveFollowedCallers(P.AfterCallers);
  CalleeEvidence Evidence;
  checker().evidenceInto(&Evidence);
  run(D, &Followed, R);
  checker().evidenceInto(nullptr);
  checker().haveFollowedCallers(false);
  for (MeasuredFinding &M : R.Findings)
    if (Evidence.Refutable.count(M.F.Message))
      M.F.UnlessReleased = Evidence.Name;
  R.Witnesses = std::move(Evidence.Witnesses);
  if (P.AfterCallers)
    R.Unfinished.clear(); // Its callers have seen it.
  const auto *FD = dyn_cast<FunctionDecl>(D);
  if (!Own.empty() && IsUsed)
    checker().useRow(FD, Own.back());
  if (!Own.empty())
    setRows(FD, Own.back(), R);
  else if (P.WantsRow)
    setRows(FD, std::nullopt, R);
  R.LeavesContext = checker().leavesContext(D);
  return R;
}

/// Adds to \p Row what \p Paths says of outputs.
static void takeOutputs(const model::Routine &Paths, model::Routine &Row) {
  Row.OnlyZeroSucceeds = Paths.OnlyZeroSucceeds;
  llvm::erase_if(Row.Effects, [](const model::Effect &E) {
    return E.Kind == model::EffectKind::Set;
  });
  for (const model::Effect &E : Paths.Effects)
    if (E.Kind == model::EffectKind::Set)
      Row.Effects.push_back(E);
}

/// Basic blocks of a function that is followed only for what it stores where
/// its callers said: a search in a tree has about twenty.
static constexpr unsigned MaxBlocksForOutputs = 40;

/// Its callers may go by what it stores where they said.
static bool hasOutputs(const FunctionDecl *FD) {
  return llvm::any_of(FD->parameters(), [](const ParmVarDecl *P) {
    QualType T = P->getType()->getPointeeType();
    return !T.isNull() && !T.isConstQualified() &&
           (T->isPointerType() || isTruthType(T));
  });
}

FunctionResult FunctionAnalyzer::describe(const FunctionDecl *FD) {
  FunctionResult R;
  model::Routine Row = checker().keptParameters().summarize(FD);
  unsigned Count = hasOutputs(FD) ? blocks(FD) : 0;
  if (Count && Count <= MaxBlocksForOutputs) {
    std::vector<model::Routine> Own;
    checker().reporter().Muted = true;
    checker().summarizeInto(&Own);
    checker().placesInto(nullptr);
    FunctionResult Unused;
    run(const_cast<FunctionDecl *>(FD), nullptr, Unused);
    checker().reporter().Muted = false;
    if (!Own.empty())
      takeOutputs(Own.back(), Row);
  }
  if (Row.Borrows || !Row.Effects.empty() || Row.OnlyZeroSucceeds)
    setRows(FD, std::move(Row), R);
  else
    setRows(FD, std::nullopt, R);
  return R;
}

/// Puts \p Row into \p R, with what callers must know of exceptions.
void FunctionAnalyzer::setRows(const FunctionDecl *FD,
                               std::optional<model::Routine> Row,
                               FunctionResult &R) const {
  model::RaiseKind Raises = Lowered.raises(FD);
  // What acquires raises where it can't wait, which its callers rule out.
  bool Tells = Raises != model::RaiseKind::Never &&
               !(Row && Row->has(model::EffectKind::Acquire));
  if (Tells && !Row) {
    Row.emplace(); // Nothing else is known.
    Row->Name = FD->getNameAsString();
    Row->Params = FD->getNumParams();
    Row->Derived = true;
  }
  if (!Row)
    return;
  if (Tells)
    Row->Raises = Raises;
  R.Row = printRow(*Row);
  R.SureRow = printRow(withoutDoubts(*Row));
}
