//===-- Schedule.h - shares questions out between workers -------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_SCHEDULE_H
#define FLT_DRIVER_CROSSFILE_SCHEDULE_H

#include "driver/crossfile/WorkerProcess.h"
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>

namespace flt::driver {

/// A question, and what is done with its answer.
struct Task {
  Question Q;
  std::function<void(llvm::Expected<Answer>)> Done;
};

/// Asks several workers at a time: each, as far as possible, about units that
/// it has parsed already.
class Schedule {
public:
  Schedule(const WorkerOptions &Options, unsigned Jobs)
      : Options(Options), Jobs(Jobs) {}

  /// To be called before run(), or by what a task does in the end.
  void add(Task T);
  /// Returns when all tasks are done. What they do with answers happens one at
  /// a time.
  void run();

private:
  void work(unsigned Number);
  /// \returns the task for the worker \p Number.
  Task take(unsigned Number);

  const WorkerOptions &Options;
  unsigned Jobs;
  std::mutex Lock;
  std::condition_variable Changed;
  std::list<Task> Waiting;
  unsigned Busy = 0;
  std::vector<std::vector<unsigned>> Loaded; ///< By worker.
};

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_SCHEDULE_H
