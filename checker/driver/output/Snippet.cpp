//===-- driver/output/Snippet.cpp - a source line with carets -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/output/Snippet.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace flt;

namespace {
/// A source line as a terminal shows it.
struct Shown {
  std::string Text;
  /// For each byte of the source line and its end, the column where it shows.
  std::vector<unsigned> Columns;
};
} // namespace

/// Expands tabs, and spells out what a terminal can't or shouldn't show.
static Shown show(llvm::StringRef Line) {
  constexpr unsigned TabStop = 8;
  Shown Result;
  unsigned Column = 0;
  for (size_t At = 0; At < Line.size();) {
    size_t Bytes = llvm::getNumBytesForUTF8(Line[At]);
    llvm::StringRef Character = Line.substr(At, Bytes);
    std::string Text = Character.str();
    int Width = llvm::sys::unicode::columnWidthUTF8(Character);
    if (Line[At] == '\t') {
      Bytes = 1;
      Width = int(TabStop - Column % TabStop);
      Text.assign(Width, ' ');
    } else if (Width < 0) { // Not UTF-8, or not printable.
      Bytes = 1;
      llvm::raw_string_ostream(Text = "")
          << '<' << llvm::format_hex_no_prefix(uint8_t(Line[At]), 2, true)
          << '>';
      Width = int(Text.size());
    }
    Result.Text += Text;
    Result.Columns.insert(Result.Columns.end(), Bytes, Column);
    Column += Width;
    At += Bytes;
  }
  Result.Columns.push_back(Column);
  return Result;
}

void flt::writeSnippet(llvm::raw_ostream &OS, SourceLines &Lines,
                       const Place &P,
                       const std::vector<std::pair<Place, Place>> &Ranges) {
  auto Line = Lines.line(P.File, P.Line);
  if (!Line)
    return;
  Shown S = show(*Line);
  auto Column = [&](unsigned Source) {
    return S.Columns[std::min<size_t>(Source ? Source - 1 : 0, Line->size())];
  };
  std::string Marks;
  auto Mark = [&](unsigned From, unsigned To, char With) {
    if (Marks.size() < To)
      Marks.resize(To, ' ');
    std::fill(Marks.begin() + From, Marks.begin() + To, With);
  };
  for (const auto &[Begin, End] : Ranges) {
    if (Begin.File != P.File || End.File != P.File || Begin.Line > P.Line ||
        End.Line < P.Line)
      continue;
    unsigned From = Begin.Line == P.Line ? Begin.Column : 1;
    // Of a range that goes on below, all of the line but its indentation.
    if (Begin.Line < P.Line)
      From =
          unsigned(std::min(Line->find_first_not_of(" \t"), Line->size())) + 1;
    unsigned To =
        End.Line == P.Line ? Lines.tokenEnd(End) : unsigned(Line->size()) + 1;
    if (Column(From) < Column(To))
      Mark(Column(From), Column(To), '~');
  }
  if (P.Column)
    Mark(Column(P.Column), Column(P.Column) + 1, '^');
  OS << llvm::format("%5u | ", P.Line) << S.Text << "\n";
  if (Marks.empty())
    return;
  OS << "      | ";
  OS.changeColor(llvm::raw_ostream::GREEN, /*Bold=*/true) << Marks;
  OS.resetColor() << "\n";
}
