//===-- lsp/Session.h - looks at what is open, in the background *- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two threads of this object start processes, one at a time each: one for the
// units that are open and change, and one for the driver as it is on the disk,
// from which it is known what functions of other files do. Neither ever holds
// the lock while a process runs or the editor is told something, so that no
// caller waits for them.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_SESSION_H
#define FLT_LSP_SESSION_H

#include "driver/base/TempFolder.h"
#include "lsp/Editor.h"
#include "lsp/Folders.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace flt::server {

/// Thread-safe, but for start().
class Session {
public:
  Session(std::string Program, std::vector<std::string> Arguments,
          Editor &Told);
  ~Session();

  /// \returns why nothing can be looked at, if so.
  llvm::Error error() const { return Temp.error(); }

  /// Begins to work.
  /// \param Debounce how long a text must rest before it is looked at.
  void start(std::chrono::milliseconds Debounce);

  void addFolder(llvm::StringRef Path);
  void removeFolder(llvm::StringRef Path);
  void open(llvm::StringRef Path, Document D);
  /// \p Edit changes the text.
  void change(llvm::StringRef Path, std::int64_t Version,
              llvm::function_ref<void(std::string &Text)> Edit);
  void save(llvm::StringRef Path);
  void close(llvm::StringRef Path);
  /// Files that are not open have changed, come or gone.
  void filesChanged();
  /// Gives up what is looked at on the disk, until something changes there.
  void stopIndex();

  /// \returns what \p Answer says of the folder of \p Path, or null if there is
  /// none. It is called while nothing changes, and must not take long.
  llvm::json::Value
  ask(llvm::StringRef Path,
      llvm::function_ref<llvm::json::Value(const Folder &, const Documents &)>
          Answer);

private:
  struct Run {
    std::shared_ptr<Folder> F;
    std::shared_ptr<UnitState> S;
    driver::Job J;
    driver::Plan P;
    std::string Rows;
    std::vector<EffectPlace> Others; ///< In other files.
    std::optional<Baseline> Known;
    std::map<std::string, std::int64_t> Versions;
    Documents Open;
  };

  void lookAtUnits();
  bool nextUnit(std::unique_lock<std::mutex> &Held, Run &R);
  void fill(Run &R);
  void runUnit(Run &R);
  void lookAtFolders();
  std::shared_ptr<Folder> nextFolder(std::unique_lock<std::mutex> &Held);
  void runFolder(const std::shared_ptr<Folder> &F, bool OnlyPlan);
  void install(Folder &F, llvm::Expected<Findings> New, bool OnlyPlan);
  std::vector<std::string> commandFor(const Folder &F, bool OnlyPlan,
                                      const std::string &Output) const;
  void adopt(const std::string &Path);
  std::shared_ptr<Folder> folderOf(llvm::StringRef Path) const;
  void touch(llvm::StringRef Path, Clock::time_point Due);
  void wantIndex(llvm::StringRef Path);
  void publish();

  const std::string Program;
  const std::vector<std::string> Arguments;
  Editor &Told;
  driver::TempFolder Temp;
  std::chrono::milliseconds Debounce{0};

  std::mutex Lock; ///< Of all below, but for what is said to be atomic.
  std::condition_variable Changed;
  Documents Open;
  std::vector<std::shared_ptr<Folder>> Folders;
  std::shared_ptr<UnitState> Running;
  std::shared_ptr<Folder> Indexing;
  bool Ends = false;
  std::atomic<bool> StopUnit{false}, StopIndex{false};

  std::mutex PublishLock; ///< Taken before Lock; keeps the order.
  std::map<std::string, std::string> Published; ///< By path, as text.

  std::thread Units, Drivers;
};

} // namespace flt::server

#endif // FLT_LSP_SESSION_H
