//===-- driver/input/KitMacros.cpp - the language of nmake ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "driver/input/KitBuild.h"
#include "driver/input/MsBuildText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;
using namespace flt::driver;

std::string KitMacros::expand(StringRef Text, unsigned Level) const {
  std::string Result;
  while (true) {
    size_t Start = Text.find("$(");
    Result += Text.take_front(Start);
    if (Start == StringRef::npos || Level > 16)
      return Result;
    size_t End = Text.find(')', Start);
    StringRef Whole = Text.slice(Start, End == StringRef::npos ? End : End + 1);
    StringRef Name = Whole.drop_front(2);
    Name.consume_back(")");
    // $(NAME:old=new) replaces; what is replaced does not matter here.
    std::string Key = Name.split(':').first.upper();
    auto It = Macros.find(Key);
    if (It != Macros.end())
      Result += expand(It->second, Level + 1);
    else if (auto Set = sys::Process::GetEnv(Key))
      Result += *Set;
    else
      Result += Whole;
    Text = Text.drop_front(Start + Whole.size());
  }
}

std::string KitMacros::get(StringRef Name) const {
  auto It = Macros.find(Name.upper());
  return It == Macros.end() ? "" : expand(It->second);
}

namespace {

/// Or := And ("||" And)*; And := Not ("&&" Not)*; Not := "!" Not | Primary.
class NmakeCondition {
public:
  explicit NmakeCondition(StringRef Text) : Rest(Text) {}

  bool parse() {
    bool Value = parseAnd();
    while (take("||")) {
      bool Right = parseAnd();
      Value = Value || Right;
    }
    return Value;
  }

private:
  bool take(StringRef Token) {
    Rest = Rest.ltrim();
    return Rest.consume_front(Token);
  }

  bool parseAnd() {
    bool Value = parseNot();
    while (take("&&")) {
      bool Right = parseNot();
      Value = Value && Right;
    }
    return Value;
  }

  bool parseNot() {
    Rest = Rest.ltrim();
    if (!Rest.starts_with("!=") && take("!"))
      return !parseNot();
    if (take("(")) {
      bool Value = parse();
      (void)take(")");
      return Value;
    }
    std::string Left = operand();
    if (take("=="))
      return Left == operand();
    if (take("!="))
      return Left != operand();
    for (StringRef Operator : {">=", "<=", ">", "<"})
      if (take(Operator))
        return compare(Left, operand(), Operator);
    return !Left.empty() && Left != "0";
  }

  static bool compare(StringRef Left, StringRef Right, StringRef Operator) {
    std::int64_t A = 0, B = 0;
    (void)Left.getAsInteger(0, A);
    (void)Right.getAsInteger(0, B);
    return Operator == ">="   ? A >= B
           : Operator == "<=" ? A <= B
           : Operator == ">"  ? A > B
                              : A < B;
  }

  std::string operand() {
    Rest = Rest.ltrim();
    StringRef Value;
    if (Rest.consume_front("\"")) {
      std::tie(Value, Rest) = Rest.split('"');
      return Value.str();
    }
    Value = Rest.take_until([](char C) { return strchr(" \t=!<>&|)", C); });
    Rest = Rest.drop_front(Value.size());
    return Value.str();
  }

  StringRef Rest;
};

} // namespace

bool KitMacros::condition(StringRef Text) const {
  // DEFINED(X) and EXIST(X) are answered before macros are expanded.
  std::string Known;
  while (!Text.empty()) {
    size_t At = std::min(Text.find_insensitive("defined("),
                         Text.find_insensitive("defined ("));
    Known += Text.take_front(At);
    if (At == StringRef::npos)
      break;
    Text = Text.drop_front(Text.find('(', At) + 1);
    auto [Name, After] = Text.split(')');
    Known += Macros.count(Name.trim().upper()) ? "1" : "0";
    Text = After;
  }
  std::string Value = expand(Known);
  // A macro without a value is empty.
  for (size_t At; (At = Value.find("$(")) != std::string::npos;)
    Value.erase(At, Value.find(')', At) - At + 1);
  return NmakeCondition(Value).parse();
}

void KitMacros::directive(StringRef Text, StringRef Folder) {
  Text = Text.ltrim();
  StringRef Word = Text.take_until([](char C) {
    return isSpace(C) || C == '(' || C == '!' || C == '"' || C == '$';
  });
  StringRef Rest = Text.drop_front(Word.size()).trim();
  bool Active = llvm::all_of(Open, [](const auto &O) { return O.first; });
  auto Holds = [&](StringRef Form) {
    if (Form.equals_insensitive("ifdef"))
      return Macros.count(Rest.upper()) != 0;
    if (Form.equals_insensitive("ifndef"))
      return Macros.count(Rest.upper()) == 0;
    return condition(Rest);
  };
  // "!ELSE IF x" is "!ELSEIF x".
  std::string Joined = Word.lower();
  if (Joined == "else" && Rest.starts_with_insensitive("if")) {
    StringRef Form = Rest.take_until([](char C) { return isSpace(C); });
    Joined += Form.lower();
    Rest = Rest.drop_front(Form.size()).ltrim();
  }
  if (StringRef(Joined).starts_with("if")) {
    bool Value = Active && Holds(Joined);
    Open.emplace_back(Value, Value);
  } else if (StringRef(Joined).starts_with("else") && !Open.empty()) {
    auto &[Counts, Had] = Open.back();
    Counts = !Had && (Joined == "else" || Holds(Joined.substr(4)));
    Had |= Counts;
  } else if (Joined == "endif" && !Open.empty()) {
    Open.pop_back();
  } else if (Joined == "include" && Active) {
    std::string Name = expand(Rest.trim("\"<>"));
    std::string Path = windowsPath(Name, Folder);
    // What is not here is a part of the kit.
    if (Depth < 16 && sys::fs::exists(Path))
      consumeError(read(Path));
  }
}

void KitMacros::line(StringRef Text, StringRef Folder) {
  if (Text.consume_front("!"))
    return directive(Text, Folder);
  if (!llvm::all_of(Open, [](const auto &O) { return O.first; }))
    return;
  auto [Name, Value] = Text.split('=');
  Name = Name.trim();
  if (Name.empty() || Name.size() == Text.size() ||
      Name.find_first_of(" \t:$") != StringRef::npos)
    return;
  // X=$(X) adds to what X is by now.
  std::string Self = ("$(" + Name + ")").str(), Sum = Value.trim().str();
  for (size_t At;
       (At = StringRef(Sum).find_insensitive(Self)) != StringRef::npos;)
    Sum.replace(At, Self.size(), Macros.lookup(Name.upper()));
  Macros[Name.upper()] = Sum;
}

Error KitMacros::read(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  std::string Folder = sys::path::parent_path(Path).str();
  ++Depth;
  size_t Outer = Open.size();
  SmallVector<StringRef, 0> Lines;
  StringRef(*Text).split(Lines, '\n');
  std::string Whole;
  for (StringRef Line : Lines) {
    // A comment in a continued list is no part of it.
    Line = Line.take_until([](char C) { return C == '#'; }).rtrim();
    bool Continues = Line.consume_back("\\");
    Whole += Line.str() + (Continues ? " " : "");
    if (Continues)
      continue;
    line(StringRef(Whole).trim(), Folder);
    Whole.clear();
  }
  line(StringRef(Whole).trim(), Folder);
  Open.resize(std::min(Outer, Open.size()));
  --Depth;
  return Error::success();
}
