//===-- TempFolder.h - what a run leaves behind: nothing --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_TEMPFOLDER_H
#define FLT_DRIVER_BASE_TEMPFOLDER_H

#include "llvm/Support/Error.h"
#include <string>
#include <system_error>

namespace flt::driver {

/// A folder of its own, which goes when this does, or when the process ends in
/// whatever way: on Unix a child waits for that. To be made before threads are
/// started.
class TempFolder {
public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder &) = delete;
  TempFolder &operator=(const TempFolder &) = delete;

  /// \returns why there is no folder, if so.
  llvm::Error error() const;
  const std::string &path() const { return Path; }

private:
  void startJanitor();

  std::string Path;
  std::error_code EC;
  int Janitor = -1; ///< Its process, if there is one.
  int Alive = -1;   ///< The end of a pipe that closes with this process.
};

/// Lets dieWithParent() of processes started from now on know this one.
void adoptWorkers();

/// Ends this process as soon as the one that adopted it has ended (on Linux).
/// Does nothing in a process that nobody adopted: a build system's.
void dieWithParent();

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_TEMPFOLDER_H
