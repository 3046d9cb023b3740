//===-- driver/Progress.cpp - tells what goes on --------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/Progress.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt::driver;

Progress::Progress(bool Quiet)
    : Quiet(Quiet), Terminal(sys::Process::StandardErrIsDisplayed()) {}

void Progress::begin(StringRef NewStage, unsigned NewTotal) {
  std::lock_guard<std::mutex> Guard(Lock);
  Stage = NewStage.str();
  Total = NewTotal;
  Count = 0;
}

void Progress::done(StringRef File) {
  std::lock_guard<std::mutex> Guard(Lock);
  ++Count;
  if (Quiet)
    return;
  if (!Terminal) {
    errs() << '[' << Count << '/' << Total << "] " << Stage << ' ' << File
           << '\n';
    return;
  }
  constexpr unsigned Width = 24;
  unsigned Filled = Total ? Count * Width / Total : Width;
  unsigned Columns = sys::Process::StandardErrColumns();
  std::string Line = "[" + std::string(Filled, '#') +
                     std::string(Width - Filled, '.') + "] " +
                     std::to_string(Count) + "/" + std::to_string(Total) + " " +
                     Stage + " " + File.str();
  if (Columns > 1 && Line.size() >= Columns)
    Line.resize(Columns - 1);
  errs() << "\r\033[K" << Line;
  Drawn = true;
}

void Progress::clear() {
  std::lock_guard<std::mutex> Guard(Lock);
  if (Drawn)
    errs() << "\r\033[K";
  Drawn = false;
}
