//===-- SourceFiles.cpp - the file system that units are read from --------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/SourceFiles.h"
#include "driver/base/Files.h"
#include "driver/base/MemoryFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt::driver;

static IntrusiveRefCntPtr<vfs::FileSystem>
overlay(const std::map<std::string, std::string> &Files) {
  // Its own working directory, unlike getRealFileSystem().
  IntrusiveRefCntPtr<vfs::FileSystem> Disk(
      vfs::createPhysicalFileSystem().release());
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  bool Any = false;
  for (const auto &[Path, Content] : Files)
    if (!Content.empty())
      if (auto Buffer = MemoryBuffer::getFile(Content))
        Any |= Memory->addFile(Path, 0, std::move(*Buffer));
  if (!Any)
    return Disk;
  auto Both = makeIntrusiveRefCnt<vfs::OverlayFileSystem>(std::move(Disk));
  Both->pushOverlay(std::move(Memory));
  return Both;
}

SourceFiles::SourceFiles(const std::map<std::string, std::string> &Overlay)
    : ProxyFileSystem(overlay(Overlay)), Overlay(Overlay) {}

std::optional<std::string> SourceFiles::overlaid(StringRef Absolute) const {
  if (Overlay.empty())
    return std::nullopt;
  auto It = Overlay.find(canonicalPath(Absolute));
  if (It == Overlay.end())
    return std::nullopt;
  return It->second.empty() ? "" : It->first;
}

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
  // The overlay knows files by their canonical names.
  if (std::optional<std::string> Other = overlaid(Path))
    return *Other;
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
  return overlaid(Result).value_or(std::string(Result));
}

std::string SourceFiles::whereIs(StringRef Path, StringRef Directory) {
  std::string Canonical = canonicalPath(Path, Directory);
  std::string Actual = actualPath(Canonical);
  return Actual.empty() ? Canonical : Actual;
}

// Where Path is, or empty, which is remembered.
std::string SourceFiles::actualAbsolute(const Twine &Path) {
  SmallString<256> Absolute;
  Path.toVector(Absolute);
  (void)makeAbsolute(Absolute);
  std::string Actual = actualPath(Absolute);
  if (Actual.empty()) {
    sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
    Absent.insert(Absolute);
  }
  return Actual;
}

ErrorOr<vfs::Status> SourceFiles::status(const Twine &Path) {
  if (Overlay.empty())
    if (ErrorOr<vfs::Status> Result = ProxyFileSystem::status(Path))
      return Result;
  std::string Actual = actualAbsolute(Path);
  if (Actual.empty())
    return make_error_code(std::errc::no_such_file_or_directory);
  ErrorOr<vfs::Status> Result = ProxyFileSystem::status(Actual);
  if (Result)
    Result = vfs::Status::copyWithNewName(*Result, Path);
  return Result;
}

// As Clang can read it, and as long: a carriage return alone ends a line for
// Clang, but not for cl, and letters of a code page are none of UTF-8.
static std::string readable(std::string Text) {
  auto *Begin = reinterpret_cast<const UTF8 *>(Text.data());
  if (!isLegalUTF8String(&Begin, Begin + Text.size()))
    for (char &C : Text)
      if (!isASCII(C))
        C = '_';
  if (Text.find('\n') == std::string::npos)
    return Text;
  for (size_t At = 0; (At = Text.find('\r', At)) != std::string::npos; ++At)
    if (At + 1 < Text.size() && Text[At + 1] != '\n' && Text[At + 1] != '\r')
      Text[At] = ' ';
  return Text;
}

// Visual Studio saves UTF-16, and cl reads it; Clang does not.
static std::unique_ptr<vfs::File> asUTF8(std::unique_ptr<vfs::File> File,
                                         const Twine &Path) {
  auto Status = File->status();
  if (!Status || Status->isDirectory() || Status->getSize() < 2)
    return File;
  auto Buffer = File->getBuffer(Path, Status->getSize(),
                                /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return File;
  StringRef Text = (*Buffer)->getBuffer();
  std::string Converted;
  if (Text.starts_with("\xff\xfe") || Text.starts_with("\xfe\xff"))
    if (convertUTF16ToUTF8String(ArrayRef<char>(Text.data(), Text.size()),
                                 Converted))
      return memoryFile(*Status, readable(std::move(Converted)));
  return memoryFile(*Status, readable(Text.str()));
}

ErrorOr<std::unique_ptr<vfs::File>>
SourceFiles::openFileForRead(const Twine &Path) {
  std::string Actual = actualAbsolute(Path);
  if (Actual.empty())
    return make_error_code(std::errc::no_such_file_or_directory);
  auto Result = ProxyFileSystem::openFileForRead(Actual);
  if (Result)
    Opened.insert(canonicalPath(Actual));
  Result = vfs::File::getWithPath(std::move(Result), Path);
  return Result ? asUTF8(std::move(*Result), Path) : std::move(Result);
}

bool SourceFiles::exists(const Twine &Path) { return bool(status(Path)); }
