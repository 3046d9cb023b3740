//===-- finding/Rules.h - names of the rules --------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_RULES_H
#define FLT_FINDING_RULES_H

#include "finding/Checks.h"

namespace flt {

enum class RuleId : unsigned char {
#define FLT_RULE(Id, Name, Check, Decision, Test, Sentence, Reason) Id,
#include "finding/Rules.def"
};

inline constexpr unsigned NumRules = 0
#define FLT_RULE(Id, Name, Check, Decision, Test, Sentence, Reason) +1
#include "finding/Rules.def"
    ;

/// One thing that a check can say: see Rules.def.
struct RuleInfo {
  RuleId Id;
  llvm::StringLiteral Name; ///< "resource.held-at-return"
  CheckId Check;
  llvm::StringLiteral Decision; ///< The file, below checker/.
  llvm::StringLiteral Test;     ///< The file, below tests/.
  llvm::StringLiteral Sentence; ///< What the code does, without a full stop.
  llvm::StringLiteral Reason;   ///< Why that is wrong: a whole sentence.
};

/// All rules, indexed by RuleId.
llvm::ArrayRef<RuleInfo> allRules();

/// \returns the rule of that name, or nullptr.
const RuleInfo *findRule(llvm::StringRef Name);

/// \returns the rule of \p Check that says \p Sentence, or nullptr.
const RuleInfo *findRuleSaying(CheckId Check, llvm::StringRef Sentence);

} // namespace flt

#endif // FLT_FINDING_RULES_H
