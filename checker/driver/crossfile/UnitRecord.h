//===-- UnitRecord.h - all that is known of a unit --------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_UNITRECORD_H
#define FLT_DRIVER_CROSSFILE_UNITRECORD_H

#include "driver/unit/Work.h"
#include <set>

namespace flt::driver {

/// What a run learns of a unit, and the next run may use again: results of
/// functions stand as long as the files that were read are the same, and the
/// rows with which they were made.
struct UnitRecord {
  UnitFacts Facts;
  UnitMemo Memo;
  /// Names visits that were made, each with its rows and functions.
  std::set<std::string> Visits;
  /// With TryAttributes, by the hash of the rows that the unit was finished
  /// with.
  std::map<std::string, std::vector<SuppressAttribute>> Attributes;
};

llvm::json::Value toJSON(const UnitRecord &R);
bool fromJSON(const llvm::json::Value &V, UnitRecord &R, llvm::json::Path Path);

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_UNITRECORD_H
