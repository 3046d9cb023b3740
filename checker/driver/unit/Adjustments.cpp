//===-- driver/unit/Adjustments.cpp - text as cl would take it ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/Adjustments.h"
#include "driver/base/Command.h"
#include "driver/unit/CText.h"
#include "driver/unit/Generated.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

//===----------------------------------------------------------------------===//
// What an error calls for
//===----------------------------------------------------------------------===//

StringRef Adjustments::textOf(StringRef Path) {
  auto [It, New] = Texts.try_emplace(Path);
  if (New)
    if (auto Buffer = Disk.getBufferForFile(Path))
      It->second = (*Buffer)->getBuffer().str();
  return It->second;
}

// The compiler has seen the text with the changes so far.
void Adjustments::putBack(CompileErrors::TextRange &Range) const {
  auto It = Edits.find(Range.File);
  if (It == Edits.end())
    return;
  auto Real = [&](unsigned Offset) {
    unsigned Removed = 0, Added = 0;
    for (const auto &[At, E] : It->second) {
      if (Offset + Removed < At + Added)
        break;
      if (Offset + Removed < At + Added + E.Text.size())
        return At;
      Removed += E.Length;
      Added += unsigned(E.Text.size());
    }
    return Offset + Removed - Added;
  };
  Range.Begin = Real(Range.Begin);
  Range.End = Real(Range.End);
}

bool Adjustments::add(StringRef Path, unsigned Begin, unsigned End,
                      std::string Text) {
  auto &OfFile = Edits[Path.str()];
  if (auto It = OfFile.find(Begin);
      Begin == End && It != OfFile.end() && !It->second.Length) {
    It->second.Text += Text;
    return true;
  }
  // Of two that overlap, the first one stands; the next look shows the other.
  for (const auto &[At, Known] : OfFile)
    if (Begin < At + Known.Length && At < End)
      return false;
  StringRef Before = textOf(Path).take_front(Begin);
  Edit New;
  New.Length = End - Begin;
  New.Text = std::move(Text);
  New.Line = unsigned(Before.count('\n')) + 1;
  New.Column = Begin - unsigned(Before.rfind('\n') + 1) + 1;
  return OfFile.emplace(Begin, std::move(New)).second;
}

// Replaces text that may have several lines by some that has one.
bool Adjustments::replace(StringRef Path, unsigned Begin, unsigned End,
                          std::string Text) {
  Text.append(textOf(Path).slice(Begin, End).count('\n'), '\n');
  return add(Path, Begin, End, std::move(Text));
}

// "(T)e" becomes "(*(T *)&(e))": what cl means by it. The cast may be what a
// macro is given.
bool Adjustments::castLvalue(const CompileErrors::Error &E) {
  StringRef Whole = textOf(E.Text.File).slice(E.Text.Begin, E.Text.End);
  std::vector<StringRef> Candidates = {Whole};
  if (!Whole.empty() && isWord(Whole.front()))
    Candidates = callArguments(Whole);
  for (StringRef Written : Candidates) {
    StringRef Text = Written.trim();
    while (Text.starts_with("(") && closingParen(Text, 0) == Text.size() - 1)
      Text = Text.drop_front().drop_back().trim();
    size_t Close =
        Text.starts_with("(") ? closingParen(Text, 0) : StringRef::npos;
    if (Close == StringRef::npos || Written.contains('\n'))
      continue;
    StringRef Type = Text.slice(1, Close), Operand = Text.substr(Close + 1);
    if (Type.contains('(') || Type.contains('[') || Operand.trim().empty())
      continue;
    unsigned Begin = E.Text.Begin + unsigned(Written.data() - Whole.data());
    return add(E.Text.File, Begin, Begin + unsigned(Written.size()),
               ("(*(" + Type + " *)&(" + Operand + "))").str());
  }
  return false;
}

// "F(A, B);" where no type is called A: nothing is known of the parameters.
bool Adjustments::dropNames(const CompileErrors::Error &E) {
  StringRef Text = textOf(E.Text.File);
  size_t Open = Text.rfind('(', E.Text.Begin);
  size_t Close = Open == StringRef::npos ? Open : closingParen(Text, Open);
  if (Close == StringRef::npos || Text.slice(Open, Close).contains('\n'))
    return false;
  return add(E.Text.File, Open + 1, Close, blank(Text.slice(Open + 1, Close)));
}

