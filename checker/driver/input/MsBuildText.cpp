//===-- MsBuildText.cpp - MSBuild's properties and conditions -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/MsBuildText.h"
#include "driver/base/Files.h"
#include "driver/base/SourceFiles.h"
#include "driver/input/MsBuildFunctions.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/VersionTuple.h"

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

// How long the "$(...)" is that \p Text starts with. Functions have brackets of
// their own.
static size_t propertyLength(StringRef Text) {
  size_t End = 2;
  for (unsigned Depth = 1; End < Text.size() && Depth; ++End)
    Depth += (Text[End] == '(') - (Text[End] == ')');
  return End;
}

std::string MsBuildProperties::expand(StringRef Text) const {
  return expand(Text, nullptr);
}

std::string MsBuildProperties::expandKnown(StringRef Text,
                                           bool &Understood) const {
  return expand(Text, &Understood);
}

// Without Understood, what has no value stays as it is written.
std::string MsBuildProperties::expand(StringRef Text, bool *Understood) const {
  std::string Result;
  while (true) {
    size_t Start = Text.find("$(");
    Result += Text.take_front(Start);
    if (Start == StringRef::npos)
      return Result;
    Text = Text.drop_front(Start);
    StringRef Whole = Text.take_front(propertyLength(Text));
    StringRef Name = Whole.drop_front(2);
    Name.consume_back(")");
    std::optional<std::string> Value = get(Name);
    if (!Value && Name.find_first_of("[.(") != StringRef::npos) {
      bool Known = true;
      Value = callMsBuild(
          expand(Name, &Known),
          [this](StringRef N) { return get(N).value_or(""); }, Folder);
      if (!Known)
        Value.reset();
      if (!Value && Understood)
        *Understood = false;
    }
    Result += Value ? *Value : Understood ? "" : Whole.str();
    Text = Text.drop_front(Whole.size());
  }
}

std::string flt::driver::unescapeMsBuild(StringRef Text) {
  std::string Result;
  for (size_t I = 0; I != Text.size(); ++I) {
    unsigned Code = 0;
    if (Text[I] == '%' && I + 2 < Text.size() &&
        !Text.substr(I + 1, 2).getAsInteger(16, Code)) {
      Result += char(Code);
      I += 2;
    } else {
      Result += Text[I];
    }
  }
  return Result;
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
    while (take("or ")) {
      // What need not be evaluated need not be understood.
      bool Before = Bad, Right = parseAnd();
      Bad = Value ? Before : Bad;
      Value |= Right;
    }
    return Value;
  }

  bool parseAnd() {
    bool Value = parseNot();
    while (take("and ")) {
      bool Before = Bad, Right = parseNot();
      Bad = Value ? Bad : Before;
      Value &= Right;
    }
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
    VersionTuple A, B;
    Bad |= A.tryParse(Left) || B.tryParse(Right);
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
    bool Quoted = Rest.consume_front("'");
    size_t End = 0;
    while (End < Rest.size()) {
      StringRef Here = Rest.drop_front(End);
      if (Quoted ? Here.front() == '\''
                 : StringRef(" =!<>)").contains(Here.front()))
        break;
      // The arguments of a function have quotes and brackets of their own.
      End += Here.starts_with("$(") ? propertyLength(Here) : 1;
    }
    StringRef Value = Rest.take_front(End);
    Rest = Rest.drop_front(Value.size());
    Bad |= Quoted ? !Rest.consume_front("'") : Value.empty();
    return expand(Value);
  }

  std::string expand(StringRef Text) {
    bool Understood = true;
    std::string Value = Properties.expandKnown(Text, Understood);
    Bad |= !Understood;
    return Value;
  }

  StringRef Rest;
  const MsBuildProperties &Properties;
  bool Bad = false;
};

} // namespace

std::optional<bool> MsBuildProperties::condition(StringRef Text) const {
  return ConditionParser(Text, *this).parse();
}
