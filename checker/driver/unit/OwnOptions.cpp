//===-- driver/unit/OwnOptions.cpp - options of the checks ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/unit/OwnOptions.h"
#include "llvm/ADT/StringRef.h"

using namespace llvm;
using namespace flt;

void flt::driver::takeOwnOptions(HostOptions &Options) {
  auto Take = [&](const char *Name) -> std::string {
    auto It = Options.Config.find(Name);
    if (It == Options.Config.end())
      return "";
    std::string Value = It->second;
    Options.Config.erase(It);
    return Value;
  };
  unsigned Number = 0;
  if (!StringRef(Take("MaxSteps")).getAsInteger(10, Number))
    Options.Budget = Number;
  if (!StringRef(Take("PathsPerBranch")).getAsInteger(10, Number))
    Options.PathsPerBranch = Number;
  std::string All = Take("AnalyzeAllFunctions");
  Options.AnalyzeAll = All == "true" || All == "1";
}
