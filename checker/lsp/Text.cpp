//===-- lsp/Text.cpp - places in a text, as editors count -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Text.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using namespace llvm;
using namespace flt;
using namespace flt::server;

// Of the line that is number Line from 0, or the end of the text.
static size_t lineStart(StringRef Text, size_t Line) {
  size_t Begin = 0;
  for (; Line; --Line) {
    size_t End = Text.find('\n', Begin);
    if (End == StringRef::npos)
      return Text.size();
    Begin = End + 1;
  }
  return Begin;
}

static StringRef lineAt(StringRef Text, size_t Begin) {
  StringRef Line = Text.substr(Begin);
  Line = Line.take_until([](char C) { return C == '\n'; });
  Line.consume_back("\r");
  return Line;
}

// Bytes of the character that begins with First. What is no UTF-8 counts byte
// by byte.
static size_t bytesOf(unsigned char First) {
  return First < 0xC0 ? 1 : First < 0xE0 ? 2 : First < 0xF0 ? 3 : 4;
}

// Units of UTF-16 of such a character.
static size_t unitsOf(size_t Bytes) { return Bytes == 4 ? 2 : 1; }

size_t server::offsetOf(StringRef Text, const lsp::Position &P) {
  if (P.line < 0)
    return 0;
  size_t Begin = lineStart(Text, P.line);
  StringRef Line = lineAt(Text, Begin);
  size_t Offset = 0;
  for (int Units = 0; Units < P.character && Offset < Line.size();) {
    size_t Bytes = bytesOf(Line[Offset]);
    Units += unitsOf(Bytes);
    Offset = std::min(Offset + Bytes, Line.size());
  }
  return Begin + Offset;
}

lsp::Position server::positionOf(StringRef Text, size_t Offset) {
  Offset = std::min(Offset, Text.size());
  StringRef Before = Text.take_front(Offset);
  size_t Begin = Before.rfind('\n') + 1; // npos + 1 is 0.
  int Units = 0;
  for (size_t I = Begin; I < Offset;) {
    size_t Bytes = bytesOf(Text[I]);
    Units += unitsOf(Bytes);
    I += Bytes;
  }
  return lsp::Position(int(Before.count('\n')), Units);
}

size_t server::offsetOf(StringRef Text, const Place &P) {
  if (!P.Line)
    return 0;
  size_t Begin = lineStart(Text, P.Line - 1);
  size_t Column = P.Column ? P.Column - 1 : 0;
  return Begin + std::min(Column, lineAt(Text, Begin).size());
}

static bool isWordChar(char C) { return isAlnum(C) || C == '_'; }

size_t server::tokenEnd(StringRef Text, size_t Offset) {
  if (Offset >= Text.size())
    return Text.size();
  if (!isWordChar(Text[Offset]))
    return Text[Offset] == '\n' || Text[Offset] == '\r' ? Offset : Offset + 1;
  while (Offset < Text.size() && isWordChar(Text[Offset]))
    ++Offset;
  return Offset;
}

StringRef server::identifierAt(StringRef Text, size_t Offset) {
  Offset = std::min(Offset, Text.size());
  size_t Begin = Offset;
  while (Begin && isWordChar(Text[Begin - 1]))
    --Begin;
  StringRef Word = Text.slice(Begin, tokenEnd(Text, Begin));
  return !Word.empty() && isWordChar(Word[0]) && !isDigit(Word[0])
             ? Word
             : StringRef();
}

void server::apply(const lsp::TextDocumentContentChangeEvent &Change,
                   std::string &Text) {
  if (!Change.range) {
    Text = Change.text;
    return;
  }
  size_t Begin = offsetOf(Text, Change.range->start);
  size_t End = std::max(Begin, offsetOf(Text, Change.range->end));
  Text.replace(Begin, End - Begin, Change.text);
}
