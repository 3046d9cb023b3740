//===-- finding/Suppression.cpp - NOLINT comments -------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Suppression.h"
#include "finding/Checks.h"
#include "finding/SourceLines.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include <map>

using namespace flt;

namespace {
enum class Kind { Line, NextLine, Begin, End };

/// A comment as found in the text, before begins and ends are paired.
struct Token {
  Kind What;
  size_t Offset;
  size_t Length;
  std::optional<llvm::StringRef> Names;
};
} // namespace

/// As clang-tidy does, the whole text is searched and not only its comments: a
/// front end that disagreed with clang-tidy would be worse than either.
static std::vector<Token> findTokens(llvm::StringRef Text) {
  const llvm::StringLiteral Word = "NOLINT";
  std::vector<Token> Tokens;
  size_t At = 0;
  while ((At = Text.find(Word, At)) != llvm::StringRef::npos) {
    size_t Begin = At;
    At += Word.size();
    while (At < Text.size() && llvm::isAlpha(Text[At]))
      ++At;
    auto What = llvm::StringSwitch<std::optional<Kind>>(Text.slice(Begin, At))
                    .Case("NOLINT", Kind::Line)
                    .Case("NOLINTNEXTLINE", Kind::NextLine)
                    .Case("NOLINTBEGIN", Kind::Begin)
                    .Case("NOLINTEND", Kind::End)
                    .Default(std::nullopt);
    if (!What)
      continue;
    std::optional<llvm::StringRef> Names;
    if (At < Text.size() && Text[At] == '(') {
      size_t Close = Text.find_first_of("\n)", At);
      if (Close != llvm::StringRef::npos && Text[Close] == ')') {
        Names = Text.slice(At + 1, Close);
        At = Close + 1;
      }
    }
    Tokens.push_back({*What, Begin, At - Begin, Names});
  }
  return Tokens;
}

/// Names without white space; negative globs have no meaning here.
static std::optional<std::vector<std::string>>
splitNames(std::optional<llvm::StringRef> Names) {
  if (!Names)
    return std::nullopt;
  std::vector<std::string> Globs;
  for (llvm::StringRef Name : llvm::split(*Names, ","))
    if (!Name.trim().empty() && !Name.trim().starts_with("-"))
      Globs.push_back(Name.trim().str());
  return Globs;
}

/// clang-tidy's globs know only '*'.
static bool globMatches(llvm::StringRef Glob, llvm::StringRef Name) {
  auto [Head, Tail] = Glob.split('*');
  if (!Name.consume_front(Head))
    return false;
  if (Head.size() == Glob.size())
    return Name.empty();
  for (size_t Skip = 0; Skip <= Name.size(); ++Skip)
    if (globMatches(Tail, Name.drop_front(Skip)))
      return true;
  return false;
}

bool NolintDirective::covers(unsigned AtLine, unsigned AtColumn,
                             llvm::StringRef Check) const {
  if (AtLine < First || AtLine > Last ||
      (AtLine == First && FirstCol && AtColumn <= FirstCol) ||
      (AtLine == Last && LastCol && AtColumn >= LastCol))
    return false;
  return !Globs || llvm::any_of(*Globs, [&](const std::string &Glob) {
    return globMatches(Glob, Check);
  });
}

bool NolintDirective::namesOurs() const {
  return Globs && llvm::any_of(*Globs, [](llvm::StringRef Glob) {
           return Glob.starts_with("flt-");
         });
}

std::vector<NolintDirective> flt::findNolints(llvm::StringRef Text) {
  std::vector<NolintDirective> Found;
  std::vector<size_t> Open; // Begins without an end so far.
  unsigned Line = 1;
  size_t LineStart = 0, Counted = 0;
  for (const Token &T : findTokens(Text)) {
    for (; Counted < T.Offset; ++Counted)
      if (Text[Counted] == '\n') {
        ++Line;
        LineStart = Counted + 1;
      }
    NolintDirective D;
    D.Line = Line;
    D.Column = unsigned(T.Offset - LineStart + 1);
    D.Text = Text.substr(T.Offset, T.Length).str();
    D.Globs = splitNames(T.Names);
    D.First = 1; // Covers nothing unless it is one of these:
    D.Last = 0;
    if (T.What == Kind::Line) {
      D.First = D.Last = Line;
    } else if (T.What == Kind::NextLine) {
      D.First = D.Last = Line + 1;
    } else if (T.What == Kind::Begin) {
      D.Problem = "NOLINTBEGIN without a NOLINTEND that names the same checks";
      Open.push_back(Found.size());
    } else if (!Open.empty() && Found[Open.back()].Globs == D.Globs) {
      NolintDirective &Begin = Found[Open.back()];
      Open.pop_back();
      Begin.First = Begin.Line;
      Begin.FirstCol = Begin.Column;
      Begin.Last = D.Line;
      Begin.LastCol = D.Column;
      Begin.Problem.clear();
      continue; // The pair is one suppression.
    } else {
      D.Problem = "NOLINTEND without a NOLINTBEGIN that names the same checks";
    }
    Found.push_back(std::move(D));
  }
  return Found;
}

