//===-- finding/Checks.h - names of the checks ------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_CHECKS_H
#define FLT_FINDING_CHECKS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace flt {

enum class CheckId : unsigned char {
#define FLT_CHECK(Id, TidyName, AnalyzerName, Summary) Id,
#include "finding/Checks.def"
};

inline constexpr unsigned NumChecks = 0
#define FLT_CHECK(Id, TidyName, AnalyzerName, Summary) +1
#include "finding/Checks.def"
    ;

/// What a user sees of a check, in every front end.
struct CheckInfo {
  CheckId Id;
  llvm::StringLiteral TidyName;     ///< "flt-resource-balance"
  llvm::StringLiteral AnalyzerName; ///< "flt.ResourceBalance"
  llvm::StringLiteral Summary;      ///< One sentence.

  /// The page of the check in the published documentation.
  std::string helpUri() const;
};

/// All checks, indexed by CheckId.
llvm::ArrayRef<CheckInfo> allChecks();

/// \returns the check of that tidy or analyzer name, or nullptr.
const CheckInfo *findCheck(llvm::StringRef Name);

} // namespace flt

#endif // FLT_FINDING_CHECKS_H
