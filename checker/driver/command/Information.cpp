//===-- driver/command/Information.cpp - what the tool says of itself -----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Information.h"
#include "driver/base/Files.h"
#include "driver/base/TempFolder.h"
#include "driver/command/ExitCodes.h"
#include "driver/crossfile/Solve.h"
#include "driver/input/StandIn.h"
#include "finding/Checks.h"
#include "finding/Rules.h"
#include "model/Model.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

void flt::driver::printVersion(raw_ostream &OS) {
  OS << "fltcheck " << FLT_VERSION << " (" << clang::getClangFullVersion();
  // What is known of the kernel's routines may differ where the version does
  // not: in a build from a branch.
  if (auto M = model::Model::load({}))
    OS << "; models " << (*M)->hash().substr(0, 12);
  else
    consumeError(M.takeError());
  OS << ")\n";
}

int flt::driver::listChecks() {
  for (const CheckInfo &Info : allChecks())
    outs() << left_justify(Info.TidyName, 32) << ' ' << Info.Summary << '\n';
  return ExitClean;
}

/// The text of a page of the documentation, "" where it is not installed.
static std::string installedPage(StringRef Name, StringRef Program) {
  SmallString<128> Page(
      sys::path::parent_path(sys::path::parent_path(Program)));
  sys::path::append(Page, "share", "fltcheck", "docs", Name);
  if (Expected<std::string> Text = readFile(Page))
    return *Text;
  else
    consumeError(Text.takeError());
  return "";
}

static int listRules() {
  for (const RuleInfo &Info : allRules())
    outs() << left_justify(Info.Name, 32) << ' ' << Info.Sentence << '\n';
  return ExitClean;
}

static int explainRule(const RuleInfo &Rule, StringRef Program) {
  std::string Text = installedPage("rules.md", Program);
  auto [Before, Section] =
      StringRef(Text).split(("\n### " + Rule.Name + "\n").str());
  const CheckInfo &Check = allChecks()[unsigned(Rule.Check)];
  outs() << Rule.Name << ", a rule of " << Check.TidyName << '\n';
  if (Section.empty())
    outs() << '\n' << Rule.Sentence << ". " << Rule.Reason << '\n';
  else
    outs() << Section.take_front(Section.find("\n##")).rtrim() << '\n';
  outs() << '\n' << Check.helpUri() << '\n';
  return ExitClean;
}

int flt::driver::explain(StringRef Name, const std::string &Program) {
  if (Name.empty())
    return listRules();
  if (const RuleInfo *Rule = findRule(Name))
    return explainRule(*Rule, Program);
  const CheckInfo *Info = findCheck(Name);
  if (!Info) {
    WithColor::error(errs(), "fltcheck")
        << "there is no check and no rule '" << Name
        << "'; see --list-checks and --explain\n";
    return ExitFailed;
  }
  std::string Text =
      installedPage(("checks/" + Info->TidyName + ".md").str(), Program);
  if (!Text.empty())
    outs() << Text;
  else
    outs() << Info->TidyName << ": " << Info->Summary << "\n\n"
           << Info->helpUri() << '\n';
  return ExitClean;
}

// One bug for each check that every installation must find, one that only shows
// where __try is understood, and functions that are right. It declares what it
// uses, and includes what an installation must have.
static constexpr StringLiteral Sample = R"(#include <fltKernel.h>

extern PFLT_FILTER Filter;
extern ERESOURCE Lock;

NTSTATUS Leaks(PFLT_INSTANCE Instance, BOOLEAN Early) {
  PFLT_CONTEXT Context = NULL;
  NTSTATUS Status = FltGetInstanceContext(Instance, &Context);
  if (!NT_SUCCESS(Status))
    return Status;
  if (Early)
    return STATUS_UNSUCCESSFUL; // flt-context-release
  FltReleaseContext(Context);
  return STATUS_SUCCESS;
}

VOID ReturnsEarly(BOOLEAN Early) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(&Lock, TRUE);
  if (Early) {
    KeLeaveCriticalRegion();
    return; // flt-resource-balance
  }
  ExReleaseResourceLite(&Lock);
  KeLeaveCriticalRegion();
}

VOID LeavesTwice(PERESOURCE Resource) {
  FltAcquireResourceExclusive(Resource);
  FltReleaseResource(Resource);
  KeLeaveCriticalRegion(); // flt-critical-region-balance
}

