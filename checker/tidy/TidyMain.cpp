//===-- tidy/TidyMain.cpp - flt-tidy --------------------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A whole clang-tidy with the checks linked in, for IDEs and for systems where
// clang-tidy can't load modules. Whoever runs it by itself means these checks.
//
//===----------------------------------------------------------------------===//
#include "clang-tidy/tool/ClangTidyMain.h"
#include "tidy/TidyArguments.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace flt;

static constexpr char Help[] =
    "FltCheck " FLT_VERSION
    ": clang-tidy with checks for Windows file-system minifilter drivers.\n\n"
    "The checks flt-* are enabled unless --checks, --config or a .clang-tidy "
    "speaks of\nthem. --standalone takes the kernel headers that come with "
    "FltCheck, for a file\nwithout a WDK: flt-tidy --standalone file.c -- "
    "-DDBG=1. All else is clang-tidy's:\n\n";

int main(int Argc, const char **Argv) {
  std::string Program =
      llvm::sys::fs::getMainExecutable(Argv[0], (void *)(intptr_t)&main);
  llvm::SmallString<128> Headers(
      llvm::sys::path::parent_path(llvm::sys::path::parent_path(Program)));
  llvm::sys::path::append(Headers, "share", "fltcheck", "include");
  TidyArguments Arguments(llvm::ArrayRef<const char *>(Argv, Argc), Headers);
  if (Arguments.asksForVersion())
    llvm::outs() << "FltCheck " << FLT_VERSION << "\n";
  if (Arguments.asksForHelp())
    llvm::outs() << Help;
  llvm::outs().flush();
  std::vector<const char *> Words = Arguments.complete();
  return clang::tidy::clangTidyMain(Words.size() - 1, Words.data());
}
