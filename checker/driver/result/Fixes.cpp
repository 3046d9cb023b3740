//===-- driver/result/Fixes.cpp - mends what can be mended ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/result/Fixes.h"
#include "driver/base/Files.h"
#include "finding/Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;
using clang::tooling::Replacement;
using clang::tooling::Replacements;

/// \returns why the file of that name can't be edited, or empty and the file in
/// \p Out.
static std::string openFile(const Report &R, const std::string &Name,
                            Fixes::File &Out) {
  if (!llvm::is_contained(R.Sources, Name))
    return "'" + Name + "' is no file of the project";
  SmallString<256> Real;
  if (std::error_code EC = sys::fs::real_path(Name, Real))
    return "'" + Name + "' can't be found: " + EC.message();
  if (!isBelow(R.Root, Real))
    return "'" + Name + "' is a link to a file outside the project";
  Expected<std::string> Text = readFile(Real);
  if (!Text)
    return toString(Text.takeError());
  std::optional<StringRef> Seen = R.Source ? R.Source(Name) : std::nullopt;
  if (!Seen || *Seen != *Text)
    return "'" + Name + "' is not as it was when it was looked at";
  Out.Path = std::string(Real);
  Out.Before = std::move(*Text);
  return "";
}

/// Adds the edits of \p F to \p Files, which is a copy to be thrown away if
/// that fails.
static std::string addEdits(const Report &R, const Finding &F,
                            std::map<std::string, Fixes::File> &Files) {
  for (const Fix &X : F.Fixes) {
    auto [It, IsNew] = Files.try_emplace(X.Begin.File);
    if (IsNew)
      if (std::string Why = openFile(R, X.Begin.File, It->second); !Why.empty())
        return Why;
    Replacement Edit(X.Begin.File, X.Offset, X.Length, X.Replacement);
    // Two findings may ask for the same.
    if (llvm::is_contained(It->second.Edits, Edit))
      continue;
    if (Error E = It->second.Edits.add(Edit)) {
      consumeError(std::move(E));
      return "its fix overlaps that of another finding; run again when that is "
             "applied";
    }
  }
  return "";
}

Fixes flt::driver::collectFixes(const Report &R) {
  Fixes Result;
  for (const ReportedFinding &F : R.Findings) {
    if (F.Fixes.empty() || F.Status != FindingStatus::New)
      continue;
    std::map<std::string, Fixes::File> Files = Result.Files;
    if (std::string Why = addEdits(R, F, Files); !Why.empty()) {
      Result.Left.emplace_back(F.Where, Why);
      continue;
    }
    Result.Files = std::move(Files);
    ++Result.Mended;
  }
  return Result;
}

Error flt::driver::applyFixes(const Fixes &F) {
  Error Result = Error::success();
  for (const auto &[Name, File] : F.Files) {
    Expected<std::string> Text =
        clang::tooling::applyAllReplacements(File.Before, File.Edits);
    Error E = Text ? writeFile(File.Path, *Text) : Text.takeError();
    Result = joinErrors(std::move(Result), std::move(E));
  }
  return Result;
}

namespace {

/// Lines of the old text that change together, and what stands there then.
struct Hunk {
  size_t First = 0; ///< Counted from 0.
  size_t Last = 0;  ///< Not included.
  std::string After;
};

/// The lines of a text, each with its end.
class TextLines {
public:
  explicit TextLines(StringRef Text) {
    while (!Text.empty()) {
      size_t Length = std::min(Text.find('\n'), Text.size() - 1) + 1;
      Lines.push_back(Text.take_front(Length));
      Text = Text.drop_front(Length);
    }
  }
  size_t size() const { return Lines.size(); }
  StringRef operator[](size_t Line) const { return Lines[Line]; }
  size_t offset(size_t Line) const {
    size_t Offset = 0;
    for (size_t I = 0; I != Line; ++I)
      Offset += Lines[I].size();
    return Offset;
  }
  size_t lineOf(size_t Offset) const {
    size_t Line = 0;
    while (Line + 1 < Lines.size() && Offset >= Lines[Line].size())
      Offset -= Lines[Line++].size();
    return Line;
  }

private:
  std::vector<StringRef> Lines;
};

} // namespace

