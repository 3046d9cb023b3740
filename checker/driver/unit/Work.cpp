//===-- unit/Work.cpp - what a unit is asked, and what it answers ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/Work.h"
#include "driver/base/JsonNumbers.h"
#include "engine/UnitEngine.h"
#include "finding/FindingJSON.h"

using namespace flt;
using namespace flt::driver;
namespace json = llvm::json;

std::optional<UnitResult>
flt::driver::assembleResult(const UnitFacts &Facts, const UnitMemo &Memo,
                            const std::map<unsigned, std::string> &Visited,
                            llvm::StringRef Rows) {
  UnitResult Result = Facts.Result;
  if (!Facts.CanBeAnalysed)
    return Result;
  auto Found = collectResults(Facts.Functions, Memo, Visited, Rows);
  if (!Found)
    return std::nullopt;
  RunResult &R = Result.Run;
  R.Findings = std::move(Found->Findings);
  R.Unfinished.insert(R.Unfinished.end(), Found->Unfinished.begin(),
                      Found->Unfinished.end());
  R.EntryFunctions = Found->EntryFunctions;
  R.Places = std::move(Found->Places);
  R.Witnesses = std::move(Found->Witnesses);
  return Result;
}

namespace flt {
// Found by llvm::json through ADL.
static json::Value toJSON(const IndexedFunction &F) {
  return json::Object{{"name", F.Name},
                      {"key", F.Key},
                      {"open", F.IsOpen},
                      {"deep", F.IsDeep},
                      {"needs", numbers(F.Needs)},
                      {"callees", numbers(F.Callees)},
                      {"calls", json::Array(F.Calls)}};
}

static bool fromJSON(const json::Value &V, IndexedFunction &F,
                     json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("name", F.Name) && O.map("key", F.Key) &&
         O.map("open", F.IsOpen) && O.map("deep", F.IsDeep) &&
         mapNumbers(O, "needs", F.Needs) &&
         mapNumbers(O, "callees", F.Callees) && O.map("calls", F.Calls);
}

static json::Value toJSON(const MeasuredFinding &M) {
  return json::Object{{"finding", toJSON(M.F)}, {"steps", M.Steps}};
}

static bool fromJSON(const json::Value &V, MeasuredFinding &M,
                     json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("finding", M.F) && mapNumber(O, "steps", M.Steps);
}
} // namespace flt

json::Value flt::toJSON(const UnitMemo &M) {
  json::Array All;
  for (const auto &[Key, R] : M.Results)
    All.push_back(json::Object{{"function", Key.Function},
                               {"rows", Key.Rows},
                               {"row", R.Row},
                               {"sure", R.SureRow},
                               {"findings", json::Array(R.Findings)},
                               {"unfinished", json::Array(R.Unfinished)},
                               {"places", json::Array(R.Places)},
                               {"witnesses", json::Array(R.Witnesses)},
                               {"followed", numbers(R.Followed)},
                               {"relevant", R.IsRelevant},
                               {"large", R.IsLarge},
                               {"afterCallers", R.AfterCallers},
                               {"leavesContext", R.LeavesContext}});
  return All;
}

bool flt::fromJSON(const json::Value &V, UnitMemo &M, json::Path Path) {
  const json::Array *All = V.getAsArray();
  if (!All) {
    Path.report("expected array");
    return false;
  }
  for (size_t I = 0; I != All->size(); ++I) {
    json::ObjectMapper O((*All)[I], Path.index(I));
    unsigned Function = 0;
    std::string Rows;
    FunctionResult R;
    if (!O || !mapNumber(O, "function", Function) || !O.map("rows", Rows) ||
        !O.map("row", R.Row) || !O.map("sure", R.SureRow) ||
        !O.map("findings", R.Findings) || !O.map("unfinished", R.Unfinished) ||
        !O.map("places", R.Places) || !O.map("witnesses", R.Witnesses) ||
        !mapNumbers(O, "followed", R.Followed) ||
        !O.map("relevant", R.IsRelevant) || !O.map("large", R.IsLarge) ||
        !O.map("afterCallers", R.AfterCallers) ||
        !O.map("leavesContext", R.LeavesContext))
      return false;
    M.add(Function, Rows, std::move(R));
  }
  return true;
}

json::Value driver::toJSON(const UnitFacts &F) {
  return json::Object{{"result", toJSON(F.Result)},
                      {"functions", json::Array(F.Functions)},
                      {"canBeAnalysed", F.CanBeAnalysed}};
}

bool driver::fromJSON(const json::Value &V, UnitFacts &F, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("result", F.Result) && O.map("functions", F.Functions) &&
         O.map("canBeAnalysed", F.CanBeAnalysed);
}

json::Value driver::toJSON(const UnitRequest &R) {
  json::Array Visited;
  for (const auto &[Function, Rows] : R.Visited)
    Visited.push_back(json::Object{{"function", Function}, {"rows", Rows}});
  return json::Object{{"functions", numbers(R.Functions)},
                      {"finish", R.Finish},
                      {"rows", R.Rows},
                      {"visited", std::move(Visited)},
                      {"known", toJSON(R.Known)}};
}

bool driver::fromJSON(const json::Value &V, UnitRequest &R, json::Path Path) {
  json::ObjectMapper O(V, Path);
  if (!O || !mapNumbers(O, "functions", R.Functions) ||
      !O.map("finish", R.Finish) || !O.map("rows", R.Rows) ||
      !O.map("known", R.Known))
    return false;
  const json::Array *Visited = V.getAsObject()->getArray("visited");
  for (size_t I = 0; Visited && I != Visited->size(); ++I) {
    json::ObjectMapper E((*Visited)[I], Path.field("visited").index(I));
    unsigned Function = 0;
    std::string Rows;
    if (!E || !mapNumber(E, "function", Function) || !E.map("rows", Rows))
      return false;
    R.Visited[Function] = Rows;
  }
  return true;
}

json::Value driver::toJSON(const UnitAnswer &A) {
  return json::Object{{"new", toJSON(A.New)},
                      {"attributes", json::Array(A.Attributes)}};
}

bool driver::fromJSON(const json::Value &V, UnitAnswer &A, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("new", A.New) && O.map("attributes", A.Attributes);
}
