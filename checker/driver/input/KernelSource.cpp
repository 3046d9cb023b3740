//===-- driver/input/KernelSource.cpp - is a source for the kernel? -------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/KernelSource.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;
using namespace flt::driver;

SourceKind flt::driver::kindOfHeader(StringRef Name) {
  static const StringSet<> Kernel = {"ntifs.h", "fltkernel.h", "ntddk.h",
                                     "wdm.h",   "wdf.h",       "ndis.h",
                                     "fwpsk.h", "ntosp.h",     "rx.h"};
  static const StringSet<> User = {
      "windows.h", "winsock.h",  "winsock2.h",    "afx.h",      "afxwin.h",
      "shlobj.h",  "tchar.h",    "iostream",      "fltuser.h",  "winbase.h",
      "winuser.h", "winsvc.h",   "winternl.h",    "wincrypt.h", "tlhelp32.h",
      "psapi.h",   "commctrl.h", "shlwapi.h",     "shellapi.h", "atlbase.h",
      "fstream",   "sstream",    "filesystem",    "unistd.h",   "pthread.h",
      "gtest.h",   "catch.hpp",  "cppunittest.h", "uefi.h",     "efi.h",
      "efilib.h",  "uefilib.h"};
  std::string Small = Name.lower();
  return Kernel.contains(Small) ? SourceKind::Kernel
         : User.contains(Small) ? SourceKind::User
                                : SourceKind::Unknown;
}

static std::string joined(StringRef Folder, StringRef Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

const std::vector<std::string> &
KernelSources::includesOf(const std::string &File) {
  auto [It, New] = Includes.try_emplace(File);
  if (!New)
    return It->second;
  auto Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return It->second;
  std::string Text = (*Buffer)->getBuffer().str();
  // A source in UTF-16 has a zero beside each letter of an #include.
  Text.erase(std::remove(Text.begin(), Text.end(), '\0'), Text.end());
  SmallVector<StringRef, 0> Lines;
  StringRef(Text).split(Lines, '\n');
  for (StringRef Line : Lines) {
    Line = Line.trim();
    if (!Line.consume_front("#"))
      continue;
    Line = Line.ltrim();
    if (!Line.consume_front("include"))
      continue;
    Line = Line.ltrim();
    if (Line.consume_front("\"") || Line.consume_front("<"))
      It->second.push_back(
          Line.take_until([](char C) { return C == '"' || C == '>'; }).str());
  }
  return It->second;
}

bool KernelSources::exists(StringRef Path) {
  auto [It, New] = Existing.try_emplace(Path);
  if (New)
    It->second = sys::fs::exists(Path);
  return It->second;
}

// The nearest headers decide: a header that programs and drivers share may
// lead to either, further down.
SourceKind KernelSources::follow(StringRef File,
                                 function_ref<void(StringRef, Try)> Find) {
  // A source that leads nowhere by then uses a library of programs.
  constexpr size_t Most = 300;
  std::vector<std::string> Level = {File.str()}, Next;
  StringSet<> Seen;
  Seen.insert(File);
  auto TryPath = [&](StringRef Path) {
    if (!exists(Path))
      return false;
    if (Seen.insert(Path).second)
      Next.push_back(Path.str());
    return true;
  };
  for (; !Level.empty() && Seen.size() < Most; Level = std::move(Next)) {
    SourceKind Kind = SourceKind::Unknown;
    Next.clear();
    for (const std::string &Current : Level)
      for (std::string Name : includesOf(Current)) {
        std::replace(Name.begin(), Name.end(), '\\', '/');
        Kind = std::max(Kind, kindOfHeader(sys::path::filename(Name)));
        if (!TryPath(joined(sys::path::parent_path(Current), Name)))
          Find(Name, TryPath);
      }
    if (Kind != SourceKind::Unknown)
      return Kind;
  }
  return SourceKind::Unknown;
}

SourceKind KernelSources::kindOf(StringRef File,
                                 const std::vector<std::string> &Folders) {
  return follow(File, [&](StringRef Name, Try Try) {
    for (const std::string &Folder : Folders)
      if (Try(joined(Folder, Name)))
        return;
  });
}

SourceKind KernelSources::kindOf(StringRef File, const SourceTree &Tree) {
  return follow(File, [&](StringRef Name, Try Try) {
    auto Known = Tree.Headers.find(sys::path::filename(Name).lower());
    if (Known == Tree.Headers.end())
      return;
    // "../inc/names.h" may be any that ends in "inc/names.h".
    while (Name.consume_front("../") || Name.consume_front("./"))
      ;
    for (const std::string &Path : Known->second)
      if (StringRef(Path).ends_with_insensitive(("/" + Name).str()) &&
          Try(Path))
        return;
  });
}

bool KernelSources::lacksHeader(StringRef File,
                                const std::vector<std::string> &Folders,
                                const SourceTree &Tree) {
  std::vector<std::string> Open = {File.str()};
  StringSet<> Seen;
  Seen.insert(File);
  auto Leads = [&](StringRef Path) {
    if (!exists(Path))
      return false;
    if (Seen.insert(Path).second)
      Open.push_back(Path.str());
    return true;
  };
  while (!Open.empty()) {
    std::string Current = std::move(Open.back());
    Open.pop_back();
    for (std::string Name : includesOf(Current)) {
      std::replace(Name.begin(), Name.end(), '\\', '/');
      if (!Leads(joined(sys::path::parent_path(Current), Name)) &&
          llvm::none_of(Folders,
                        [&](StringRef F) { return Leads(joined(F, Name)); }) &&
          Tree.Headers.count(sys::path::filename(Name).lower()))
        return true;
    }
  }
  return false;
}
