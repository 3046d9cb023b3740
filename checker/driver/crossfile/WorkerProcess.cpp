//===-- crossfile/WorkerProcess.cpp - asks another process ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/WorkerProcess.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// What a dying process said last before LLVM's stack dump.
static std::string lastWords(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return "";
  StringRef Words = (*Buffer)->getBuffer().trim();
  Words = Words.take_front(Words.find("PLEASE submit a bug report")).trim();
  Words = Words.take_front(Words.find("Stack dump:")).trim();
  return Words.rsplit('\n').second.empty() ? Words.str()
                                           : Words.rsplit('\n').second.str();
}

Error WorkerProcess::died(const Twine &How) {
  std::string Words = lastWords(logFile());
  return createStringError("its worker process died (" + How + ")" +
                           (Words.empty() ? "" : ": " + Words));
}

Expected<Answer> WorkerProcess::ask(const Question &Q) {
  Expected<std::string> Line = exchange(formatv("{0}", toJSON(Q)).str());
  if (!Line) {
    Loaded.clear();
    return Line.takeError();
  }
  Expected<json::Value> V = json::parse(*Line);
  if (!V)
    return V.takeError();
  Answer A;
  json::Path::Root Root("answer");
  if (!fromJSON(*V, A, Root))
    return Root.getError();
  if (!A.Error.empty())
    return createStringError(A.Error);
  Loaded = A.Loaded;
  return A;
}
