//===-- driver/base/Command.cpp - compilation commands --------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Command.h"
#include "clang/Basic/Version.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;

bool flt::driver::isClCommand(ArrayRef<std::string> Command) {
  for (StringRef Arg : Command)
    if (Arg.consume_front("--driver-mode="))
      return Arg == "cl";
  if (Command.empty())
    return false;
  // A database from Windows, read on Linux, has its separators.
  StringRef Program = Command.front();
  Program = Program.substr(Program.find_last_of("/\\") + 1);
  return Program.equals_insensitive("cl") ||
         Program.equals_insensitive("cl.exe") ||
         Program.starts_with_insensitive("clang-cl");
}

// Whether a precompiled header is made or used: neither exists for us, and the
// sources include the header itself.
static bool isPrecompiledHeaderFlag(StringRef Arg) {
  if (!Arg.consume_front("/") && !Arg.consume_front("-"))
    return false;
  return Arg.starts_with("Yu") || Arg.starts_with("Yc") || Arg == "Y-" ||
         Arg.starts_with("Fp");
}

// Where Clang's own headers are: beside this program, where it was installed
// with them, or those of the Clang that it was built with.
static const std::string &resourceFolder() {
  static const std::string Folder = [] {
    static int Anchor;
    std::string Program = sys::fs::getMainExecutable(nullptr, &Anchor);
    SmallString<128> Beside(
        sys::path::parent_path(sys::path::parent_path(Program)));
    sys::path::append(Beside, "lib", "clang", CLANG_VERSION_MAJOR_STRING);
    return sys::fs::exists(Beside + "/include/stddef.h") ? std::string(Beside)
                                                         : FLT_RESOURCE_DIR;
  }();
  return Folder;
}

std::vector<std::string>
flt::driver::syntaxOnly(std::vector<std::string> Command, StringRef File) {
  using namespace clang::tooling;
  bool Cl = isClCommand(Command);
  ArgumentsAdjuster Adjust =
      combineAdjusters(combineAdjusters(getClangStripOutputAdjuster(),
                                        getClangStripDependencyFileAdjuster()),
                       combineAdjusters(getStripPluginsAdjuster(),
                                        getClangSyntaxOnlyAdjuster()));
  Command = Adjust(Command, File);
  if (Cl) {
    llvm::erase_if(Command,
                   [](StringRef A) { return isPrecompiledHeaderFlag(A); });
    // The tools that read Windows databases key on the name of the program.
    Command.front() = "clang-cl";
  }
  // The compiler of the command need not exist here, nor be the one whose
  // headers fit this program.
  if (llvm::none_of(Command,
                    [](StringRef A) { return A.starts_with("-resource-dir"); }))
    Command.insert(Command.begin() + 1, "-resource-dir=" + resourceFolder());
  // -Werror must not decide whether a file is looked at, nor must warnings
  // that are errors by default: MSVC accepts what they are about.
  auto End = llvm::find(Command, "--");
  // A function that nothing declares is to be told.
  Command.insert(End, {"-Wno-everything", "-Wno-error",
                       "-Wimplicit-function-declaration",
                       "-Wno-error=implicit-function-declaration"});
  return Command;
}

std::string flt::driver::traceDefinition(StringRef Functions) {
  std::string Names;
  unsigned Depth = 0;
  for (char C : Functions) {
    Depth += C == '(';
    if (!Depth)
      Names += C == ';' || isSpace(C) ? ',' : C;
    Depth -= C == ')' && Depth;
  }
  SmallVector<StringRef, 8> Parts;
  StringRef(Names).split(Parts, ',', -1, /*KeepEmpty=*/false);
  return Parts.empty() ? ""
                       : ("/D" + TraceMacro + "=" + join(Parts, ",")).str();
}