static constexpr size_t Context = 3;

static std::vector<Hunk> hunksOf(const Fixes::File &F, const TextLines &Lines) {
  std::vector<Hunk> Hunks;
  std::vector<Replacements> Edits;
  std::vector<const Replacement *> All;
  for (const Replacement &X : F.Edits)
    All.push_back(&X);
  for (size_t I = 0; I != All.size();) {
    Hunk H;
    H.First = Lines.lineOf(All[I]->getOffset());
    Replacements Own;
    size_t Begin = Lines.offset(H.First);
    for (; I != All.size(); ++I) {
      const Replacement &X = *All[I];
      if (H.Last && Lines.lineOf(X.getOffset()) >= H.Last)
        break;
      size_t End = X.getOffset() + std::max(X.getLength(), 1U) - 1;
      H.Last = Lines.lineOf(End) + 1;
      cantFail(Own.add(Replacement("", X.getOffset() - Begin, X.getLength(),
                                   X.getReplacementText())));
    }
    StringRef Old = StringRef(F.Before).slice(Begin, Lines.offset(H.Last));
    H.After = cantFail(clang::tooling::applyAllReplacements(Old, Own));
    Hunks.push_back(std::move(H));
  }
  return Hunks;
}

static void printLine(raw_ostream &OS, char Mark, StringRef Line) {
  OS << Mark << Line;
  if (!Line.ends_with("\n"))
    OS << "\n\\ No newline at end of file\n";
}

/// Prints the hunks from \p From on that share their context with the next one.
/// \returns the first that does not. \p Shift is how many lines the new text
/// has more by then.
static size_t printHunks(raw_ostream &OS, ArrayRef<Hunk> Hunks, size_t From,
                         const TextLines &Lines, int64_t &Shift) {
  size_t To = From + 1;
  while (To != Hunks.size() &&
         Hunks[To].First <= Hunks[To - 1].Last + 2 * Context)
    ++To;
  size_t First = Hunks[From].First - std::min(Hunks[From].First, Context);
  size_t Last = std::min(Hunks[To - 1].Last + Context, Lines.size());
  std::string Body;
  raw_string_ostream Rows(Body);
  int64_t More = 0;
  size_t Line = First;
  for (const Hunk &H : Hunks.slice(From, To - From)) {
    for (; Line != H.First; ++Line)
      printLine(Rows, ' ', Lines[Line]);
    for (; Line != H.Last; ++Line)
      printLine(Rows, '-', Lines[Line]);
    TextLines After(H.After);
    for (size_t I = 0; I != After.size(); ++I)
      printLine(Rows, '+', After[I]);
    More += int64_t(After.size()) - int64_t(H.Last - H.First);
  }
  for (; Line != Last; ++Line)
    printLine(Rows, ' ', Lines[Line]);
  OS << "@@ -" << First + 1 << ',' << Last - First << " +"
     << int64_t(First + 1) + Shift << ',' << int64_t(Last - First) + More
     << " @@\n"
     << Rows.str();
  Shift += More;
  return To;
}

std::string flt::driver::printPatch(const Fixes &F, StringRef Root) {
  std::string Text;
  raw_string_ostream OS(Text);
  for (const auto &[Name, File] : F.Files) {
    std::string Short = flt::displayPath(Root, Name);
    OS << "--- a/" << Short << "\n+++ b/" << Short << '\n';
    TextLines Lines(File.Before);
    std::vector<Hunk> Hunks = hunksOf(File, Lines);
    int64_t Shift = 0;
    for (size_t I = 0; I != Hunks.size();)
      I = printHunks(OS, Hunks, I, Lines, Shift);
  }
  return OS.str();
}
