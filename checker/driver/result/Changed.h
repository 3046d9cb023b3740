//===-- driver/result/Changed.h - what a change touches ---------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_RESULT_CHANGED_H
#define FLT_DRIVER_RESULT_CHANGED_H

#include "driver/base/Options.h"
#include "driver/base/Plan.h"
#include "llvm/ADT/ArrayRef.h"
#include <set>

namespace flt::driver {

/// The lines that a change adds or alters. A deletion counts as the two lines
/// around it; a file that is gone is one without lines.
class ChangedLines {
public:
  /// Reads the output of `git diff -U0`. \param Root what its paths are
  /// relative to.
  void addDiff(llvm::StringRef Diff, llvm::StringRef Root);
  /// All of \p File is new.
  void addFile(llvm::StringRef File);

  bool hasFile(llvm::StringRef File) const;
  /// \returns whether a changed line lies from \p First to \p Last.
  bool touches(llvm::StringRef File, unsigned First, unsigned Last) const;
  /// \returns whether the path of \p F passes by a changed line: one that lies
  /// between two of its steps in the same function.
  bool touches(const Finding &F) const;

  std::set<std::string> files() const;
  bool isGone(llvm::StringRef File) const { return Gone.count(File.str()); }
  const std::set<std::string> &gone() const { return Gone; }

private:
  std::map<std::string, std::vector<std::pair<unsigned, unsigned>>> Lines;
  std::set<std::string> Gone;
};

/// A change, and the content in which it is to be seen.
struct Change {
  ChangedLines Lines;
  /// Staged content that differs from the work tree; see Settings::Overlay.
  std::map<std::string, std::string> Overlay;
  /// The content before the change, where the work tree differs from it.
  std::map<std::string, std::string> Before;
};

/// Asks git for the change that \p O means. \param Folder takes the content
/// that is not in the work tree; must live as long as the run.
llvm::Expected<Change> findChange(const Options &O, llvm::StringRef Root,
                                  const std::string &Folder);

/// \returns whether \p R has a finding that no changed line touches. Such a one
/// may come from the change all the same: through a macro or a function of
/// another file. Only a look at the content before the change can tell.
bool hasUntouched(const Report &R, const Change &C);

/// Leaves in \p R what concerns the change: findings that touch it or that
/// \p Before (the fingerprints without the change) does not have, and what
/// could not be looked at of units that read a changed file. Changed sources
/// that no unit stands for are added as not checked.
void restrictToChange(Report &R, const Change &C, const Plan &P,
                      llvm::ArrayRef<UnitResult> Results,
                      const std::set<std::string> &Before);

} // namespace flt::driver

#endif // FLT_DRIVER_RESULT_CHANGED_H
