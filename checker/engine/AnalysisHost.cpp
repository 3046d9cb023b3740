//===-- engine/AnalysisHost.cpp - runs the checks over an AST -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy runs only the analyzer checkers that it was built with, so we
// drive the engine ourselves: the part of Clang's AnalysisConsumer that is
// needed, over a CompilerInstance that is a shell around somebody else's AST
// and preprocessor and has options of its own.
//
//===----------------------------------------------------------------------===//
#include "engine/AnalysisHost.h"
#include "compat/Compat.h"
#include "engine/FindingConsumer.h"
#include "engine/LoopExits.h"
#include "engine/ModelChecker.h"
#include "engine/Register.h"
#include "path/TruthValues.h"
#include "seh/Lowering.h"
#include "syntax/BrokenFunctions.h"
#include "syntax/Callbacks.h"
#include "syntax/Relevance.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Analysis/Analyses/LiveVariables.h"
#include "clang/Analysis/CFG.h"
#include "clang/Analysis/CallGraph.h"
#include "clang/CrossTU/CrossTranslationUnit.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/StaticAnalyzer/Core/CheckerManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"
#include "llvm/ADT/PostOrderIterator.h"
#include <map>
#include <set>

using namespace clang;
using namespace clang::ento;
using namespace flt;

/// Options that went through the command-line parser: default-constructed ones
/// are partly uninitialised and make the engine do nothing.
static std::shared_ptr<CompilerInvocation>
makeInvocation(const HostOptions &Options, Preprocessor &PP,
               const LangOptions &LO) {
  std::vector<std::string> Args = {
      "-analyze",
      // These end paths that can't be and model the language; they are silent.
      "-analyzer-checker=core,apiModeling,unix.DynamicMemoryModeling",
      "-analyzer-config", "silence-checkers=core;apiModeling;unix",
      // A wrapper that everybody calls is to be seen through each time.
      "-analyzer-config", "max-times-inline-large=1000",
      // Driver headers put structures at fixed addresses on purpose.
      "-analyzer-disable-checker=core.FixedAddressDereference",
      // A checker that does not exist in both versions is no error.
      "-analyzer-config-compatibility-mode=true"};
#if CLANG_VERSION_MAJOR < 20
  llvm::erase(Args, "-analyzer-disable-checker=core.FixedAddressDereference");
#endif
  for (CheckId Id : Options.Checks)
    Args.push_back("-analyzer-checker=" +
                   allChecks()[unsigned(Id)].AnalyzerName.str());
  for (const auto &[Key, Value] : Options.Config) {
    Args.push_back("-analyzer-config");
    Args.push_back(Key + "=" + Value);
  }
  Args.insert(Args.end(), {"-x", "c", "shell.c"});
  std::vector<const char *> Pointers;
  for (const std::string &A : Args)
    Pointers.push_back(A.c_str());
  auto Invocation = std::make_shared<CompilerInvocation>();
  if (!CompilerInvocation::CreateFromArgs(*Invocation, Pointers,
                                          PP.getDiagnostics()))
    return nullptr;
  Invocation->getLangOpts() = LO;
  AnalyzerOptions &AO = Invocation->getAnalyzerOpts();
  AO.AnalysisDiagOpt = PD_NONE;
  // Would build a ModelInjector, which needs a complete CompilerInstance.
  AO.Config.erase("model-path");
  return Invocation;
}

/// Whether \p D is a function of the file itself, or of a header of the
/// project.
static bool isOfProject(const Decl *D, const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  const Stmt *Body = D->getBody();
  SourceLocation Loc =
      SM.getExpansionLoc(Body ? Body->getBeginLoc() : D->getLocation());
  return Loc.isValid() && !SM.isInSystemHeader(Loc);
}

