//===-- TempFolder.h - what a run leaves behind: nothing --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_TEMPFOLDER_H
#define FLT_DRIVER_BASE_TEMPFOLDER_H

#include "driver/base/Platform.h"
#include "llvm/Support/Error.h"
#include <memory>
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
  std::string Path;
  std::error_code EC;
  std::unique_ptr<Janitor> Cleans;
};

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_TEMPFOLDER_H
