//===-- crossfile/UnitRecord.cpp - all that is known of a unit ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/UnitRecord.h"

using namespace flt::driver;
namespace json = llvm::json;

json::Value flt::driver::toJSON(const UnitRecord &R) {
  json::Object Attributes;
  for (const auto &[Rows, List] : R.Attributes) {
    UnitAnswer A;
    A.Attributes = List;
    Attributes[Rows] = toJSON(A);
  }
  return json::Object{{"facts", toJSON(R.Facts)},
                      {"memo", toJSON(R.Memo)},
                      {"visits", json::Array(R.Visits)},
                      {"attributes", std::move(Attributes)}};
}

bool flt::driver::fromJSON(const json::Value &V, UnitRecord &R,
                           json::Path Path) {
  json::ObjectMapper O(V, Path);
  std::map<std::string, UnitAnswer> Attributes;
  std::vector<std::string> Visits;
  if (!O || !O.map("facts", R.Facts) || !O.map("memo", R.Memo) ||
      !O.map("visits", Visits) || !O.map("attributes", Attributes))
    return false;
  R.Visits.insert(Visits.begin(), Visits.end());
  for (auto &[Rows, A] : Attributes)
    R.Attributes[Rows] = std::move(A.Attributes);
  return true;
}
