//===-- driver/output/Output.h - the formats of a report --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writers of a report. Each is a pure function of the report and its options:
// the same findings give the same bytes, and paths are relative to the root, so
// that reports of two machines can be compared. Only in the text they are as
// the reader's terminal and editor open them.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_OUTPUT_H
#define FLT_DRIVER_OUTPUT_OUTPUT_H

#include "driver/base/Options.h"
#include "finding/Report.h"

namespace llvm {
class raw_ostream;
}

namespace flt {

/// As clang does: "file:line:column: warning: message [check]", the source
/// line, the path as notes; what was not looked at; the summary.
void writeText(llvm::raw_ostream &OS, const Report &R,
               TextOptions Options = {});

/// The last lines of writeText: how many findings of what, and how much was
/// looked at.
void writeSummary(llvm::raw_ostream &OS, const Report &R,
                  const TextOptions &Options = {});

/// SARIF 2.1.0, one run.
void writeSarif(llvm::raw_ostream &OS, const Report &R,
                SarifOptions Options = {});

/// One file that needs nothing else: list, filter, source with the path.
void writeHtml(llvm::raw_ostream &OS, const Report &R);

/// The whole report as JSON, with paths relative to the root; see
/// finding/ReportJSON.h, which also reads it.
void writeJson(llvm::raw_ostream &OS, const Report &R);

/// "file(line,column): warning FLT0001: message", as MSBuild and Visual Studio
/// read what tools print, with the path in lines that continue.
void writeMsvc(llvm::raw_ostream &OS, const Report &R,
               const MsvcOptions &Options = {});

/// GitHub workflow commands, which become annotations of a pull request.
void writeGithub(llvm::raw_ostream &OS, const Report &R);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_OUTPUT_H
