//===-- Serve.h - a worker that answers questions about units ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CROSSFILE_SERVE_H
#define FLT_DRIVER_CROSSFILE_SERVE_H

#include "driver/unit/Work.h"

namespace flt::driver {

/// One line, as JSON, from the run to its worker.
struct Question {
  unsigned Unit = 0; ///< Names the unit within the run.
  Job J;
  bool CrossFile = true;
  bool WantsFacts = false;
  std::optional<UnitRequest> Request;
  bool Keep = true; ///< More questions about the unit may come.
  unsigned CpuLimit = 0;
};

/// ... and back.
struct Answer {
  std::string Error; ///< Nothing else is said then.
  std::optional<UnitFacts> Facts;
  UnitAnswer Functions;
  std::vector<unsigned> Loaded; ///< Units whose AST is kept.
};

llvm::json::Value toJSON(const Question &Q);
llvm::json::Value toJSON(const Answer &A);
bool fromJSON(const llvm::json::Value &V, Question &Q, llvm::json::Path Path);
bool fromJSON(const llvm::json::Value &V, Answer &A, llvm::json::Path Path);

/// Answers the questions on the standard input until it ends. \returns the exit
/// status.
int serve();

} // namespace flt::driver

#endif // FLT_DRIVER_CROSSFILE_SERVE_H
