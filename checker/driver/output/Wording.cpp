//===-- driver/output/Wording.cpp - numbers in sentences ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/Wording.h"
#include "finding/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <map>

using namespace flt;

std::string flt::count(size_t Number, llvm::StringRef Noun) {
  return (llvm::Twine(Number) + " " + Noun + (Number == 1 ? "" : "s")).str();
}

std::string flt::describe(const Incomplete &I) {
  if (I.Function.empty())
    return (I.Partly ? "not wholly checked: " : "not checked: ") + I.Reason;
  return "function '" + I.Function + "' not wholly checked: " + I.Reason;
}

std::string flt::describe(const UnusedSuppression &U) {
  std::string Text = "'" + U.Text + "' suppresses nothing";
  if (!U.Problem.empty())
    Text += ": " + U.Problem;
  return Text;
}

std::string flt::describe(const Fix &X, SourceLines &Lines) {
  llvm::StringRef Text = Lines.text(X.Begin.File).value_or("");
  std::string Old = Text.substr(X.Offset, X.Length).trim().str();
  if (X.Length == 0)
    return "fix: insert '" + X.Replacement + "'";
  if (X.Replacement.empty())
    return "fix: remove '" + Old + "'";
  return "fix: replace '" + Old + "' with '" + X.Replacement + "'";
}

std::string flt::describeFindings(const Report &R) {
  if (R.Findings.empty())
    return R.Unfinished.empty() ? "no findings"
                                : "no findings in what could be checked";
  std::map<std::string, unsigned> ByCheck;
  llvm::StringSet<> Files;
  for (const Finding &F : R.Findings) {
    ++ByCheck[F.Check];
    Files.insert(F.Where.File);
  }
  std::vector<std::string> Parts;
  for (const auto &[Check, Number] : ByCheck)
    Parts.push_back(std::to_string(Number) + " " + Check);
  return count(R.Findings.size(), "finding") + " (" + llvm::join(Parts, ", ") +
         ") in " + count(Files.size(), "file");
}

/// "a.c, b.c and 7 more".
static std::string shortList(const std::vector<std::string> &Names) {
  constexpr size_t Shown = 5;
  std::string Text = llvm::join(llvm::ArrayRef<std::string>(Names).take_front(
                                    std::min(Shown, Names.size())),
                                ", ");
  if (Names.size() > Shown)
    Text += " and " + std::to_string(Names.size() - Shown) + " more";
  return Text;
}

static void addSkipped(const Report &R, llvm::StringRef Folder,
                       std::vector<std::string> &Lines) {
  std::map<std::string, std::vector<std::string>> ByReason;
  for (const SkippedFile &S : R.Skipped)
    ByReason[S.Reason].push_back(pathFrom(Folder, R.Root, S.File));
  for (const auto &[Reason, Files] : ByReason)
    Lines.push_back("skipped " + count(Files.size(), "file") + " (" + Reason +
                    "): " + shortList(Files));
}

/// The names of one kind that nothing declares, those used most first: all of
/// them, or where a reader wants it brief, as many as fit into a line.
static std::string unknownNames(const Report &R, bool Headers, bool Brief) {
  std::vector<const UnknownName *> Names;
  for (const UnknownName &U : R.Unknown)
    if ((U.Kind == UnknownKind::Header) == Headers)
      Names.push_back(&U);
  llvm::stable_sort(Names, [](const UnknownName *A, const UnknownName *B) {
    return A->Uses > B->Uses;
  });
  std::vector<std::string> Parts;
  for (const UnknownName *U : Names)
    Parts.push_back(U->Name +
                    (U->Header.empty() ? "" : " (" + U->Header + ")"));
  return Brief ? shortList(Parts) : llvm::join(Parts, ", ");
}

static void addIncomplete(const Report &R, bool Brief,
                          std::vector<std::string> &Lines) {
  if (R.Unfinished.empty())
    return;
  llvm::StringSet<> Files, PartlyFiles;
  size_t Functions = 0;
  for (const Incomplete &I : R.Unfinished) {
    if (!I.Function.empty())
      ++Functions;
    else
      (I.Partly ? PartlyFiles : Files)
          .insert(I.Unit.empty() ? I.Where.File : I.Unit);
  }
  std::vector<std::string> Parts;
  if (!Files.empty())
    Parts.push_back(count(Files.size(), "file") + " not checked");
  if (!PartlyFiles.empty() || Functions) {
    std::string Both =
        PartlyFiles.empty() ? "" : count(PartlyFiles.size(), "file");
    if (Functions)
      Both += (Both.empty() ? "" : " and ") + count(Functions, "function");
    Parts.push_back(Both + " not wholly checked");
  }
  Lines.push_back("incomplete: " + llvm::join(Parts, ", ") +
                  "; findings may be missing");
  if (std::string Names = unknownNames(R, true, Brief); !Names.empty())
    Lines.push_back("headers that are not found: " + Names);
  if (std::string Names = unknownNames(R, false, Brief); !Names.empty())
    Lines.push_back("names that nothing declares: " + Names);
}

std::vector<std::string> flt::summaryLines(const Report &R,
                                           const TextOptions &Options) {
  std::vector<std::string> Lines;
  std::string First = describeFindings(R);
  if (!R.Suppressed.empty())
    First += "; " + std::to_string(R.Suppressed.size()) + " suppressed";
  if (!R.UnusedSuppressions.empty())
    First += "; " + count(R.UnusedSuppressions.size(), "unused suppression");
  Lines.push_back(First);
  if (R.HasBaseline) {
    size_t Known = llvm::count_if(R.Findings, [](const ReportedFinding &F) {
      return F.Status == FindingStatus::Unchanged;
    });
    Lines.push_back("compared with the baseline: " +
                    std::to_string(R.Findings.size() - Known) + " new, " +
                    std::to_string(Known) + " known, " +
                    std::to_string(R.Fixed.size()) + " fixed");
  }
  Lines.push_back("checked " + count(R.Files, "file") + " with " +
                  count(R.Functions, "function") + ", " +
                  std::to_string(R.EntryFunctions) +
                  " of them worth following every path");
  addSkipped(R, Options.Folder, Lines);
  addIncomplete(R, Options.Brief, Lines);
  return Lines;
}

std::vector<const PathNote *> flt::stepsOf(const Finding &F, bool All) {
  std::vector<const PathNote *> Steps;
  for (const PathNote &N : F.Path)
    if (All || N.Important)
      Steps.push_back(&N);
  if (!Steps.empty() && &F.Path.back() == Steps.back()) {
    const PathNote &Last = *Steps.back();
    if (Last.Text == F.Message && Last.Where.File == F.Where.File &&
        Last.Where.Line == F.Where.Line)
      Steps.pop_back();
  }
  return Steps;
}
