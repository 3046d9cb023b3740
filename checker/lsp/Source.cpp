//===-- lsp/Source.cpp - calls and functions in a text --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Source.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceLocation.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace flt;
using namespace flt::server;

namespace {

struct RawToken {
  tok::TokenKind Kind;
  size_t Begin, End;
  bool AtLineStart;
};

/// The tokens of a text without comments and directives.
class Tokens {
public:
  explicit Tokens(const std::string &Text);

  size_t size() const { return All.size(); }
  const RawToken &operator[](size_t I) const { return All[I]; }
  bool is(size_t I, tok::TokenKind Kind) const {
    return I < All.size() && All[I].Kind == Kind;
  }
  StringRef spelling(size_t I) const {
    return StringRef(Text).slice(All[I].Begin, All[I].End);
  }

  /// Reads what stands in parentheses.
  /// \param I of the opening one; then, of the token behind the closing one.
  /// \returns the parts between its commas, as indices of their first tokens
  ///   and those behind their last; nothing if it is not closed.
  std::optional<std::vector<std::pair<size_t, size_t>>> parts(size_t &I) const;

  /// Tokens \p First to \p Last as they are spelled.
  std::string text(size_t First, size_t Last) const {
    return First == Last ? ""
                         : Text.substr(All[First].Begin,
                                       All[Last - 1].End - All[First].Begin);
  }

private:
  const std::string &Text;
  std::vector<RawToken> All;
};

} // namespace

Tokens::Tokens(const std::string &Text) : Text(Text) {
  LangOptions Options;
  Options.LineComment = true;
  Lexer Raw(SourceLocation(), Options, Text.data(), Text.data(),
            Text.data() + Text.size());
  bool InDirective = false;
  for (Token T;;) {
    Raw.LexFromRawLexer(T);
    if (T.is(tok::eof))
      return;
    size_t End = Raw.getCurrentBufferOffset(), Begin = End - T.getLength();
    if (T.isAtStartOfLine())
      InDirective = T.is(tok::hash);
    if (!InDirective)
      All.push_back({T.getKind(), Begin, End, T.isAtStartOfLine()});
  }
}

std::optional<std::vector<std::pair<size_t, size_t>>>
Tokens::parts(size_t &I) const {
  std::vector<std::pair<size_t, size_t>> Parts;
  unsigned Depth = 0;
  for (size_t First = ++I; I < size(); ++I) {
    if (is(I, tok::l_paren) || is(I, tok::l_brace) || is(I, tok::l_square)) {
      ++Depth;
    } else if (is(I, tok::r_paren) && !Depth) {
      if (I != First || !Parts.empty())
        Parts.emplace_back(First, I);
      ++I;
      return Parts;
    } else if (is(I, tok::r_paren) || is(I, tok::r_brace) ||
               is(I, tok::r_square)) {
      if (!Depth--)
        return std::nullopt;
    } else if (is(I, tok::comma) && !Depth) {
      Parts.emplace_back(First, I);
      First = I + 1;
    }
  }
  return std::nullopt;
}

std::optional<Mention> server::callAt(StringRef Text, size_t Offset) {
  std::string Copy = Text.str(); // The lexer wants a zero behind it.
  Tokens All(Copy);
  for (size_t I = 0; I < All.size() && All[I].Begin <= Offset; ++I) {
    if (!All.is(I, tok::raw_identifier) || All[I].End < Offset ||
        !All.is(I + 1, tok::l_paren))
      continue;
    Mention M{All.spelling(I).str(), All[I].Begin, 0, {}};
    size_t Behind = I + 1;
    auto Parts = All.parts(Behind);
    if (!Parts)
      return std::nullopt;
    M.End = All[Behind - 1].End;
    for (const auto &[First, Last] : *Parts)
      M.Arguments.push_back(All.text(First, Last));
    return M;
  }
  return std::nullopt;
}

// Of "PTABLE Table", "ULONG Sizes[4]", "VOID (*Done)(PVOID)".
static std::string parameterName(const Tokens &All, size_t First, size_t Last) {
  std::string Name;
  for (size_t I = First; I < Last; ++I) {
    if (All.is(I, tok::raw_identifier))
      Name = All.spelling(I).str();
    if (All.is(I, tok::l_square) || (All.is(I, tok::r_paren) && !Name.empty()))
      break;
  }
  return Name;
}

// Whether the brace at I belongs to a namespace or to extern "C": what is in it
// stands outside of functions.
static bool isTransparent(const Tokens &All, size_t I) {
  if (I && All.is(I - 1, tok::string_literal))
    return true;
  for (size_t Back = I; Back && I - Back < 4; --Back)
    if (All.is(Back - 1, tok::raw_identifier) &&
        All.spelling(Back - 1) == "namespace")
      return true;
  return false;
}

std::vector<Mention> server::functionsIn(StringRef Text) {
  std::string Copy = Text.str();
  Tokens All(Copy);
  std::vector<Mention> Found;
  std::optional<Mention> Head;
  unsigned Depth = 0;
  for (size_t I = 0; I < All.size();) {
    if (All.is(I, tok::l_brace)) {
      if (!Depth && Head)
        Found.push_back(std::move(*Head));
      if (Depth || !isTransparent(All, I))
        ++Depth;
    } else if (All.is(I, tok::r_brace) && Depth) {
      --Depth;
    }
    if (All.is(I, tok::semi) || All.is(I, tok::l_brace))
      Head.reset();
    if (Depth || Head || !All.is(I, tok::raw_identifier) ||
        !All.is(I + 1, tok::l_paren)) {
      ++I;
      continue;
    }
    Mention M{All.spelling(I).str(), All[I].Begin, 0, {}};
    size_t Behind = I + 1;
    auto Parts = All.parts(Behind);
    if (!Parts) {
      ++I;
      continue;
    }
    M.End = All[Behind - 1].End;
    for (const auto &[First, Last] : *Parts)
      if (!(Parts->size() == 1 && Last == First + 1 &&
            All.spelling(First).equals_insensitive("void")))
        M.Arguments.push_back(parameterName(All, First, Last));
    // An annotation such as _Requires_lock_held_(x) is followed by more.
    if (All.is(Behind, tok::l_brace))
      Head = std::move(M);
    I = Behind;
  }
  return Found;
}
