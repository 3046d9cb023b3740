//===-- driver/crossfile/Cache.cpp - results of earlier runs --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Cache.h"
#include "driver/base/Files.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;
using namespace flt::driver;

// The first line of an entry: this and the hash of the rest.
static constexpr StringLiteral Magic = "fltcheck-result ";

std::string FileHashes::hash(const std::string &Path) {
  std::lock_guard<std::mutex> Guard(Lock);
  auto [It, New] = Hashes.try_emplace(Path);
  if (New)
    if (auto Buffer = Files.getBufferForFile(Path))
      It->second = contentHash((*Buffer)->getBuffer());
  return It->second;
}

bool FileHashes::exists(const std::string &Path) {
  std::lock_guard<std::mutex> Guard(Lock);
  auto [It, New] = Existing.try_emplace(Path);
  if (New)
    It->second = Files.exists(Path);
  return It->second;
}

std::string Cache::entryPath(const Unit &U, bool CrossFile) {
  std::string Key = (CrossFile ? "together " : "alone ") + Salt + '\0' +
                    U.File + '\0' + U.Directory + '\0' + Hashes.hash(U.File);
  for (const std::string &Arg : U.Command)
    Key += '\0' + Arg;
  SmallString<256> Path(Folder);
  // pruneCache() looks after files of this prefix only.
  sys::path::append(Path, "llvmcache-" + contentHash(Key));
  return std::string(Path);
}

bool Cache::isCurrent(const UnitResult &R) {
  for (const auto &[Path, Hash] : R.Reads)
    if (Hashes.hash(Path) != Hash)
      return false;
  for (const std::string &Path : R.Absent)
    if (Hashes.exists(Path))
      return false;
  return true;
}

static std::optional<UnitRecord> readEntry(StringRef Path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return std::nullopt;
  auto [First, Rest] = (*Buffer)->getBuffer().split('\n');
  if (!First.consume_front(Magic) || First != contentHash(Rest))
    return std::nullopt;
  Expected<json::Value> Value = json::parse(Rest);
  if (!Value) {
    consumeError(Value.takeError());
    return std::nullopt;
  }
  UnitRecord R;
  json::Path::Root Root;
  if (!fromJSON(*Value, R, Root))
    return std::nullopt;
  return R;
}

std::optional<UnitRecord> Cache::find(const Unit &U, bool CrossFile) {
  if (Folder.empty())
    return std::nullopt;
  std::optional<UnitRecord> R = readEntry(entryPath(U, CrossFile));
  if (!R || !isCurrent(R->Facts.Result))
    return std::nullopt;
  return R;
}

void Cache::store(const Unit &U, bool CrossFile, const UnitRecord &R) {
  // An entry must answer for the files as they are: if one has changed while
  // it was analysed, the next run has to look again.
  if (Folder.empty() || !isCurrent(R.Facts.Result))
    return;
  std::string Text = formatv("{0}", toJSON(R)).str();
  Error E = writeFile(entryPath(U, CrossFile),
                      Magic.str() + contentHash(Text) + "\n" + Text);
  if (!E)
    return;
  std::string Message = toString(std::move(E));
  std::lock_guard<std::mutex> Guard(Lock);
  if (Trouble.empty())
    Trouble = "the cache is not kept, so that the next run starts from "
              "scratch: " +
              Message +
              "; free some space, or choose another folder with "
              "--cache-dir, or switch it off with --no-cache";
}

std::string Cache::trouble() {
  std::lock_guard<std::mutex> Guard(Lock);
  return Trouble;
}

void Cache::prune() {
  if (Folder.empty())
    return;
  CachePruningPolicy Policy;
  Policy.Expiration = std::chrono::hours(24 * 30);
  Policy.MaxSizePercentageOfAvailableSpace = 10;
  pruneCache(Folder, Policy);
}

std::string flt::driver::defaultCacheFolder() {
  if (std::optional<std::string> Set =
          sys::Process::GetEnv("FLTCHECK_CACHE_DIR"))
    return absolutePath(*Set);
  SmallString<256> Path;
  if (!sys::path::cache_directory(Path))
    return "";
  sys::path::append(Path, "fltcheck");
  return std::string(Path);
}
