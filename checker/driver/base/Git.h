//===-- driver/base/Git.h - asks git ----------------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_BASE_GIT_H
#define FLT_DRIVER_BASE_GIT_H

#include "finding/Report.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace flt::driver {

/// A git repository, asked through the git command.
class Git {
public:
  /// \param Folder any folder of the work tree.
  static llvm::Expected<Git> open(llvm::StringRef Folder);

  /// \returns what git prints, or an error with what it complains about.
  llvm::Expected<std::string>
  run(const std::vector<std::string> &Arguments) const;

  /// Where the sources come from. Without an address of the repository that
  /// others can use nothing is told.
  SourceOrigin origin() const;

  /// The top of the work tree, absolute.
  const std::string &root() const { return Root; }

private:
  std::string Program;
  std::string Root;
};

} // namespace flt::driver

#endif // FLT_DRIVER_BASE_GIT_H
