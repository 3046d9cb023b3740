//===-- finding/Suppression.h - NOLINT comments -----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The NOLINT comments of clang-tidy, for the places that clang-tidy itself
// does not look at: the acquisition that a finding goes back to, and all of
// them in fltcheck. The rules are those of clang-tidy: NOLINT, NOLINTNEXTLINE
// and NOLINTBEGIN ... NOLINTEND, with names of checks or globs in brackets, or
// without brackets for all checks.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_SUPPRESSION_H
#define FLT_FINDING_SUPPRESSION_H

#include "finding/Report.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace flt {

/// One NOLINT comment, or a pair of NOLINTBEGIN and NOLINTEND.
struct NolintDirective {
  unsigned Line = 0; ///< Of the comment; of NOLINTBEGIN for a pair.
  unsigned Column = 0;
  std::string Text;      ///< As written: "NOLINT(flt-resource-balance)".
  unsigned First = 0;    ///< The lines that it covers: First to Last.
  unsigned Last = 0;     ///< A comment that covers nothing has Last < First.
  unsigned FirstCol = 0; ///< Columns in First and Last where a pair begins and
  unsigned LastCol = 0;  ///< ends; both 0 for a whole line.
  /// The names and globs in brackets; none without brackets.
  std::optional<std::vector<std::string>> Globs;
  /// Why it has no effect: a begin without end, or an end without begin.
  std::string Problem;

  bool covers(unsigned AtLine, unsigned AtColumn, llvm::StringRef Check) const;
  /// It is meant for FltCheck: a glob of it begins with "flt-".
  bool namesOurs() const;
};

/// All NOLINT comments of a file, in the order of their lines.
std::vector<NolintDirective> findNolints(llvm::StringRef Text);

/// Whether a NOLINT comment in \p Text, the source of the file of \p Where,
/// covers \p Check there. The clang-tidy front end asks this for
/// Finding::Acquired; at Finding::Where clang-tidy looks by itself.
bool isSuppressedAt(llvm::StringRef Text, const Place &Where,
                    llvm::StringRef Check);

/// Moves the findings that are suppressed at Where or at Acquired from
/// R.Findings to R.Suppressed.
///
/// \param ReportUnused fills R.UnusedSuppressions with the comments in
///   R.Sources that name only checks that ran and suppress nothing. Files that
///   were not wholly looked at are left out: there the finding may just not
///   have been reached.
void applySuppressions(Report &R, bool ReportUnused);

} // namespace flt

#endif // FLT_FINDING_SUPPRESSION_H
