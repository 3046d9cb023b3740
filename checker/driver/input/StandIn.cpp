//===-- driver/input/StandIn.cpp - headers for machines without the WDK ---===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/StandIn.h"
#include "driver/base/Command.h"
#include "driver/base/Files.h"
#include "driver/base/SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/VersionTuple.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

std::string flt::driver::chooseHeaders(StringRef Asked, StringRef Program) {
  if (!Asked.empty())
    return canonicalPath((Asked + "/.").str());
  SmallString<256> Real;
  if (sys::fs::real_path(Program, Real))
    Real = Program;
  SmallString<256> Path(sys::path::parent_path(sys::path::parent_path(Real)));
  sys::path::append(Path, "share", "fltcheck", "include");
  sys::path::append(Path, ".");
  return sys::fs::is_directory(Path) ? canonicalPath(Path) : "";
}

std::vector<std::string> flt::driver::standaloneCommand(StringRef File,
                                                        StringRef Headers) {
  return {"clang", "--no-default-config",
          ("--config=" + Headers + "/standalone.cfg").str(), File.str()};
}

// The prefixes are those of clang and of cl.exe; a longer one stands before a
// shorter one.
std::vector<std::string> flt::driver::includeFolders(const Unit &U) {
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

static std::vector<std::string> kitHeaders(StringRef Root) {
  std::string Newest;
  VersionTuple Best;
  std::error_code EC;
  for (sys::fs::directory_iterator I(Root + "/Include", EC), E; !EC && I != E;
       I.increment(EC)) {
    VersionTuple Version;
    if (Version.tryParse(sys::path::filename(I->path())) || Version < Best ||
        !sys::fs::is_directory(I->path() + "/km"))
      continue;
    Best = Version;
    Newest = I->path();
  }
  if (Newest.empty())
    return {};
  return {Newest + "/km/crt", Newest + "/km", Newest + "/shared"};
}

// A command that maps files or reads a configuration knows what it does.
static bool bringsItsOwn(const Unit &U) {
  return llvm::any_of(U.Command, [](StringRef Arg) {
    return Arg.starts_with("-ivfsoverlay") || Arg.starts_with("--config") ||
           Arg.starts_with("/winsdkdir") || Arg.starts_with("/winsysroot");
  });
}

// The headers of the newest kit that is installed, in the order of MSBuild.
static std::vector<std::string> findKit() {
  for (const char *Name : {"WDKContentRoot", "WindowsSdkDir"})
    if (auto Root = sys::Process::GetEnv(Name)) {
      std::vector<std::string> Folders = kitHeaders(*Root);
      if (!Folders.empty())
        return Folders;
    }
  auto Programs = sys::Process::GetEnv("ProgramFiles(x86)");
  return Programs ? kitHeaders(*Programs + "/Windows Kits/10")
                  : std::vector<std::string>();
}

// The target triple that a command is for. Without --target it shows in what it
// defines: cl.exe is another program for each.
static std::string targetOf(const Unit &U) {
  std::string Target = "x86_64-pc-windows-msvc";
  for (StringRef Arg : U.Command) {
    if (Arg.consume_front("--target="))
      return Arg.str();
    if (!Arg.consume_front("/D") && !Arg.consume_front("-D"))
      continue;
    StringRef Name = Arg.split('=').first;
    if (Name == "_X86_" || Name == "i386")
      Target = "i686-pc-windows-msvc";
    else if (Name == "_ARM64_")
      Target = "aarch64-pc-windows-msvc";
  }
  return Target;
}

// What standalone.cfg defines for x64, taken back for another target.
static std::vector<std::string> undefinitions(StringRef Target) {
  if (Target.starts_with("x86_64"))
    return {};
  if (Target.starts_with("aarch64"))
    return {"-U_AMD64_", "-UAMD64"};
  return {"-U_AMD64_", "-UAMD64", "-U_WIN64"};
}

static void useKit(Unit &U, const std::vector<std::string> &Kit) {
  bool Cl = isClCommand(U.Command);
  std::vector<std::string> Args;
  for (const std::string &Folder : Kit)
    Args.insert(Args.end(), {Cl ? "-imsvc" : "-isystem", Folder});
  // MSBuild forces it too: it makes try, except and finally keywords.
  Args.push_back(Cl ? "/FIwarning.h" : "-includewarning.h");
  if (Cl)
    Args.insert(Args.end(), {"/X", "--target=" + targetOf(U)});
  U.Command.insert(U.Command.begin() + 1, Args.begin(), Args.end());
}

// What standalone.cfg says, as cl-mode spells it: it reads such files too, and
// understands little of this one.
static std::vector<std::string> clStandIn(StringRef Headers) {
  std::vector<std::string> Args;
  Expected<std::string> Text = readFile((Headers + "/standalone.cfg").str());
  if (!Text) {
    consumeError(Text.takeError());
    return {"-imsvc", Headers.str(), "/X"};
  }
  for (size_t At; (At = Text->find("<CFGDIR>")) != std::string::npos;)
    Text->replace(At, StringRef("<CFGDIR>").size(), Headers.str());
  SmallVector<StringRef, 0> Lines;
  StringRef(*Text).split(Lines, '\n');
  for (StringRef Line : Lines) {
    Line = Line.trim();
    if (Line.consume_front("-isystem "))
      Args.insert(Args.end(), {"-imsvc", Line.trim().str()});
    else if (Line.consume_front("-include "))
      Args.push_back(("/FI" + Line.trim()).str());
    else if (Line == "-nostdlibinc")
      Args.push_back("/X");
    else if (Line.starts_with("-D") || Line.starts_with("-U") ||
             Line.starts_with("-W"))
      Args.push_back(Line.str());
  }
  return Args;
}

static void useStandIn(Unit &U, StringRef Headers) {
  std::vector<std::string> Args = {
      "--no-default-config", ("--config=" + Headers + "/standalone.cfg").str()};
  std::string Target = targetOf(U);
  if (isClCommand(U.Command)) {
    Args = clStandIn(Headers);
    Args.push_back("--target=" + Target);
  }
  llvm::append_range(Args, undefinitions(Target));
  U.Command.insert(U.Command.begin() + 1, Args.begin(), Args.end());
}

void flt::driver::findKernelHeaders(Project &P, StringRef Headers) {
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
  std::vector<std::string> Kit = findKit();
  unsigned Count = 0;
  for (Unit &U : P.Units) {
    if (bringsItsOwn(U) || llvm::any_of(includeFolders(U), Has))
      continue;
    if (!Kit.empty()) {
      useKit(U, Kit);
      continue;
    }
    ++Count;
    if (!Headers.empty())
      useStandIn(U, Headers);
  }
  if (!Count)
    return;
  std::string Which = Count == P.Units.size()
                          ? "no WDK headers are found"
                          : "no WDK headers are found for " + utostr(Count) +
                                " of " + utostr(P.Units.size()) + " files";
  P.Warnings.push_back(
      Headers.empty()
          ? Which + ", and the stand-in headers are not installed beside this "
                    "program; give their folder with --headers"
          : Which + "; the stand-in headers in " + Headers.str() +
                " are used instead");
}
