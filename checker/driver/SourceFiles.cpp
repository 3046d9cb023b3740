//===-- driver/SourceFiles.cpp - the file system that units are read from -===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/SourceFiles.h"
#include "driver/Files.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt::driver;

static IntrusiveRefCntPtr<vfs::FileSystem>
overlay(const std::map<std::string, std::string> &Files) {
  // Its own working directory, unlike getRealFileSystem().
  IntrusiveRefCntPtr<vfs::FileSystem> Disk(
      vfs::createPhysicalFileSystem().release());
  if (Files.empty())
    return Disk;
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  for (const auto &[Path, Content] : Files)
    if (auto Buffer = MemoryBuffer::getFile(Content))
      Memory->addFile(Path, 0, std::move(*Buffer));
  auto Both = makeIntrusiveRefCnt<vfs::OverlayFileSystem>(std::move(Disk));
  Both->pushOverlay(std::move(Memory));
  return Both;
}

SourceFiles::SourceFiles(const std::map<std::string, std::string> &Overlay)
    : ProxyFileSystem(overlay(Overlay)) {}

const StringMap<std::string> &SourceFiles::folder(StringRef Path) {
  auto [It, New] = Folders.try_emplace(Path);
  if (New) {
    std::error_code EC;
    for (auto I = getUnderlyingFS().dir_begin(Path, EC);
         !EC && I != vfs::directory_iterator(); I.increment(EC)) {
      StringRef Name = sys::path::filename(I->path());
      It->second[Name.lower()] = Name.str();
    }
  }
  return It->second;
}

std::string SourceFiles::actualPath(StringRef Path) {
  if (getUnderlyingFS().exists(Path))
    return Path.str();
  StringRef Parent = sys::path::parent_path(Path);
  if (Parent.empty() || Parent == Path)
    return "";
  std::string Folder = actualPath(Parent);
  if (Folder.empty())
    return "";
  const StringMap<std::string> &Names = folder(Folder);
  auto It = Names.find(sys::path::filename(Path).lower());
  if (It == Names.end())
    return "";
  SmallString<256> Result(Folder);
  sys::path::append(Result, It->second);
  return std::string(Result);
}

ErrorOr<vfs::Status> SourceFiles::status(const Twine &Path) {
  ErrorOr<vfs::Status> Result = ProxyFileSystem::status(Path);
  if (Result)
    return Result;
  SmallString<256> Absolute;
  Path.toVector(Absolute);
  (void)makeAbsolute(Absolute);
  std::string Actual = actualPath(Absolute);
  if (Actual.empty()) {
    sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
    Absent.insert(Absolute);
    return Result;
  }
  Result = ProxyFileSystem::status(Actual);
  if (Result)
    Result = vfs::Status::copyWithNewName(*Result, Path);
  return Result;
}

ErrorOr<std::unique_ptr<vfs::File>>
SourceFiles::openFileForRead(const Twine &Path) {
  auto Result = ProxyFileSystem::openFileForRead(Path);
  if (Result)
    return Result;
  SmallString<256> Absolute;
  Path.toVector(Absolute);
  (void)makeAbsolute(Absolute);
  std::string Actual = actualPath(Absolute);
  if (Actual.empty()) {
    sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
    Absent.insert(Absolute);
    return Result;
  }
  return vfs::File::getWithPath(ProxyFileSystem::openFileForRead(Actual), Path);
}

bool SourceFiles::exists(const Twine &Path) { return bool(status(Path)); }
