//===-- driver/input/Fallback.cpp - sources without a whole command -------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/Fallback.h"
#include "driver/base/Command.h"
#include "driver/base/Files.h"
#include "driver/input/StandIn.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;
using namespace flt::driver;

// One flag a line, as clang's tools read it.
static std::vector<std::string> readFlags(StringRef Path) {
  std::vector<std::string> Flags;
  Expected<std::string> Text = readFile(Path);
  if (!Text) {
    consumeError(Text.takeError());
    return Flags;
  }
  SmallVector<StringRef, 0> Lines;
  StringRef(*Text).split(Lines, '\n');
  for (StringRef Line : Lines)
    if (!Line.trim().empty())
      Flags.push_back(Line.trim().str());
  return Flags;
}

bool flt::driver::useFlagsFile(Unit &U) {
  for (StringRef F = sys::path::parent_path(U.File); !F.empty();
       F = sys::path::parent_path(F)) {
    std::string Path = (F + "/compile_flags.txt").str();
    if (sys::fs::exists(Path)) {
      U.Command = {"clang"};
      llvm::append_range(U.Command, readFlags(Path));
      U.Command.push_back(U.File);
      U.Directory = F.str();
      return true;
    }
    if (sys::fs::exists(F + "/.git"))
      break;
  }
  return false;
}

void flt::driver::addFlags(Unit &U, const std::vector<std::string> &Flags) {
  auto At = llvm::find(U.Command, "--");
  // Without "--" the file may stand anywhere; after it nothing else is a flag.
  U.Command.insert(At, Flags.begin(), Flags.end());
}

// How many steps lead from one folder to another.
static size_t stepsBetween(StringRef A, StringRef B) {
  auto IA = sys::path::begin(A), EA = sys::path::end(A);
  auto IB = sys::path::begin(B), EB = sys::path::end(B);
  while (IA != EA && IB != EB && *IA == *IB)
    ++IA, ++IB;
  return std::distance(IA, EA) + std::distance(IB, EB);
}

void flt::driver::addHeaderFolders(Unit &U, const SourceTree &Tree) {
  // "common/names.h" is found from the folder above.
  std::set<std::string> All = Tree.HeaderFolders;
  for (const std::string &Folder : Tree.HeaderFolders)
    All.insert(sys::path::parent_path(Folder).str());
  StringRef Own = sys::path::parent_path(U.File);
  // Clang forgets the first place of a folder that is named once more as one
  // of the system's, and would find the kernel's headers before it.
  std::set<std::string> Named;
  for (const std::string &Folder : includeFolders(U))
    Named.insert(canonicalPath(Folder + "/."));
  std::vector<std::pair<size_t, std::string>> Near;
  for (const std::string &Folder : All)
    if (!Named.count(canonicalPath(Folder + "/.")))
      Near.emplace_back(stepsBetween(Own, Folder), Folder);
  llvm::sort(Near);
  constexpr size_t Most = 100; // Each costs a look for each missing header.
  Near.resize(std::min(Near.size(), Most));
  bool Cl = isClCommand(U.Command);
  std::vector<std::string> Flags;
  for (const auto &[Steps, Folder] : Near)
    if (Cl)
      Flags.insert(Flags.end(), {"/clang:-idirafter", "/clang:" + Folder});
    else
      Flags.insert(Flags.end(), {"-idirafter", Folder});
  addFlags(U, Flags);
}