bool flt::isSuppressedAt(llvm::StringRef Text, const Place &Where,
                         llvm::StringRef Check) {
  return llvm::any_of(findNolints(Text), [&](const NolintDirective &D) {
    return D.covers(Where.Line, Where.Column, Check);
  });
}

namespace {
/// The directives of all files, and which of them suppressed something.
class Directives {
public:
  explicit Directives(const SourceReader &Reader) : Lines(Reader) {}

  struct Entry {
    NolintDirective Directive;
    bool Used = false;
  };

  std::vector<Entry> &of(llvm::StringRef File) {
    auto [It, IsNew] = Files.try_emplace(File.str());
    if (IsNew)
      for (NolintDirective &D : findNolints(Lines.text(File).value_or("")))
        It->second.push_back({std::move(D)});
    return It->second;
  }

  /// \returns the first directive that covers \p Check at \p P. Marks all that
  /// do: taking one of two away must not make the other look unused.
  const NolintDirective *find(const Place &P, llvm::StringRef Check) {
    if (P.File.empty())
      return nullptr;
    const NolintDirective *First = nullptr;
    for (Entry &E : of(P.File)) {
      if (!E.Directive.covers(P.Line, P.Column, Check))
        continue;
      E.Used = true;
      if (!First)
        First = &E.Directive;
    }
    return First;
  }

private:
  SourceLines Lines;
  std::map<std::string, std::vector<Entry>> Files;
};
} // namespace

/// All that \p D names are checks of ours that ran, so that it would have
/// suppressed something if there were something.
static bool wasPutToTest(const NolintDirective &D,
                         const std::vector<std::string> &Ran) {
  if (!D.namesOurs())
    return false;
  return llvm::all_of(*D.Globs, [&](llvm::StringRef Glob) {
    // A name of another tool is none of our business.
    return !Glob.starts_with("flt-") || Glob.contains('*') ||
           llvm::is_contained(Ran, Glob) || !findCheck(Glob);
  });
}

static void reportUnused(Report &R, Directives &All) {
  llvm::StringSet<> NotWhole;
  for (const Incomplete &I : R.Unfinished)
    NotWhole.insert(I.Where.File);
  for (const std::string &File : R.Sources) {
    if (NotWhole.contains(File))
      continue;
    for (const Directives::Entry &E : All.of(File)) {
      const NolintDirective &D = E.Directive;
      if (!E.Used && wasPutToTest(D, R.Checks))
        R.UnusedSuppressions.push_back(
            {{File, D.Line, D.Column, {}}, D.Text, D.Problem});
    }
  }
}

void flt::applySuppressions(Report &R, bool ReportUnused) {
  Directives All(R.Source);
  std::vector<ReportedFinding> Kept;
  for (ReportedFinding &F : R.Findings) {
    const Place *At = &F.Where;
    const NolintDirective *D = All.find(F.Where, F.Check);
    // Also asked when Where is covered, so that both comments count as used.
    if (const NolintDirective *AtAcquired = All.find(F.Acquired, F.Check);
        !D && AtAcquired) {
      D = AtAcquired;
      At = &F.Acquired;
    }
    if (!D) {
      Kept.push_back(std::move(F));
      continue;
    }
    SuppressedFinding S;
    S.Directive = {At->File, D->Line, D->Column, {}};
    S.Text = D->Text;
    static_cast<Finding &>(S) = std::move(F);
    R.Suppressed.push_back(std::move(S));
  }
  R.Findings = std::move(Kept);
  if (ReportUnused)
    reportUnused(R, All);
}
