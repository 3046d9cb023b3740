//===-- driver/StandIn.cpp - headers for machines without the WDK ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/StandIn.h"
#include "driver/Files.h"
#include "driver/SourceFiles.h"
#include "driver/UnitRun.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

std::string flt::driver::chooseHeaders(StringRef Asked, StringRef Program) {
  if (!Asked.empty())
    return absolutePath(Asked);
  SmallString<256> Real;
  if (sys::fs::real_path(Program, Real))
    Real = Program;
  SmallString<256> Path(sys::path::parent_path(sys::path::parent_path(Real)));
  sys::path::append(Path, "share", "fltcheck", "include");
  return sys::fs::is_directory(Path) ? std::string(Path) : "";
}

std::vector<std::string> flt::driver::standaloneCommand(StringRef File,
                                                        StringRef Headers) {
  return {"clang", "--no-default-config",
          ("--config=" + Headers + "/standalone.cfg").str(), File.str()};
}

// The folders in which a command looks for headers. The prefixes are those of
// clang and of cl.exe; a longer one stands before a shorter one.
static std::vector<std::string> includeFolders(const Unit &U) {
  static const char *const Prefixes[] = {"-isystem-after",
                                         "-isystem",
                                         "-iquote",
                                         "-idirafter",
                                         "-I",
                                         "/I",
                                         "-imsvc",
                                         "/imsvc",
                                         "/external:I",
                                         "-external:I",
                                         "-internal-isystem"};
  std::vector<std::string> Folders;
  for (size_t I = 1; I < U.Command.size(); ++I) {
    StringRef Arg = U.Command[I];
    for (StringRef Prefix : Prefixes) {
      if (!Arg.consume_front(Prefix))
        continue;
      if (Arg.empty() && I + 1 < U.Command.size())
        Arg = U.Command[++I];
      if (!Arg.empty())
        Folders.push_back(absolutePath(Arg, U.Directory));
      break;
    }
  }
  // A developer prompt for cl.exe names its headers here.
  if (isClCommand(U.Command))
    if (auto Set = sys::Process::GetEnv("INCLUDE")) {
      SmallVector<StringRef, 8> Parts;
      StringRef(*Set).split(Parts, ';', -1, /*KeepEmpty=*/false);
      for (StringRef Part : Parts)
        Folders.push_back(Part.str());
    }
  return Folders;
}

// A command that maps files or reads a configuration knows what it does.
static bool bringsItsOwn(const Unit &U) {
  return llvm::any_of(U.Command, [](StringRef Arg) {
    return Arg.starts_with("-ivfsoverlay") || Arg.starts_with("--config") ||
           Arg.starts_with("/winsdkdir") || Arg.starts_with("/winsysroot");
  });
}

void flt::driver::useStandInHeaders(Project &P, StringRef Headers) {
  SourceFiles Files({});
  StringMap<bool> HasKernel;
  auto Has = [&](StringRef Folder) {
    auto [It, New] = HasKernel.try_emplace(Folder);
    if (New)
      It->second = Files.exists(Folder + "/fltKernel.h") ||
                   Files.exists(Folder + "/ntifs.h") ||
                   Files.exists(Folder + "/wdm.h");
    return It->second;
  };
  unsigned Count = 0;
  for (Unit &U : P.Units) {
    if (bringsItsOwn(U) || llvm::any_of(includeFolders(U), Has))
      continue;
    if (Headers.empty()) {
      ++Count;
      continue;
    }
    ++Count;
    auto At = U.Command.begin() + 1;
    std::string Config = (Headers + "/standalone.cfg").str();
    if (isClCommand(U.Command))
      U.Command.insert(At, {"-imsvc", Headers.str(), "/X"});
    else
      U.Command.insert(At, {"--no-default-config", "--config=" + Config});
  }
  if (!Count)
    return;
  std::string Which = Count == P.Units.size()
                          ? "no WDK headers are found in any command"
                          : "no WDK headers are found in the commands of " +
                                utostr(Count) + " of " +
                                utostr(P.Units.size()) + " files";
  P.Warnings.push_back(
      Headers.empty()
          ? Which + ", and the stand-in headers are not installed beside this "
                    "program; give their folder with --headers"
          : Which + "; the stand-in headers in " + Headers.str() +
                " are used for them");
}
