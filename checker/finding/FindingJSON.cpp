//===-- finding/FindingJSON.cpp - findings in a file ----------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/FindingJSON.h"
#include "llvm/ADT/STLExtras.h"

using namespace flt;
namespace json = llvm::json;

// llvm::json asserts that strings are UTF-8; source text need not be.
static std::string utf8(const std::string &S) {
  return json::isUTF8(S) ? S : json::fixUTF8(S);
}

namespace {
// Source spells token ranges as pairs, which llvm::json has no reader for.
struct Range {
  Place Begin;
  Place End;
};

bool fromJSON(const json::Value &V, Range &R, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("begin", R.Begin) && O.map("end", R.End);
}
} // namespace

// LLVM 19 has no reader for unsigned.
static bool mapCount(json::ObjectMapper &O, llvm::StringLiteral Name,
                     unsigned &Out) {
  std::uint64_t Wide = 0;
  if (!O.mapOptional(Name, Wide))
    return false;
  Out = unsigned(Wide);
  return true;
}

json::Value flt::toJSON(const Place &P) {
  return json::Object{
      {"file", utf8(P.File)}, {"line", P.Line}, {"column", P.Column}};
}

bool flt::fromJSON(const json::Value &V, Place &P, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.mapOptional("file", P.File) && mapCount(O, "line", P.Line) &&
         mapCount(O, "column", P.Column);
}

json::Value flt::toJSON(const PathNote &N) {
  json::Object O{{"where", toJSON(N.Where)},
                 {"text", utf8(N.Text)},
                 {"depth", N.Depth},
                 {"important", N.Important}};
  if (!N.Callee.empty()) {
    O["callee"] = utf8(N.Callee);
    O["does"] = utf8(N.Does);
  }
  return O;
}

bool flt::fromJSON(const json::Value &V, PathNote &N, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("where", N.Where) && O.map("text", N.Text) &&
         mapCount(O, "depth", N.Depth) &&
         O.mapOptional("important", N.Important) &&
         O.mapOptional("callee", N.Callee) && O.mapOptional("does", N.Does);
}

json::Value flt::toJSON(const Fix &F) {
  return json::Object{{"begin", toJSON(F.Begin)},
                      {"end", toJSON(F.End)},
                      {"offset", F.Offset},
                      {"length", F.Length},
                      {"replacement", utf8(F.Replacement)}};
}

bool flt::fromJSON(const json::Value &V, Fix &F, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("begin", F.Begin) && O.map("end", F.End) &&
         mapCount(O, "offset", F.Offset) && mapCount(O, "length", F.Length) &&
         O.map("replacement", F.Replacement);
}

json::Value flt::toJSON(const Finding &F) {
  json::Object O{
      {"check", utf8(F.Check)},       {"rule", utf8(F.Rule)},
      {"message", utf8(F.Message)},   {"where", toJSON(F.Where)},
      {"function", utf8(F.Function)}, {"acquired", toJSON(F.Acquired)},
      {"path", json::Array(F.Path)}};
  json::Array Ranges;
  for (const auto &[Begin, End] : F.Ranges)
    Ranges.push_back(
        json::Object{{"begin", toJSON(Begin)}, {"end", toJSON(End)}});
  if (!Ranges.empty())
    O["ranges"] = std::move(Ranges);
  if (!F.Fixes.empty())
    O["fixes"] = json::Array(F.Fixes);
  if (!F.Fingerprint.empty())
    O["fingerprint"] = utf8(F.Fingerprint);
  if (!F.UnlessReleased.empty())
    O["unlessReleased"] = utf8(F.UnlessReleased);
  return O;
}

