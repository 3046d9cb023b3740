//===-- driver/input/MsBuildFunctions.cpp - MSBuild's property functions --===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/MsBuildFunctions.h"
#include "driver/input/MsBuildText.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <vector>

using namespace llvm;
using namespace flt::driver;

using Result = std::optional<std::string>;

namespace {
/// "Name(argument, ...)", or "Name" without brackets.
struct Member {
  std::string Name; ///< In small letters.
  std::vector<std::string> Arguments;

  std::string argument(size_t I) const {
    return I < Arguments.size() ? Arguments[I] : "";
  }
};
} // namespace

static Result truth(bool Value) { return Value ? "True" : "False"; }

/// Splits at commas outside of quotes and takes the quotes off.
static std::vector<std::string> splitArguments(StringRef Text) {
  std::vector<std::string> Arguments;
  if (Text.trim().empty())
    return Arguments;
  std::string Current;
  char Quote = 0;
  for (char C : Text) {
    if (Quote ? C == Quote : C == '\'' || C == '"' || C == '`') {
      Quote = Quote ? 0 : C;
      continue;
    }
    if (C == ',' && !Quote) {
      Arguments.push_back(StringRef(Current).trim().str());
      Current.clear();
      continue;
    }
    Current += C;
  }
  Arguments.push_back(StringRef(Current).trim().str());
  return Arguments;
}

/// Takes the next member from \p Rest.
static std::optional<Member> takeMember(StringRef &Rest) {
  Member M;
  StringRef Name = Rest.take_while([](char C) { return isAlnum(C); });
  Rest = Rest.drop_front(Name.size());
  M.Name = Name.lower();
  if (Name.empty())
    return std::nullopt;
  if (!Rest.consume_front("("))
    return M;
  size_t End = 0;
  char Quote = 0;
  for (unsigned Depth = 1; End < Rest.size(); ++End) {
    char C = Rest[End];
    if (Quote) {
      Quote = C == Quote ? 0 : Quote;
      continue;
    }
    if (C == '\'' || C == '"')
      Quote = C;
    Depth += C == '(';
    if (C == ')' && !--Depth)
      break;
  }
  if (End == Rest.size())
    return std::nullopt;
  M.Arguments = splitArguments(Rest.take_front(End));
  Rest = Rest.drop_front(End + 1);
  return M;
}

/// A member of the text \p Self.
static Result callOnText(const std::string &Self, const Member &M) {
  StringRef Text(Self);
  std::string First = M.argument(0);
  if (M.Name == "contains")
    return truth(Text.contains(First));
  if (M.Name == "startswith")
    return truth(Text.starts_with(First));
  if (M.Name == "endswith")
    return truth(Text.ends_with(First));
  if (M.Name == "tolower" || M.Name == "tolowerinvariant")
    return Text.lower();
  if (M.Name == "toupper" || M.Name == "toupperinvariant")
    return Text.upper();
  if (M.Name == "trim")
    return Text.trim(First.empty() ? " \t\r\n" : First).str();
  if (M.Name == "trimend")
    return Text.rtrim(First.empty() ? " \t\r\n" : First).str();
  if (M.Name == "trimstart")
    return Text.ltrim(First.empty() ? " \t\r\n" : First).str();
  if (M.Name == "length")
    return utostr(Text.size());
  if (M.Name == "indexof" || M.Name == "lastindexof") {
    size_t At = M.Name == "indexof" ? Text.find(First) : Text.rfind(First);
    return At == StringRef::npos ? "-1" : utostr(At);
  }
  if (M.Name == "substring" || M.Name == "remove") {
    // Out of range is an error of MSBuild: then nobody knows.
    size_t Start = 0, Length = 0;
    if (StringRef(First).getAsInteger(10, Start) || Start > Text.size())
      return std::nullopt;
    if (M.Arguments.size() < 2)
      Length = Text.size() - Start;
    else if (StringRef(M.argument(1)).getAsInteger(10, Length) ||
             Length > Text.size() - Start)
      return std::nullopt;
    if (M.Name == "substring")
      return Text.substr(Start, Length).str();
    return (Text.take_front(Start) + Text.drop_front(Start + Length)).str();
  }
  if (M.Name == "replace" && !First.empty()) {
    std::string Changed;
    for (StringRef Rest = Text;;) {
      size_t At = Rest.find(First);
      Changed += Rest.take_front(At);
      if (At == StringRef::npos)
        return Changed;
      Changed += M.argument(1);
      Rest = Rest.drop_front(At + First.size());
    }
  }
  return std::nullopt;
}

