//===-- driver/unit/Generated.cpp - headers that a build makes ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/Generated.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

void flt::driver::findTraceFunctions(StringRef Text,
                                     std::set<std::string> &Functions) {
  constexpr StringLiteral Keyword = "FUNC ";
  for (size_t At = Text.find(Keyword); At != StringRef::npos;
       At = Text.find(Keyword, At + 1)) {
    // Only a comment says this: "// FUNC", or a line of a longer one.
    StringRef Line = Text.take_front(At);
    Line = Line.substr(Line.rfind('\n') + 1);
    if (Line.find_first_not_of(" \t/*") != StringRef::npos)
      continue;
    StringRef Rest = Text.substr(At + Keyword.size()).ltrim();
    StringRef Name =
        Rest.take_while([](char C) { return isAlnum(C) || C == '_'; });
    char Next = Rest.substr(Name.size()).ltrim().take_front(1).empty()
                    ? ' '
                    : Rest.substr(Name.size()).ltrim().front();
    if (!Name.empty() && (Next == '(' || Next == '{'))
      Functions.insert(Name.str());
  }
}

std::string flt::driver::traceHeader(const std::set<std::string> &Functions) {
  std::set<std::string> All = Functions;
  All.insert({"DoTraceMessage", "WPP_INIT_TRACING", "WPP_CLEANUP",
              "WPP_RECORDER_LEVEL_FLAGS_FILTER"});
  // The levels of traces come with it.
  std::string Text = "#if __has_include(<evntrace.h>)\n"
                     "#include <evntrace.h>\n#endif\n";
  for (const std::string &Name : All)
    Text += "#undef " + Name + "\n#define " + Name + "(...) ((void)0)\n";
  return Text;
}

namespace {
/// "Name=0x1:SYMBOL" in a list of names, and where names are looked up.
using Values = StringMap<unsigned>;
} // namespace

// "(Success=0x0:X Error=0x3)".
static void readNames(StringRef List, Values &Into) {
  SmallVector<StringRef, 8> Words;
  SplitString(List, Words, "() \t\r\n");
  for (StringRef Word : Words) {
    auto [Name, Value] = Word.split('=');
    unsigned Number;
    if (!Value.split(':').first.getAsInteger(0, Number))
      Into[Name.lower()] = Number;
  }
}

// "5", "+2", or nothing: one more than before.
static void readId(StringRef Value, unsigned &Id) {
  unsigned Number = 1;
  bool Adds = Value.empty() || Value.consume_front("+");
  if (!Value.empty() && Value.getAsInteger(0, Number))
    return;
  Id = Adds ? Id + Number : Number;
}

namespace {
/// Reads what the message compiler reads, and writes the names of messages.
class MessageReader {
public:
  MessageReader() {
    readNames("Success=0 Informational=1 Warning=2 Error=3", Severities);
    readNames("System=0xFF Application=0xFFF", Facilities);
  }

  std::string read(StringRef Text);

private:
  void set(StringRef Name, StringRef Value);

  Values Severities, Facilities;
  unsigned Id = 0, Severity = 0, Facility = 0xFFF;
  std::string Type, Result;
};
} // namespace

void MessageReader::set(StringRef Name, StringRef Value) {
  std::string Key = Name.lower();
  if (Key == "severitynames") {
    readNames(Value, Severities);
  } else if (Key == "facilitynames") {
    readNames(Value, Facilities);
  } else if (Key == "messageidtypedef") {
    Type = Value.str();
  } else if (Key == "messageid") {
    readId(Value, Id);
  } else if (Key == "severity") {
    Severity = Severities.lookup(Value.lower());
  } else if (Key == "facility") {
    Facility = Facilities.lookup(Value.lower());
  } else if (Key == "symbolicname" && !Value.empty()) {
    raw_string_ostream OS(Result);
    OS << "#define " << Value << " (" << (Type.empty() ? "" : "(" + Type + ")")
       << format_hex(Severity << 30 | (Facility & 0xFFF) << 16 | Id, 10)
       << "L)\n";
  }
}

std::string MessageReader::read(StringRef Text) {
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Line = Line.trim();
    if (Line.starts_with(";"))
      continue;
    if (size_t Open = Line.find('('); Open != StringRef::npos) {
      // A list of names goes on until it is closed.
      size_t Close = StringRef(Line.data(), Text.end() - Line.data()).find(')');
      if (Close == StringRef::npos)
        break;
      StringRef List(Line.data() + Open, Close - Open);
      set(Line.take_front(Open).rtrim("= \t"), List);
      Text = Text.drop_front(
          std::max<ptrdiff_t>(0, List.end() + 1 - Text.begin()));
      continue;
    }
    // "MessageId = 1 Severity = Error": the spaces are of no matter.
    std::string Compact;
    for (char C : Line) {
      if (C == '=')
        Compact.resize(StringRef(Compact).rtrim().size());
      if (!isSpace(C) || !StringRef(Compact).ends_with("="))
        Compact += C;
    }
    SmallVector<StringRef, 8> Words;
    SplitString(Compact, Words);
    for (StringRef Word : Words)
      set(Word.split('=').first, Word.split('=').second);
    // The text of a message ends with a line that is a dot.
    if (StringRef(Compact).starts_with_insensitive("Language="))
      while (!Text.empty()) {
        std::tie(Line, Text) = Text.split('\n');
        if (Line.trim() == ".")
          break;
      }
  }
  return std::move(Result);
}

std::string flt::driver::messageHeader(StringRef Text) {
  return MessageReader().read(Text);
}
