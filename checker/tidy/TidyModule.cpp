//===-- tidy/TidyModule.cpp - the checks in clang-tidy --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One check object for each check that is on; those of a translation unit share
// one run of the engine over the finished AST.
//
//===----------------------------------------------------------------------===//
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "engine/AnalysisHost.h"
#include "engine/Register.h"
#include "finding/Checks.h"
#include "finding/Suppression.h"
#include "model/Load.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/Version.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"
#if CLANG_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

using namespace clang;
using namespace clang::ast_matchers;
using namespace clang::tidy;
using namespace flt;

namespace {

class FltTidyCheck;

/// What the check objects of a translation unit have in common.
class SharedRun {
public:
  std::vector<FltTidyCheck *> Members;
  Preprocessor *PP = nullptr;
  ASTContext *Ctx = nullptr;

  void run();

  /// clang-tidy makes one context for each file and, in clangd, several at a
  /// time on different threads.
  static std::shared_ptr<SharedRun> of(ClangTidyContext *Context) {
    static thread_local llvm::DenseMap<ClangTidyContext *,
                                       std::weak_ptr<SharedRun>>
        Runs;
    std::weak_ptr<SharedRun> &Known = Runs[Context];
    std::shared_ptr<SharedRun> Run = Known.lock();
    if (!Run)
      Known = Run = std::make_shared<SharedRun>();
    return Run;
  }

private:
  bool isSuppressed(const Finding &F) const {
    if (F.Acquired.Loc.isInvalid())
      return false;
    const SourceManager &SM = Ctx->getSourceManager();
    bool Invalid = false;
    StringRef Text =
        SM.getBufferData(SM.getFileID(SM.getFileLoc(F.Acquired.Loc)), &Invalid);
    return !Invalid && isSuppressedAt(Text, F.Acquired, F.Check);
  }

  bool Done = false;
};

// As HostOptions has them.
constexpr llvm::StringLiteral DefaultBudget = "150000";
constexpr llvm::StringLiteral DefaultPaths = "16";

class FltTidyCheck : public ClangTidyCheck {
public:
  FltTidyCheck(StringRef Name, ClangTidyContext *Context, const CheckInfo &Info)
      : ClangTidyCheck(Name, Context), Info(Info), Run(SharedRun::of(Context)),
        Model(Options.get("Model", "")),
        AllFunctions(Options.get("AnalyzeAllFunctions", "false")),
        Budget(Options.get("MaxSteps", DefaultBudget)),
        Paths(Options.get("PathsPerBranch", DefaultPaths)) {
    Run->Members.push_back(this);
  }

  // Only the StringRef accessors: the templates are mangled differently by GCC
  // and Clang, and stock clang-tidy is built by Clang.
  void storeOptions(ClangTidyOptions::OptionMap &Opts) override {
    Options.store(Opts, "Model", StringRef(Model));
    Options.store(Opts, "AnalyzeAllFunctions", StringRef(AllFunctions));
    Options.store(Opts, "MaxSteps", StringRef(Budget));
    Options.store(Opts, "PathsPerBranch", StringRef(Paths));
  }
  void registerPPCallbacks(const SourceManager &, Preprocessor *PP,
                           Preprocessor *) override {
    Run->PP = PP;
  }
  void registerMatchers(MatchFinder *Finder) override {
    // Not translationUnitDecl(): clangd limits the traversal to the main file.
    Finder->addMatcher(functionDecl(isDefinition()).bind("function"), this);
  }
  void check(const MatchFinder::MatchResult &Result) override {
    Run->Ctx = Result.Context;
  }
  void onEndOfTranslationUnit() override { Run->run(); }

  void configure(HostOptions &Host, llvm::SetVector<StringRef> &Models) const {
    Host.Checks.push_back(Info.Id);
    Host.AnalyzeAll |= AllFunctions == "true" || AllFunctions == "1";
    // One run serves all checks: the one that was changed decides.
    unsigned Steps = 0;
    if (Budget != DefaultBudget && !StringRef(Budget).getAsInteger(10, Steps))
      Host.Budget = Steps;
    if (Paths != DefaultPaths && !StringRef(Paths).getAsInteger(10, Steps))
      Host.PathsPerBranch = Steps;
    llvm::SmallVector<StringRef, 2> Files;
    StringRef(Model).split(Files, ';', -1, /*KeepEmpty=*/false);
    for (StringRef File : Files)
      Models.insert(File.trim());
  }
  bool is(StringRef TidyName) const { return Info.TidyName == TidyName; }

  void emit(const Finding &F) {
    {
      // The text is an argument: a format string would trip over a '%'.
      auto D = diag(F.Where.Loc, "%0") << F.Message;
      for (const auto &[Begin, End] : F.Ranges)
        D << SourceRange(Begin.Loc, End.Loc);
      for (const Fix &Edit : F.Fixes)
        D << FixItHint::CreateReplacement(
            CharSourceRange::getCharRange(Edit.Begin.Loc, Edit.End.Loc),
            Edit.Replacement);
    }
    for (const PathNote &N : F.Path)
      diag(N.Where.Loc, "%0", DiagnosticIDs::Note) << N.Text;
  }

  /// Never silent about what was not looked at; not a finding either.
  void remark(const Incomplete &I) {
    if (I.Where.Loc.isValid())
      diag(I.Where.Loc, "'%0' is not analysed completely: %1",
           DiagnosticIDs::Remark)
          << I.Function << I.Reason;
  }

  void fail(StringRef Message) {
    configurationDiag("%0", DiagnosticIDs::Error) << Message;
  }

private:
  const CheckInfo &Info;
  std::shared_ptr<SharedRun> Run;
  std::string Model, AllFunctions, Budget, Paths;
};

void SharedRun::run() {
  if (Done || !Ctx || !PP)
    return;
  Done = true;
  HostOptions Host;
  llvm::SetVector<StringRef> Models;
  for (const FltTidyCheck *Member : Members)
    Member->configure(Host, Models);
  std::string Files = llvm::join(Models, ";");
  auto M = loadModelFiles(Files);
  if (!M)
    return Members.front()->fail(llvm::toString(M.takeError()));
  RunResult Result = analyze(*Ctx, *PP, *M, Host);
  for (const Finding &F : Result.Findings) {
    // clang-tidy itself looks for NOLINT at the warning; where the object was
    // acquired is as good a place for it.
    if (isSuppressed(F))
      continue;
    for (FltTidyCheck *Member : Members)
      if (Member->is(F.Check))
        Member->emit(F);
  }
  for (const Incomplete &I : Result.Unfinished)
    Members.front()->remark(I);
}

class FltModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    for (const CheckInfo &Info : allChecks())
      Factories.registerCheckFactory(
          Info.TidyName, [&Info](StringRef Name, ClangTidyContext *Context) {
            return std::make_unique<FltTidyCheck>(Name, Context, Info);
          });
  }
};

ClangTidyModuleRegistry::Add<FltModule>
    Register("flt-module", "Checks for file-system minifilter drivers.");

} // namespace
