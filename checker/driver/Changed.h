//===-- driver/Changed.h - what a change touches ----------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_CHANGED_H
#define FLT_DRIVER_CHANGED_H

#include "driver/Finish.h"
#include "driver/Options.h"
#include "llvm/ADT/ArrayRef.h"
#include <set>

namespace flt::driver {

/// The lines that a change adds or alters. A deletion counts as the two lines
/// around it.
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

private:
  std::map<std::string, std::vector<std::pair<unsigned, unsigned>>> Lines;
};

/// A change, and the content in which it is to be seen.
struct Change {
  ChangedLines Lines;
  /// Staged content that differs from the work tree; see Settings::Overlay.
  std::map<std::string, std::string> Overlay;
};

/// Asks git for the change that \p O means. \param Folder takes the staged
/// content; must live as long as the run.
llvm::Expected<Change> findChange(const Options &O, llvm::StringRef Root,
                                  const std::string &Folder);

/// Leaves in \p R what concerns the change: findings that touch it, and what
/// could not be looked at of units that read a changed file. Changed sources
/// that no unit stands for are added as not checked.
void restrictToChange(Report &R, const Change &C, const Plan &P,
                      llvm::ArrayRef<UnitResult> Results);

} // namespace flt::driver

#endif // FLT_DRIVER_CHANGED_H
