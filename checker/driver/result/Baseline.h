//===-- driver/result/Baseline.h - known findings ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A baseline is the list of findings that a team has decided to live with for
// now. It is a JSON file for the repository, with one line per finding, so that
// it merges and reviews well.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_RESULT_BASELINE_H
#define FLT_DRIVER_RESULT_BASELINE_H

#include "finding/Report.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace flt {

struct BaselineEntry {
  std::string Fingerprint;
  std::string Check;
  std::string File; ///< Relative to the root, with forward slashes.
  std::string Function;
  std::string Message;
};

struct Baseline {
  std::vector<BaselineEntry> Entries;
};

/// Reads the baseline \p Text.
/// \param Name what errors call it: "NAME:LINE:COLUMN: what is wrong".
llvm::Expected<Baseline> parseBaseline(llvm::StringRef Text,
                                       llvm::StringRef Name);

/// Reads the baseline in the file \p Path; a missing file is an error.
llvm::Expected<Baseline> readBaseline(llvm::StringRef Path);

/// \returns whether \p B has findings in a file that is no longer there: it may
/// have another name now.
bool hasMissingFiles(const Baseline &B, const Report &R);

/// Compares \p R, which has fingerprints, with \p B: sets the status of every
/// finding, R.HasBaseline and R.Fixed. An entry counts as fixed only if its
/// check ran and its file was wholly looked at, or is no longer there.
void applyBaseline(const Baseline &B, Report &R);

/// What a baseline that is written has in it, in numbers.
struct WrittenBaseline {
  size_t Entries = 0;
  size_t Accepted = 0; ///< That the old one did not have.
  size_t Unjudged = 0; ///< Kept from the old one.
  size_t Gone = 0;     ///< That the old one had.
};

/// \returns what \p W counts as a sentence without an end: "3 findings, 1 of
/// them new; 2 fixed ones are taken out".
std::string describe(const WrittenBaseline &W);

/// Writes what \p R found as a baseline. Entries of \p Old that this run could
/// not judge (their file was not looked at) are kept.
/// \param Prune accept nothing new: what \p Old does not have is left out.
WrittenBaseline writeBaseline(llvm::raw_ostream &OS, const Report &R,
                              const Baseline *Old = nullptr,
                              bool Prune = false);

} // namespace flt

#endif // FLT_DRIVER_RESULT_BASELINE_H
