//===-- driver/output/Sarif.cpp - the report as SARIF 2.1.0 ---------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One run with everything. Clang's own writer is of no use here: it takes the
// texts of the rules from the built-in checkers only, and writes absolute
// paths.
//
//===----------------------------------------------------------------------===//
#include "driver/output/Output.h"
#include "driver/output/SarifLocations.h"
#include "driver/output/SarifRules.h"
#include "driver/output/SarifTaxonomy.h"
#include "driver/output/Wording.h"
#include "finding/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace flt;
namespace json = llvm::json;

// What GitHub takes; a file beyond it is rejected as a whole.
static constexpr size_t MaxResults = 25000;
static constexpr size_t MaxSteps = 10000;

namespace {
class SarifWriter {
public:
  SarifWriter(const Report &R, SarifOptions Options)
      : R(R), Options(Options), Locations(R) {}

  json::Object run();

private:
  json::Object result(const Finding &F);
  json::Object codeFlow(const Finding &F);
  json::Array fixes(const Finding &F);
  json::Array results();
  json::Object invocation();
  json::Array provenance() const;

  const Report &R;
  SarifOptions Options;
  SarifLocations Locations;
  size_t Omitted = 0;
};
} // namespace

json::Object SarifWriter::codeFlow(const Finding &F) {
  std::vector<const PathNote *> Steps = stepsOf(F, /*All=*/true);
  if (Steps.size() >= MaxSteps)
    Steps = stepsOf(F, /*All=*/false);
  if (Steps.size() >= MaxSteps)
    Steps.resize(MaxSteps - 1);
  json::Array Flow;
  auto Add = [&](const Place &P, llvm::StringRef Text, unsigned Depth,
                 bool Important) {
    Flow.push_back(
        json::Object{{"location", Locations.location(P, Text)},
                     {"importance", Important ? "essential" : "unimportant"},
                     {"nestingLevel", Depth},
                     {"executionOrder", int64_t(Flow.size() + 1)}});
  };
  for (const PathNote *N : Steps)
    Add(N->Where, N->Text, N->Depth, N->Important);
  Add(F.Where, F.Message, 0, true); // Where the path ends.
  return json::Object{{"threadFlows", json::Array{json::Object{
                                          {"locations", std::move(Flow)}}}}};
}

json::Array SarifWriter::fixes(const Finding &F) {
  if (F.Fixes.empty())
    return {};
  // All replacements together mend the finding, so they are one fix.
  std::map<std::string, json::Array> ByFile;
  for (const Fix &X : F.Fixes)
    ByFile[X.Begin.File].push_back(
        json::Object{{"deletedRegion", Locations.span(X.Begin, X.End)},
                     {"insertedContent", sarifMessage(X.Replacement)}});
  json::Array Changes;
  for (auto &[File, Replacements] : ByFile)
    Changes.push_back(json::Object{{"artifactLocation", Locations.file(File)},
                                   {"replacements", std::move(Replacements)}});
  return json::Array{
      json::Object{{"description", sarifMessage("Mends the finding.")},
                   {"artifactChanges", std::move(Changes)}}};
}

json::Object SarifWriter::result(const Finding &F) {
  json::Object Where{{"physicalLocation",
                      F.Ranges.empty() || F.Ranges[0].first.Line != F.Where.Line
                          ? Locations.physical(F.Where)
                          : Locations.physical(F.Where, F.Ranges[0].second)}};
  if (!F.Function.empty())
    Where["logicalLocations"] =
        json::Array{json::Object{{"name", F.Function}, {"kind", "function"}}};
  json::Object Prints{{"fltcheck/v1", F.Fingerprint}};
  if (std::string Hash = Locations.lineHash(F.Where); !Hash.empty())
    Prints["primaryLocationLineHash"] = Hash;
  json::Object Result{{"ruleId", F.Check},
                      {"level", "warning"},
                      {"message", sarifMessage(F.Message)},
                      {"locations", json::Array{std::move(Where)}},
                      {"partialFingerprints", std::move(Prints)},
                      {"codeFlows", json::Array{codeFlow(F)}}};
  if (!F.Rule.empty())
    Result["properties"] = json::Object{{"rule", F.Rule}};
  if (int Rule = sarifRuleIndex(F.Check); Rule >= 0)
    Result["ruleIndex"] = Rule;
  json::Array Related;
  if (F.Acquired.Line &&
      (F.Acquired.Line != F.Where.Line || F.Acquired.File != F.Where.File)) {
    Related.push_back(Locations.location(F.Acquired, "acquired here"));
  }
  // What other files have to do with it: viewers list these beside the result.
  for (const PathNote *N : stepsOf(F, /*All=*/false))
    if (N->Where.File != F.Where.File &&
        (N->Where.File != F.Acquired.File || N->Where.Line != F.Acquired.Line))
      Related.push_back(Locations.location(N->Where, N->Text));
  for (size_t I = 0; I != Related.size(); ++I)
    (*Related[I].getAsObject())["id"] = int64_t(I + 1);
  if (!Related.empty())
    Result["relatedLocations"] = std::move(Related);
  if (json::Array Fixes = fixes(F); !Fixes.empty())
    Result["fixes"] = std::move(Fixes);
  return Result;
}

