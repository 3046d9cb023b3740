//===-- driver/unit/UnitRun.cpp - analyses one unit -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/UnitRun.h"
#include "driver/base/Command.h"
#include "driver/base/Files.h"
#include "driver/base/SourceFiles.h"
#include "driver/crossfile/Link.h"
#include "driver/unit/Adjustments.h"
#include "driver/unit/Attributes.h"
#include "driver/unit/Linkage.h"
#include "driver/unit/OwnOptions.h"
#include "engine/AnalysisHost.h"
#include "model/Model.h"
#include "syntax/BrokenFunctions.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm;
using namespace flt;
using namespace flt::driver;

namespace {

class UnitConsumer : public ASTConsumer {
public:
  UnitConsumer(CompilerInstance &CI, std::shared_ptr<const model::Model> M,
               const HostOptions &Options, bool TryAttributes,
               UnitResult &Result,
               llvm::function_ref<bool(SourceManager &)> IsFinal)
      : CI(CI), M(std::move(M)), Options(Options), TryAttributes(TryAttributes),
        Result(Result), IsFinal(IsFinal) {}

  // What follows in the file sees it.
  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    if (CI.getDiagnostics().hasUncompilableErrorOccurred())
      for (Decl *D : Group)
        acceptPartlyKnownRecords(D);
    return true;
  }

  void HandleTranslationUnit(ASTContext &Ctx) override {
    if (!IsFinal(CI.getSourceManager()))
      return;
    Result.Parsed = true;
    Result.OwnFunctions = collectLinkage(Ctx, Result.Defines, Result.Calls);
    auto Analyze = [&] {
      return analyze(Ctx, CI.getPreprocessor(), M, Options);
    };
    Result.Run = Analyze();
    if (TryAttributes)
      Result.Attributes = findSuppressAttributes(Ctx, Result.Run, Analyze);
  }

private:
  CompilerInstance &CI;
  std::shared_ptr<const model::Model> M;
  const HostOptions &Options;
  bool TryAttributes;
  UnitResult &Result;
  llvm::function_ref<bool(SourceManager &)> IsFinal;
};

class UnitAction : public ASTFrontendAction {
public:
  UnitAction(std::shared_ptr<const model::Model> M, const HostOptions &Options,
             bool TryAttributes, UnitResult &Result, SourceFiles &Disk,
             StringRef Directory,
             llvm::function_ref<bool(SourceManager &)> IsFinal)
      : M(std::move(M)), Options(Options), TryAttributes(TryAttributes),
        Result(Result), Disk(Disk), Directory(Directory), IsFinal(IsFinal) {}

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<UnitConsumer>(CI, M, Options, TryAttributes, Result,
                                          IsFinal);
  }

  // A header that is missing must not end the file.
  bool BeginSourceFileAction(CompilerInstance &CI) override {
    CI.getDiagnostics().setFatalsAsError(true);
    return true;
  }

  // Hashes what was read, not what is on disk by now.
  void EndSourceFileAction() override {
    SourceManager &SM = getCompilerInstance().getSourceManager();
    for (auto It = SM.fileinfo_begin(), E = SM.fileinfo_end(); It != E; ++It)
      if (auto Buffer = It->second->getBufferIfLoaded())
        Result.Reads[Disk.whereIs(It->first.getName(), Directory)] =
            contentHash(Buffer->getBuffer());
  }

private:
  std::shared_ptr<const model::Model> M;
  const HostOptions &Options;
  bool TryAttributes;
  UnitResult &Result;
  SourceFiles &Disk;
  std::string Directory;
  llvm::function_ref<bool(SourceManager &)> IsFinal;
};

