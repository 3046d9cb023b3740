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
#include "driver/unit/Attributes.h"
#include "driver/unit/Linkage.h"
#include "engine/AnalysisHost.h"
#include "model/Model.h"
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

/// Keeps the first error and counts the others.
class FirstError : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error || Count++)
      return;
    SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    Text = Message.str().str();
    if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
      return;
    PresumedLoc At = Info.getSourceManager().getPresumedLoc(
        Info.getSourceManager().getExpansionLoc(Info.getLocation()));
    if (At.isValid()) {
      Where.File = At.getFilename();
      Where.Line = At.getLine();
      Where.Column = At.getColumn();
    }
  }

  /// An error of our own, at the beginning of \p File.
  void add(std::string Message, StringRef File) {
    if (Count++)
      return;
    Text = std::move(Message);
    Where = {File.str(), 0, 0, {}};
  }

  std::string Text;
  Place Where;
  unsigned Count = 0;
};

class UnitConsumer : public ASTConsumer {
public:
  UnitConsumer(CompilerInstance &CI, std::shared_ptr<const model::Model> M,
               const HostOptions &Options, bool TryAttributes,
               UnitResult &Result)
      : CI(CI), M(std::move(M)), Options(Options), TryAttributes(TryAttributes),
        Result(Result) {}

  void HandleTranslationUnit(ASTContext &Ctx) override {
    if (CI.getDiagnostics().hasUncompilableErrorOccurred())
      return;
    Result.Parsed = true;
    collectLinkage(Ctx, Result.Defines, Result.Calls);
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
};

class UnitAction : public ASTFrontendAction {
public:
  UnitAction(std::shared_ptr<const model::Model> M, const HostOptions &Options,
             bool TryAttributes, UnitResult &Result, SourceFiles &Disk,
             StringRef Directory)
      : M(std::move(M)), Options(Options), TryAttributes(TryAttributes),
        Result(Result), Disk(Disk), Directory(Directory) {}

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<UnitConsumer>(CI, M, Options, TryAttributes,
                                          Result);
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
};

/// Runs one action over the files that the command maps with -ivfsoverlay: how
/// Windows headers are found where case matters.
class UnitActionFactory : public tooling::FrontendActionFactory {
public:
  UnitActionFactory(std::unique_ptr<FrontendAction> Action, FirstError &Errors)
      : Action(std::move(Action)), Errors(Errors) {}

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
    auto Both = makeIntrusiveRefCnt<FileManager>(Files->getFileSystemOpts(),
                                                 std::move(Mapped));
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Both.get(), std::move(Containers), Diagnostics);
  }

private:
  std::unique_ptr<FrontendAction> Action;
  FirstError &Errors;
};

} // namespace

static Incomplete unparsed(const FirstError &Errors, const Unit &U) {
  Incomplete I;
  I.Where = Errors.Where;
  // The command line has no place of its own, only names such as <built-in>.
  if (StringRef(I.Where.File).starts_with("<") || I.Where.File.empty())
    I.Where = {U.File, 0, 0, {}};
  I.Reason =
      "it does not compile: " +
      (Errors.Text.empty() ? "the command is not understood" : Errors.Text);
  if (Errors.Count > 1)
    I.Reason += " (and " + std::to_string(Errors.Count - 1) + " more)";
  return I;
}

// What the engine calls as the compiler spelled it becomes canonical, so that
// files of different commands, and of git, can be compared.
static void makeCanonical(UnitResult &R, StringRef Directory,
                          SourceFiles &Files) {
  auto Fix = [&](Place &P) {
    if (!P.File.empty())
      P.File = Files.whereIs(P.File, Directory);
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
  }
  for (Incomplete &I : R.Run.Unfinished)
    Fix(I.Where);
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
  Options.LowerSEH = J.S.LowerSEH;
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
  auto Files = makeIntrusiveRefCnt<FileManager>(FileSystemOptions(), Disk);
  FirstError Errors;
  UnitActionFactory Factory(
      std::make_unique<UnitAction>(*M, Options, J.S.TryAttributes, Result,
                                   *Disk, J.U.Directory),
      Errors);
  tooling::ToolInvocation Run(syntaxOnly(J.U.Command, J.U.File), &Factory,
                              Files.get(),
                              std::make_shared<PCHContainerOperations>());
  Run.setDiagnosticConsumer(&Errors);
  (void)Run.run();
  if (!Result.Parsed)
    Result.Run.Unfinished.push_back(unparsed(Errors, J.U));
  if (Why == Purpose::Summarize && Result.Parsed)
    if (Error E = splitRows(Result))
      return std::move(E);
  makeCanonical(Result, J.U.Directory, *Disk);
  addOtherReads(Result, *Disk);
  for (const auto &Entry : Disk->absent())
    Result.Absent.push_back(Entry.getKey().str());
  llvm::sort(Result.Absent);
  return Result;
}
