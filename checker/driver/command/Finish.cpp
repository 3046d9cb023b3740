//===-- Finish.cpp - from results to a report and an exit status ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/Finish.h"
#include "driver/base/Files.h"
#include "driver/base/Git.h"
#include "driver/base/PathMap.h"
#include "driver/base/SourceFiles.h"
#include "driver/command/ExitCodes.h"
#include "driver/output/Output.h"
#include "driver/output/Wording.h"
#include "driver/result/Baseline.h"
#include "driver/result/DocumentedNames.h"
#include "driver/result/Fixes.h"
#include "driver/result/OtherFiles.h"
#include "driver/result/Renames.h"
#include "finding/FindingJSON.h"
#include "finding/Fingerprint.h"
#include "finding/Paths.h"
#include "finding/Suppression.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/WithColor.h"
#include <map>
#include <optional>
#include <set>
#include <tuple>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// Texts as analysed, kept as long as the report.
static SourceReader sourceReader(const Settings &S) {
  struct Texts {
    explicit Texts(const std::map<std::string, std::string> &Overlay)
        : Files(Overlay) {}
    SourceFiles Files;
    StringMap<std::unique_ptr<MemoryBuffer>> Known;
  };
  auto Keep = std::make_shared<Texts>(S.Overlay);
  return [Keep](StringRef File) -> std::optional<StringRef> {
    auto [It, New] = Keep->Known.try_emplace(File);
    if (New)
      if (auto Buffer = Keep->Files.getBufferForFile(File))
        It->second = std::move(*Buffer);
    if (!It->second)
      return std::nullopt;
    return It->second->getBuffer();
  };
}

// An attribute in a header is of use if one of the files that include it has
// the finding.
static void addUnusedAttributes(Report &R, ArrayRef<UnitResult> Results) {
  std::map<std::tuple<std::string, unsigned, unsigned>, bool> Used;
  for (const UnitResult &U : Results)
    for (const SuppressAttribute &A : U.Attributes)
      Used[{A.Where.File, A.Where.Line, A.Where.Column}] |= A.Used;
  std::set<std::string> NotWhole;
  for (const Incomplete &I : R.Unfinished)
    NotWhole.insert(I.Where.File);
  for (const auto &[At, IsUsed] : Used) {
    const auto &[File, Line, Column] = At;
    if (!IsUsed && !NotWhole.count(File) && llvm::is_contained(R.Sources, File))
      R.UnusedSuppressions.push_back(
          {{File, Line, Column, {}}, "[[clang::suppress]]", ""});
  }
}

Report flt::driver::makeReport(const Plan &P, ArrayRef<UnitResult> Results,
                               const Options &O) {
  Report R;
  R.Root = P.Root;
  R.Skipped = P.P.Skipped;
  R.Unfinished = P.P.Unfinished;
  R.Warnings = P.P.Warnings;
  R.Checks = P.S.Checks;
  R.ToolVersion = FLT_VERSION;
  R.ClangVersion = CLANG_VERSION_STRING;
  OtherFiles Others(P.P.Units, Results);
  for (size_t I = 0; I != Results.size(); ++I) {
    const UnitResult &U = Results[I];
    for (const Finding &F : U.Run.Findings) {
      R.Findings.emplace_back(F);
      Others.explain(R.Findings.back(), P.P.Units[I].Project);
    }
    llvm::append_range(R.Unfinished, U.Run.Unfinished);
    R.Files += U.Parsed;
    R.EntryFunctions += U.Run.EntryFunctions;
    R.Functions += U.Run.Functions;
    R.Broken += U.Run.Broken;
    for (const UnknownName &Name : U.Unknown) {
      auto It = llvm::lower_bound(R.Unknown, Name);
      if (It == R.Unknown.end() || Name < *It)
        R.Unknown.insert(It, Name);
      else
        It->Uses += Name.Uses;
    }
    R.Sources.push_back(U.File);
    for (const auto &Read : U.Reads) {
      bool Ours = driver::displayPath(Read.first, P.Root) != Read.first;
      bool StandIn = !P.Headers.empty() &&
                     driver::displayPath(Read.first, P.Headers) != Read.first;
      if (Ours && !StandIn)
        R.Sources.push_back(Read.first);
    }
  }
  addHeaders(R.Unknown, P.Headers);
  R.Source = sourceReader(P.S);
  sortAndDeduplicate(R);
  computeFingerprints(R);
  applySuppressions(R, O.ReportUnusedSuppressions);
  if (O.ReportUnusedSuppressions)
    addUnusedAttributes(R, Results);
  return R;
}

static void write(raw_ostream &OS, Format F, const Report &R, const Options &O,
                  bool Color) {
  switch (F) {
  case Format::Text: {
    TextOptions Text = O.Text;
    Text.Color = Color;
    if (Text.Folder.empty())
      Text.Folder = canonicalPath(".");
    return writeText(OS, R, Text);
  }
  case Format::Sarif:
    return writeSarif(OS, R, O.Sarif);
  case Format::Html:
    return writeHtml(OS, R);
  case Format::Json:
    return writeJson(OS, R);
  case Format::Github:
    return writeGithub(OS, R);
  case Format::Msvc:
    return writeMsvc(OS, R,
                     {O.Text.AllSteps, O.Text.Known,
                      [Map = PathMap(O.PathMap)](const std::string &File) {
                        return Map.there(File);
                      }});
  }
}

