//===-- driver/base/Progress.cpp - tells what goes on ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/base/Progress.h"
#include "driver/base/Files.h"
#include "finding/Paths.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt::driver;

// A terminal that can't move its cursor gets lines, as a file does.
static bool canDrawOver() {
  return sys::Process::StandardErrIsDisplayed() &&
         sys::Process::GetEnv("TERM").value_or("") != "dumb";
}

Progress::Progress(bool Quiet, std::string Root)
    : Root(std::move(Root)), Folder(canonicalPath(".")), Quiet(Quiet),
      Terminal(canDrawOver()) {}

void Progress::begin(StringRef NewStage, unsigned NewTotal) {
  std::lock_guard<std::mutex> Guard(Lock);
  Stage = NewStage.str();
  Total = NewTotal;
  Count = 0;
  if (!Quiet && Terminal && Total)
    draw("");
}

void Progress::more() {
  std::lock_guard<std::mutex> Guard(Lock);
  ++Total;
}

void Progress::done(StringRef File) {
  std::lock_guard<std::mutex> Guard(Lock);
  ++Count;
  if (Quiet)
    return;
  std::string Name = pathFrom(Folder, Root, File);
  if (Terminal)
    draw(Name);
  else
    errs() << '[' << Count << '/' << Total << "] " << Stage << ' ' << Name
           << '\n';
}

void Progress::draw(StringRef File) {
  constexpr unsigned Width = 24;
  unsigned Filled = Total ? Count * Width / Total : Width;
  unsigned Columns = sys::Process::StandardErrColumns();
  std::string Line =
      "[" + std::string(Filled, '#') + std::string(Width - Filled, '.') + "] " +
      std::to_string(Count) + "/" + std::to_string(Total) + " " + Stage + " ";
  // The end of a long name says more than its beginning.
  if (Columns > Line.size() + 8 && Line.size() + File.size() >= Columns)
    Line += "..." + File.take_back(Columns - Line.size() - 4).str();
  else
    Line += File.str();
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
