//===-- driver/result/Fixes.h - mends what can be mended --------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_RESULT_FIXES_H
#define FLT_DRIVER_RESULT_FIXES_H

#include "finding/Report.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/Support/Error.h"
#include <map>

namespace flt::driver {

/// The edits that mend the findings of a report.
struct Fixes {
  struct File {
    std::string Path;   ///< The file itself, where links lead.
    std::string Before; ///< Its text.
    clang::tooling::Replacements Edits;
  };

  std::map<std::string, File> Files; ///< By the name that reports give.
  unsigned Mended = 0;               ///< Findings.
  /// A fix that is not applied: at which place, and why.
  std::vector<std::pair<Place, std::string>> Left;
};

/// Collects the fixes of the findings in \p R that are new. All edits of a
/// finding are taken, or none: where they overlap those of another finding,
/// where a file is none of the project (\p R's Sources), or is another one now
/// than the one that was looked at.
Fixes collectFixes(const Report &R);

/// Writes the files. All are tried; the error names those that failed.
llvm::Error applyFixes(const Fixes &F);

/// \returns the edits as a patch that `git apply` and `patch -p1` take at the
/// top of the project. \param Root what files are named from.
std::string printPatch(const Fixes &F, llvm::StringRef Root);

} // namespace flt::driver

#endif // FLT_DRIVER_RESULT_FIXES_H
