//===-- finding/Report.h - what a run over a driver found -------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The results of all files together: what every output format is written from.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_REPORT_H
#define FLT_FINDING_REPORT_H

#include "finding/Finding.h"
#include "llvm/ADT/StringRef.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace flt {

/// How a finding compares with the baseline. Without one, all are New.
enum class FindingStatus { New, Unchanged };

struct ReportedFinding : Finding {
  FindingStatus Status = FindingStatus::New;

  ReportedFinding() = default;
  explicit ReportedFinding(Finding F) : Finding(std::move(F)) {}
};

/// A file that was asked for, or belongs to the driver, and was not checked on
/// purpose (no source of C or C++, excluded in the project, not changed, ...).
/// A file that could not be checked is an Incomplete instead.
struct SkippedFile {
  std::string File;
  std::string Reason;
};

/// A finding of the baseline that is gone.
struct FixedFinding {
  std::string Fingerprint;
  std::string Check;
  std::string Message;
  std::string File; ///< Relative to the root, as the baseline has it.
};

/// A finding that a comment in the source suppresses.
struct SuppressedFinding : Finding {
  Place Directive;  ///< Where the comment stands.
  std::string Text; ///< As written: "NOLINT(flt-resource-balance)".
};

/// A suppression in the source that suppressed nothing.
struct UnusedSuppression {
  Place Where;
  std::string Text;    ///< As written: "NOLINT(flt-resource-balance)".
  std::string Problem; ///< Why it can't work (a begin without an end), if so.
};

/// \returns the text of \p File as it was analysed (which may be the staged
/// content and not that of the working tree), or nothing if there is none. The
/// text stays valid as long as the report.
using SourceReader =
    std::function<std::optional<llvm::StringRef>(llvm::StringRef File)>;

/// What of which repository was looked at. Empty where nobody can tell.
struct SourceOrigin {
  std::string Repository; ///< Its address, without names and passwords.
  std::string Revision;   ///< The commit that the work tree started from.
  std::string Branch;
};

struct Report {
  /// Of all files, without duplicates, sorted by file, line, column, check and
  /// message. Paths are absolute and free of "." and "..".
  std::vector<ReportedFinding> Findings;
  /// What was not, or not wholly, looked at: the run is not clean then. An
  /// empty Function means the whole file Where.File.
  std::vector<Incomplete> Unfinished;
  std::vector<SkippedFile> Skipped;
  /// Messages about the run as a whole: stand-in headers in use, unresolved
  /// project variables, ...
  std::vector<std::string> Warnings;

  /// What a run that looks at a change only leaves out. It is there all the
  /// same: a baseline does not count it as fixed.
  std::vector<Finding> Elsewhere;

  /// Names that nothing declares, in all files together, sorted.
  std::vector<UnknownName> Unknown;

  bool HasBaseline = false;
  std::vector<FixedFinding> Fixed; ///< Only with a baseline.
  /// Taken out of Findings by suppressions, in the same order.
  std::vector<SuppressedFinding> Suppressed;
  std::vector<UnusedSuppression> UnusedSuppressions;

  unsigned Files = 0;          ///< Translation units that were checked.
  unsigned EntryFunctions = 0; ///< Of all files together.
  unsigned Functions = 0;      ///< Of the driver, understood.
  unsigned Broken = 0;         ///< ... and not understood.

  /// All sources and project headers that were read, sorted: where suppressions
  /// may stand.
  std::vector<std::string> Sources;
  std::string ToolVersion;  ///< "0.1.0"
  std::string ClangVersion; ///< "22.1.8"
  /// Absolute; files below it are shown relative to it.
  std::string Root;
  SourceOrigin Origin;
  std::vector<std::string> Checks; ///< Tidy names of those that ran, sorted.
  SourceReader Source;
};

/// Removes duplicates (the same finding seen through two files that include the
/// same header) and sorts.
void sortAndDeduplicate(Report &R);

} // namespace flt

#endif // FLT_FINDING_REPORT_H
