//===-- finding/Rules.cpp - names of the rules ----------------------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "finding/Rules.h"
#include "llvm/ADT/STLExtras.h"

using namespace flt;

static constexpr RuleInfo Infos[] = {
#define FLT_RULE(Id, Name, Check, Decision, Test, Sentence, Reason)            \
  {RuleId::Id, Name, CheckId::Check, Decision, Test, Sentence, Reason},
#include "finding/Rules.def"
};

llvm::ArrayRef<RuleInfo> flt::allRules() { return Infos; }

const RuleInfo *flt::findRule(llvm::StringRef Name) {
  const auto *It = llvm::find_if(
      Infos, [&](const RuleInfo &Info) { return Info.Name == Name; });
  return It == std::end(Infos) ? nullptr : It;
}

const RuleInfo *flt::findRuleSaying(CheckId Check, llvm::StringRef Sentence) {
  const auto *It = llvm::find_if(Infos, [&](const RuleInfo &Info) {
    return Info.Check == Check && Info.Sentence == Sentence;
  });
  return It == std::end(Infos) ? nullptr : It;
}
