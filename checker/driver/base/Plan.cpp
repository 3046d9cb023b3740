//===-- driver/base/Plan.cpp - what a report needs ------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Plan.h"
#include "finding/FindingJSON.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

json::Value flt::driver::toJSON(const Plan &P) {
  json::Array Skipped;
  for (const SkippedFile &S : P.P.Skipped)
    Skipped.push_back(json::Object{{"file", S.File}, {"reason", S.Reason}});
  return json::Object{{"units", json::Array(P.P.Units)},
                      {"skipped", std::move(Skipped)},
                      {"unfinished", json::Array(P.P.Unfinished)},
                      {"warnings", json::Array(P.P.Warnings)},
                      {"settings", toJSON(P.S)},
                      {"root", P.Root},
                      {"headers", P.Headers},
                      {"folder", P.Folder}};
}

bool flt::driver::fromJSON(const json::Value &V, Plan &P, json::Path Path) {
  json::ObjectMapper O(V, Path);
  if (!O || !O.map("units", P.P.Units) ||
      !O.map("unfinished", P.P.Unfinished) ||
      !O.map("warnings", P.P.Warnings) || !O.map("settings", P.S) ||
      !O.map("root", P.Root) || !O.map("headers", P.Headers) ||
      !O.map("folder", P.Folder))
    return false;
  const json::Array *Skipped = V.getAsObject()->getArray("skipped");
  if (!Skipped) {
    Path.field("skipped").report("expected array");
    return false;
  }
  for (const json::Value &S : *Skipped)
    if (const json::Object *Fields = S.getAsObject())
      P.P.Skipped.push_back({Fields->getString("file").value_or("").str(),
                             Fields->getString("reason").value_or("").str()});
  return true;
}
