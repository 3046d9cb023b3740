//===-- driver/output/SarifRules.h - the tool in SARIF ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_SARIFRULES_H
#define FLT_DRIVER_OUTPUT_SARIFRULES_H

#include "finding/Report.h"
#include "llvm/Support/JSON.h"

namespace flt {

/// run.tool: the checks with their documentation, and the kinds of messages
/// about the run.
llvm::json::Object sarifTool(const Report &R);

/// Index of the check in run.tool.driver.rules; -1 if there is none.
int sarifRuleIndex(llvm::StringRef Check);

/// Kinds of messages about the run.
enum class SarifNotice {
  FileNotChecked,
  FunctionNotFinished,
  FileSkipped,
  RunWarning,
  UnusedSuppression,
  ResultsOmitted,
};

/// A notification of that kind, without locations.
llvm::json::Object sarifNotice(SarifNotice Kind, llvm::StringRef Message);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_SARIFRULES_H
