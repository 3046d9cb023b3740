//===-- engine/UnitEngine.cpp - analyses functions of one AST -------------===//
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
#include "engine/UnitEngine.h"
#include "compat/Compat.h"
#include "engine/FunctionAnalyzer.h"
#include "clang/Lex/Preprocessor.h"
#include <numeric>

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

UnitEngine::UnitEngine(ASTContext &Ctx, Preprocessor &PP, const model::Model &M,
                       HostOptions Given)
    : Ctx(Ctx), PP(PP), Options(std::move(Given)) {
  DiagnosticsEngine &Diags = PP.getDiagnostics();
  // Not hasErrorOccurred(): a warning that -Werror promotes does not hurt.
  bool HasErrors =
      Diags.hasUncompilableErrorOccurred() || Diags.hasFatalErrorOccurred();
  if (HasErrors && (!Options.Errors || Options.Errors->empty())) {
    Incomplete I;
    I.Reason = "the file does not compile";
    Facts.Unfinished.push_back(std::move(I));
    return;
  }
  static const CompileErrors None;
  Broken = std::make_unique<BrokenFunctions>(Ctx, HasErrors ? *Options.Errors
                                                            : None);
  for (const BrokenFunctions::Broken &B : Broken->list())
    if (isOfProject(B.Function, Ctx))
      Facts.Unfinished.push_back(describeIncomplete(B.Function, B.Reason, Ctx));
  Relevance Relevant(Ctx, M);
  Facts.Functions = Relevant.functions();
  Facts.Broken = unsigned(Facts.Unfinished.size());
  if (Options.OnlyParse)
    return;
  if (Relevant.empty() && !Options.AnalyzeAll && !Options.Summarize)
    return;
  auto Invocation = makeInvocation(Options, PP, Ctx.getLangOpts());
  if (!Invocation)
    return;
  // Real AST and preprocessor, nothing else.
  Shell = compat::makeCompilerInstance(Invocation);
  compat::setASTContext(*Shell, Ctx);
  Shell->setPreprocessor(
      std::shared_ptr<Preprocessor>(std::shared_ptr<void>(), &PP));
  Index = indexFunctions(Ctx, Declarations);
  HasCaller.resize(Index.size());
  for (unsigned I = 0; I != Index.size(); ++I) {
    Numbers[Declarations[I]->getCanonicalDecl()] = I;
    for (unsigned Callee : Index[I].Callees)
      HasCaller[Callee] = true;
  }
  Understood = true;
}

namespace {

/// \returns the name of the rows with which \p Function is analysed.
llvm::StringRef rowsOf(unsigned Function,
                       const std::map<unsigned, std::string> &Visited,
                       llvm::StringRef Others) {
  auto It = Visited.find(Function);
  return It == Visited.end() ? Others : llvm::StringRef(It->second);
}

/// \returns the result of \p Function at the end of a unit, or null.
const FunctionResult *findResult(const UnitMemo &Memo, unsigned Function,
                                 bool AfterCallers, llvm::StringRef Rows) {
  if (const FunctionResult *R = Memo.find(Function, Rows, AfterCallers))
    return R;
  // Nothing is followed in it, whoever calls it.
  const FunctionResult *R = Memo.find(Function, Rows);
  return R && !R->IsRelevant ? R : nullptr;
}

} // namespace

/// The AST as it is lowered under one model.
class UnitEngine::Look {
public:
  Look(UnitEngine &U, const EngineRequest &R, UnitMemo &Memo)
      : U(U), R(R), Memo(Memo), Relevant(U.Ctx, *R.M),
        Lowered(U.Ctx, R.M, optionsFor(U.Options)) {
    Lowered.lowerAll();
    if (!U.Options.LowerSEH)
      Lowered.undoAll(); // And none is lowered a second time.
    Analyzer = std::make_unique<FunctionAnalyzer>(*U.Shell, U.Ctx, U.PP, R.M,
                                                  U.Options, Lowered, Relevant);
    for (const auto &[Key, Result] : Memo.Results)
      if (Result.LeavesContext)
        Analyzer->checker().leaveContext(U.Declarations[Key.Function]);
  }

