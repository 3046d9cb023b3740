//===-- lsp/Children.cpp - processes that can be stopped ------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lsp/Children.h"
#include "driver/base/Platform.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include <chrono>
#include <optional>
#include <thread>

using namespace llvm;
using namespace flt;
using namespace flt::server;

// Without LLVM's stack dump.
static std::string readLog(const std::string &Log) {
  auto Buffer = MemoryBuffer::getFile(Log);
  if (!Buffer)
    return "";
  StringRef Words = (*Buffer)->getBuffer();
  Words = Words.take_front(Words.find("PLEASE submit a bug report"));
  return Words.take_front(Words.find("Stack dump:")).trim().str();
}

ChildEnd server::runChild(const std::vector<std::string> &Arguments,
                          const std::string &Log,
                          const std::atomic<bool> &Stop) {
  // Short beside any analysis, and long beside what a look costs.
  constexpr std::chrono::milliseconds Pause(2);
  SmallVector<StringRef, 16> Args(Arguments.begin(), Arguments.end());
  ChildEnd End;
  bool Failed = false;
  sys::ProcessInfo Child =
      sys::ExecuteNoWait(Arguments.front(), Args, std::nullopt,
                         {StringRef(""), StringRef(""), StringRef(Log)},
                         /*MemoryLimit=*/0, &End.Words, &Failed);
  if (Failed) {
    End.Status = -1;
    return End;
  }
  std::string Message;
  for (;;) {
    sys::ProcessInfo Now = sys::Wait(Child, /*SecondsToWait=*/0, &Message);
    if (Now.Pid) {
      End.Status = Now.ReturnCode;
      break;
    }
    if (Stop && !End.Stopped) {
      flt::driver::endProcess(Child);
      End.Stopped = true;
    }
    std::this_thread::sleep_for(Pause);
  }
  End.Words = readLog(Log);
  if (End.Words.empty())
    End.Words = Message;
  return End;
}
