//===-- Finish.h - from results to a report and an exit status --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_RESULT_FINISH_H
#define FLT_DRIVER_RESULT_FINISH_H

#include "driver/base/Unit.h"
#include "driver/command/Options.h"
#include "llvm/ADT/ArrayRef.h"

namespace flt::driver {

/// What a report needs beside the results. Written into the plan of a Ninja
/// graph, so that its merge step writes the same report.
struct Plan {
  Project P;
  Settings S;
  std::string Root;
  std::string Headers; ///< Stand-in headers: no place for suppressions.
};

llvm::json::Value toJSON(const Plan &P);
bool fromJSON(const llvm::json::Value &V, Plan &P, llvm::json::Path Path);

/// \returns the report on \p Results, which are in the order of the units:
/// sorted, with fingerprints, and without what the sources suppress.
Report makeReport(const Plan &P, llvm::ArrayRef<UnitResult> Results,
                  const Options &O);

/// Compares with the baseline, writes all outputs of \p O.
/// \returns the exit status.
int finish(Report &R, const Options &O);

} // namespace flt::driver

#endif // FLT_DRIVER_RESULT_FINISH_H
