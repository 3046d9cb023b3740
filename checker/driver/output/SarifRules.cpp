//===-- driver/output/SarifRules.cpp - the tool in SARIF ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/SarifRules.h"
#include "driver/output/SarifLocations.h"
#include "driver/output/SarifTaxonomy.h"
#include "finding/Checks.h"

using namespace flt;
namespace json = llvm::json;

namespace {
/// A page of docs/checks, as it is embedded.
struct Page {
  llvm::StringLiteral Name;
  llvm::StringLiteral Text;
};

struct NoticeKind {
  SarifNotice Kind;
  llvm::StringLiteral Id;
  llvm::StringLiteral Name;
  llvm::StringLiteral Level;
  llvm::StringLiteral Description;
};
} // namespace

static constexpr Page Pages[] = {
#define FLT_MODEL(Name, Text) {Name, Text},
#include "CheckPages.inc"
    {"", ""}};

static constexpr NoticeKind Notices[] = {
    {SarifNotice::FileNotChecked, "file-not-checked", "FileNotChecked", "error",
     "A file could not be checked at all, so findings may be missing."},
    {SarifNotice::FunctionNotFinished, "function-not-finished",
     "FunctionNotFinished", "warning",
     "Not every path of a function was followed, so findings may be missing."},
    {SarifNotice::FileSkipped, "file-skipped", "FileSkipped", "note",
     "A file was left out on purpose."},
    {SarifNotice::RunWarning, "run-warning", "RunWarning", "warning",
     "Something about the run as a whole that its reader should know."},
    {SarifNotice::UnusedSuppression, "unused-suppression", "UnusedSuppression",
     "warning", "A NOLINT comment that suppresses nothing."},
    {SarifNotice::ResultsOmitted, "results-omitted", "ResultsOmitted",
     "warning", "More results than a SARIF file for GitHub may hold."},
};

static llvm::StringRef pageOf(llvm::StringRef Check) {
  for (const Page &P : Pages)
    if (P.Name == (Check + ".md").str())
      return P.Text;
  return "";
}

static json::Object text(llvm::StringRef Text) {
  return json::Object{{"text", Text}};
}

static json::Object rule(const CheckInfo &Info) {
  llvm::StringRef Name = Info.AnalyzerName;
  Name.consume_front("flt.");
  std::string Uri = Info.helpUri();
  std::string Help = (Info.Summary + " See " + Uri + ".").str();
  llvm::StringRef Markdown = pageOf(Info.TidyName);
  json::Array Tags{"windows-driver", "minifilter", "reliability"};
  for (std::string &Tag : cweTags(Info.Id))
    Tags.push_back(std::move(Tag));
  return json::Object{
      {"id", Info.TidyName},
      {"name", Name},
      {"shortDescription", text(Info.Summary)},
      {"fullDescription", text(Info.Summary)},
      {"help", json::Object{{"text", Help},
                            {"markdown",
                             Markdown.empty()
                                 ? (Info.Summary + " [More](" + Uri + ")").str()
                                 : Markdown.str()}}},
      {"helpUri", Uri},
      {"defaultConfiguration", json::Object{{"level", "warning"}}},
      {"properties", json::Object{{"precision", "high"},
                                  {"problem.severity", "warning"},
                                  {"tags", std::move(Tags)}}},
      {"relationships", sarifRelationships(Info.Id)}};
}

int flt::sarifRuleIndex(llvm::StringRef Check) {
  const CheckInfo *Info = findCheck(Check);
  return Info ? int(Info - allChecks().data()) : -1;
}

json::Object flt::sarifTool(const Report &R) {
  json::Array Rules, Notifications;
  for (const CheckInfo &Info : allChecks())
    Rules.push_back(rule(Info));
  for (const NoticeKind &N : Notices)
    Notifications.push_back(json::Object{
        {"id", N.Id},
        {"name", N.Name},
        {"help", text(N.Description)},
        {"shortDescription", text(N.Description)},
        {"fullDescription", text(N.Description)},
        {"defaultConfiguration", json::Object{{"level", N.Level}}}});
  json::Object Driver{
      {"name", "FltCheck"},
      {"fullName", "FltCheck " + R.ToolVersion + " on Clang " + R.ClangVersion},
      {"version", R.ToolVersion},
      {"semanticVersion", R.ToolVersion},
      {"informationUri", "https://github.com/fltcheck/fltcheck"},
      {"supportedTaxonomies", sarifSupportedTaxonomies()},
      {"rules", std::move(Rules)},
      {"notifications", std::move(Notifications)}};
  return json::Object{{"driver", std::move(Driver)}};
}

json::Object flt::sarifNotice(SarifNotice Kind, llvm::StringRef Message) {
  const NoticeKind &N = Notices[size_t(Kind)];
  assert(N.Kind == Kind && "the table is in another order");
  return json::Object{
      {"descriptor", json::Object{{"id", N.Id}, {"index", int64_t(Kind)}}},
      {"level", N.Level},
      {"message", sarifMessage(Message)}};
}
