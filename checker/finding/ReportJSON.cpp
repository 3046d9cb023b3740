//===-- finding/ReportJSON.cpp - a report in a file -----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/ReportJSON.h"
#include "finding/FindingJSON.h"
#include "finding/Paths.h"
#include "llvm/Support/Path.h"

using namespace flt;
namespace json = llvm::json;

static constexpr int FormatVersion = 1;

static std::string utf8(const std::string &S) {
  return json::isUTF8(S) ? S : json::fixUTF8(S);
}

/// Calls \p Change on every path in \p F.
template <class Fn> static void forEachFile(Finding &F, Fn Change) {
  Change(F.Where.File);
  Change(F.Acquired.File);
  for (auto &[Begin, End] : F.Ranges) {
    Change(Begin.File);
    Change(End.File);
  }
  for (PathNote &N : F.Path)
    Change(N.Where.File);
  for (Fix &X : F.Fixes) {
    Change(X.Begin.File);
    Change(X.End.File);
  }
}

/// Calls \p Change on every path in \p R.
template <class Fn> static void forEachFile(Report &R, Fn Change) {
  for (Finding &F : R.Findings)
    forEachFile(F, Change);
  for (SuppressedFinding &F : R.Suppressed) {
    forEachFile(F, Change);
    Change(F.Directive.File);
  }
  for (Incomplete &I : R.Unfinished)
    Change(I.Where.File), Change(I.Unit);
  for (SkippedFile &S : R.Skipped)
    Change(S.File);
  for (UnusedSuppression &U : R.UnusedSuppressions)
    Change(U.Where.File);
  for (std::string &S : R.Sources)
    Change(S);
}

static json::Array findings(const Report &R) {
  json::Array Result;
  for (const ReportedFinding &F : R.Findings) {
    json::Value V = toJSON(static_cast<const Finding &>(F));
    (*V.getAsObject())["status"] =
        F.Status == FindingStatus::New ? "new" : "unchanged";
    Result.push_back(std::move(V));
  }
  return Result;
}

static json::Array suppressed(const Report &R) {
  json::Array Result;
  for (const SuppressedFinding &F : R.Suppressed) {
    json::Value V = toJSON(static_cast<const Finding &>(F));
    (*V.getAsObject())["directive"] = toJSON(F.Directive);
    (*V.getAsObject())["text"] = utf8(F.Text);
    Result.push_back(std::move(V));
  }
  return Result;
}

static json::Array strings(const std::vector<std::string> &List) {
  json::Array Result;
  for (const std::string &S : List)
    Result.push_back(utf8(S));
  return Result;
}

json::Value flt::toJSON(const Report &Original) {
  Report R = Original;
  forEachFile(R, [&](std::string &File) { File = displayPath(R.Root, File); });
  for (std::string &W : R.Warnings)
    W = namesFrom("", R.Root, W);
  json::Array Skipped, Fixed, Unused;
  for (const SkippedFile &S : R.Skipped)
    Skipped.push_back(
        json::Object{{"file", utf8(S.File)}, {"reason", utf8(S.Reason)}});
  for (const FixedFinding &F : R.Fixed)
    Fixed.push_back(json::Object{{"fingerprint", utf8(F.Fingerprint)},
                                 {"check", utf8(F.Check)},
                                 {"message", utf8(F.Message)},
                                 {"file", utf8(F.File)}});
  for (const UnusedSuppression &U : R.UnusedSuppressions)
    Unused.push_back(json::Object{{"where", toJSON(U.Where)},
                                  {"text", utf8(U.Text)},
                                  {"problem", utf8(U.Problem)}});
  return json::Object{{"fltcheck-report", FormatVersion},
                      {"toolVersion", utf8(R.ToolVersion)},
                      {"clangVersion", utf8(R.ClangVersion)},
                      {"checks", strings(R.Checks)},
                      {"findings", findings(R)},
                      {"unfinished", json::Array(R.Unfinished)},
                      {"skipped", std::move(Skipped)},
                      {"warnings", strings(R.Warnings)},
                      {"hasBaseline", R.HasBaseline},
                      {"fixed", std::move(Fixed)},
                      {"suppressed", suppressed(R)},
                      {"unusedSuppressions", std::move(Unused)},
                      {"files", R.Files},
                      {"entryFunctions", R.EntryFunctions},
                      {"functions", R.Functions},
                      {"broken", R.Broken},
                      {"unknown", json::Array(R.Unknown)},
                      {"sources", strings(R.Sources)}};
}