NTSTATUS ForgetsOld(PFLT_INSTANCE Instance, PFLT_CONTEXT New) {
  PFLT_CONTEXT Old = NULL;
  return FltSetInstanceContext(Instance, FLT_SET_CONTEXT_REPLACE_IF_EXISTS,
                               New, &Old); // flt-old-context-release
}

NTSTATUS ForgetsName(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name;
  NTSTATUS Status = FltGetFileNameInformation(
      Data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &Name);
  if (NT_SUCCESS(Status))
    Status = FltParseFileNameInformation(Name);
  if (NT_SUCCESS(Status))
    FltReleaseFileNameInformation(Name);
  return Status; // flt-reference-release
}

NTSTATUS LeavesTry(PULONG Buffer) {
  NTSTATUS Status = STATUS_SUCCESS;
  FltAcquireResourceExclusive(&Lock);
  __try {
    if (*Buffer == 0)
      return STATUS_UNSUCCESSFUL; // flt-resource-balance
    *Buffer = 0;
  } __finally {
    if (AbnormalTermination())
      Status = STATUS_UNSUCCESSFUL;
  }
  FltReleaseResource(&Lock);
  return Status;
}

NTSTATUS IsRight(PFLT_INSTANCE Instance) {
  PFLT_CONTEXT Context = NULL;
  NTSTATUS Status = FltGetInstanceContext(Instance, &Context);
  if (NT_SUCCESS(Status))
    FltReleaseContext(Context);
  return Status;
}

NTSTATUS ReleasesName(PFLT_CALLBACK_DATA Data) {
  PFLT_FILE_NAME_INFORMATION Name;
  NTSTATUS Status = FltGetFileNameInformation(
      Data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &Name);
  if (NT_SUCCESS(Status)) {
    Status = FltParseFileNameInformation(Name);
    FltReleaseFileNameInformation(Name);
  }
  return Status;
}

VOID TriesRight(PULONG Buffer) {
  FltAcquireResourceExclusive(&Lock);
  __try {
    if (*Buffer == 0)
      return;
    *Buffer = 0;
  } __finally {
    FltReleaseResource(&Lock);
  }
}
)";

int flt::driver::selfCheck(const Options &O, const std::string &Program) {
  std::string Headers = chooseHeaders(O.Headers, Program);
  auto Bad = [](const Twine &Message) {
    WithColor::error(errs(), "fltcheck")
        << "self-check failed: " << Message << '\n';
    return ExitFailed;
  };
  TempFolder Folder;
  if (Error E = Folder.error())
    return Bad(toString(std::move(E)));
  std::string File = Folder.path() + "/self-check.c";
  if (Error E = writeFile(File, Sample))
    return Bad(toString(std::move(E)));
  Job J;
  J.U = {File, Folder.path(), standaloneCommand(File, Headers), ""};
  for (const CheckInfo &Info : allChecks())
    J.S.Checks.push_back(Info.TidyName.str());
  J.S.Models = O.Models;
  auto M = model::Model::load(O.Models);
  if (!M)
    return Bad(toString(M.takeError()));
  FileHashes Hashes({});
  Cache None("", "", Hashes);
  Progress Show(true, ""); // Says nothing.
  WorkerOptions Workers{Program, Folder.path(), O.CpuLimit};
  Analysis A = analyzeUnits({J.U}, J.S, **M, /*CrossFile=*/false,
                            {None, Workers, Show, /*Jobs=*/1});
  const UnitResult &R = A.Results.front();
  for (const Incomplete &I : R.Run.Unfinished)
    return Bad(I.Where.File + ": " + I.Reason);

  std::set<std::pair<std::string, std::string>> Found,
      Expected = {{"Leaks", "flt-context-release"},
                  {"ReturnsEarly", "flt-resource-balance"},
                  {"LeavesTwice", "flt-critical-region-balance"},
                  {"ForgetsOld", "flt-old-context-release"},
                  {"ForgetsName", "flt-reference-release"},
                  {"LeavesTry", "flt-resource-balance"}};
  for (const Finding &F : R.Run.Findings)
    Found.emplace(F.Function, F.Check);
  for (const auto &[Function, Check] : Expected)
    if (!Found.count({Function, Check}))
      return Bad(Check + " does not find the known bug in " + Function);
  for (const auto &[Function, Check] : Found)
    if (!Expected.count({Function, Check}))
      return Bad(Check + " reports " + Function + ", which is right");
  outs() << "fltcheck finds what it should: " << Expected.size()
         << " known bugs, no false alarm\n";
  return ExitClean;
}
