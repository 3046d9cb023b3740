//===-- model/Load.cpp - the model of a list of files ---------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "model/Load.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <mutex>

using namespace flt;

llvm::Expected<std::shared_ptr<const model::Model>>
flt::loadModelFiles(llvm::StringRef Files) {
  static std::mutex Lock;
  static llvm::StringMap<std::shared_ptr<const model::Model>> Loaded;
  std::lock_guard<std::mutex> Guard(Lock);
  std::shared_ptr<const model::Model> &Known = Loaded[Files];
  if (Known)
    return Known;
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Files.split(Parts, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Paths;
  for (llvm::StringRef Part : Parts)
    Paths.push_back(Part.trim().str());
  auto M = model::Model::load(Paths);
  if (!M)
    return M.takeError();
  Known = std::move(*M);
  return Known;
}