bool flt::fromJSON(const json::Value &V, Finding &F, json::Path Path) {
  json::ObjectMapper O(V, Path);
  std::vector<Range> Ranges;
  if (!O || !O.map("check", F.Check) || !O.mapOptional("rule", F.Rule) ||
      !O.map("message", F.Message) || !O.map("where", F.Where) ||
      !O.mapOptional("function", F.Function) ||
      !O.mapOptional("acquired", F.Acquired) ||
      !O.mapOptional("path", F.Path) || !O.mapOptional("fixes", F.Fixes) ||
      !O.mapOptional("fingerprint", F.Fingerprint) ||
      !O.mapOptional("unlessReleased", F.UnlessReleased) ||
      !O.mapOptional("ranges", Ranges))
    return false;
  for (Range &R : Ranges)
    F.Ranges.emplace_back(std::move(R.Begin), std::move(R.End));
  return true;
}

json::Value flt::toJSON(const Incomplete &I) {
  return json::Object{{"function", utf8(I.Function)},
                      {"where", toJSON(I.Where)},
                      {"reason", utf8(I.Reason)},
                      {"partly", I.Partly},
                      {"unit", utf8(I.Unit)}};
}

bool flt::fromJSON(const json::Value &V, Incomplete &I, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.mapOptional("function", I.Function) &&
         O.mapOptional("where", I.Where) && O.map("reason", I.Reason) &&
         O.mapOptional("partly", I.Partly) && O.mapOptional("unit", I.Unit);
}

json::Value flt::toJSON(const EffectPlace &P) {
  return json::Object{{"function", utf8(P.Function)},
                      {"does", utf8(P.Does)},
                      {"when", utf8(P.When)},
                      {"callee", utf8(P.Callee)},
                      {"where", toJSON(P.Where)}};
}

bool flt::fromJSON(const json::Value &V, EffectPlace &P, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("function", P.Function) && O.map("does", P.Does) &&
         O.map("when", P.When) && O.map("callee", P.Callee) &&
         O.map("where", P.Where);
}

json::Value flt::toJSON(const Witness &W) {
  return json::Object{{"function", utf8(W.Function)},
                      {"passedOnBy", utf8(W.PassedOnBy)}};
}

bool flt::fromJSON(const json::Value &V, Witness &W, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("function", W.Function) &&
         O.map("passedOnBy", W.PassedOnBy);
}

static constexpr llvm::StringLiteral UnknownKinds[] = {"header", "type", "name",
                                                       "member", "function"};

json::Value flt::toJSON(const UnknownName &U) {
  return json::Object{{"kind", UnknownKinds[unsigned(U.Kind)]},
                      {"name", utf8(U.Name)},
                      {"uses", U.Uses},
                      {"header", utf8(U.Header)}};
}

bool flt::fromJSON(const json::Value &V, UnknownName &U, json::Path Path) {
  json::ObjectMapper O(V, Path);
  std::string Kind;
  if (!O || !O.map("kind", Kind) || !O.map("name", U.Name) ||
      !mapCount(O, "uses", U.Uses) || !O.mapOptional("header", U.Header))
    return false;
  const auto *It = llvm::find(UnknownKinds, Kind);
  if (It == std::end(UnknownKinds)) {
    Path.field("kind").report("no such kind");
    return false;
  }
  U.Kind = UnknownKind(It - std::begin(UnknownKinds));
  return true;
}

json::Value flt::toJSON(const RunResult &R) {
  return json::Object{{"findings", json::Array(R.Findings)},
                      {"unfinished", json::Array(R.Unfinished)},
                      {"entryFunctions", R.EntryFunctions},
                      {"functions", R.Functions},
                      {"broken", R.Broken},
                      {"places", json::Array(R.Places)},
                      {"witnesses", json::Array(R.Witnesses)}};
}

bool flt::fromJSON(const json::Value &V, RunResult &R, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("findings", R.Findings) &&
         O.map("unfinished", R.Unfinished) &&
         mapCount(O, "entryFunctions", R.EntryFunctions) &&
         mapCount(O, "functions", R.Functions) &&
         mapCount(O, "broken", R.Broken) && O.mapOptional("places", R.Places) &&
         O.mapOptional("witnesses", R.Witnesses);
}
