//===-- driver/base/Plan.h - what a report needs ----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_PLAN_H
#define FLT_DRIVER_BASE_PLAN_H

#include "driver/base/Unit.h"

namespace flt::driver {

/// What a report needs beside the results. Written into the plan of a Ninja
/// graph, so that its merge step writes the same report.
struct Plan {
  Project P;
  Settings S;
  std::string Root;
  std::string Headers; ///< Stand-in headers: no place for suppressions.
  std::string Folder;  ///< Of the user: what the text names files from.
};

llvm::json::Value toJSON(const Plan &P);
bool fromJSON(const llvm::json::Value &V, Plan &P, llvm::json::Path Path);

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_PLAN_H