// "R F(A); R F(B) {...}": the declaration is made one without parameters, or
// where that is not enough, because some are smaller than int, that of the
// definition. So is "CALLBACK F;".
bool Adjustments::loosenPrototype(const CompileErrors::Error &E) {
  StringRef Text = textOf(E.Text.File);
  size_t Open = skipSpace(Text, E.Text.End);
  if (Open == StringRef::npos)
    return false;
  std::string Head = functionHead(textOf(E.Here.File), E.Here.Begin);
  if (Text[Open] == ';') {
    size_t Begin = declarationBegin(Text, E.Text.Begin);
    Begin = skipSpace(Text, Begin);
    return !Head.empty() && Begin < E.Text.Begin &&
           replace(E.Text.File, Begin, Open, std::move(Head));
  }
  if (Text[Open] != '(')
    return false;
  size_t Close = closingParen(Text, Open);
  size_t End = Close == StringRef::npos ? Close : skipSpace(Text, Close + 1);
  if (End == StringRef::npos || Text[End] != ';')
    return false;
  StringRef Parameters = Text.slice(Open + 1, Close);
  auto &OfFile = Edits[E.Text.File];
  auto Known = OfFile.find(Open + 1);
  if (Known == OfFile.end())
    return add(E.Text.File, Open + 1, Close, blank(Parameters));
  if (Head.empty() || !StringRef(Known->second.Text).trim().empty())
    return false;
  OfFile.erase(Known);
  StringRef Defined = Head;
  size_t Inner = Defined.find(E.Name);
  Inner = Inner == StringRef::npos ? Inner : Defined.find('(', Inner);
  return Inner != StringRef::npos &&
         replace(E.Text.File, Open + 1, Close,
                 Defined.drop_back().substr(Inner + 1).str());
}

// "F(a); ... R F(A) {...}": what is called is the function that follows.
bool Adjustments::declareBefore(const CompileErrors::Error &E) {
  if (E.Text.File != E.Here.File)
    return false;
  StringRef Text = textOf(E.Text.File);
  std::string Head = functionHead(Text, E.Here.Begin);
  size_t Begin = declarationBegin(Text, E.Text.Begin);
  return !Head.empty() && add(E.Text.File, Begin, Begin, Head + "; ");
}

std::string Adjustments::standInFolder(StringRef Path) {
  SmallString<256> Folder(sys::path::parent_path(Path));
  for (unsigned Up = 0; Up != 3 && !Folder.empty(); ++Up) {
    if (Disk.exists(Folder + "/standalone.cfg"))
      return std::string(Folder);
    sys::path::remove_filename(Folder);
  }
  return "";
}

bool Adjustments::hide(StringRef Name, StringRef Folder) {
  if (Name.size() < 3 || Hidden.count(Name))
    return false;
  std::string Other = Name.str();
  for (size_t I = 0; I != Other.size(); ++I) {
    Other = Name.str();
    Other[I] = '$';
    if (Substitutes.insert(Other).second) {
      Hidden[Name] = Other;
      StandIns.insert(Folder);
      return true;
    }
  }
  return false;
}

bool Adjustments::learn(CompileErrors::Error E) {
  for (CompileErrors::TextRange *Range : {&E.Text, &E.Here}) {
    Range->File = Range->File.empty() ? "" : canonical(Range->File);
    putBack(*Range);
  }
  switch (E.Calls) {
  case CompileErrors::Remedy::None:
  case CompileErrors::Remedy::Unnamed:
    return false;
  case CompileErrors::Remedy::CastIsLvalue:
    return castLvalue(E);
  case CompileErrors::Remedy::NamesOnly:
    return dropNames(E);
  case CompileErrors::Remedy::CalledBefore:
    return declareBefore(E);
  case CompileErrors::Remedy::DeclaredBefore:
    break;
  }
  std::string Here = standInFolder(canonical(E.File));
  std::string Before = standInFolder(E.Text.File);
  if (Here.empty() && Before.empty())
    return E.IsPrototype && loosenPrototype(E);
  if (!Here.empty() && !Before.empty())
    return false;
  return hide(E.Name, Here.empty() ? Before : Here);
}

bool Adjustments::learn(const CompileErrors &Errors) {
  bool More = false;
  for (const CompileErrors::Error &E : Errors.All)
    More |= learn(E);
  return learnConstants(Errors) || More;
}

