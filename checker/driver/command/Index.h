//===-- driver/command/Index.h - a whole run, for an editor -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The language server leaves the whole driver to a process of its own, which
// writes what it found into a file instead of a report. It has the command line
// of the server and these options, which no user needs:
//
//   --working-folder DIR   run there
//   --emit-plan FILE       how each file is compiled, without looking at any
//   --emit-index FILE      also the result of each file, and what is known of
//                          the functions of all
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_INDEX_H
#define FLT_DRIVER_COMMAND_INDEX_H

#include "driver/base/Options.h"
#include "driver/base/Plan.h"
#include "driver/crossfile/RowTable.h"
#include "llvm/Support/Error.h"

namespace flt::driver {

/// A run with its results, or if there are none, what would be run.
struct Index {
  Plan P;
  std::string Baseline;               ///< The file, or empty.
  std::vector<UnitResult> Results;    ///< In the order of P.P.Units.
  std::map<std::string, RowMap> Rows; ///< Per project.
};

/// \returns whether this process is to write a plan and do no more.
bool wantsPlan();

/// \returns whether this process is to write what it found for a server.
bool wantsIndex();

/// Writes the file that --emit-plan or --emit-index names.
llvm::Error writeIndex(const Plan &P, const Options &O,
                       const std::vector<UnitResult> &Results,
                       const std::map<std::string, RowMap> &Rows);

/// Reads what writeIndex() wrote. Errors name \p Path.
llvm::Expected<Index> readIndex(llvm::StringRef Path);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_INDEX_H
