//===-- driver/unit/Adjustments.cpp - text as cl would take it ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/Adjustments.h"
#include "driver/base/MemoryFile.h"
#include "driver/unit/Generated.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

//===----------------------------------------------------------------------===//
// Finding one's way in C text
//===----------------------------------------------------------------------===//

// Behind the comment, string or character that begins at \p At, or \p At.
static size_t skipOpaque(StringRef Text, size_t At) {
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
static size_t closing(StringRef Text, size_t Open) {
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
static size_t skipSpace(StringRef Text, size_t At) {
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
static std::string blank(StringRef Text) {
  std::string Result = Text.str();
  for (char &C : Result)
    if (C != '\n' && C != '\r')
      C = ' ';
  return Result;
}

static bool isWord(char C) { return isAlnum(C) || C == '_' || C == '$'; }

//===----------------------------------------------------------------------===//
// What an error calls for
//===----------------------------------------------------------------------===//

bool Adjustments::add(const CompileErrors::Error &E, unsigned Begin,
                      unsigned End, std::string Text) {
  auto &OfFile = Edits[canonical(E.Text.File)];
  // Of two that overlap, the first one stands; the next look shows the other.
  for (const auto &[At, Known] : OfFile)
    if (Begin < At + Known.Length && At < End)
      return false;
  Edit New;
  New.Length = End - Begin;
  New.Text = std::move(Text);
  New.Line = E.Text.Line;
  New.Column = E.Text.Column + (Begin - E.Text.Begin);
  return OfFile.emplace(Begin, std::move(New)).second;
}

// "(T)e" becomes "(*(T *)&(e))": what cl means by it.
bool Adjustments::castLvalue(const CompileErrors::Error &E) {
  auto Buffer = Disk.getBufferForFile(canonical(E.Text.File));
  if (!Buffer || E.Text.End > (*Buffer)->getBufferSize())
    return false;
  StringRef Whole = (*Buffer)->getBuffer().slice(E.Text.Begin, E.Text.End);
  StringRef Text = Whole;
  while (Text.starts_with("(") && closing(Text, 0) == Text.size() - 1)
    Text = Text.drop_front().drop_back().trim();
  size_t Close = Text.starts_with("(") ? closing(Text, 0) : StringRef::npos;
  if (Close == StringRef::npos || Whole.contains('\n'))
    return false;
  StringRef Type = Text.slice(1, Close), Operand = Text.substr(Close + 1);
  if (Type.contains('(') || Type.contains('[') || Operand.trim().empty())
    return false;
  return add(E, E.Text.Begin, E.Text.End,
             ("(*(" + Type + " *)&(" + Operand + "))").str());
}

// "F(A, B);" where no type is called A: nothing is known of the parameters.
bool Adjustments::dropNames(const CompileErrors::Error &E) {
  auto Buffer = Disk.getBufferForFile(canonical(E.Text.File));
  if (!Buffer)
    return false;
  StringRef Text = (*Buffer)->getBuffer();
  size_t Open = Text.rfind('(', E.Text.Begin);
  size_t Close = Open == StringRef::npos ? Open : closing(Text, Open);
  if (Close == StringRef::npos || Text.slice(Open, Close).contains('\n'))
    return false;
  return add(E, Open + 1, Close, blank(Text.slice(Open + 1, Close)));
}

// "R F(A); R F(B) {...}": the declaration is made one without parameters.
bool Adjustments::loosenPrototype(const CompileErrors::Error &E) {
  std::string Path = canonical(E.Text.File);
  auto Buffer = Disk.getBufferForFile(Path);
  if (!Buffer || E.Text.End > (*Buffer)->getBufferSize())
    return false;
  StringRef Text = (*Buffer)->getBuffer();
  size_t Open = skipSpace(Text, E.Text.End);
  if (Open == StringRef::npos || Text[Open] != '(')
    return false;
  size_t Close = closing(Text, Open);
  size_t End = Close == StringRef::npos ? Close : skipSpace(Text, Close + 1);
  if (End == StringRef::npos || Text[End] != ';')
    return false;
  return add(E, Open + 1, Close, blank(Text.slice(Open + 1, Close)));
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

bool Adjustments::learn(const CompileErrors::Error &E) {
  switch (E.Calls) {
  case CompileErrors::Remedy::None:
    return false;
  case CompileErrors::Remedy::CastIsLvalue:
    return castLvalue(E);
  case CompileErrors::Remedy::NamesOnly:
    return dropNames(E);
  case CompileErrors::Remedy::DeclaredBefore:
    break;
  }
  std::string Here = standInFolder(canonical(E.File));
  std::string Before = standInFolder(canonical(E.Text.File));
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
  return More;
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
  return Edits.count(Path.str()) ||
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
  return Result;
}

namespace {
class AdjustedFiles : public vfs::ProxyFileSystem {
public:
  AdjustedFiles(IntrusiveRefCntPtr<vfs::FileSystem> Below, const Adjustments &A,
                SourceFiles &Disk, StringRef Directory)
      : ProxyFileSystem(std::move(Below)), A(A), Disk(Disk),
        Directory(Directory) {}

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto File = ProxyFileSystem::openFileForRead(Path);
    if (!File)
      return generated(Path.str());
    std::string Canonical = Disk.whereIs(Path.str(), Directory);
    if (!A.changes(Canonical))
      return File;
    auto Status = (*File)->status();
    auto Buffer = (*File)->getBuffer(Path);
    if (!Status || !Buffer)
      return File;
    return memoryFile(*Status, A.apply(Canonical, (*Buffer)->getBuffer()));
  }

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    auto Status = ProxyFileSystem::status(Path);
    if (Status && (Status->isDirectory() ||
                   !A.changes(Disk.whereIs(Path.str(), Directory))))
      return Status;
    auto File = Status ? openFileForRead(Path) : generated(Path.str());
    return File ? (*File)->status() : Status;
  }

private:
  /// What a build makes where there is no \p Path, or an error.
  ErrorOr<std::unique_ptr<vfs::File>> generated(const std::string &Path) {
    StringRef Ending = sys::path::extension(Path);
    std::error_code None =
        make_error_code(std::errc::no_such_file_or_directory);
    SmallString<256> Source(Path);
    bool IsTrace = Ending.equals_insensitive(".tmh");
    if (IsTrace)
      sys::path::remove_filename(Source);
    else if (Ending.equals_insensitive(".h"))
      sys::path::replace_extension(Source, "mc");
    else
      return None;
    if (IsTrace && Source.empty())
      Source = ".";
    auto Status = ProxyFileSystem::status(Source);
    if (!Status || Status->isDirectory() != IsTrace)
      return None;
    auto File = vfs::Status(
        Path, vfs::getNextVirtualUniqueID(), Status->getLastModificationTime(),
        0, 0, 0, sys::fs::file_type::regular_file, sys::fs::perms::all_read);
    if (IsTrace)
      return memoryFile(File, traceHeader(A.traceFunctions()));
    auto Buffer = getBufferForFile(Source);
    if (!Buffer)
      return None;
    return memoryFile(File, messageHeader((*Buffer)->getBuffer()));
  }

  const Adjustments &A;
  SourceFiles &Disk;
  std::string Directory;
};
} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
Adjustments::over(IntrusiveRefCntPtr<vfs::FileSystem> Below) const {
  return makeIntrusiveRefCnt<AdjustedFiles>(std::move(Below), *this, Disk,
                                            Directory);
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
