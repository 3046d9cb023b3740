//===-- finding/SourceLines.cpp - lines of the sources --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/SourceLines.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/ConvertUTF.h"
#include <algorithm>

using namespace flt;

const SourceLines::FileLines &SourceLines::load(llvm::StringRef File) {
  auto [It, IsNew] = Files.try_emplace(File);
  FileLines &Lines = It->second;
  if (!IsNew)
    return Lines;
  if (Reader)
    Lines.Text = Reader(File);
  if (!Lines.Text)
    return Lines;
  Lines.Starts.push_back(0);
  for (size_t At = Lines.Text->find('\n'); At != llvm::StringRef::npos;
       At = Lines.Text->find('\n', At + 1))
    Lines.Starts.push_back(At + 1);
  return Lines;
}

std::optional<llvm::StringRef> SourceLines::text(llvm::StringRef File) {
  return load(File).Text;
}

std::optional<llvm::StringRef> SourceLines::line(llvm::StringRef File,
                                                 unsigned Line) {
  const FileLines &Lines = load(File);
  if (!Lines.Text || Line == 0 || Line > Lines.Starts.size())
    return std::nullopt;
  size_t Begin = Lines.Starts[Line - 1];
  size_t End =
      Line < Lines.Starts.size() ? Lines.Starts[Line] - 1 : Lines.Text->size();
  return Lines.Text->slice(Begin, End).rtrim('\r');
}

unsigned SourceLines::tokenEnd(const Place &P) {
  unsigned Column = std::max(P.Column, 1U);
  std::optional<llvm::StringRef> Line = line(P.File, P.Line);
  if (!Line || Column > Line->size())
    return Column + 1;
  // The lexer wants a terminated buffer.
  std::string Rest = Line->drop_front(Column - 1).str();
  clang::LangOptions Options;
  Options.LineComment = true;
  clang::Lexer Lexer(clang::SourceLocation(), Options, Rest.data(), Rest.data(),
                     Rest.data() + Rest.size());
  clang::Token Token;
  Lexer.LexFromRawLexer(Token);
  // Leading white space belongs to no token: then the place itself is all.
  if (Token.hasLeadingSpace() || Token.is(clang::tok::eof))
    return Column + 1;
  return Column + std::max(Token.getLength(), 1U);
}

unsigned flt::utf16Column(llvm::StringRef Line, unsigned Column) {
  llvm::StringRef Before = Line.take_front(Column ? Column - 1 : 0);
  unsigned Units = 1;
  for (size_t At = 0; At < Before.size();) {
    unsigned Bytes = llvm::getNumBytesForUTF8(Before[At]);
    // Bytes that are not UTF-8 are shown as one replacement character each.
    if (At + Bytes > Before.size() ||
        !llvm::isLegalUTF8Sequence(Before.bytes_begin() + At,
                                   Before.bytes_begin() + At + Bytes))
      Bytes = 1;
    Units += Bytes == 4 ? 2 : 1;
    At += Bytes;
  }
  // A column behind the end of the line stays behind it.
  return Units + (Column > Line.size() + 1 ? Column - Line.size() - 1 : 0);
}
