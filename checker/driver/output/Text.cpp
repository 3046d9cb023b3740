//===-- driver/output/Text.cpp - the report for people --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/Output.h"
#include "driver/output/Snippet.h"
#include "driver/output/Wording.h"
#include "finding/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace flt;
using llvm::raw_ostream;

namespace {
enum class Severity { Warning, Error, Note };

class TextWriter {
public:
  TextWriter(raw_ostream &OS, const Report &R, TextOptions Options)
      : OS(OS), R(R), Options(Options), Lines(R.Source) {}

  void write();

private:
  void writeFinding(const ReportedFinding &F);
  void writeIncomplete();
  /// A baseline names files from the root.
  std::string absolute(llvm::StringRef File) const;
  /// "file:line:column: warning: message [tag]".
  void writeMessage(const Place &P, Severity S, llvm::StringRef Message,
                    llvm::StringRef Tag = "");

  raw_ostream &OS;
  const Report &R;
  TextOptions Options;
  SourceLines Lines;
};
} // namespace

void TextWriter::writeMessage(const Place &P, Severity S,
                              llvm::StringRef Message, llvm::StringRef Tag) {
  OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << (P.File.empty() ? "fltcheck"
                        : pathFrom(Options.Folder, R.Root, P.File));
  if (P.Line)
    OS << ":" << P.Line;
  if (P.Line && P.Column)
    OS << ":" << P.Column;
  OS << ": ";
  switch (S) {
  case Severity::Warning:
    OS.changeColor(raw_ostream::MAGENTA, /*Bold=*/true) << "warning: ";
    break;
  case Severity::Error:
    OS.changeColor(raw_ostream::RED, /*Bold=*/true) << "error: ";
    break;
  case Severity::Note:
    OS.changeColor(raw_ostream::CYAN, /*Bold=*/true) << "note: ";
    break;
  }
  OS.resetColor();
  if (S != Severity::Note)
    OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << Message;
  if (!Tag.empty())
    OS << " [" << Tag << "]";
  OS.resetColor() << "\n";
}

void TextWriter::writeFinding(const ReportedFinding &F) {
  writeMessage(F.Where, Severity::Warning, F.Message,
               F.Check + (F.Status == FindingStatus::Unchanged
                              ? ", in the baseline"
                              : ""));
  if (Options.SourceLines)
    writeSnippet(OS, Lines, F.Where, F.Ranges);
  for (const PathNote *N : stepsOf(F, Options.AllSteps)) {
    writeMessage(N->Where, Severity::Note, N->Text);
    if (Options.SourceLines)
      writeSnippet(OS, Lines, N->Where, {});
  }
  for (const Fix &X : F.Fixes)
    writeMessage(X.Begin, Severity::Note, describe(X, Lines));
}

void TextWriter::writeIncomplete() {
  for (size_t I = 0, Next; I < R.Unfinished.size(); I = Next) {
    const Incomplete &First = R.Unfinished[I];
    // An error in a header that many files include is shown once.
    for (Next = I + 1; Next < R.Unfinished.size(); ++Next)
      if (!isSamePlace(R.Unfinished[Next].Where, First.Where) ||
          R.Unfinished[Next].Reason != First.Reason)
        break;
    std::string Text = describe(First);
    if (Next - I > 1)
      Text += "; so it is in " + count(Next - I, "file");
    writeMessage(First.Where,
                 First.Function.empty() ? Severity::Error : Severity::Warning,
                 Text, "incomplete");
  }
}

std::string TextWriter::absolute(llvm::StringRef File) const {
  llvm::SmallString<256> Path(File);
  if (!R.Root.empty() && !llvm::sys::path::is_absolute(Path)) {
    Path = R.Root;
    llvm::sys::path::append(Path, File);
  }
  return Path.str().str();
}

void TextWriter::write() {
  OS.enable_colors(Options.Color);
  for (const ReportedFinding &F : R.Findings)
    if (Options.Known || F.Status == FindingStatus::New)
      writeFinding(F);
  writeIncomplete();
  for (const UnusedSuppression &U : R.UnusedSuppressions)
    writeMessage(U.Where, Severity::Warning, describe(U), "unused-suppression");
  for (const FixedFinding &F : R.Fixed)
    writeMessage({absolute(F.File), 0, 0, {}}, Severity::Note,
                 "fixed: " + F.Message, F.Check);
  for (const std::string &W : R.Warnings)
    writeMessage({}, Severity::Warning, namesFrom(Options.Folder, R.Root, W));
  writeSummary(OS, R, Options);
}

void flt::writeText(raw_ostream &OS, const Report &R, TextOptions Options) {
  TextWriter(OS, R, Options).write();
}

void flt::writeSummary(raw_ostream &OS, const Report &R,
                       const TextOptions &Options) {
  OS.enable_colors(Options.Color);
  std::vector<std::string> Summary = summaryLines(R, Options);
  bool Bad = !R.Unfinished.empty() || !R.Findings.empty();
  OS.changeColor(Bad ? raw_ostream::YELLOW : raw_ostream::GREEN, /*Bold=*/true)
      << "fltcheck: " << Summary.front();
  OS.resetColor() << "\n";
  for (const std::string &Line : llvm::drop_begin(Summary))
    OS << "fltcheck: " << Line << "\n";
}
