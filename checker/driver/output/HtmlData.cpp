//===-- driver/output/HtmlData.cpp - what the page shows ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/HtmlData.h"
#include "driver/output/Wording.h"
#include "finding/Paths.h"
#include "finding/Rules.h"
#include "finding/SourceLines.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace flt;
namespace json = llvm::json;

static std::string utf8(llvm::StringRef S) {
  return json::isUTF8(S) ? S.str() : json::fixUTF8(S);
}

namespace {
class DataBuilder {
public:
  explicit DataBuilder(const Report &R) : R(R), Lines(R.Source) {}

  json::Object build();

private:
  int64_t file(llvm::StringRef Name);
  int64_t column(const Place &P, unsigned Column);
  json::Array ranges(const Finding &F);
  json::Object finding(const ReportedFinding &F, size_t Index);
  std::string at(const Place &P);

  const Report &R;
  SourceLines Lines;
  std::map<std::string, int64_t> Files;
  json::Array FileList;
};
} // namespace

int64_t DataBuilder::file(llvm::StringRef Name) {
  auto [It, IsNew] = Files.emplace(Name.str(), int64_t(FileList.size()));
  if (IsNew) {
    auto Text = Lines.text(Name);
    FileList.push_back(json::Object{
        {"path", utf8(displayPath(R.Root, Name))},
        {"text", Text ? json::Value(utf8(*Text)) : json::Value(nullptr)}});
  }
  return It->second;
}

int64_t DataBuilder::column(const Place &P, unsigned Column) {
  auto Line = Lines.line(P.File, P.Line);
  return Line ? utf16Column(*Line, Column) : Column;
}

std::string DataBuilder::at(const Place &P) {
  std::string Text = displayPath(R.Root, P.File);
  if (P.Line)
    Text += ":" + std::to_string(P.Line);
  return utf8(Text);
}

json::Array DataBuilder::ranges(const Finding &F) {
  json::Array Result;
  for (const auto &[Begin, End] : F.Ranges)
    if (Begin.File == End.File && Begin.Line == End.Line)
      Result.push_back(json::Object{{"file", file(Begin.File)},
                                    {"line", Begin.Line},
                                    {"from", column(Begin, Begin.Column)},
                                    {"to", column(End, Lines.tokenEnd(End))}});
  return Result;
}

json::Object DataBuilder::finding(const ReportedFinding &F, size_t Index) {
  json::Array Steps, Fixes;
  for (const PathNote &N : F.Path)
    Steps.push_back(json::Object{{"file", file(N.Where.File)},
                                 {"line", N.Where.Line},
                                 {"column", column(N.Where, N.Where.Column)},
                                 {"text", utf8(N.Text)},
                                 {"depth", N.Depth},
                                 {"important", N.Important}});
  for (const Fix &X : F.Fixes)
    Fixes.push_back(
        utf8(describe(X, Lines) + " at line " + std::to_string(X.Begin.Line)));
  json::Object O{
      {"index", int64_t(Index)},
      {"id", F.Fingerprint.empty() ? std::to_string(Index + 1) : F.Fingerprint},
      {"check", utf8(F.Check)},
      {"rule", utf8(F.Rule)},
      {"message", utf8(F.Message)},
      {"function", utf8(F.Function)},
      {"file", file(F.Where.File)},
      {"line", F.Where.Line},
      {"column", column(F.Where, F.Where.Column)},
      {"status", F.Status == FindingStatus::New ? "new" : "unchanged"},
      {"ranges", ranges(F)},
      {"steps", std::move(Steps)},
      {"fixes", std::move(Fixes)}};
  if (const RuleInfo *Rule = findRule(F.Rule))
    O["why"] = (Rule->Sentence + ". " + Rule->Reason).str();
  if (F.Acquired.Line &&
      (F.Acquired.Line != F.Where.Line || F.Acquired.File != F.Where.File))
    O["acquired"] = at(F.Acquired);
  return O;
}

json::Object DataBuilder::build() {
  json::Array Checks, Findings, Unfinished, Skipped, Fixed, Suppressed, Unused;
  for (const CheckInfo &Info : allChecks())
    Checks.push_back(json::Object{{"name", Info.TidyName},
                                  {"summary", Info.Summary},
                                  {"uri", Info.helpUri()}});
  for (size_t I = 0; I < R.Findings.size(); ++I)
    Findings.push_back(finding(R.Findings[I], I));
  for (const Incomplete &I : R.Unfinished)
    Unfinished.push_back(at(I.Where) + ": " + utf8(describe(I)));
  for (const SkippedFile &S : R.Skipped)
    Skipped.push_back(utf8(displayPath(R.Root, S.File) + ": " + S.Reason));
  for (const FixedFinding &F : R.Fixed)
    Fixed.push_back(utf8(F.File + ": " + F.Message + " [" + F.Check + "]"));
  for (const SuppressedFinding &F : R.Suppressed)
    Suppressed.push_back(at(F.Where) + ": " +
                         utf8(F.Message + " [" + F.Check + "], by " + F.Text) +
                         " in line " + std::to_string(F.Directive.Line));
  for (const UnusedSuppression &U : R.UnusedSuppressions)
    Unused.push_back(at(U.Where) + ": " + utf8(describe(U)));
  json::Array Summary, Warnings, Ran;
  for (const std::string &Line : summaryLines(R))
    Summary.push_back(utf8(Line));
  for (const std::string &W : R.Warnings)
    Warnings.push_back(utf8(namesFrom("", R.Root, W)));
  for (const std::string &C : R.Checks)
    Ran.push_back(utf8(C));
  return json::Object{{"project", utf8(projectName(R))},
                      {"toolVersion", utf8(R.ToolVersion)},
                      {"clangVersion", utf8(R.ClangVersion)},
                      {"hasBaseline", R.HasBaseline},
                      {"checks", std::move(Checks)},
                      {"ran", std::move(Ran)},
                      {"findings", std::move(Findings)},
                      {"files", std::move(FileList)},
                      {"summary", std::move(Summary)},
                      {"warnings", std::move(Warnings)},
                      {"unfinished", std::move(Unfinished)},
                      {"skipped", std::move(Skipped)},
                      {"fixed", std::move(Fixed)},
                      {"suppressed", std::move(Suppressed)},
                      {"unused", std::move(Unused)}};
}

json::Object flt::htmlData(const Report &R) { return DataBuilder(R).build(); }

std::string flt::projectName(const Report &R) {
  return llvm::sys::path::filename(llvm::StringRef(R.Root).rtrim("/\\")).str();
}
