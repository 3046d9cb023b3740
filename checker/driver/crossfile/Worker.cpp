//===-- driver/crossfile/Worker.cpp - runs a step in a process of its own -===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Worker.h"
#include "driver/base/Files.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static UnitResult failure(const Unit &U, const std::string &RowsHash,
                          const Twine &Reason) {
  UnitResult R;
  R.File = U.File;
  R.RowsUsed = RowsHash;
  R.Run.Unfinished.push_back({"", {U.File, 0, 0, {}}, Reason.str()});
  return R;
}

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

UnitResult Worker::run(const Job &J, Purpose Why, unsigned Index,
                       const std::string &Rows) {
  std::string Base = Folder + "/" + std::to_string(Index);
  std::string JobFile = Base + ".job.json", RowsFile = Base + ".rows.yaml",
              Output = Base + ".result.json", Log = Base + ".log";
  std::string RowsHash = contentHash(Rows);
  (void)sys::fs::remove(Output);
  Error Written = writeFileIfChanged(JobFile, printJSON(toJSON(J)));
  if (!Written)
    Written = writeFile(RowsFile, Rows);
  if (Written)
    return failure(J.U, RowsHash, toString(std::move(Written)));

  std::string Message, Limit = std::to_string(CpuLimit);
  int Status = sys::ExecuteAndWait(
      Program,
      {Program, Why == Purpose::Check ? "check" : "summarize", "--job", JobFile,
       "--rows", RowsFile, "--output", Output, "--cpu-limit", Limit},
      std::nullopt, {StringRef(""), StringRef(""), StringRef(Log)},
      /*SecondsToWait=*/0, /*MemoryLimit=*/0, &Message);
  if (Status != 0) {
    std::string Words = lastWords(Log);
    if (Message.empty())
      Message = "exit status " + std::to_string(Status);
    return failure(J.U, RowsHash,
                   "its worker process died (" + Message + ")" +
                       (Words.empty() ? "" : ": " + Words));
  }
  Expected<json::Value> Value = readJSON(Output);
  UnitResult R;
  json::Path::Root Root("result");
  if (!Value)
    return failure(J.U, RowsHash, toString(Value.takeError()));
  if (!fromJSON(*Value, R, Root))
    return failure(J.U, RowsHash, toString(Root.getError()));
  return R;
}