/// The folder of the nearest \p Name in \p Start and above, or empty.
static std::string folderAbove(StringRef Start, StringRef Name) {
  for (StringRef F = Start; !F.empty(); F = sys::path::parent_path(F))
    if (sys::fs::exists(F + "/" + Name))
      return F.str();
  return "";
}

static Result callPath(const Member &M, StringRef Folder) {
  std::string First = M.argument(0);
  if (M.Name == "combine" || M.Name == "normalizepath" ||
      M.Name == "normalizedirectory") {
    std::string Path = First;
    for (size_t I = 1; I < M.Arguments.size(); ++I) {
      if (!Path.empty() && Path.back() != '/' && Path.back() != '\\')
        Path += '/';
      Path += M.Arguments[I];
    }
    if (M.Name != "combine")
      Path = windowsPath(Path, Folder);
    return M.Name == "normalizedirectory" ? Path + "/" : Path;
  }
  if (M.Name == "getfullpath")
    return windowsPath(First, Folder);
  size_t Slash = First.find_last_of("/\\");
  if (M.Name == "getfilename")
    return Slash == std::string::npos ? First : First.substr(Slash + 1);
  if (M.Name == "getdirectoryname")
    return Slash == std::string::npos ? "" : First.substr(0, Slash);
  StringRef Name =
      StringRef(First).substr(Slash == std::string::npos ? 0 : Slash + 1);
  size_t Dot = Name.rfind('.');
  if (M.Name == "getextension")
    return Dot == StringRef::npos ? "" : Name.substr(Dot).str();
  if (M.Name == "getfilenamewithoutextension")
    return Name.take_front(Dot).str();
  return std::nullopt;
}

static Result callStatic(StringRef Type, const Member &M, StringRef Folder) {
  std::string First = M.argument(0);
  if (Type.equals_insensitive("System.IO.Path"))
    return callPath(M, Folder);
  if (Type.equals_insensitive("System.IO.File") && M.Name == "exists")
    return truth(sys::fs::exists(windowsPath(First, Folder)));
  if (Type.equals_insensitive("System.IO.Directory") && M.Name == "exists")
    return truth(sys::fs::is_directory(windowsPath(First, Folder)));
  if (Type.equals_insensitive("System.String")) {
    if (M.Name == "isnullorempty")
      return truth(First.empty());
    if (M.Name == "isnullorwhitespace")
      return truth(StringRef(First).trim().empty());
    if (M.Name == "copy" || M.Name == "new")
      return First;
    return std::nullopt;
  }
  if (!Type.equals_insensitive("MSBuild"))
    return std::nullopt;
  if (M.Name == "getdirectorynameoffileabove")
    return folderAbove(windowsPath(First, Folder), M.argument(1));
  if (M.Name == "getpathoffileabove") {
    std::string Start = M.Arguments.size() > 1
                            ? windowsPath(M.argument(1), Folder)
                            : Folder.str();
    std::string Found = folderAbove(Start, First);
    return Found.empty() ? "" : Found + "/" + First;
  }
  // A driver is built on Windows, wherever it is checked.
  if (M.Name == "isosplatform")
    return truth(StringRef(First).equals_insensitive("Windows"));
  if (M.Name == "ensuretrailingslash")
    return First.empty() || First.back() == '/' || First.back() == '\\'
               ? First
               : First + "/";
  if (M.Name == "valueordefault")
    return First.empty() ? M.argument(1) : First;
  return callPath(M, Folder);
}

Result flt::driver::callMsBuild(StringRef Call,
                                function_ref<std::string(StringRef)> Value,
                                StringRef Folder) {
  Result Current;
  StringRef Rest = Call.trim();
  if (Rest.consume_front("[")) {
    StringRef Type = Rest.take_until([](char C) { return C == ']'; });
    Rest = Rest.drop_front(Type.size());
    if (!Rest.consume_front("]::"))
      return std::nullopt;
    std::optional<Member> M = takeMember(Rest);
    if (!M)
      return std::nullopt;
    Current = callStatic(Type.trim(), *M, Folder);
  } else {
    StringRef Name = Rest.take_while(
        [](char C) { return isAlnum(C) || C == '_' || C == '-'; });
    Rest = Rest.drop_front(Name.size());
    if (Name.empty() || Rest.empty())
      return std::nullopt;
    Current = Value(Name);
  }
  while (Current && Rest.consume_front(".")) {
    std::optional<Member> M = takeMember(Rest);
    Current = M ? callOnText(*Current, *M) : std::nullopt;
  }
  return Rest.empty() ? Current : std::nullopt;
}
