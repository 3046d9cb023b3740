//===-- driver/input/ForeignPaths.cpp - commands of Windows, elsewhere ----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/ForeignPaths.h"
#include "driver/base/Command.h"
#include "driver/base/PathMap.h"
#include "driver/input/MsBuildText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;
using namespace flt::driver;

namespace {

/// A folder there, with slashes, and where it is here.
using Mapping = std::pair<std::string, std::string>;

class Translator {
public:
  explicit Translator(std::vector<Mapping> Map) : Map(std::move(Map)) {}

  std::string path(StringRef Written, StringRef Folder) const;
  std::string argument(StringRef Arg) const;

private:
  std::string slashes(StringRef Written) const;

  std::vector<Mapping> Map;
};

} // namespace

// C:\src\drv\build and /home/me/drv/build: C:/src is /home/me.
static std::vector<Mapping> derive(StringRef Directory, StringRef Database) {
  if (!hasDrive(Directory))
    return {};
  std::string There = withSlashes(Directory);
  // The command may run in a folder of the one that the database is in.
  for (StringRef T = There; T.contains('/'); T = T.rsplit('/').first) {
    StringRef A = T, B = sys::path::parent_path(Database);
    size_t Common = 0;
    while (!A.empty() && !B.empty() &&
           A.rsplit('/').second.equals_insensitive(B.rsplit('/').second)) {
      A = A.rsplit('/').first;
      B = B.rsplit('/').first;
      ++Common;
    }
    if (Common)
      return {{A.str(), B.str()}};
  }
  return {{There, sys::path::parent_path(Database).str()}};
}

std::string Translator::slashes(StringRef Written) const {
  std::string Text = withSlashes(Written);
  for (const auto &[There, Here] : Map) {
    StringRef Rest = Text;
    if (Rest.consume_front_insensitive(There) &&
        (Rest.empty() || Rest.front() == '/'))
      return Here + Rest.str();
  }
  return Text;
}

std::string Translator::path(StringRef Written, StringRef Folder) const {
  return windowsPath(slashes(Written), Folder);
}

// Flags that a path follows, and paths by themselves. What is defined stays:
// its backslashes may be part of a text.
std::string Translator::argument(StringRef Arg) const {
  for (StringRef Flag : {"/I", "-I", "/FI", "-FI", "-imsvc", "/imsvc",
                         "-isystem", "/external:I", "-external:I", "@"})
    if (Arg.starts_with(Flag) && Arg.size() > Flag.size())
      return Flag.str() + slashes(Arg.drop_front(Flag.size()));
  if (Arg.starts_with("-") || Arg.starts_with("/"))
    return Arg.str();
  return Arg.contains('\\') || hasDrive(Arg) ? slashes(Arg) : Arg.str();
}

void flt::driver::fromWindows(clang::tooling::CompileCommand &Command,
                              StringRef Database,
                              const std::vector<std::string> &Pairs) {
#ifndef _WIN32
  std::vector<Mapping> Map = PathMap(Pairs).pairs();
  llvm::append_range(Map, derive(Command.Directory, Database));
  Translator T(std::move(Map));
  StringRef Folder = sys::path::parent_path(Database);
  Command.Directory = T.path(Command.Directory, Folder);
  Command.Filename = T.path(Command.Filename, Command.Directory);
  bool Defines = false;
  for (size_t I = 1; I < Command.CommandLine.size(); ++I) {
    std::string &Arg = Command.CommandLine[I];
    if (!Defines)
      Arg = T.argument(Arg);
    Defines = Arg == "/D" || Arg == "-D";
  }
  // A path of ours would be an option for cl.exe: "/home/..." is its "/h".
  if (!isClCommand(Command.CommandLine))
    return;
  auto IsSource = [&](const std::string &Arg) {
    return !StringRef(Arg).starts_with("-") &&
           windowsPath(Arg, Command.Directory) == Command.Filename;
  };
  llvm::erase_if(Command.CommandLine, IsSource);
  llvm::erase(Command.CommandLine, "--");
  Command.CommandLine.insert(Command.CommandLine.end(),
                             {"--", Command.Filename});
#endif
}
