//===-- driver/output/Github.cpp - annotations of a pull request ----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// See "Workflow commands for GitHub Actions": a command is one line,
// ::error file=...,line=...,title=...::message
//
//===----------------------------------------------------------------------===//
#include "driver/output/Output.h"
#include "driver/output/Wording.h"
#include "finding/Paths.h"
#include "llvm/Support/raw_ostream.h"

using namespace flt;

/// Escapes what would end the command, or in \p Property also what would end
/// the property.
static std::string escape(llvm::StringRef Text, bool Property) {
  std::string Result;
  for (char C : Text) {
    if (C == '%')
      Result += "%25";
    else if (C == '\r')
      Result += "%0D";
    else if (C == '\n')
      Result += "%0A";
    else if (Property && C == ':')
      Result += "%3A";
    else if (Property && C == ',')
      Result += "%2C";
    else
      Result += C;
  }
  return Result;
}

static void writeCommand(llvm::raw_ostream &OS, llvm::StringRef Level,
                         const Report &R, const Place &P, llvm::StringRef Title,
                         llvm::StringRef Message) {
  OS << "::" << Level << " ";
  if (!P.File.empty())
    OS << "file=" << escape(displayPath(R.Root, P.File), true) << ",";
  if (P.Line)
    OS << "line=" << P.Line << ",";
  if (P.Line && P.Column)
    OS << "col=" << P.Column << ",";
  OS << "title=" << escape(Title, true) << "::" << escape(Message, false)
     << "\n";
}

void flt::writeGithub(llvm::raw_ostream &OS, const Report &R) {
  for (const ReportedFinding &F : R.Findings) {
    // What the baseline has must not look like the fault of this change.
    bool Known = F.Status == FindingStatus::Unchanged;
    std::string Message = F.Message;
    for (const PathNote *N : stepsOf(F, /*All=*/false))
      Message += "\n" + displayPath(R.Root, N->Where.File) + ":" +
                 std::to_string(N->Where.Line) + ": " + N->Text;
    writeCommand(OS, Known ? "warning" : "error", R, F.Where,
                 F.Check + (Known ? " (in the baseline)" : ""), Message);
  }
  for (const Incomplete &I : R.Unfinished)
    writeCommand(OS, I.Function.empty() ? "error" : "warning", R, I.Where,
                 "fltcheck: incomplete", describe(I));
  for (const UnusedSuppression &U : R.UnusedSuppressions)
    writeCommand(OS, "warning", R, U.Where, "fltcheck: unused suppression",
                 describe(U));
  for (const std::string &W : R.Warnings)
    writeCommand(OS, "warning", R, {}, "fltcheck", namesFrom("", R.Root, W));
  // Plain lines go to the log of the job.
  for (const std::string &Line : summaryLines(R))
    OS << "fltcheck: " << Line << "\n";
}
