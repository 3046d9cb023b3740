//===-- finding/Witnesses.cpp - callers that refute findings --------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Witnesses.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

using namespace flt;

/// \returns the functions of which some caller releases what they acquire.
static std::set<std::string> acquirersIn(llvm::ArrayRef<RunResult *> Units) {
  std::set<std::string> Known;
  std::multimap<std::string, std::string> PassedOn;
  std::vector<std::string> Work;
  auto Add = [&](const std::string &Function) {
    if (Known.insert(Function).second)
      Work.push_back(Function);
  };
  for (const RunResult *R : Units)
    for (const Witness &W : R->Witnesses)
      if (W.PassedOnBy.empty())
        Add(W.Function);
      else
        PassedOn.emplace(W.PassedOnBy, W.Function);
  while (!Work.empty()) {
    std::string Function = std::move(Work.back());
    Work.pop_back();
    auto [Begin, End] = PassedOn.equal_range(Function);
    for (auto It = Begin; It != End; ++It)
      Add(It->second);
  }
  return Known;
}

void flt::dropRefuted(llvm::ArrayRef<RunResult *> Units) {
  std::set<std::string> Acquirers = acquirersIn(Units);
  for (RunResult *R : Units) {
    llvm::erase_if(R->Findings, [&](const Finding &F) {
      return !F.UnlessReleased.empty() && Acquirers.count(F.UnlessReleased);
    });
    for (Finding &F : R->Findings)
      F.UnlessReleased.clear();
    R->Witnesses.clear();
  }
}
