//===-- driver/crossfile/Cache.h - results of earlier runs ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_CACHE_H
#define FLT_DRIVER_CROSSFILE_CACHE_H

#include "driver/base/SourceFiles.h"
#include "driver/crossfile/UnitRecord.h"
#include <mutex>
#include <optional>

namespace flt::driver {

/// Hashes of files as they are now, each computed once. Thread-safe.
class FileHashes {
public:
  explicit FileHashes(const std::map<std::string, std::string> &Overlay)
      : Files(Overlay) {}

  /// \returns the hash of what \p Path holds, or empty if it does not exist.
  std::string hash(const std::string &Path);
  /// \returns whether \p Path exists, as a file or folder.
  bool exists(const std::string &Path);

private:
  std::mutex Lock;
  SourceFiles Files;
  std::map<std::string, std::string> Hashes;
  std::map<std::string, bool> Existing;
};

/// What is known of units, found by the content of everything that they depend
/// on: the command, the tool, the model and options, and each file that was
/// read or looked for. An entry that does not verify is the same as none.
/// Thread-safe.
class Cache {
public:
  /// \param Folder where entries are kept; empty for no cache.
  /// \param Salt hash of tool, model and options.
  Cache(std::string Folder, std::string Salt, FileHashes &Hashes)
      : Folder(std::move(Folder)), Salt(std::move(Salt)), Hashes(Hashes) {}

  /// \param CrossFile what other files may call has rows.
  std::optional<UnitRecord> find(const Unit &U, bool CrossFile);
  void store(const Unit &U, bool CrossFile, const UnitRecord &R);

  /// \returns why entries could not be written, once, or empty.
  std::string trouble();
  /// Drops entries that have not been used for long.
  void prune();

private:
  std::string entryPath(const Unit &U, bool CrossFile);
  bool isCurrent(const UnitResult &R);

  std::string Folder;
  std::string Salt;
  FileHashes &Hashes;
  std::mutex Lock;
  std::string Trouble;
};

/// \returns the folder for the cache when none is given: $FLTCHECK_CACHE_DIR,
/// else "fltcheck" in the user's cache folder. May be empty.
std::string defaultCacheFolder();

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_CACHE_H
