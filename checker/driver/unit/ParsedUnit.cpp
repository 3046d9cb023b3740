//===-- unit/ParsedUnit.cpp - the AST of a unit, kept alive ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/ParsedUnit.h"
#include "driver/base/Command.h"
#include "driver/base/Files.h"
#include "syntax/BrokenFunctions.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm;
using namespace flt;
using namespace flt::driver;

namespace {

class UnitConsumer : public ASTConsumer {
public:
  explicit UnitConsumer(CompilerInstance &CI) : CI(CI) {}

  // What follows in the file sees it.
  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    if (CI.getDiagnostics().hasUncompilableErrorOccurred())
      for (Decl *D : Group)
        acceptPartlyKnownRecords(D);
    return true;
  }

private:
  CompilerInstance &CI;
};

/// Keeps what the compiler made before it goes.
class UnitAction : public ASTFrontendAction {
public:
  UnitAction(KeptAST &AST, std::map<std::string, std::string> &Reads,
             SourceFiles &Disk, StringRef Directory,
             llvm::function_ref<bool(SourceManager &)> IsFinal)
      : AST(AST), Reads(Reads), Disk(Disk), Directory(Directory),
        IsFinal(IsFinal) {}

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<UnitConsumer>(CI);
  }

  // A header that is missing must not end the file.
  bool BeginSourceFileAction(CompilerInstance &CI) override {
    CI.getDiagnostics().setFatalsAsError(true);
    return true;
  }

  void ExecuteAction() override {
    ASTFrontendAction::ExecuteAction();
    CompilerInstance &CI = getCompilerInstance();
    if (!CI.hasASTContext() || !IsFinal(CI.getSourceManager()))
      return;
    AST.Diagnostics = &CI.getDiagnostics();
    AST.Target = &CI.getTarget();
    AST.Files = &CI.getFileManager();
    AST.Sources = &CI.getSourceManager();
    AST.PP = CI.getPreprocessorPtr();
    AST.Ctx = &CI.getASTContext();
  }

  // Hashes what was read, not what is on disk by now.
  void EndSourceFileAction() override {
    SourceManager &SM = getCompilerInstance().getSourceManager();
    for (auto It = SM.fileinfo_begin(), E = SM.fileinfo_end(); It != E; ++It)
      if (auto Buffer = It->second->getBufferIfLoaded())
        Reads[Disk.whereIs(It->first.getName(), Directory)] =
            contentHash(Buffer->getBuffer());
  }

private:
  KeptAST &AST;
  std::map<std::string, std::string> &Reads;
  SourceFiles &Disk;
  std::string Directory;
  llvm::function_ref<bool(SourceManager &)> IsFinal;
};

/// Runs one action over the files that the command maps with -ivfsoverlay (how
/// Windows headers are found where case matters) and over adjusted text.
class UnitActionFactory : public tooling::FrontendActionFactory {
public:
  UnitActionFactory(std::unique_ptr<FrontendAction> Action,
                    const Adjustments &Adjust, CompileErrors &Errors,
                    KeptAST &AST)
      : Action(std::move(Action)), Adjust(Adjust), Errors(Errors), AST(AST) {}

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
    AST.Invocation = Invocation; // The AST refers to its language options.
    auto Both = makeIntrusiveRefCnt<FileManager>(Files->getFileSystemOpts(),
                                                 std::move(Mapped));
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Both.get(), std::move(Containers), Diagnostics);
  }

private:
  std::unique_ptr<FrontendAction> Action;
  const Adjustments &Adjust;
  CompileErrors &Errors;
  KeptAST &AST;
};

} // namespace

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

void ParsedUnit::parse(const Unit &U) {
  constexpr unsigned MaxLooks = 6;
  bool Again = true;
  for (unsigned Look = 1; Again; ++Look) {
    Again = false;
    Errors = CompileErrors();
    auto IsFinal = [&](SourceManager &SM) {
      bool More = Adjust->learn(Errors);
      More |= learnTraces(SM, *Adjust);
      Again = Look < MaxLooks && More;
      return !Again;
    };
    auto Files = makeIntrusiveRefCnt<FileManager>(FileSystemOptions(), Disk);
    UnitActionFactory Factory(
        std::make_unique<UnitAction>(AST, Reads, *Disk, U.Directory, IsFinal),
        *Adjust, Errors, AST);
    tooling::ToolInvocation Run(syntaxOnly(U.Command, U.File), &Factory,
                                Files.get(),
                                std::make_shared<PCHContainerOperations>());
    Run.setDiagnosticConsumer(&Recorder);
    (void)Run.run();
  }
}

// What was read is what is on the disk.
void ParsedUnit::checkReads() {
  for (auto It = Reads.begin(); It != Reads.end();) {
    auto Buffer = Disk->getBufferForFile(It->first);
    if (!Buffer) {
      It = Reads.erase(It); // A build would make it.
      continue;
    }
    if (Adjust->changes(It->first))
      It->second = contentHash((*Buffer)->getBuffer());
    ++It;
  }
}

ParsedUnit::ParsedUnit(const Unit &U, const Settings &S)
    : Disk(makeIntrusiveRefCnt<SourceFiles>(S.Overlay)) {
  Adjust.emplace(*Disk, U.Directory);
  if (std::error_code EC = Disk->setCurrentWorkingDirectory(U.Directory)) {
    Trouble =
        "its folder '" + U.Directory + "' cannot be entered: " + EC.message();
    return;
  }
  Adjust->learnCommand(U.Command);
  parse(U);
  checkReads();
}
