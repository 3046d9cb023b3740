//===-- Link.h - cross-file rows from all units -----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_LINK_H
#define FLT_DRIVER_CROSSFILE_LINK_H

#include "driver/base/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

namespace flt::model {
class Model;
} // namespace flt::model

namespace flt::driver {

/// Rows of functions by "Name/parameters", as in UnitResult::Rows.
using RowMap = std::map<std::string, std::string>;

/// Moves the rows of R.Run.Summaries that other units can see to R.Rows.
llvm::Error splitRows(UnitResult &R);

/// The rows of all units of one project together. Left out are functions that
/// \p Base has a row for (a user's word counts more), and functions whose
/// definitions in several units do not agree.
RowMap linkRows(llvm::ArrayRef<const UnitResult *> Units,
                const model::Model &Base);

/// What a first look leaves in doubt, since it knows nothing of the functions
/// that are called, may turn out to be nothing. Functions that call each other
/// would keep each other's doubts alive for ever.
/// \returns \p Rows without doubts.
RowMap withoutDoubts(const RowMap &Rows);

/// \returns the rows that are the same in both: what has settled.
RowMap settledRows(const RowMap &Earlier, const RowMap &Later);

/// \returns the rows for the functions that \p R calls, as a model file; empty
/// if there are none. A unit depends on other units through this text only.
std::string rowsFor(const UnitResult &R, const RowMap &Rows);

/// \returns \p Rows as a model file.
std::string printRows(const RowMap &Rows);

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_LINK_H
