//===-- driver/output/Msvc.cpp - the report for MSBuild -------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The canonical form of errors and warnings that MSBuild looks for in what a
// tool prints: "file(line,column): warning CODE: text". Lines that begin with a
// blank continue: they name no code, and so become no entry of the Error List.
//
//===----------------------------------------------------------------------===//
#include "driver/output/Output.h"
#include "driver/output/Wording.h"
#include "finding/Checks.h"
#include "finding/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace flt;

namespace {
class MsvcWriter {
public:
  MsvcWriter(llvm::raw_ostream &OS, const Report &R, const MsvcOptions &Options)
      : OS(OS), R(R), Options(Options) {}

  void write();

private:
  /// "C:\src\a.c(12,3): "; the name of the tool where there is no place.
  void writePlace(const Place &P);
  void writeFinding(const ReportedFinding &F);
  void writeWarning(const Place &P, unsigned Code, llvm::StringRef Text);

  llvm::raw_ostream &OS;
  const Report &R;
  const MsvcOptions &Options;
};
} // namespace

// Of what is no finding. Those of findings count the checks from 1.
static constexpr unsigned NotChecked = 900;
static constexpr unsigned NotWhollyChecked = 901;
static constexpr unsigned UnusedComment = 902;
static constexpr unsigned AboutTheRun = 903;

static unsigned codeOf(llvm::StringRef Check) {
  const CheckInfo *Info = findCheck(Check);
  return Info ? unsigned(Info->Id) + 1 : AboutTheRun;
}

/// A line break would begin another message.
static std::string oneLine(llvm::StringRef Text) {
  std::string Line = Text.str();
  for (char &C : Line)
    if (C == '\n' || C == '\r')
      C = ' ';
  return Line;
}

void MsvcWriter::writePlace(const Place &P) {
  if (P.File.empty()) {
    OS << "fltcheck : ";
    return;
  }
  OS << (Options.NameOf ? Options.NameOf(P.File) : P.File);
  if (P.Line && P.Column)
    OS << '(' << P.Line << ',' << P.Column << ')';
  else if (P.Line)
    OS << '(' << P.Line << ')';
  OS << ": ";
}

void MsvcWriter::writeWarning(const Place &P, unsigned Code,
                              llvm::StringRef Text) {
  writePlace(P);
  OS << "warning FLT" << llvm::format("%04u", Code) << ": " << oneLine(Text)
     << '\n';
}

void MsvcWriter::writeFinding(const ReportedFinding &F) {
  writeWarning(F.Where, codeOf(F.Check), F.Message + " [" + F.Check + "]");
  for (const PathNote *N : stepsOf(F, Options.AllSteps)) {
    OS << "    ";
    writePlace(N->Where);
    OS << "note: " << oneLine(N->Text) << '\n';
  }
}

void MsvcWriter::write() {
  for (const ReportedFinding &F : R.Findings)
    if (Options.Known || F.Status == FindingStatus::New)
      writeFinding(F);
  for (const Incomplete &I : R.Unfinished)
    writeWarning(I.Where, I.Function.empty() ? NotChecked : NotWhollyChecked,
                 describe(I));
  for (const UnusedSuppression &U : R.UnusedSuppressions)
    writeWarning(U.Where, UnusedComment, describe(U));
  for (const std::string &W : R.Warnings)
    writeWarning({}, AboutTheRun, namesFrom("", R.Root, W));
  // Plain lines of the log; "fltcheck: " would make the rest a category.
  for (const std::string &Line : summaryLines(R))
    OS << "  FltCheck: " << oneLine(Line) << '\n';
}

void flt::writeMsvc(llvm::raw_ostream &OS, const Report &R,
                    const MsvcOptions &Options) {
  MsvcWriter(OS, R, Options).write();
}