// As --color says, else by the terminal and https://no-color.org.
static bool wantsColor() {
  const char *const Name = "color";
  bool Asked = cl::getRegisteredOptions().lookup(Name)->getNumOccurrences();
  if (!Asked && !sys::Process::GetEnv("NO_COLOR").value_or("").empty())
    return false;
  return WithColor(outs()).colorsEnabled();
}

// All outputs are tried, so that one full disk does not hide the others.
static Error writeOutputs(const Report &R, const Options &O,
                          const std::optional<Baseline> &Old) {
  Error Result = Error::success();
  for (const auto &[F, Name] : O.Outputs) {
    if (Name.empty()) {
      write(outs(), F, R, O, wantsColor());
      outs().flush();
      if (std::error_code EC = outs().error()) {
        outs().clear_error();
        Result = joinErrors(std::move(Result),
                            createStringError(EC, "cannot write to the "
                                                  "standard output: " +
                                                      EC.message()));
      }
      continue;
    }
    std::string Text;
    raw_string_ostream OS(Text);
    write(OS, F, R, O, /*Color=*/false);
    Result = joinErrors(std::move(Result), writeFile(Name, OS.str()));
  }
  const std::string &Path = O.PruneBaseline ? O.Baseline : O.WriteBaseline;
  if (!Path.empty()) {
    std::string Text;
    raw_string_ostream OS(Text);
    WrittenBaseline Written =
        writeBaseline(OS, R, Old ? &*Old : nullptr, O.PruneBaseline);
    Error E = writeFile(Path, OS.str());
    if (!E)
      errs() << "fltcheck: wrote " << Path << ": " << describe(Written) << '\n';
    Result = joinErrors(std::move(Result), std::move(E));
  }
  return Result;
}

// \returns whether all that can be mended was.
static Error mend(const Report &R, const Options &O) {
  Fixes F = collectFixes(R);
  for (const auto &[Where, Why] : F.Left)
    WithColor::warning(errs(), "fltcheck")
        << pathFrom(canonicalPath("."), R.Root, Where.File) << ':' << Where.Line
        << ": not fixed: " << Why << '\n';
  std::string Done = flt::count(F.Mended, "finding") + " in " +
                     flt::count(F.Files.size(), "file");
  if (O.FixDryRun) {
    // A report of another format is read by a program.
    bool IsText =
        O.Outputs.front() == std::make_pair(Format::Text, std::string());
    raw_ostream &OS = IsText ? outs() : errs();
    OS << printPatch(F, R.Root);
    OS.flush();
    errs() << "fltcheck: --fix would mend " << Done << '\n';
    return Error::success();
  }
  if (Error E = applyFixes(F))
    return E;
  errs() << "fltcheck: mended " << Done << '\n';
  return Error::success();
}

static int status(const Report &R, const Options &O) {
  int Status = ExitClean;
  bool Fails = llvm::any_of(R.Findings, [&](const ReportedFinding &F) {
    return (O.Fail == FailOn::Any ||
            (O.Fail == FailOn::New && F.Status == FindingStatus::New)) &&
           llvm::is_contained(O.Errors, F.Check);
  });
  // A baseline that has just been written accepts what is there.
  if (Fails && (O.WriteBaseline.empty() || O.Fail == FailOn::Any))
    Status |= ExitFindings;
  if (!R.Unfinished.empty() && !O.AllowIncomplete)
    Status |= ExitIncomplete;
  return Status;
}

// Only SARIF has a place for it.
static void addOrigin(Report &R, const Options &O) {
  if (llvm::none_of(O.Outputs,
                    [](const auto &Out) { return Out.first == Format::Sarif; }))
    return;
  if (Expected<Git> G = Git::open(R.Root))
    R.Origin = G->origin();
  else
    consumeError(G.takeError());
}

int flt::driver::finish(Report &R, const Options &O) {
  // What came to the report since it was made: warnings, skipped files.
  sortAndDeduplicate(R);
  std::optional<Baseline> Old;
  if (!O.Baseline.empty()) {
    Expected<Baseline> B = readBaseline(O.Baseline);
    if (!B) {
      WithColor::error(errs(), "fltcheck") << toString(B.takeError()) << '\n';
      return ExitFailed;
    }
    Old = std::move(*B);
    if (hasMissingFiles(*Old, R))
      computeFormerFingerprints(
          R, renamedSinceBaseline(O.Baseline, R.Root, O.Staged));
    applyBaseline(*Old, R);
  }
  addOrigin(R, O);
  if (Error E = writeOutputs(R, O, Old)) {
    WithColor::error(errs(), "fltcheck")
        << toString(std::move(E)) << "; the report is not complete\n";
    return ExitFailed;
  }
  if (O.Fix || O.FixDryRun)
    if (Error E = mend(R, O)) {
      WithColor::error(errs(), "fltcheck") << toString(std::move(E)) << '\n';
      return ExitFailed;
    }
  return status(R, O);
}
