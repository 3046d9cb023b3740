//===-- SourceFiles.h - the file system that units read from ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_SOURCEFILES_H
#define FLT_DRIVER_BASE_SOURCEFILES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <optional>
#include <string>

namespace flt::driver {

/// The real file system as a Windows driver wants it: names that exist in other
/// letter case are found, and files of the overlay have other content, or are
/// gone. It remembers what was read, and what was looked for in vain, because a
/// file that appears there later would change the result.
class SourceFiles : public llvm::vfs::ProxyFileSystem {
public:
  /// \param Overlay maps canonical paths to the files that hold their content;
  ///   an empty name means that there is no such file.
  explicit SourceFiles(const std::map<std::string, std::string> &Overlay);

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;

  /// \returns the path under which \p Path exists: with the letter case of the
  /// disk, or empty.
  std::string actualPath(llvm::StringRef Path);

  /// \returns the canonical path of \p Path (relative to \p Directory), as it
  /// is spelled on disk if it exists.
  std::string whereIs(llvm::StringRef Path, llvm::StringRef Directory);

  /// Absolute paths that were looked for in vain.
  const llvm::StringSet<> &absent() const { return Absent; }
  /// Canonical paths, as on disk, of all files that were opened.
  const llvm::StringSet<> &opened() const { return Opened; }

private:
  std::string actualAbsolute(const llvm::Twine &Path);
  /// \returns where the overlay has the file: empty if it is gone, nothing if
  /// the overlay does not know it.
  std::optional<std::string> overlaid(llvm::StringRef Absolute) const;
  const llvm::StringMap<std::string> &folder(llvm::StringRef Path);

  /// Names of a folder, from small letters to what the disk has.
  llvm::StringMap<llvm::StringMap<std::string>> Folders;
  std::map<std::string, std::string> Overlay;
  llvm::StringSet<> Absent;
  llvm::StringSet<> Opened;
};

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_SOURCEFILES_H
