//===-- TidyArguments.h - what flt-tidy adds to its arguments ---*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_TIDY_TIDYARGUMENTS_H
#define FLT_TIDY_TIDYARGUMENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace flt {

/// The arguments of flt-tidy, and those that clang-tidy gets for them.
class TidyArguments {
public:
  /// \param Headers folder of the stand-in headers, whether it exists or not.
  TidyArguments(llvm::ArrayRef<const char *> Given, llvm::StringRef Headers);

  bool asksForVersion() const { return has({"version"}); }
  bool asksForHelp() const { return has({"help", "help-hidden", "h"}); }

  /// \returns the arguments for clang-tidy with a null pointer at the end.
  /// They live as long as this object.
  std::vector<const char *> complete();

private:
  /// Whether there is an option of one of these names, before any "--".
  bool has(llvm::ArrayRef<llvm::StringRef> Names) const;
  std::string firstSource() const;
  void addChecks();
  void addStandIn();

  std::vector<std::string> Own;   ///< Before "--".
  std::vector<std::string> Flags; ///< "--" and what stands behind it.
  std::string Headers;
};

} // namespace flt

#endif // FLT_TIDY_TIDYARGUMENTS_H
