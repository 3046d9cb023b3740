//===-- Finish.h - from results to a report and an exit status --*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_COMMAND_FINISH_H
#define FLT_DRIVER_COMMAND_FINISH_H

#include "driver/base/Options.h"
#include "driver/base/Plan.h"
#include "llvm/ADT/ArrayRef.h"

namespace flt::driver {

/// \returns the report on \p Results, which are in the order of the units:
/// sorted, with fingerprints, and without what the sources suppress.
Report makeReport(const Plan &P, llvm::ArrayRef<UnitResult> Results,
                  const Options &O);

/// Compares with the baseline, writes all outputs of \p O.
/// \returns the exit status.
int finish(Report &R, const Options &O);

} // namespace flt::driver

#endif // FLT_DRIVER_COMMAND_FINISH_H