/// Runs one action over the files that the command maps with -ivfsoverlay (how
/// Windows headers are found where case matters) and over adjusted text.
class UnitActionFactory : public tooling::FrontendActionFactory {
public:
  UnitActionFactory(std::unique_ptr<FrontendAction> Action,
                    const Adjustments &Adjust, CompileErrors &Errors)
      : Action(std::move(Action)), Adjust(Adjust), Errors(Errors) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::move(Action);
  }

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Diagnostics) override {
    IntrusiveRefCntPtr<vfs::FileSystem> Mapped =
        Files->getVirtualFileSystemPtr();
    for (const std::string &Path :
         Invocation->getHeaderSearchOpts().VFSOverlayFiles) {
      auto Buffer = Mapped->getBufferForFile(Path);
      if (!Buffer) {
        Errors.add("the file map cannot be read: " +
                       Buffer.getError().message(),
                   Path);
        return false;
      }
      // What a map does not name is looked for in what is below it.
      Mapped = vfs::getVFSFromYAML(std::move(*Buffer), nullptr, Path, nullptr,
                                   std::move(Mapped));
      if (!Mapped) {
        Errors.add("it is not a file map", Path);
        return false;
      }
    }
    Mapped = Adjust.over(std::move(Mapped));
    // All errors count, and a guess of what a misspelt name meant does not.
    Invocation->getDiagnosticOpts().ErrorLimit = 0;
    Invocation->getLangOpts().SpellChecking = false;
    auto Both = makeIntrusiveRefCnt<FileManager>(Files->getFileSystemOpts(),
                                                 std::move(Mapped));
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Both.get(), std::move(Containers), Diagnostics);
  }

private:
  std::unique_ptr<FrontendAction> Action;
  const Adjustments &Adjust;
  CompileErrors &Errors;
};

} // namespace

// What a result says of errors that belong to no function.
static void addErrors(UnitResult &R, const CompileErrors &Errors) {
  if (R.Parsed && Errors.empty())
    return;
  Incomplete I;
  I.Where = {R.File, 0, 0, {}};
  I.Unit = R.File;
  bool Any = !Errors.empty();
  I.Reason = "it does not compile: " + (Any ? Errors.All.front().Message
                                            : "the command is not understood");
  if (Errors.All.size() > 1)
    I.Reason += " (and " + std::to_string(Errors.All.size() - 1) + " more)";
  if (Any && !Errors.All.front().File.empty()) {
    const CompileErrors::Error &First = Errors.All.front();
    I.Where = {First.File, First.Line, First.Column, {}};
  }
  I.Partly = R.Parsed && R.Run.Functions;
  // Of a file of which nothing was understood, its name is enough.
  if (!I.Partly) {
    R.Parsed = false;
    R.Run.Unfinished.clear();
  }
  R.Run.Unfinished.push_back(std::move(I));
}

// What the engine calls as the compiler spelled it becomes canonical, so that
// files of different commands, and of git, can be compared.
static void makeCanonical(UnitResult &R, StringRef Directory,
                          SourceFiles &Files, const Adjustments &Adjust) {
  auto Fix = [&](Place &P) {
    if (!P.File.empty())
      P.File = Files.whereIs(P.File, Directory);
    Adjust.putBack(P);
  };
  for (Finding &F : R.Run.Findings) {
    Fix(F.Where);
    Fix(F.Acquired);
    for (auto &[Begin, End] : F.Ranges) {
      Fix(Begin);
      Fix(End);
    }
    for (PathNote &N : F.Path)
      Fix(N.Where);
    for (flt::Fix &X : F.Fixes) {
      Fix(X.Begin);
      Fix(X.End);
    }
    // Its offsets are those of the changed text.
    llvm::erase_if(F.Fixes, [&](const flt::Fix &X) {
      return Adjust.changes(X.Begin.File);
    });
  }
  for (EffectPlace &P : R.Run.Places)
    Fix(P.Where);
  for (Incomplete &I : R.Run.Unfinished) {
    Fix(I.Where);
    if (!I.Unit.empty())
      I.Unit = Files.whereIs(I.Unit, Directory);
  }
  for (SuppressAttribute &A : R.Attributes)
    Fix(A.Where);
}

// Configuration files, file maps: what was read and is no source.
static void addOtherReads(UnitResult &R, SourceFiles &Files) {
  std::vector<std::string> Others;
  for (const auto &Entry : Files.opened())
    if (!R.Reads.count(Entry.getKey().str()))
      Others.push_back(Entry.getKey().str());
  for (const std::string &Path : Others)
    if (auto Buffer = Files.getBufferForFile(Path))
      R.Reads[Path] = contentHash((*Buffer)->getBuffer());
}

