//===-- unit/UnitSession.cpp - a unit that answers questions --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/UnitSession.h"
#include "driver/base/Files.h"
#include "driver/unit/Attributes.h"
#include "driver/unit/OwnOptions.h"
#include "finding/Witnesses.h"
#include "model/Reader.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

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
void UnitSession::makeCanonical(Place &P) {
  if (!P.File.empty())
    P.File = Parsed.disk().whereIs(P.File, J.U.Directory);
  Parsed.adjustments().putBack(P);
}

void UnitSession::makeCanonical(Finding &F) {
  makeCanonical(F.Where);
  makeCanonical(F.Acquired);
  for (auto &[Begin, End] : F.Ranges) {
    makeCanonical(Begin);
    makeCanonical(End);
  }
  for (PathNote &N : F.Path)
    makeCanonical(N.Where);
  for (flt::Fix &X : F.Fixes) {
    makeCanonical(X.Begin);
    makeCanonical(X.End);
  }
  // Its offsets are those of the changed text.
  llvm::erase_if(F.Fixes, [&](const flt::Fix &X) {
    return Parsed.adjustments().changes(X.Begin.File);
  });
}

void UnitSession::makeCanonical(Incomplete &I) {
  makeCanonical(I.Where);
  if (!I.Unit.empty())
    I.Unit = Parsed.disk().whereIs(I.Unit, J.U.Directory);
}

namespace {
class FunctionCounter : public clang::RecursiveASTVisitor<FunctionCounter> {
public:
  explicit FunctionCounter(const clang::SourceManager &SM) : SM(SM) {}

  bool VisitFunctionDecl(clang::FunctionDecl *FD) {
    Count += FD->isThisDeclarationADefinition() &&
             !SM.isInSystemHeader(SM.getExpansionLoc(FD->getLocation()));
    return true;
  }
  unsigned Count = 0;

private:
  const clang::SourceManager &SM;
};
} // namespace

// Those that have a body, but for those of system headers.
static unsigned countFunctions(clang::ASTContext &Ctx) {
  FunctionCounter Counter(Ctx.getSourceManager());
  Counter.TraverseDecl(Ctx.getTranslationUnitDecl());
  return Counter.Count;
}

static HostOptions optionsOf(const Settings &S, bool CrossFile,
                             const CompileErrors &Errors) {
  HostOptions Options;
  for (const std::string &Name : S.Checks)
    if (const CheckInfo *Info = findCheck(Name))
      Options.Checks.push_back(Info->Id);
  Options.Config = S.Config;
  takeOwnOptions(Options);
  Options.LowerSEH = S.LowerSEH;
  Options.OnlyParse = S.OnlyParse;
  Options.Summarize = CrossFile;
  Options.Errors = &Errors;
  return Options;
}

// The functions of other units that the unit calls.
static std::vector<std::string> callsOf(clang::ASTContext &Ctx,
                                        FunctionIndex Index,
                                        const HostOptions &Options) {
  std::vector<clang::Decl *> Unused;
  if (Index.empty() && !Options.OnlyParse)
    Index = indexFunctions(Ctx, Unused); // There is nothing else of interest.
  std::set<std::string> Calls;
  for (const IndexedFunction &F : Index)
    Calls.insert(F.Calls.begin(), F.Calls.end());
  return {Calls.begin(), Calls.end()};
}

UnitSession::UnitSession(Job Given, bool CrossFile,
                         std::shared_ptr<const model::Model> M)
    : J(std::move(Given)), Base(std::move(M)), Parsed(J.U, J.S),
      Options(optionsOf(J.S, CrossFile, Parsed.errors())) {
  UnitResult &R = Known.Result;
  R.File = J.U.File;
  if (!Parsed.trouble().empty()) {
    R.Run.Unfinished.push_back({"", {J.U.File, 0, 0, {}}, Parsed.trouble()});
    return;
  }
  if (clang::ASTContext *Ctx = Parsed.context()) {
    R.Parsed = true;
    R.OwnFunctions = countFunctions(*Ctx);
    Engine.emplace(*Ctx, Parsed.preprocessor(), *Base, Options);
    R.Run = Engine->facts();
    Known.Functions = Engine->index();
    R.Calls = callsOf(*Ctx, Known.Functions, Options);
  }
  addErrors(R, Parsed.errors());
  Known.CanBeAnalysed = R.Parsed && Engine && Engine->canBeAnalysed();
  R.Unknown = Parsed.errors().Unknown;
  R.Reads = Parsed.reads();
  for (Incomplete &I : R.Run.Unfinished)
    makeCanonical(I);
  addOtherReads();
  for (const auto &Entry : Parsed.disk().absent())
    R.Absent.push_back(Entry.getKey().str());
  llvm::sort(R.Absent);
}

// Configuration files, file maps: what was read and is no source.
void UnitSession::addOtherReads() {
  UnitResult &R = Known.Result;
  std::vector<std::string> Others;
  for (const auto &Entry : Parsed.disk().opened())
    if (!R.Reads.count(Entry.getKey().str()))
      Others.push_back(Entry.getKey().str());
  for (const std::string &Path : Others)
    if (auto Buffer = Parsed.disk().getBufferForFile(Path))
      R.Reads[Path] = contentHash((*Buffer)->getBuffer());
}

std::vector<SuppressAttribute>
UnitSession::findAttributes(std::shared_ptr<const model::Model> M) {
  auto Analyze = [&] {
    EngineRequest All;
    All.M = M;
    All.Finish = true;
    UnitMemo Memo;
    Engine->look(All, Memo);
    RunResult Found =
        collectResults(Engine->index(), Memo, {}, "").value_or(RunResult());
    dropRefuted({&Found});
    return Found;
  };
  RunResult With = Analyze();
  auto Found = findSuppressAttributes(*Parsed.context(), With, Analyze);
  IsSpoilt = !Found.empty();
  for (SuppressAttribute &A : Found)
    makeCanonical(A.Where);
  return Found;
}

Expected<UnitAnswer> UnitSession::look(const UnitRequest &R) {
  UnitAnswer Answer;
  if (!Known.CanBeAnalysed)
    return Answer;
  EngineRequest Asked;
  Asked.M = Base;
  if (!R.Rows.empty()) {
    auto M = model::extend(
        *Base, MemoryBufferRef(R.Rows, "<rows for " + J.U.File + ">"));
    if (!M)
      return M.takeError();
    Asked.M = std::move(*M);
  }
  Asked.Rows = contentHash(R.Rows);
  Asked.Functions = R.Functions;
  Asked.Finish = R.Finish;
  Asked.Visited = R.Visited;
  UnitMemo Memo = R.Known;
  Engine->look(Asked, Memo);
  for (auto &[Key, Result] : Memo.Results) {
    if (R.Known.Results.count(Key))
      continue;
    for (MeasuredFinding &M : Result.Findings)
      makeCanonical(M.F);
    for (Incomplete &I : Result.Unfinished)
      makeCanonical(I);
    for (EffectPlace &P : Result.Places)
      makeCanonical(P.Where);
    Answer.New.Results.emplace(Key, std::move(Result));
  }
  if (R.Finish && J.S.TryAttributes)
    Answer.Attributes = findAttributes(Asked.M);
  return Answer;
}
