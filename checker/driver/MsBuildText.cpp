//===-- driver/MsBuildText.cpp - MSBuild's properties and conditions ------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/MsBuildText.h"
#include "driver/Files.h"
#include "driver/SourceFiles.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;
using namespace flt::driver;

std::string flt::driver::windowsPath(StringRef Path, StringRef Folder) {
  SmallString<256> Native(Path);
  sys::path::native(Native);
#ifndef _WIN32
  // native() leaves backslashes alone where they may be part of a name.
  std::replace(Native.begin(), Native.end(), '\\', '/');
#endif
  std::string Absolute = absolutePath(Native, Folder);
  // Projects from Windows do not always spell names as the disk does.
  std::string Actual = SourceFiles({}).actualPath(Absolute);
  return Actual.empty() ? Absolute : Actual;
}

void MsBuildProperties::set(StringRef Name, StringRef Value) {
  Values[Name.lower()] = Value.str();
}

void MsBuildProperties::fix(StringRef Name, StringRef Value) {
  Fixed[Name.lower()] = Value.str();
}

std::optional<std::string> MsBuildProperties::get(StringRef Name) const {
  std::string Key = Name.lower();
  if (auto It = Fixed.find(Key); It != Fixed.end())
    return It->second;
  if (auto It = Values.find(Key); It != Values.end())
    return It->second;
  return sys::Process::GetEnv(Name);
}

// The few functions that drivers' projects use.
std::optional<std::string> MsBuildProperties::function(StringRef Call) const {
  constexpr StringLiteral Above = "[MSBuild]::GetDirectoryNameOfFileAbove(";
  if (!Call.consume_front(Above) || !Call.consume_back(")"))
    return std::nullopt;
  auto [Start, Name] = Call.split(',');
  std::string Current = windowsPath(Start.trim(" '\""), Folder);
  Name = Name.trim(" '\"");
  for (StringRef F = Current; !F.empty(); F = sys::path::parent_path(F))
    if (sys::fs::exists(F + "/" + Name))
      return F.str();
  return "";
}

std::string MsBuildProperties::expand(StringRef Text) const {
  return expand(Text, /*KeepUnknown=*/true);
}

std::string MsBuildProperties::expandKnown(StringRef Text) const {
  return expand(Text, /*KeepUnknown=*/false);
}

std::string MsBuildProperties::expand(StringRef Text, bool KeepUnknown) const {
  std::string Result;
  while (true) {
    size_t Start = Text.find("$(");
    Result += Text.take_front(Start);
    if (Start == StringRef::npos)
      return Result;
    // Functions have brackets of their own.
    size_t End = Start + 2;
    for (unsigned Depth = 1; End < Text.size(); ++End) {
      Depth += Text[End] == '(';
      if (Text[End] == ')' && !--Depth)
        break;
    }
    StringRef Whole = Text.slice(Start, End + 1);
    StringRef Name = Text.slice(Start + 2, End);
    std::optional<std::string> Value = get(Name);
    if (!Value && Name.starts_with("["))
      Value = function(expand(Name));
    Result += Value ? *Value : KeepUnknown ? Whole.str() : "";
    Text = Text.drop_front(std::min(End + 1, Text.size()));
  }
}

namespace {

/// Or := And ("or" And)*; And := Not ("and" Not)*; Not := "!" Not | Primary.
class ConditionParser {
public:
  ConditionParser(StringRef Text, const MsBuildProperties &Properties)
      : Rest(Text), Properties(Properties) {}

  std::optional<bool> parse() {
    bool Value = parseOr();
    skip();
    if (Bad || !Rest.empty())
      return std::nullopt;
    return Value;
  }

private:
  void skip() { Rest = Rest.ltrim(); }

  bool take(StringRef Token) {
    skip();
    return Rest.consume_front_insensitive(Token);
  }

  bool parseOr() {
    bool Value = parseAnd();
    while (take("or "))
      Value = parseAnd() || Value;
    return Value;
  }

  bool parseAnd() {
    bool Value = parseNot();
    while (take("and "))
      Value = parseNot() && Value;
    return Value;
  }

  bool parseNot() {
    skip();
    if (!Rest.starts_with("!=") && take("!"))
      return !parseNot();
    return parsePrimary();
  }

  bool parsePrimary() {
    if (take("(")) {
      bool Value = parseOr();
      Bad |= !take(")");
      return Value;
    }
    if (take("Exists"))
      return sys::fs::exists(windowsPath(argument(), Properties.Folder));
    if (take("HasTrailingSlash")) {
      std::string Path = argument();
      return !Path.empty() && (Path.back() == '\\' || Path.back() == '/');
    }
    std::string Left = operand();
    if (take("=="))
      return StringRef(Left).equals_insensitive(operand());
    if (take("!="))
      return !StringRef(Left).equals_insensitive(operand());
    for (StringRef Operator : {">=", "<=", ">", "<"})
      if (take(Operator))
        return compare(Left, operand(), Operator);
    if (StringRef(Left).equals_insensitive("true"))
      return true;
    Bad |= !StringRef(Left).equals_insensitive("false");
    return false;
  }

  bool compare(StringRef Left, StringRef Right, StringRef Operator) {
    double A = 0, B = 0;
    Bad |= Left.getAsDouble(A) || Right.getAsDouble(B);
    return Operator == ">="   ? A >= B
           : Operator == "<=" ? A <= B
           : Operator == ">"  ? A > B
                              : A < B;
  }

  std::string argument() {
    Bad |= !take("(");
    std::string Value = operand();
    Bad |= !take(")");
    return Value;
  }

  std::string operand() {
    skip();
    if (Rest.consume_front("'")) {
      auto [Value, After] = Rest.split('\'');
      Bad |= !Rest.contains('\'');
      Rest = After;
      return Properties.expandKnown(Value);
    }
    StringRef Word = Rest.take_until([](char C) {
      return C == ' ' || C == '=' || C == '!' || C == '<' || C == '>';
    });
    if (!Rest.starts_with("$("))
      Word = Word.take_until([](char C) { return C == ')'; });
    Bad |= Word.empty();
    Rest = Rest.drop_front(Word.size());
    return Properties.expandKnown(Word);
  }

  StringRef Rest;
  const MsBuildProperties &Properties;
  bool Bad = false;
};

} // namespace

std::optional<bool> MsBuildProperties::condition(StringRef Text) const {
  return ConditionParser(Text, *this).parse();
}
