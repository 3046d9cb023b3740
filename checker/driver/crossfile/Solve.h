//===-- Solve.h - analyses all units with what the others do ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_SOLVE_H
#define FLT_DRIVER_CROSSFILE_SOLVE_H

#include "driver/base/Progress.h"
#include "driver/crossfile/Cache.h"
#include "driver/crossfile/RowTable.h"
#include "driver/crossfile/WorkerProcess.h"

namespace flt::model {
class Model;
} // namespace flt::model

namespace flt::driver {

/// Looks at functions that call each other across units after which what still
/// changes is taken as unknown.
constexpr unsigned MaxLooks = 8;

/// Units with their results, in the same order.
struct Analysis {
  std::vector<UnitResult> Results;
  std::map<std::string, RowMap> Rows; ///< Per project; see Unit::Project.
  /// Functions that call each other across units, and what each does depends on
  /// the others without end: nothing is known of them. Sorted.
  std::vector<std::string> Unsettled;
};

/// What analyzeUnits() needs, and nothing that decides what is found.
struct SolveTools {
  Cache &Known;
  const WorkerOptions &Workers;
  Progress &Show;
  unsigned Jobs = 1; ///< Processes at a time.
};

/// Analyses every function once: with \p CrossFile each after all that it
/// calls, in whatever unit, and with what is known of that by then. Functions
/// that call each other across units are analysed until nothing changes. The
/// outcome does not depend on the order of \p Units, nor on that in which work
/// is finished.
Analysis analyzeUnits(const std::vector<Unit> &Units, const Settings &S,
                      const model::Model &Base, bool CrossFile,
                      SolveTools Tools);

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_SOLVE_H
