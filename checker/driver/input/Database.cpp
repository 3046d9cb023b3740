//===-- driver/input/Database.cpp - reads compile_commands.json -----------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/Database.h"
#include "driver/base/Command.h"
#include "driver/base/Files.h"
#include "driver/input/ForeignPaths.h"
#include "driver/input/KernelSource.h"
#include "driver/input/StandIn.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <set>

using namespace llvm;
using namespace flt;
using namespace flt::driver;
using namespace clang::tooling;

// clang's own reader says neither where nor what is wrong, and an entry that it
// cannot use must not be lost.
static Error validate(StringRef Path, const json::Value &V) {
  auto Fail = [&](const Twine &Message) {
    return createStringError(Path + ": error: " + Message +
                             "; write the database anew, for CMake with "
                             "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON");
  };
  const json::Array *Entries = V.getAsArray();
  if (!Entries)
    return Fail("a compilation database is an array of commands");
  for (size_t I = 0; I != Entries->size(); ++I) {
    const json::Object *Entry = (*Entries)[I].getAsObject();
    std::string Which = "entry " + utostr(I + 1);
    if (!Entry || !Entry->getString("file") || !Entry->getString("directory"))
      return Fail(Which + " has no \"file\" or no \"directory\"");
    if (!Entry->getString("command") && !Entry->getArray("arguments"))
      return Fail(Which + " (" + *Entry->getString("file") +
                  ") has neither \"command\" nor \"arguments\"");
  }
  return Error::success();
}

// Commands of Windows are split by its rules, wherever they are read.
static bool isFromWindows(const json::Value &V) {
  for (const json::Value &Entry : *V.getAsArray())
    if (auto Command = Entry.getAsObject()->getString("command")) {
      StringRef Program = Command->split(".exe").first;
      if (Command->contains_insensitive(".exe") && Program.contains('\\'))
        return true;
      if (Program.equals_insensitive("cl") ||
          Command->starts_with_insensitive("cl.exe ") ||
          Command->starts_with_insensitive("cl "))
        return true;
    }
  return false;
}

Expected<Project>
flt::driver::readDatabase(StringRef Path,
                          const std::vector<std::string> &PathMap) {
  Expected<json::Value> Value = readJSON(Path);
  if (!Value)
    return Value.takeError();
  if (Error E = validate(Path, *Value))
    return std::move(E);
  std::string Message;
  std::unique_ptr<CompilationDatabase> Database =
      JSONCompilationDatabase::loadFromFile(Path, Message,
                                            isFromWindows(*Value)
                                                ? JSONCommandLineSyntax::Windows
                                                : JSONCommandLineSyntax::Gnu);
  if (!Database)
    return createStringError(Path + ": error: " + Message);
  Database = inferTargetAndDriverMode(
      expandResponseFiles(std::move(Database), vfs::getRealFileSystem()));

  Project P;
  std::set<std::vector<std::string>> Seen;
  KernelSources Kinds;
  bool Foreign = isFromWindows(*Value);
  for (CompileCommand &Command : Database->getAllCompileCommands()) {
    if (Foreign)
      fromWindows(Command, Path, PathMap);
    Unit U;
    U.Directory =
        canonicalPath(Command.Directory, sys::path::parent_path(Path));
    U.File = canonicalPath(Command.Filename, U.Directory);
    U.Command = std::move(Command.CommandLine);
    if (!isSource(U.File)) {
      P.Skipped.push_back({U.File, "not C or C++"});
      continue;
    }
    if (Kinds.kindOf(U.File, includeFolders(U)) == SourceKind::User) {
      P.UserMode.insert(U.File);
      P.Skipped.push_back({U.File, "it includes the headers of programs, and "
                                   "none of the kernel"});
      continue;
    }
    // What is left of them after the expansion is not there.
    auto Missing = llvm::find_if(
        U.Command, [](StringRef Arg) { return Arg.starts_with("@"); });
    if (Missing != U.Command.end()) {
      P.Unfinished.push_back({"",
                              {U.File, 0, 0, {}},
                              "its command in " + Path.str() +
                                  " takes options from '" + Missing->substr(1) +
                                  "', which cannot be read"});
      continue;
    }
    std::vector<std::string> Key = U.Command;
    Key.push_back(U.File);
    if (Seen.insert(std::move(Key)).second)
      P.Units.push_back(std::move(U));
  }
  return P;
}

static std::string databaseIn(const Twine &Folder) {
  SmallString<256> Path;
  Folder.toVector(Path);
  sys::path::append(Path, "compile_commands.json");
  return sys::fs::exists(Path) ? std::string(Path) : "";
}

std::string flt::driver::databaseOf(StringRef Folder) {
  std::string Found = databaseIn(Folder);
  if (!Found.empty())
    return Found;
  for (StringRef Name : {"build", "out", "_build"})
    if (!(Found = databaseIn(Folder + "/" + Name)).empty())
      return Found;
  // build-debug, cmake-build-release, build/x64, out/build/x64-Debug: the
  // newest is what was built last.
  sys::TimePoint<> Newest;
  auto Consider = [&](StringRef Candidate) {
    std::string Path = databaseIn(Candidate);
    sys::fs::file_status Status;
    if (Path.empty() || sys::fs::status(Path, Status))
      return;
    if (Found.empty() || Status.getLastModificationTime() > Newest) {
      Newest = Status.getLastModificationTime();
      Found = Path;
    }
  };
  auto Scan = [&](const Twine &Parent, StringRef Pattern) {
    std::error_code EC;
    for (sys::fs::directory_iterator I(Parent, EC), E; !EC && I != E;
         I.increment(EC))
      if (sys::path::filename(I->path()).contains(Pattern))
        Consider(I->path());
  };
  Scan(Folder, "build");
  Scan(Folder + "/build", "");
  Scan(Folder + "/out", "");
  Scan(Folder + "/out/build", "");
  return Found;
}

std::string flt::driver::findDatabase(StringRef Folder) {
  std::string Current = canonicalPath(Folder);
  for (StringRef F = Current; !F.empty(); F = sys::path::parent_path(F)) {
    std::string Found = databaseOf(F);
    if (!Found.empty())
      return Found;
    // A database above the repository is not ours.
    if (sys::fs::exists(F + "/.git"))
      break;
  }
  return "";
}
