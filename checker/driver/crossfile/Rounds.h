//===-- Rounds.h - analyses all units with what the others do ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_ROUNDS_H
#define FLT_DRIVER_CROSSFILE_ROUNDS_H

#include "driver/base/Progress.h"
#include "driver/crossfile/Cache.h"
#include "driver/crossfile/Link.h"
#include "driver/crossfile/Worker.h"

namespace flt::driver {

/// Rounds after which a row that still changes is dropped. A row travels one
/// call from file to file in each round.
constexpr unsigned MaxRounds = 6;

/// Units with their results, in the same order.
struct Analysis {
  std::vector<UnitResult> Results;
  std::map<std::string, RowMap> Rows; ///< Per project; see Unit::Project.
  unsigned FromCache = 0;             ///< Units whose last result was known.
};

/// What Rounds needs, and nothing that decides what is found.
struct RoundTools {
  Cache &Known;
  Worker &Workers;
  Progress &Show;
  unsigned Jobs = 1; ///< Processes at a time.
};

/// With \p CrossFile, summarizes every unit; then again those that call
/// functions of other units of which more is known now, until nothing changes.
/// Then checks those units whose last look was with other rows than there are
/// in the end. The outcome does not depend on
/// the order in which units are finished.
Analysis analyzeUnits(const std::vector<Unit> &Units, const Settings &S,
                      const model::Model &Base, bool CrossFile,
                      RoundTools Tools);

/// The rows of each project, from results in the order of \p Units.
std::map<std::string, RowMap> linkProjects(const std::vector<Unit> &Units,
                                           llvm::ArrayRef<UnitResult> Results,
                                           const model::Model &Base);

/// withoutDoubts() for each project: what the second round starts from.
std::map<std::string, RowMap>
firstGuess(const std::map<std::string, RowMap> &Rows);

/// settledRows() for each project.
std::map<std::string, RowMap>
settledProjects(const std::map<std::string, RowMap> &Earlier,
                const std::map<std::string, RowMap> &Later);

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_ROUNDS_H
