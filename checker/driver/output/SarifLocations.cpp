//===-- driver/output/SarifLocations.cpp - places in SARIF ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/SarifLocations.h"
#include "driver/output/LineHash.h"
#include "finding/Paths.h"
#include "llvm/Support/Path.h"

using namespace flt;
namespace json = llvm::json;

static std::string utf8(llvm::StringRef S) {
  return json::isUTF8(S) ? S.str() : json::fixUTF8(S);
}

json::Object flt::sarifMessage(llvm::StringRef Text) {
  std::string Escaped;
  for (size_t At = 0; At < Text.size(); ++At) {
    if (Text.substr(At).starts_with("]("))
      Escaped += '\\';
    Escaped += Text[At];
  }
  return json::Object{{"text", utf8(Escaped)}};
}

SarifLocations::SarifLocations(const Report &R) : R(R), Lines(R.Source) {
  auto Add = [&](llvm::StringRef File) {
    if (!File.empty())
      Index.emplace(File.str(), 0);
  };
  auto AddFinding = [&](const Finding &F) {
    Add(F.Where.File);
    Add(F.Acquired.File);
    for (const PathNote &N : F.Path)
      Add(N.Where.File);
    for (const Fix &X : F.Fixes)
      Add(X.Begin.File);
  };
  for (const Finding &F : R.Findings)
    AddFinding(F);
  for (const SuppressedFinding &F : R.Suppressed) {
    AddFinding(F);
    Add(F.Directive.File);
  }
  for (const Incomplete &I : R.Unfinished)
    Add(I.Where.File);
  for (const SkippedFile &S : R.Skipped)
    Add(S.File);
  for (const UnusedSuppression &U : R.UnusedSuppressions)
    Add(U.Where.File);
  for (const std::string &File : R.Sources)
    Add(File);
  size_t Next = 0;
  for (auto &[File, I] : Index)
    I = Next++;
}

json::Object SarifLocations::base(llvm::StringRef File) const {
  json::Object Location{{"uri", pathToUri(utf8(displayPath(R.Root, File)))}};
  if (isBelow(R.Root, File))
    Location["uriBaseId"] = RootId;
  return Location;
}

json::Array SarifLocations::artifacts() const {
  json::Array Result;
  for (const auto &[File, I] : Index) {
    json::Object Artifact{{"location", base(File)}};
    llvm::StringRef Extension = llvm::sys::path::extension(File);
    if (Extension.equals_insensitive(".c") ||
        Extension.equals_insensitive(".h"))
      Artifact["sourceLanguage"] = "c";
    else if (Extension.starts_with_insensitive(".c") ||
             Extension.starts_with_insensitive(".h"))
      Artifact["sourceLanguage"] = "cplusplus";
    if (std::binary_search(R.Sources.begin(), R.Sources.end(), File))
      Artifact["roles"] = json::Array{"analysisTarget"};
    Result.push_back(std::move(Artifact));
  }
  return Result;
}

json::Object SarifLocations::file(llvm::StringRef File) const {
  json::Object Location = base(File);
  if (auto It = Index.find(File.str()); It != Index.end())
    Location["index"] = int64_t(It->second);
  return Location;
}

unsigned SarifLocations::column(const Place &P, unsigned Column) {
  auto Line = Lines.line(P.File, P.Line);
  return Line ? utf16Column(*Line, Column) : std::max(Column, 1U);
}

json::Object SarifLocations::span(const Place &Begin, const Place &End) {
  json::Object Region{{"startLine", Begin.Line}};
  if (Begin.Column)
    Region["startColumn"] = column(Begin, Begin.Column);
  if (End.Line > Begin.Line)
    Region["endLine"] = End.Line;
  if (Begin.Column && End.Column)
    Region["endColumn"] = column(End, End.Column);
  return Region;
}

json::Object SarifLocations::region(const Place &P, const Place &Last) {
  Place End = Last;
  End.Column = Lines.tokenEnd(Last);
  json::Object Region = span(P, End);
  // A snippet is what the region spans, no more.
  auto Line = Lines.line(P.File, P.Line);
  if (Line && P.Column && End.Line == P.Line && P.Column <= Line->size())
    Region["snippet"] =
        json::Object{{"text", utf8(Line->slice(P.Column - 1, End.Column - 1))}};
  return Region;
}

json::Object SarifLocations::physical(const Place &P, const Place &Last) {
  json::Object Location{{"artifactLocation", file(P.File)}};
  if (!P.Line)
    return Location;
  Location["region"] = region(P, Last);
  // The whole line, for those who have no source at hand. It has to contain
  // the region, so there is none for a region of several lines.
  auto Line = Lines.line(P.File, P.Line);
  if (Line && Last.Line == P.Line)
    Location["contextRegion"] =
        json::Object{{"startLine", P.Line},
                     {"snippet", json::Object{{"text", utf8(*Line)}}}};
  return Location;
}

json::Object SarifLocations::physical(const Place &P) { return physical(P, P); }

json::Object SarifLocations::location(const Place &P, llvm::StringRef Message) {
  return json::Object{{"physicalLocation", physical(P)},
                      {"message", sarifMessage(Message)}};
}

std::string SarifLocations::lineHash(const Place &P) {
  auto [It, IsNew] = Hashes.try_emplace(P.File);
  if (IsNew)
    if (auto Text = Lines.text(P.File))
      It->second = lineHashes(*Text);
  size_t Line = std::max(P.Line, 1U);
  return Line <= It->second.size() ? It->second[Line - 1] : "";
}
