//===-- lsp/Children.h - processes that can be stopped ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_LSP_CHILDREN_H
#define FLT_LSP_CHILDREN_H

#include "llvm/ADT/StringRef.h"
#include <atomic>
#include <string>
#include <vector>

namespace flt::server {

/// What became of a process.
struct ChildEnd {
  bool Stopped = false; ///< Because it was asked to.
  /// Of the process; negative if it could not be started, or died.
  int Status = 0;
  std::string Words; ///< What it said to its standard error output, or why.
};

/// Runs a command and waits for its end.
///
/// \param Arguments the first is the executable.
/// \param Log a file for what it says.
/// \param Stop ends the process as soon as it is set, by another thread.
ChildEnd runChild(const std::vector<std::string> &Arguments,
                  const std::string &Log, const std::atomic<bool> &Stop);

} // namespace flt::server

#endif // FLT_LSP_CHILDREN_H