// Between "(" or "," and "," or ")", in the letters of constants.
static bool isArgument(StringRef Text, const CompileErrors::Error &E) {
  if (E.Name.size() < 3 || StringRef(E.Name).upper() != E.Name ||
      E.Text.End > Text.size() ||
      Text.slice(E.Text.Begin, E.Text.End) != E.Name)
    return false;
  StringRef Before = Text.take_front(E.Text.Begin).rtrim();
  size_t After = skipSpace(Text, E.Text.End);
  return !Before.empty() && StringRef("(,").contains(Before.back()) &&
         After != StringRef::npos && StringRef(",)").contains(Text[After]);
}

// A header that only a build makes has numbers, of messages and the like. What
// is not used as a number throughout may be anything.
bool Adjustments::learnConstants(const CompileErrors &Errors) {
  if (Forced.empty() || none_of(Errors.Unknown, [](const UnknownName &U) {
        return U.Kind == UnknownKind::Header;
      }))
    return false;
  std::map<std::string, bool> Numbers;
  for (CompileErrors::Error E : Errors.All) {
    if (E.Calls != CompileErrors::Remedy::Unnamed)
      continue;
    E.Text.File = canonical(E.Text.File);
    putBack(E.Text);
    bool Is = isArgument(textOf(E.Text.File), E);
    auto [It, New] = Numbers.try_emplace(E.Name, Is);
    It->second &= Is;
  }
  bool More = false;
  for (const auto &[Name, Is] : Numbers)
    More |= Is && Constants.insert(Name).second;
  return More;
}

void Adjustments::learnCommand(const std::vector<std::string> &Command) {
  for (StringRef Arg : Command) {
    if (Arg.consume_front("--config=") &&
        sys::path::filename(Arg) == "standalone.cfg")
      Forced = (sys::path::parent_path(Arg) + "/warning.h").str();
    else if (Arg.consume_front("/FI") && !standInFolder(canonical(Arg)).empty())
      Forced = Arg.str();
    else if (Arg.consume_front("/D") &&
             Arg.consume_front((TraceMacro + "=").str())) {
      SmallVector<StringRef, 8> Names;
      SplitString(Arg, Names, ",");
      for (StringRef Name : Names)
        Traces.insert(Name.str());
    }
  }
  if (!Forced.empty())
    Forced = canonical(Forced);
}

bool Adjustments::learnTraces(StringRef Text) {
  size_t Before = Traces.size();
  findTraceFunctions(Text, Traces);
  return Traces.size() != Before;
}

//===----------------------------------------------------------------------===//
// The changed text
//===----------------------------------------------------------------------===//

bool Adjustments::changes(StringRef Path) const {
  return Edits.count(Path.str()) || (!Constants.empty() && Path == Forced) ||
         any_of(StandIns.keys(), [&](StringRef Folder) {
           return Path.starts_with(Folder) &&
                  Path.substr(Folder.size()).starts_with("/");
         });
}

std::string Adjustments::apply(StringRef Path, StringRef Text) const {
  std::string Result;
  if (auto It = Edits.find(Path.str()); It != Edits.end()) {
    size_t At = 0;
    for (const auto &[Begin, E] : It->second) {
      Result += Text.slice(At, Begin);
      Result += E.Text;
      At = Begin + E.Length;
    }
    return Result + Text.substr(At).str();
  }
  for (size_t I = 0; I < Text.size();) {
    size_t End = I;
    while (End < Text.size() && isWord(Text[End]))
      ++End;
    if (End == I) {
      Result += Text[I++];
      continue;
    }
    StringRef Word = Text.slice(I, End);
    auto It = Hidden.find(Word);
    Result += It == Hidden.end() ? Word : StringRef(It->second);
    I = End;
  }
  if (Path == Forced)
    for (const std::string &Name : Constants)
      Result += "#ifdef __cplusplus\nextern \"C\"\n#endif\nextern const int " +
                Name + ";\n";
  return Result;
}

void Adjustments::putBack(Place &P) const {
  auto It = Edits.find(P.File);
  if (It == Edits.end() || !P.Line || !P.Column)
    return;
  unsigned Shift = 0; // How much longer the line is before the place.
  for (const auto &Entry : It->second) {
    const Edit &E = Entry.second;
    if (E.Line != P.Line || P.Column <= E.Column + Shift ||
        StringRef(E.Text).contains('\n'))
      continue;
    if (P.Column < E.Column + Shift + E.Text.size()) {
      P.Column = E.Column;
      return;
    }
    Shift += unsigned(E.Text.size()) - E.Length;
  }
  P.Column -= Shift;
}
