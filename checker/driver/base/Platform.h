//===-- driver/base/Platform.h - what systems do in their own ways *- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All that LLVM has no wrapper for. Each system has one file that implements
// it: PlatformUnix.cpp, PlatformWindows.cpp. No other file of the driver
// includes a header of a system.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_PLATFORM_H
#define FLT_DRIVER_BASE_PLATFORM_H

#include "llvm/Support/Program.h"
#include <string>

namespace flt::driver {

/// Removes a folder when this process has ended without doing it: on Unix, a
/// child waits for that. Nobody does on Windows. To be made before threads are
/// started.
class Janitor {
public:
  explicit Janitor(const std::string &Folder);
  /// Waits until the folder is gone.
  ~Janitor();
  Janitor(const Janitor &) = delete;
  Janitor &operator=(const Janitor &) = delete;

private:
  [[maybe_unused]] int Process = -1;
  /// The end of a pipe that closes with this process.
  [[maybe_unused]] int Alive = -1;
};

/// Lets dieWithParent() of processes started from now on know this one.
void adoptWorkers();

/// Ends this process as soon as the one that adopted it has ended (on Linux and
/// Windows). Does nothing in a process that nobody adopted: a build system's.
void dieWithParent();

/// Ends this process when it has used so many \p Seconds of processor time; 0
/// is no limit.
void limitProcessorTime(unsigned Seconds);

/// Ends \p Child at once; the caller still waits for it.
void endProcess(const llvm::sys::ProcessInfo &Child);

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_PLATFORM_H
