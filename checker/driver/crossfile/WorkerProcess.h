//===-- WorkerProcess.h - asks another process ------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_WORKERPROCESS_H
#define FLT_DRIVER_CROSSFILE_WORKERPROCESS_H

#include "driver/crossfile/Serve.h"
#include <optional>

namespace flt::driver {

/// How workers are started.
struct WorkerOptions {
  std::string Program;   ///< This executable.
  std::string Folder;    ///< For their logs; exists.
  unsigned CpuLimit = 0; ///< Seconds of processor time for a question.
};

/// A process of its own that answers questions about units, so that a crash
/// costs one of them. It is started with the first question, and again after it
/// died. To be used by the thread that made it.
class WorkerProcess {
public:
  /// \param Number tells its files from those of other workers.
  WorkerProcess(const WorkerOptions &Options, unsigned Number)
      : Options(Options),
        Base(Options.Folder + "/worker" + std::to_string(Number)) {}
  ~WorkerProcess() { stop(); }
  WorkerProcess(const WorkerProcess &) = delete;
  WorkerProcess &operator=(const WorkerProcess &) = delete;

  /// \returns the answer, or an error that says how the worker died.
  llvm::Expected<Answer> ask(const Question &Q);

  /// Units that it has parsed, by the names that questions give them.
  const std::vector<unsigned> &loaded() const { return Loaded; }

private:
  llvm::Error start();
  /// \returns how it ended.
  std::string stop();
  llvm::Expected<std::string> exchange(const std::string &Line);
  /// \returns that it died, \p How, and what it said last.
  llvm::Error died(const llvm::Twine &How);
  /// What it writes to its error output.
  std::string logFile() const { return Base + ".log"; }

  const WorkerOptions &Options;
  std::string Base;
  std::vector<unsigned> Loaded;
  int Process = 0;  ///< 0 if there is none.
  int Channel = -1; ///< Our end of the connection.
};

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_WORKERPROCESS_H
