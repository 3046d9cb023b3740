//===-- crossfile/WorkerProcessWindows.cpp - a process a question ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Files.h"
#include "driver/crossfile/WorkerProcess.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// Each question has a process of its own.
Error WorkerProcess::start() { return Error::success(); }
std::string WorkerProcess::stop() { return ""; }

Expected<std::string> WorkerProcess::exchange(const std::string &Line) {
  std::string In = Base + ".in", Out = Base + ".out", Log = logFile();
  if (Error E = writeFile(In, Line + "\n"))
    return std::move(E);
  std::string Message;
  int Status = sys::ExecuteAndWait(
      Options.Program, {Options.Program, "serve"}, std::nullopt,
      {StringRef(In), StringRef(Out), StringRef(Log)}, /*SecondsToWait=*/0,
      /*MemoryLimit=*/0, &Message);
  if (Status != 0)
    return died(Message.empty() ? "exit status " + std::to_string(Status)
                                : Message);
  return readFile(Out);
}