// Whether a trace header stands in, and what was read describes functions of
// it that are not yet known.
static bool learnTraces(SourceManager &SM, Adjustments &Adjust) {
  std::vector<StringRef> Texts;
  bool Traces = false, More = false;
  for (auto It = SM.fileinfo_begin(), E = SM.fileinfo_end(); It != E; ++It) {
    Traces |= It->first.getName().ends_with_insensitive(".tmh");
    if (auto Buffer = It->second->getBufferIfLoaded())
      Texts.push_back(Buffer->getBuffer());
  }
  if (Traces)
    for (StringRef Text : Texts)
      More |= Adjust.learnTraces(Text);
  return More;
}

// Looks at the unit, and again as long as its errors say what to adjust.
static void look(const Job &J, const std::shared_ptr<const model::Model> &M,
                 HostOptions Options, IntrusiveRefCntPtr<SourceFiles> Disk,
                 Adjustments &Adjust, UnitResult &Result) {
  constexpr unsigned MaxLooks = 6;
  CompileErrors Errors;
  Options.Errors = &Errors;
  bool Again = true;
  for (unsigned Look = 1; Again; ++Look) {
    Again = false;
    Errors = CompileErrors();
    auto IsFinal = [&](SourceManager &SM) {
      bool Learned = Adjust.learn(Errors);
      Again = (learnTraces(SM, Adjust) || Learned) && Look < MaxLooks;
      return !Again;
    };
    auto Files = makeIntrusiveRefCnt<FileManager>(FileSystemOptions(), Disk);
    ErrorRecorder Recorder(Errors);
    UnitActionFactory Factory(
        std::make_unique<UnitAction>(M, Options, J.S.TryAttributes, Result,
                                     *Disk, J.U.Directory, IsFinal),
        Adjust, Errors);
    tooling::ToolInvocation Run(syntaxOnly(J.U.Command, J.U.File), &Factory,
                                Files.get(),
                                std::make_shared<PCHContainerOperations>());
    Run.setDiagnosticConsumer(&Recorder);
    (void)Run.run();
  }
  addErrors(Result, Errors);
  Result.Unknown = std::move(Errors.Unknown);
  // What was read is what is on the disk.
  for (auto It = Result.Reads.begin(); It != Result.Reads.end();) {
    auto Buffer = Disk->getBufferForFile(It->first);
    if (!Buffer) {
      It = Result.Reads.erase(It); // A build would make it.
      continue;
    }
    if (Adjust.changes(It->first))
      It->second = contentHash((*Buffer)->getBuffer());
    ++It;
  }
}

Expected<UnitResult> flt::driver::runUnit(const Job &J, Purpose Why,
                                          StringRef RowsFile) {
  std::vector<std::string> Models = J.S.Models;
  UnitResult Result;
  Result.File = J.U.File;
  Result.RowsUsed = contentHash("");
  if (!RowsFile.empty()) {
    Expected<std::string> Rows = readFile(RowsFile);
    if (!Rows)
      return Rows.takeError();
    Result.RowsUsed = contentHash(*Rows);
    if (!Rows->empty())
      Models.push_back(RowsFile.str());
  }
  auto M = model::Model::load(Models);
  if (!M)
    return M.takeError();

  HostOptions Options;
  for (const std::string &Name : J.S.Checks)
    if (const CheckInfo *Info = findCheck(Name))
      Options.Checks.push_back(Info->Id);
  Options.Config = J.S.Config;
  takeOwnOptions(Options);
  Options.LowerSEH = J.S.LowerSEH;
  Options.OnlyParse = J.S.OnlyParse;
  Options.Summarize = Why == Purpose::Summarize;
  auto Disk = makeIntrusiveRefCnt<SourceFiles>(J.S.Overlay);
  if (std::error_code EC = Disk->setCurrentWorkingDirectory(J.U.Directory)) {
    Result.Run.Unfinished.push_back(
        {"",
         {J.U.File, 0, 0, {}},
         "its folder '" + J.U.Directory +
             "' cannot be entered: " + EC.message()});
    return Result;
  }
  Adjustments Adjust(*Disk, J.U.Directory);
  Adjust.learnCommand(J.U.Command);
  look(J, *M, Options, Disk, Adjust, Result);
  if (Why == Purpose::Summarize && Result.Parsed)
    if (Error E = splitRows(Result))
      return std::move(E);
  makeCanonical(Result, J.U.Directory, *Disk, Adjust);
  addOtherReads(Result, *Disk);
  for (const auto &Entry : Disk->absent())
    Result.Absent.push_back(Entry.getKey().str());
  llvm::sort(Result.Absent);
  return Result;
}
