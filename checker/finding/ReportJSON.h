//===-- finding/ReportJSON.h - a report in a file ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The JSON output of fltcheck: an object with the members of flt::Report under
// their names with a small first letter, findings as in FindingJSON.h with
// their "status" ("new" or "unchanged"), and paths relative to the root.
// Members are only ever added.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_REPORTJSON_H
#define FLT_FINDING_REPORTJSON_H

#include "finding/Report.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace flt {

llvm::json::Value toJSON(const Report &R);

/// Reads what toJSON made. Source stays empty.
/// \param Root becomes Report::Root; relative paths are below it.
llvm::Expected<Report> parseReport(llvm::StringRef Text, llvm::StringRef Root);

} // namespace flt

#endif // FLT_FINDING_REPORTJSON_H
