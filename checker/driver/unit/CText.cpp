//===-- driver/unit/CText.cpp - finds its way in C text -------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/CText.h"

using namespace llvm;

// Behind the comment, string or character that begins at \p At, or \p At.
size_t flt::driver::skipOpaque(StringRef Text, size_t At) {
  if (Text.substr(At).starts_with("//"))
    return std::min(Text.find('\n', At), Text.size());
  if (Text.substr(At).starts_with("/*"))
    return std::min(Text.find("*/", At + 2), Text.size() - 2) + 2;
  if (Text[At] != '"' && Text[At] != '\'')
    return At;
  size_t End = At + 1;
  while (End < Text.size() && Text[End] != Text[At] && Text[End] != '\n')
    End += Text[End] == '\\' ? 2 : 1;
  return std::min(End + 1, Text.size());
}

// The parenthesis that closes the one at \p Open, or npos.
size_t flt::driver::closingParen(StringRef Text, size_t Open) {
  int Depth = 0;
  for (size_t I = Open; I < Text.size();) {
    if (size_t Next = skipOpaque(Text, I); Next != I) {
      I = Next;
      continue;
    }
    Depth += Text[I] == '(' ? 1 : Text[I] == ')' ? -1 : 0;
    if (Depth == 0)
      return I;
    ++I;
  }
  return StringRef::npos;
}

// The first character from \p At on that is neither space nor comment.
size_t flt::driver::skipSpace(StringRef Text, size_t At) {
  while (At < Text.size()) {
    if (isSpace(Text[At])) {
      ++At;
      continue;
    }
    size_t Next = Text[At] == '/' ? skipOpaque(Text, At) : At;
    if (Next == At)
      return At;
    At = Next;
  }
  return StringRef::npos;
}

// As long, with the same lines, and nothing in it.
std::string flt::driver::blank(StringRef Text) {
  std::string Result = Text.str();
  for (char &C : Result)
    if (C != '\n' && C != '\r')
      C = ' ';
  return Result;
}

// Behind the line of the preprocessor at \p At, and those that continue it.
static size_t skipDirective(StringRef Text, size_t At) {
  for (;;) {
    size_t End = Text.find('\n', At);
    if (End == StringRef::npos)
      return Text.size();
    StringRef Line = Text.slice(At, End).rtrim();
    if (!Line.ends_with("\\"))
      return End + 1;
    At = End + 1;
  }
}

size_t flt::driver::declarationBegin(StringRef Text, size_t At) {
  size_t Begin = 0;
  unsigned Depth = 0;
  bool LineBegins = true;
  for (size_t I = 0; I < At && I < Text.size();) {
    char C = Text[I];
    if (LineBegins && C == '#') {
      I = skipDirective(Text, I);
      if (!Depth)
        Begin = I;
      continue;
    }
    LineBegins = C == '\n' || (LineBegins && isSpace(C));
    if (size_t Next = skipOpaque(Text, I); Next != I) {
      I = Next;
      continue;
    }
    ++I;
    StringRef Before = Text.slice(Begin, I);
    bool Opens = C == '{' || C == '(';
    // What is in there is as good as outside.
    if (C == '{' && !Depth &&
        (Before.contains("extern") || Before.contains("namespace"))) {
      Begin = I;
      continue;
    }
    if (Opens)
      ++Depth;
    else if (C == '}' || C == ')')
      Depth -= Depth != 0;
    if (!Depth && (C == ';' || C == '}'))
      Begin = I;
  }
  return Begin;
}

std::string flt::driver::functionHead(StringRef Text, size_t Name) {
  size_t Open = Name;
  while (Open < Text.size() && isWord(Text[Open]))
    ++Open;
  Open = skipSpace(Text, Open);
  if (Open == StringRef::npos || Text[Open] != '(')
    return "";
  size_t Close = closingParen(Text, Open);
  if (Close == StringRef::npos)
    return "";
  StringRef Whole = Text.slice(declarationBegin(Text, Name), Close + 1);
  std::string Head;
  for (size_t I = 0; I < Whole.size();) {
    if (Whole.substr(I).starts_with("//") ||
        Whole.substr(I).starts_with("/*")) {
      I = skipOpaque(Whole, I);
      Head += ' ';
      continue;
    }
    Head += isSpace(Whole[I]) ? ' ' : Whole[I];
    ++I;
  }
  StringRef Trimmed = StringRef(Head).trim();
  // A line that is not understood.
  bool Odd = Trimmed.find_first_of("{};#\"=") != StringRef::npos;
  return Odd || Trimmed.size() > 2000 ? "" : Trimmed.str();
}

std::vector<StringRef> flt::driver::callArguments(StringRef Call) {
  std::vector<StringRef> Arguments;
  size_t Open = Call.find('(');
  size_t Close = Open == StringRef::npos ? Open : closingParen(Call, Open);
  if (Close == StringRef::npos)
    return Arguments;
  size_t Begin = Open + 1;
  int Depth = 0;
  for (size_t I = Begin; I <= Close;) {
    if (size_t Next = skipOpaque(Call, I); Next != I) {
      I = Next;
      continue;
    }
    char C = Call[I];
    if (!Depth && (C == ',' || I == Close)) {
      Arguments.push_back(Call.slice(Begin, I));
      Begin = I + 1;
    }
    Depth += (C == '(' || C == '[') - (C == ')' || C == ']');
    ++I;
  }
  return Arguments;
}
