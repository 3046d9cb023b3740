//===-- finding/Checks.cpp - names of the checks --------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Checks.h"
#include "llvm/ADT/Twine.h"

using namespace flt;

static constexpr CheckInfo Infos[] = {
#define FLT_CHECK(Id, TidyName, AnalyzerName, Summary)                         \
  {CheckId::Id, TidyName, AnalyzerName, Summary},
#include "finding/Checks.def"
};

std::string CheckInfo::helpUri() const {
  return (llvm::Twine(FLT_DOCS_URL "/checks/") + TidyName + ".md").str();
}

llvm::ArrayRef<CheckInfo> flt::allChecks() { return Infos; }

const CheckInfo *flt::findCheck(llvm::StringRef Name) {
  for (const CheckInfo &Info : Infos)
    if (Info.TidyName == Name || Info.AnalyzerName == Name)
      return &Info;
  return nullptr;
}