  void visit();
  void finish();

private:
  static seh::Options optionsFor(const HostOptions &Options) {
    seh::Options How;
    How.TellRaises = Options.Summarize;
    return How;
  }
  bool wantsRow(unsigned F) const {
    return U.Options.Summarize && U.Index[F].IsOpen;
  }
  llvm::StringRef rows(unsigned F) const {
    return rowsOf(F, R.Visited, R.Rows);
  }
  bool isLarge(unsigned F) const {
    return Analyzer->isLarge(U.Declarations[F]);
  }
  bool isDeep(unsigned F) const {
    return U.Index[F].IsDeep && Analyzer->isRelevant(U.Declarations[F]);
  }
  void analyzeFirst(llvm::ArrayRef<unsigned> Among);
  const FunctionResult *analyze(unsigned F, bool AfterCallers);

  UnitEngine &U;
  const EngineRequest &R;
  UnitMemo &Memo;
  Relevance Relevant;
  seh::Lowering Lowered; ///< The source is as it was when this goes.
  std::unique_ptr<FunctionAnalyzer> Analyzer;
};

const FunctionResult *UnitEngine::Look::analyze(unsigned F, bool AfterCallers) {
  Decl *D = U.Declarations[F];
  SetOfConstDecls Followed;
  FunctionResult Result;
  FunctionAnalyzer::Purpose P{AfterCallers, wantsRow(F), isLarge(F), isDeep(F)};
  if (P.IsLarge)
    P.AfterCallers = false;
  if (Analyzer->isRelevant(D))
    Result = Analyzer->analyze(D, P, Followed);
  else if (wantsRow(F))
    Result = Analyzer->describe(cast<FunctionDecl>(D));
  for (const Decl *Callee : Followed)
    if (auto It = U.Numbers.find(Callee->getCanonicalDecl());
        It != U.Numbers.end())
      Result.Followed.push_back(It->second);
  llvm::sort(Result.Followed);
  AfterCallers = Result.AfterCallers;
  Memo.add(F, rows(F), std::move(Result));
  return Memo.find(F, rows(F), AfterCallers);
}

/// Callers go by the rows of large functions, and of those that they call over
/// too many others: callees first.
void UnitEngine::Look::analyzeFirst(llvm::ArrayRef<unsigned> Among) {
  for (unsigned F : llvm::reverse(Among))
    if ((isLarge(F) || isDeep(F)) && !Memo.find(F, rows(F)))
      analyze(F, U.HasCaller[F]);
}

void UnitEngine::Look::visit() {
  std::vector<unsigned> Todo;
  for (unsigned F : R.Functions)
    if (!Memo.find(F, rows(F)))
      Todo.push_back(F);
  llvm::sort(Todo);
  analyzeFirst(Todo);
  // Whether callers will follow it is a guess, which finish() mends.
  for (unsigned F : Todo)
    if (wantsRow(F) && !Memo.find(F, rows(F)))
      analyze(F, U.HasCaller[F]);
}

void UnitEngine::Look::finish() {
  std::vector<unsigned> All(U.Index.size());
  std::iota(All.begin(), All.end(), 0u);
  analyzeFirst(All);
  auto IsLarge = [&](unsigned F) { return isLarge(F); };
  auto Get = [&](unsigned F, bool AfterCallers) -> const FunctionResult * {
    const FunctionResult *Known = findResult(Memo, F, AfterCallers, rows(F));
    return Known ? Known : analyze(F, AfterCallers);
  };
  RunResult Unused;
  collectResults(U.Index, {IsLarge, Get}, Unused);
}

void UnitEngine::look(const EngineRequest &R, UnitMemo &Memo) {
  Look L(*this, R, Memo);
  L.visit();
  if (R.Finish)
    L.finish();
}

std::optional<RunResult>
flt::collectResults(const FunctionIndex &Index, const UnitMemo &Memo,
                    const std::map<unsigned, std::string> &Visited,
                    llvm::StringRef Rows) {
  auto Get = [&](unsigned F, bool AfterCallers) {
    return findResult(Memo, F, AfterCallers, rowsOf(F, Visited, Rows));
  };
  auto IsLarge = [&](unsigned F) {
    const FunctionResult *R = Get(F, /*AfterCallers=*/false);
    return R && R->IsLarge;
  };
  RunResult R;
  if (!collectResults(Index, {IsLarge, Get}, R))
    return std::nullopt;
  return R;
}
