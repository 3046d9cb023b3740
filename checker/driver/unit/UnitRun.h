//===-- driver/unit/UnitRun.h - analyses one unit ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_UNIT_UNITRUN_H
#define FLT_DRIVER_UNIT_UNITRUN_H

#include "driver/base/Unit.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace flt::driver {

/// Analyses a unit in this process.
///
/// \param Why what to look for; the rest of the result stays empty.
/// \param RowsFile the cross-file rows that the unit may use (a file in the
///   model language), or empty.
/// \returns what came of it; that the unit does not parse is such a result. An
///   error means that the model cannot be read.
llvm::Expected<UnitResult> runUnit(const Job &J, Purpose Why,
                                   llvm::StringRef RowsFile);

} // namespace flt::driver

#endif // FLT_DRIVER_UNIT_UNITRUN_H
