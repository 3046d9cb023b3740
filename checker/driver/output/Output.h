//===-- driver/output/Output.h - the formats of a report --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writers of a report. Each is a pure function of the report: the same findings
// give the same bytes, and paths are relative to the root, so that reports of
// two machines can be compared.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_OUTPUT_H
#define FLT_DRIVER_OUTPUT_OUTPUT_H

#include "finding/Report.h"

namespace llvm {
class raw_ostream;
}

namespace flt {

struct TextOptions {
  bool Color = false;
  bool SourceLines = true; ///< The line with a caret below each message.
  /// Also the steps that say nothing of the tracked object.
  bool AllSteps = false;
  /// Also the findings that the baseline has; otherwise they are counted.
  bool Known = false;
};

/// As clang does: "file:line:column: warning: message [check]", the source
/// line, the path as notes; what was not looked at; the summary.
void writeText(llvm::raw_ostream &OS, const Report &R,
               TextOptions Options = {});

/// The last lines of writeText: how many findings of what, and how much was
/// looked at.
void writeSummary(llvm::raw_ostream &OS, const Report &R, bool Color = false);

struct SarifOptions {
  /// GitHub shows suppressed results as open alerts, so they are left out
  /// unless asked for; their number is always there.
  bool Suppressed = false;
  /// Names Report::Root, so that viewers on this machine find the sources.
  bool RootUri = true;
  /// Tells this analysis of a repository from others ("fltcheck/amd64/"):
  /// GitHub's category. A new upload replaces the last one of the same name.
  std::string Category = "fltcheck/";
};

/// SARIF 2.1.0, one run.
void writeSarif(llvm::raw_ostream &OS, const Report &R,
                SarifOptions Options = {});

/// One file that needs nothing else: list, filter, source with the path.
void writeHtml(llvm::raw_ostream &OS, const Report &R);

/// The whole report as JSON, with paths relative to the root; see
/// finding/ReportJSON.h, which also reads it.
void writeJson(llvm::raw_ostream &OS, const Report &R);

/// GitHub workflow commands, which become annotations of a pull request.
void writeGithub(llvm::raw_ostream &OS, const Report &R);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_OUTPUT_H