namespace flt {
// Found by llvm::json through ADL.
static bool fromJSON(const json::Value &V, ReportedFinding &F,
                     json::Path Path) {
  std::string Status;
  json::ObjectMapper O(V, Path);
  if (!O || !fromJSON(V, static_cast<Finding &>(F), Path) ||
      !O.mapOptional("status", Status))
    return false;
  F.Status =
      Status == "unchanged" ? FindingStatus::Unchanged : FindingStatus::New;
  return true;
}

static bool fromJSON(const json::Value &V, SuppressedFinding &F,
                     json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && fromJSON(V, static_cast<Finding &>(F), Path) &&
         O.map("directive", F.Directive) && O.map("text", F.Text);
}

static bool fromJSON(const json::Value &V, SkippedFile &S, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("file", S.File) && O.map("reason", S.Reason);
}

static bool fromJSON(const json::Value &V, FixedFinding &F, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("fingerprint", F.Fingerprint) && O.map("check", F.Check) &&
         O.map("message", F.Message) && O.map("file", F.File);
}

static bool fromJSON(const json::Value &V, UnusedSuppression &U,
                     json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("where", U.Where) && O.map("text", U.Text) &&
         O.mapOptional("problem", U.Problem);
}

static bool fromJSON(const json::Value &V, Report &R, json::Path Path) {
  json::ObjectMapper O(V, Path);
  std::uint64_t Files = 0, EntryFunctions = 0, Functions = 0, Broken = 0;
  if (!O || !O.map("findings", R.Findings) ||
      !O.mapOptional("toolVersion", R.ToolVersion) ||
      !O.mapOptional("clangVersion", R.ClangVersion) ||
      !O.mapOptional("checks", R.Checks) ||
      !O.mapOptional("unfinished", R.Unfinished) ||
      !O.mapOptional("skipped", R.Skipped) ||
      !O.mapOptional("warnings", R.Warnings) ||
      !O.mapOptional("hasBaseline", R.HasBaseline) ||
      !O.mapOptional("fixed", R.Fixed) ||
      !O.mapOptional("suppressed", R.Suppressed) ||
      !O.mapOptional("unusedSuppressions", R.UnusedSuppressions) ||
      !O.mapOptional("files", Files) ||
      !O.mapOptional("entryFunctions", EntryFunctions) ||
      !O.mapOptional("functions", Functions) ||
      !O.mapOptional("broken", Broken) ||
      !O.mapOptional("unknown", R.Unknown) ||
      !O.mapOptional("sources", R.Sources))
    return false;
  R.Files = unsigned(Files);
  R.EntryFunctions = unsigned(EntryFunctions);
  R.Functions = unsigned(Functions);
  R.Broken = unsigned(Broken);
  return true;
}
} // namespace flt

llvm::Expected<Report> flt::parseReport(llvm::StringRef Text,
                                        llvm::StringRef Root) {
  auto R = json::parse<Report>(Text, "report");
  if (!R)
    return R.takeError();
  R->Root = Root.str();
  forEachFile(*R, [&](std::string &File) {
    if (File.empty() || llvm::sys::path::is_absolute(File))
      return;
    llvm::SmallString<256> Absolute(Root);
    llvm::sys::path::append(Absolute, File);
    File = Absolute.str().str();
  });
  return R;
}
