//===-- driver/base/Unit.cpp - what is to be analysed ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Unit.h"
#include "finding/FindingJSON.h"

using namespace flt;
using namespace flt::driver;
namespace json = llvm::json;

static json::Object strings(const std::map<std::string, std::string> &Map) {
  json::Object O;
  for (const auto &[Key, Value] : Map)
    O[Key] = Value;
  return O;
}

json::Value driver::toJSON(const Unit &U) {
  return json::Object{{"file", U.File},
                      {"directory", U.Directory},
                      {"command", json::Array(U.Command)},
                      {"project", U.Project}};
}

bool driver::fromJSON(const json::Value &V, Unit &U, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("file", U.File) && O.map("directory", U.Directory) &&
         O.map("command", U.Command) && O.map("project", U.Project);
}

json::Value driver::toJSON(const Settings &S) {
  return json::Object{
      {"checks", json::Array(S.Checks)},  {"models", json::Array(S.Models)},
      {"config", strings(S.Config)},      {"lowerSEH", S.LowerSEH},
      {"tryAttributes", S.TryAttributes}, {"onlyParse", S.OnlyParse},
      {"overlay", strings(S.Overlay)}};
}

bool driver::fromJSON(const json::Value &V, Settings &S, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("checks", S.Checks) && O.map("models", S.Models) &&
         O.map("config", S.Config) && O.map("lowerSEH", S.LowerSEH) &&
         O.map("tryAttributes", S.TryAttributes) &&
         O.map("onlyParse", S.OnlyParse) && O.map("overlay", S.Overlay);
}

json::Value driver::toJSON(const Job &J) {
  return json::Object{{"unit", toJSON(J.U)}, {"settings", toJSON(J.S)}};
}

bool driver::fromJSON(const json::Value &V, Job &J, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("unit", J.U) && O.map("settings", J.S);
}

json::Value driver::toJSON(const SuppressAttribute &A) {
  return json::Object{{"where", A.Where}, {"used", A.Used}};
}

bool driver::fromJSON(const json::Value &V, SuppressAttribute &A,
                      json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("where", A.Where) && O.map("used", A.Used);
}

json::Value driver::toJSON(const UnitResult &R) {
  return json::Object{{"file", R.File},
                      {"run", toJSON(R.Run)},
                      {"reads", strings(R.Reads)},
                      {"absent", json::Array(R.Absent)},
                      {"calls", json::Array(R.Calls)},
                      {"attributes", json::Array(R.Attributes)},
                      {"unknown", json::Array(R.Unknown)},
                      {"ownFunctions", R.OwnFunctions},
                      {"parsed", R.Parsed}};
}

bool driver::fromJSON(const json::Value &V, UnitResult &R, json::Path Path) {
  json::ObjectMapper O(V, Path);
  // LLVM 19 reads no unsigned numbers.
  std::int64_t OwnFunctions = 0;
  bool Read = O && O.map("ownFunctions", OwnFunctions);
  R.OwnFunctions = unsigned(OwnFunctions);
  return Read && O.map("file", R.File) && O.map("run", R.Run) &&
         O.map("reads", R.Reads) && O.map("absent", R.Absent) &&
         O.map("calls", R.Calls) && O.map("attributes", R.Attributes) &&
         O.map("unknown", R.Unknown) && O.map("parsed", R.Parsed);
}
