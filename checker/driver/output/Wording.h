//===-- driver/output/Wording.h - numbers in sentences ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_WORDING_H
#define FLT_DRIVER_OUTPUT_WORDING_H

#include "driver/base/Options.h"
#include "finding/Report.h"
#include "finding/SourceLines.h"
#include <string>
#include <vector>

namespace flt {

/// "1 file", "2 files".
std::string count(size_t Number, llvm::StringRef Noun);

/// What a report says of a function or file that was not wholly looked at,
/// without its place.
std::string describe(const Incomplete &I);

/// "'NOLINT(flt-old-context-release)' suppresses nothing".
std::string describe(const UnusedSuppression &U);

/// "fix: remove 'KeLeaveCriticalRegion();'".
std::string describe(const Fix &X, SourceLines &Lines);

/// "3 findings (2 flt-resource-balance, 1 flt-context-release) in 2 files",
/// "no findings".
std::string describeFindings(const Report &R);

/// The lines of the summary, without line ends.
std::vector<std::string> summaryLines(const Report &R,
                                      const TextOptions &Options = {});

/// Steps of \p F that a reader wants: all, or the important ones. A last step
/// that only repeats the message at its place is left out.
std::vector<const PathNote *> stepsOf(const Finding &F, bool All);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_WORDING_H
