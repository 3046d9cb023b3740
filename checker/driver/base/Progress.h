//===-- driver/base/Progress.h - tells what goes on -------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_PROGRESS_H
#define FLT_DRIVER_BASE_PROGRESS_H

#include "llvm/ADT/StringRef.h"
#include <mutex>
#include <string>

namespace flt::driver {

/// Shows how far a run is, on the standard error: one line that is drawn over
/// on a terminal, a line for each file elsewhere. Thread-safe.
class Progress {
public:
  /// \param Root what files are shown relative to.
  Progress(bool Quiet, std::string Root);
  ~Progress() { clear(); }

  /// Begins a stage of \p Total steps.
  void begin(llvm::StringRef Stage, unsigned Total);
  /// One more step than was said.
  void more();
  /// One more step is done.
  void done(llvm::StringRef File);
  /// Removes what is drawn, before something else is printed.
  void clear();

private:
  void draw(llvm::StringRef File);

  std::mutex Lock;
  std::string Root;
  std::string Folder; ///< What files are named from.
  std::string Stage;
  unsigned Total = 0;
  unsigned Count = 0;
  bool Quiet;
  bool Terminal;
  bool Drawn = false;
};

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_PROGRESS_H
