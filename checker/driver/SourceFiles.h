//===-- driver/SourceFiles.h - the file system that units are read from -*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_SOURCEFILES_H
#define FLT_DRIVER_SOURCEFILES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <string>

namespace flt::driver {

/// The real file system as a Windows driver wants it: names that exist in other
/// letter case are found, and files of the overlay have other content. It
/// remembers what was looked for in vain, because a file that appears there
/// later would change the result.
class SourceFiles : public llvm::vfs::ProxyFileSystem {
public:
  /// \param Overlay maps absolute paths to the files that hold their content.
  explicit SourceFiles(const std::map<std::string, std::string> &Overlay);

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;

  /// \returns the path under which \p Path exists: with the letter case of the
  /// disk, or empty.
  std::string actualPath(llvm::StringRef Path);

  const llvm::StringSet<> &absent() const { return Absent; }

private:
  const llvm::StringMap<std::string> &folder(llvm::StringRef Path);

  /// Names of a folder, from small letters to what the disk has.
  llvm::StringMap<llvm::StringMap<std::string>> Folders;
  llvm::StringSet<> Absent;
};

} // namespace flt::driver

#endif // FLT_DRIVER_SOURCEFILES_H