static Incomplete describe(const Decl *D, std::string Reason,
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

namespace {

/// Runs the engine over one translation unit.
class Driver {
public:
  Driver(CompilerInstance &CI, ASTContext &Ctx, Preprocessor &PP,
         AnalyzerOptions &AO, std::shared_ptr<const model::Model> M,
         const HostOptions &Options, const seh::Lowering &Lowered,
         RunResult &Result, std::set<std::string> &LookedAtTwice)
      : Ctx(Ctx), Options(Options), Lowered(Lowered), Result(Result), CTU(CI),
        LookedAtTwice(LookedAtTwice) {
    Checkers = std::make_unique<CheckerManager>(
        Ctx, AO, PP, ArrayRef<std::string>(),
        ArrayRef<std::function<void(CheckerRegistry &)>>(Registrations));
    // The model at hand rather than the one that the options name.
    Checkers->getChecker<ModelChecker>()->setModel(std::move(M));
    PathDiagnosticConsumers Consumers;
    compat::addConsumer(Consumers, makeFindingConsumer(Result.Findings));
    Manager = std::make_unique<AnalysisManager>(
        Ctx, PP, std::move(Consumers), &CreateRegionStoreManager,
        &CreateRangeConstraintManager, Checkers.get(), AO);
  }
  ~Driver() {
    Manager.reset(); // Flushes the consumer.
    Checkers.reset();
  }

  void run(const Relevance &Relevant) {
    ModelChecker &Checker = *Checkers->getChecker<ModelChecker>();
    Checker.limitPaths(Options.PathsPerBranch);
    Checker.useRelevance(Relevant);
    Checker.followAgain([&](const Decl *D) { Summaries.markMayInline(D); });
    if (!Options.AnalyzeAll)
      Checker.inlineOnly([&](const FunctionDecl *FD) {
        return Relevant.isRelevant(FD) || isSmall(FD);
      });
    CallGraph Calls;
    for (Decl *D : Ctx.getTranslationUnitDecl()->noload_decls())
      Calls.addToCallGraph(D);
    // What is too large to be followed from its callers has a row before they
    // ask for it.
    llvm::DenseSet<const Decl *> Done;
    for (CallGraphNode *Node : llvm::post_order(&Calls))
      if (Decl *D = Node->getDecl(); D && isOfProject(D, Ctx) &&
                                     Relevant.isRelevant(D) && isLarge(D) &&
                                     Done.insert(D->getCanonicalDecl()).second)
        analyzeAndKeep(D);
    // Callers first: what they inline needs no look of its own.
    for (Decl *D : inOrder(Calls)) {
      if (!Done.insert(D->getCanonicalDecl()).second)
        continue;
      if (Options.AnalyzeAll || Relevant.isRelevant(D))
        analyzeInTurn(D);
      else if (Options.Summarize && mayBeCalledFromOutside(D))
        describeRow(cast<FunctionDecl>(D));
    }
    if (Options.Summarize) {
      dropOverloads(Rows);
      Result.Summaries = model::print(Rows);
    }
  }

private:
  /// Callers first; and what a pre-operation callback leaves behind is known
  /// before the post-operation callback is looked at.
  std::vector<Decl *> inOrder(CallGraph &Calls) const {
    std::vector<Decl *> Order;
    for (CallGraphNode *Node :
         llvm::ReversePostOrderTraversal<CallGraph *>(&Calls))
      if (Decl *D = Node->getDecl(); D && isOfProject(D, Ctx))
        Order.push_back(D);
    std::stable_partition(Order.begin(), Order.end(), [](const Decl *D) {
      const auto *FD = dyn_cast<FunctionDecl>(D);
      return FD && isPreOperation(FD);
    });
    return Order;
  }

  /// A function that its callers don't follow.
  void analyzeAndKeep(Decl *D) {
    std::vector<model::Routine> Own;
    bool WantsRow = Options.Summarize && mayBeCalledFromOutside(D);
    checker().reporter().Muted = false;
    checker().summarizeInto(&Own);
    SetOfConstDecls Callees;
    analyzeFunction(D, &Callees);
    noteInlined(Callees);
    if (!Own.empty())
      checker().useRow(cast<FunctionDecl>(D), Own.back());
    if (!WantsRow)
      return;
    Rows.insert(Rows.end(), Own.begin(), Own.end());
    tellRaises(cast<FunctionDecl>(D), Rows);
  }

  /// A function that its callers follow, or that nobody calls.
  void analyzeInTurn(Decl *D) {
    bool IsInlined = Inlined.count(D->getCanonicalDecl());
    // Others may pass what no caller in sight does.
    bool IsOpen = mayBeCalledFromOutside(D);
    bool WantsRow = Options.Summarize && IsOpen;
    if (IsInlined && !IsOpen)
      return;
    checker().reporter().Muted = false;
    checker().summarizeInto(WantsRow ? &Rows : nullptr);
    SetOfConstDecls Callees;
    SecondLook = IsInlined;
    checker().haveFollowedCallers(IsInlined);
    analyzeFunction(D, &Callees);
    checker().haveFollowedCallers(false);
    SecondLook = false;
    if (IsInlined)
      LookedAtTwice.insert(cast<FunctionDecl>(D)->getQualifiedNameAsString());
    else
      noteInlined(Callees);
    if (WantsRow)
      tellRaises(cast<FunctionDecl>(D), Rows);
  }

  void noteInlined(const SetOfConstDecls &Callees) {
    for (const Decl *Callee : Callees)
      Inlined.insert(Callee->getCanonicalDecl());
  }

  /// A function that reaches no modelled routine: what its statements tell, and
  /// what the paths of a small one leave in its outputs.
  void describeRow(const FunctionDecl *FD) {
    model::Routine Row = checker().keptParameters().summarize(FD);
    if (hasOutputs(FD) && isSmall(FD)) {
      std::vector<model::Routine> Own;
      checker().reporter().Muted = true;
      checker().summarizeInto(&Own);
      analyzeFunction(const_cast<FunctionDecl *>(FD), nullptr);
      checker().reporter().Muted = false;
      if (!Own.empty())
        takeOutputs(Own.back(), Row);
    }
    if (Row.Borrows || !Row.Effects.empty() || Row.OnlyZeroSucceeds)
      Rows.push_back(std::move(Row));
    tellRaises(FD, Rows);
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

  /// Its callers may go by what it stores where they said.
  static bool hasOutputs(const FunctionDecl *FD) {
    return llvm::any_of(FD->parameters(), [](const ParmVarDecl *P) {
      QualType T = P->getType()->getPointeeType();
      return !T.isNull() && !T.isConstQualified() &&
             (T->isPointerType() || isTruthType(T));
    });
  }

  ModelChecker &checker() { return *Checkers->getChecker<ModelChecker>(); }

  bool isLarge(const Decl *D) {
    const auto *FD = dyn_cast<FunctionDecl>(D);
    if (!FD || !FD->hasBody(FD) || !Lowered.whyNotAnalysed(FD).empty())
      return false;
    const CFG *Graph = Manager->getAnalysisDeclContext(FD)->getCFG();
    return Graph && Graph->getNumBlockIDs() > checker().inlinableSize();
  }

  /// A row is found by the name and the number of parameters: what C++ defines
  /// several of has none.
  static void dropOverloads(std::vector<model::Routine> &Rows) {
    std::map<std::pair<std::string, unsigned>, unsigned> Count;
    for (const model::Routine &R : Rows)
      ++Count[{R.Name, R.Params}];
    llvm::erase_if(Rows, [&](const model::Routine &R) {
      return Count[{R.Name, R.Params}] > 1;
    });
  }

  /// Adds to the row of \p FD, the last of \p Rows if it has one, whether it
  /// raises an exception.
  void tellRaises(const FunctionDecl *FD,
                  std::vector<model::Routine> &Rows) const {
    model::RaiseKind Raises = Lowered.raises(FD);
    if (Raises == model::RaiseKind::Never)
      return;
    bool HasRow = !Rows.empty() && Rows.back().Params == FD->getNumParams() &&
                  Rows.back().Name == FD->getNameAsString();
    // What acquires raises where it can't wait, which its callers rule out.
    if (HasRow && Rows.back().has(model::EffectKind::Acquire))
      return;
    if (!HasRow) {
      model::Routine Row; // Nothing else is known.
      Row.Name = FD->getNameAsString();
      Row.Params = FD->getNumParams();
      Row.Derived = true;
      Rows.push_back(std::move(Row));
    }
    Rows.back().Raises = Raises;
  }

  /// Accessors and the like: cheaper to follow than to forget about.
  bool isSmall(const FunctionDecl *FD) const {
    const CFG *Graph = Manager->getAnalysisDeclContext(FD)->getCFG();
    return Graph && Graph->getNumBlockIDs() <= 12;
  }

  /// Other files know a function from a header; where nothing but the
  /// definition declares it, they may declare it themselves.
  bool mayBeCalledFromOutside(const Decl *D) const {
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

  void analyzeFunction(Decl *D, SetOfConstDecls *Callees) {
    if (!D->hasBody())
      return;
    Manager->ClearContexts();
    AnalysisDeclContext *Context = Manager->getAnalysisDeclContext(D);
    if (Context->isBodyAutosynthesized())
      return;
    bool IsEntry = !checker().reporter().Muted && !SecondLook;
    Result.EntryFunctions += IsEntry;
    if (StringRef Why = Lowered.whyNotAnalysed(D); !Why.empty()) {
      incomplete(D, Why.str());
      return;
    }
    if (!Manager->getCFG(D) || !Context->getAnalysis<RelaxedLiveVariables>()) {
      incomplete(D, "Clang builds no control-flow graph for it");
      return;
    }
    ExprEngine Engine(CTU, *Manager, Callees, &Summaries,
                      ExprEngine::Inline_Regular);
    Engine.ExecuteWorkList(
        Manager->getAnalysisDeclContextManager().getStackFrame(D),
        Options.Budget);
    // Loops are followed for some rounds, which is no lack of budget.
    if (!Engine.hasEmptyWorkList())
      incomplete(D, "its paths exceed the budget of " +
                        std::to_string(Options.Budget) + " steps");
    else if (neverLeftALoop(Engine, D, Summaries))
      incomplete(D, "no path that was followed reaches the end of a loop");
    Engine.getBugReporter().FlushReports();
  }

  void incomplete(const Decl *D, std::string Reason) {
    if (checker().reporter().Muted || SecondLook)
      return; // Its callers have seen it.
    Result.Unfinished.push_back(describe(D, std::move(Reason), Ctx));
  }

  ASTContext &Ctx;
  const HostOptions &Options;
  const seh::Lowering &Lowered;
  RunResult &Result;
  cross_tu::CrossTranslationUnitContext CTU;
  std::function<void(CheckerRegistry &)> Registrations[1] = {registerCheckers};
  std::unique_ptr<CheckerManager> Checkers;
  std::unique_ptr<AnalysisManager> Manager;
  FunctionSummariesTy Summaries;
  std::vector<model::Routine> Rows; ///< What other files may call.
  SetOfConstDecls Inlined;          ///< Followed from a caller.
  /// The function at hand is followed from callers, and looked at by itself
  /// since others may call it.
  bool SecondLook = false;
  std::set<std::string> &LookedAtTwice; ///< Names of such functions.
};

/// What is wrong in a function that callers were followed into is known from
/// there, unless only a call of somebody else's shows it.
static void dropSeenTwice(std::vector<Finding> &Findings,
                          const std::set<std::string> &LookedAtTwice) {
  auto SamePlace = [](const Place &A, const Place &B) {
    return A.Line && A.File == B.File && A.Line == B.Line &&
           A.Column == B.Column;
  };
  std::vector<Finding> Kept;
  for (const Finding &F : Findings)
    if (!LookedAtTwice.count(F.Function) ||
        llvm::none_of(Findings, [&](const Finding &G) {
          return G.Function != F.Function && G.Check == F.Check &&
                 (SamePlace(G.Where, F.Where) ||
                  SamePlace(G.Acquired, F.Acquired) ||
                  llvm::any_of(G.Path, [&](const PathNote &N) {
                    return SamePlace(N.Where, F.Acquired);
                  }));
        }))
      Kept.push_back(F);
  Findings = std::move(Kept);
}

} // namespace

RunResult flt::analyze(ASTContext &Ctx, Preprocessor &PP,
                       std::shared_ptr<const model::Model> M,
                       const HostOptions &Options) {
  RunResult Result;
  DiagnosticsEngine &Diags = PP.getDiagnostics();
  // Not hasErrorOccurred(): a warning that -Werror promotes does not hurt.
  bool HasErrors =
      Diags.hasUncompilableErrorOccurred() || Diags.hasFatalErrorOccurred();
  if (HasErrors && (!Options.Errors || Options.Errors->empty())) {
    Incomplete I;
    I.Reason = "the file does not compile";
    Result.Unfinished.push_back(std::move(I));
    return Result;
  }
  static const CompileErrors None;
  BrokenFunctions Broken(Ctx, HasErrors ? *Options.Errors : None);
  for (const BrokenFunctions::Broken &B : Broken.list())
    if (isOfProject(B.Function, Ctx))
      Result.Unfinished.push_back(describe(B.Function, B.Reason, Ctx));
  Relevance Relevant(Ctx, *M);
  Result.Functions = Relevant.functions();
  Result.Broken = unsigned(Result.Unfinished.size());
  bool IsWanted = !Relevant.empty() || Options.AnalyzeAll || Options.Summarize;
  if (!IsWanted || Options.OnlyParse)
    return Result;
  auto Invocation = makeInvocation(Options, PP, Ctx.getLangOpts());
  if (!Invocation)
    return Result;
  // Real AST and preprocessor, nothing else.
  auto CI = compat::makeCompilerInstance(Invocation);
  compat::setASTContext(*CI, Ctx);
  CI->setPreprocessor(
      std::shared_ptr<Preprocessor>(std::shared_ptr<void>(), &PP));
  {
    // Other checks see the source again when this goes.
    seh::Options How;
    How.TellRaises = Options.Summarize;
    seh::Lowering Lowered(Ctx, M, How);
    Lowered.lowerAll();
    if (!Options.LowerSEH)
      Lowered.undoAll(); // And none is lowered a second time.
    std::set<std::string> LookedAtTwice;
    {
      Driver D(*CI, Ctx, PP, Invocation->getAnalyzerOpts(), M, Options, Lowered,
               Result, LookedAtTwice);
      D.run(Relevant);
    }
    dropSeenTwice(Result.Findings, LookedAtTwice);
  }
  return Result;
}
