//===-- finding/Fingerprint.cpp - names a finding across edits ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Fingerprint.h"
#include "finding/SourceLines.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/Path.h"
#include <tuple>

using namespace flt;

/// \returns \p Line without white space and comments, so that a finding keeps
/// its name when the line is indented or commented. Literals stay as they are.
static std::string normalize(llvm::StringRef Line) {
  std::string Result;
  for (size_t At = 0; At < Line.size(); ++At) {
    llvm::StringRef Rest = Line.drop_front(At);
    if (Rest.starts_with("//"))
      break;
    if (Rest.starts_with("/*")) {
      size_t End = Rest.find("*/", 2);
      if (End == llvm::StringRef::npos)
        break;
      At += End + 1;
      continue;
    }
    char C = Rest.front();
    if (C == '"' || C == '\'') {
      size_t End = 1;
      while (End < Rest.size() && Rest[End] != C)
        End += Rest[End] == '\\' ? 2 : 1;
      llvm::StringRef Literal = Rest.take_front(End + 1);
      Result += Literal;
      At += Literal.size() - 1;
      continue;
    }
    if (!llvm::isSpace(C))
      Result += C;
  }
  return Result;
}

static std::string lineText(SourceLines &Lines, const Place &P) {
  return normalize(Lines.line(P.File, P.Line).value_or(""));
}

/// Everything but the ordinal. \param File what the file is called.
static std::string describe(SourceLines &Lines, const Finding &F,
                            llvm::StringRef File) {
  std::string Parts[] = {F.Check,
                         llvm::sys::path::filename(File).str(),
                         F.Function,
                         F.Message,
                         lineText(Lines, F.Acquired),
                         lineText(Lines, F.Where)};
  std::string Text;
  for (const std::string &Part : Parts) {
    Text += Part;
    Text += '\0';
  }
  return Text;
}

static std::string hashOf(llvm::StringRef Text) {
  auto Hash = llvm::BLAKE3::hash<16>(
      llvm::ArrayRef<uint8_t>(Text.bytes_begin(), Text.size()));
  return llvm::toHex(Hash, /*LowerCase=*/true);
}

/// Calls \p Name with every finding and its fingerprint where its file is
/// called what \p FileOf says.
static void
forEachFingerprint(Report &R,
                   llvm::function_ref<llvm::StringRef(const Finding &)> FileOf,
                   llvm::function_ref<void(Finding &, std::string)> Name) {
  std::vector<Finding *> All;
  for (Finding &F : R.Findings)
    All.push_back(&F);
  for (Finding &F : R.Suppressed)
    All.push_back(&F);
  for (Finding &F : R.Elsewhere)
    All.push_back(&F);
  // Suppressed ones count along: a new NOLINT must not renumber the others.
  llvm::sort(All, [](const Finding *A, const Finding *B) {
    auto Key = [](const Finding *F) {
      return std::tie(F->Where.File, F->Where.Line, F->Where.Column,
                      F->Acquired.Line, F->Acquired.Column, F->Check,
                      F->Message);
    };
    return Key(A) < Key(B);
  });
  SourceLines Lines(R.Source);
  llvm::StringMap<unsigned> Seen;
  for (Finding *F : All) {
    std::string Text = describe(Lines, *F, FileOf(*F));
    // Counted per file, so that leaving files out of the run changes nothing.
    unsigned Ordinal = ++Seen[F->Where.File + '\0' + Text];
    Name(*F, hashOf(Text + std::to_string(Ordinal)));
  }
}

void flt::computeFingerprints(Report &R) {
  forEachFingerprint(
      R, [](const Finding &F) -> llvm::StringRef { return F.Where.File; },
      [](Finding &F, std::string Print) { F.Fingerprint = std::move(Print); });
}

void flt::computeFormerFingerprints(
    Report &R, const std::map<std::string, std::string> &Former) {
  forEachFingerprint(
      R,
      [&](const Finding &F) -> llvm::StringRef {
        auto It = Former.find(F.Where.File);
        return It == Former.end() ? F.Where.File : It->second;
      },
      [&](Finding &F, std::string Print) {
        if (Former.count(F.Where.File))
          F.FormerFingerprint = std::move(Print);
      });
}
