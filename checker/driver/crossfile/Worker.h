//===-- Worker.h - runs a step in a process of its own ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_WORKER_H
#define FLT_DRIVER_CROSSFILE_WORKER_H

#include "driver/base/Unit.h"

namespace flt::driver {

/// Analyses units in processes of their own, so that a crash costs one file.
/// Thread-safe.
class Worker {
public:
  /// \param Program this executable.
  /// \param Folder for the files that are exchanged; exists, and is the
  ///   caller's to remove.
  /// \param CpuLimit seconds of processor time for a unit; 0 for no limit.
  Worker(std::string Program, std::string Folder, unsigned CpuLimit)
      : Program(std::move(Program)), Folder(std::move(Folder)),
        CpuLimit(CpuLimit) {}

  /// \param Index names the unit in the folder.
  /// \returns what the process made of it; if it died, a result that says so.
  UnitResult run(const Job &J, Purpose Why, unsigned Index,
                 const std::string &Rows);

private:
  std::string Program;
  std::string Folder;
  unsigned CpuLimit;
};

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_WORKER_H