json::Array SarifWriter::results() {
  json::Array Results;
  // New ones first: they must not fall to the limit.
  for (FindingStatus Status : {FindingStatus::New, FindingStatus::Unchanged})
    for (const ReportedFinding &F : R.Findings) {
      if (F.Status != Status)
        continue;
      if (Results.size() == MaxResults) {
        ++Omitted;
        continue;
      }
      json::Object Result = result(F);
      if (R.HasBaseline)
        Result["baselineState"] =
            Status == FindingStatus::New ? "new" : "unchanged";
      Results.push_back(std::move(Result));
    }
  if (!Options.Suppressed)
    return Results;
  for (const SuppressedFinding &F : R.Suppressed) {
    if (Results.size() == MaxResults) {
      ++Omitted;
      continue;
    }
    json::Object Result = result(F);
    Result["suppressions"] = json::Array{json::Object{
        {"kind", "inSource"},
        {"status", "accepted"},
        {"justification", F.Text},
        {"location",
         json::Object{{"physicalLocation", Locations.physical(F.Directive)}}}}};
    Results.push_back(std::move(Result));
  }
  return Results;
}

json::Object SarifWriter::invocation() {
  json::Array Notices;
  auto Add = [&](SarifNotice Kind, llvm::StringRef Message, const Place &P) {
    json::Object Notice = sarifNotice(Kind, Message);
    if (!P.File.empty())
      Notice["locations"] = json::Array{
          json::Object{{"physicalLocation", Locations.physical(P)}}};
    Notices.push_back(std::move(Notice));
  };
  for (const Incomplete &I : R.Unfinished)
    Add(I.Function.empty() ? SarifNotice::FileNotChecked
                           : SarifNotice::FunctionNotFinished,
        describe(I), I.Where);
  for (const SkippedFile &S : R.Skipped)
    Add(SarifNotice::FileSkipped, "skipped: " + S.Reason, {S.File, 0, 0, {}});
  for (const UnusedSuppression &U : R.UnusedSuppressions)
    Add(SarifNotice::UnusedSuppression, describe(U), U.Where);
  for (const std::string &W : R.Warnings)
    Add(SarifNotice::RunWarning, namesFrom("", R.Root, W), {});
  if (Omitted)
    Add(SarifNotice::ResultsOmitted,
        count(Omitted, "more finding") + " left out: GitHub takes " +
            std::to_string(MaxResults),
        {});
  // Not successful means that a viewer must not take silence for a clean file.
  bool Whole = llvm::none_of(
      R.Unfinished, [](const Incomplete &I) { return I.Function.empty(); });
  return json::Object{
      {"executionSuccessful", Whole},
      {"toolExecutionNotifications", std::move(Notices)},
      {"properties", json::Object{{"files", R.Files},
                                  {"functions", R.Functions},
                                  {"entryFunctions", R.EntryFunctions}}}};
}

json::Array SarifWriter::provenance() const {
  if (R.Origin.Repository.empty())
    return {};
  json::Object From{
      {"repositoryUri", R.Origin.Repository},
      {"revisionId", R.Origin.Revision},
      {"mappedTo", json::Object{{"uriBaseId", SarifLocations::RootId}}}};
  if (!R.Origin.Branch.empty())
    From["branch"] = R.Origin.Branch;
  return json::Array{std::move(From)};
}

json::Object SarifWriter::run() {
  json::Object Root{{"description", json::Object{{"text", "The folder that "
                                                          "paths are relative "
                                                          "to."}}}};
  if (Options.RootUri && !R.Root.empty())
    Root["uri"] = pathToUri(llvm::StringRef(R.Root).rtrim("/\\").str() + "/");
  json::Object Properties{{"suppressedFindings", int64_t(R.Suppressed.size())}};
  if (R.HasBaseline) {
    // As results with baselineState "absent" GitHub would show them as alerts.
    json::Array Fixed;
    for (const FixedFinding &F : R.Fixed)
      Fixed.push_back(json::Object{{"ruleId", F.Check},
                                   {"uri", pathToUri(F.File)},
                                   {"message", F.Message},
                                   {"fingerprint", F.Fingerprint}});
    Properties["fixedFindings"] = std::move(Fixed);
  }
  json::Array Results = results(); // Before invocation(), which counts on it.
  json::Object Run{
      {"tool", sarifTool(R)},
      {"taxonomies", sarifTaxonomies()},
      {"automationDetails", json::Object{{"id", Options.Category}}},
      {"columnKind", "utf16CodeUnits"},
      {"originalUriBaseIds",
       json::Object{{SarifLocations::RootId, std::move(Root)}}},
      {"artifacts", Locations.artifacts()},
      {"results", std::move(Results)},
      {"invocations", json::Array{invocation()}},
      {"properties", std::move(Properties)}};
  if (json::Array From = provenance(); !From.empty())
    Run["versionControlProvenance"] = std::move(From);
  return Run;
}

void flt::writeSarif(llvm::raw_ostream &OS, const Report &R,
                     SarifOptions Options) {
  json::Object Log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", json::Array{SarifWriter(R, Options).run()}}};
  OS << llvm::formatv("{0:2}", json::Value(std::move(Log))) << '\n';
}
