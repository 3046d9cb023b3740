//===-- driver/unit/AdjustedFiles.cpp - files as the compiler sees them ---===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/MemoryFile.h"
#include "driver/unit/Adjustments.h"
#include "driver/unit/Generated.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

namespace {
class AdjustedFiles : public vfs::ProxyFileSystem {
public:
  AdjustedFiles(IntrusiveRefCntPtr<vfs::FileSystem> Below, const Adjustments &A,
                SourceFiles &Disk, StringRef Directory)
      : ProxyFileSystem(std::move(Below)), A(A), Disk(Disk),
        Directory(Directory) {}

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto File = ProxyFileSystem::openFileForRead(Path);
    if (!File)
      return generated(Path.str());
    std::string Canonical = Disk.whereIs(Path.str(), Directory);
    if (!A.changes(Canonical))
      return File;
    auto Status = (*File)->status();
    auto Buffer = (*File)->getBuffer(Path);
    if (!Status || !Buffer)
      return File;
    return memoryFile(*Status, A.apply(Canonical, (*Buffer)->getBuffer()));
  }

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    auto Status = ProxyFileSystem::status(Path);
    if (Status && (Status->isDirectory() ||
                   !A.changes(Disk.whereIs(Path.str(), Directory))))
      return Status;
    auto File = Status ? openFileForRead(Path) : generated(Path.str());
    return File ? (*File)->status() : Status;
  }

private:
  /// What a build makes where there is no \p Path, or an error.
  ErrorOr<std::unique_ptr<vfs::File>> generated(const std::string &Path) {
    StringRef Ending = sys::path::extension(Path);
    std::error_code None =
        make_error_code(std::errc::no_such_file_or_directory);
    SmallString<256> Source(Path);
    bool IsTrace = Ending.equals_insensitive(".tmh");
    if (IsTrace)
      sys::path::remove_filename(Source);
    else if (Ending.equals_insensitive(".h"))
      sys::path::replace_extension(Source, "mc");
    else
      return None;
    if (IsTrace && Source.empty())
      Source = ".";
    auto Status = ProxyFileSystem::status(Source);
    if (!Status || Status->isDirectory() != IsTrace)
      return None;
    auto File = vfs::Status(
        Path, vfs::getNextVirtualUniqueID(), Status->getLastModificationTime(),
        0, 0, 0, sys::fs::file_type::regular_file, sys::fs::perms::all_read);
    if (IsTrace)
      return memoryFile(File, traceHeader(A.traceFunctions()));
    auto Buffer = getBufferForFile(Source);
    if (!Buffer)
      return None;
    return memoryFile(File, messageHeader((*Buffer)->getBuffer()));
  }

  const Adjustments &A;
  SourceFiles &Disk;
  std::string Directory;
};
} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
Adjustments::over(IntrusiveRefCntPtr<vfs::FileSystem> Below) const {
  return makeIntrusiveRefCnt<AdjustedFiles>(std::move(Below), *this, Disk,
                                            Directory);
}
