//===-- driver/result/Renames.h - what files were called before -*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_RESULT_RENAMES_H
#define FLT_DRIVER_RESULT_RENAMES_H

#include "driver/base/Git.h"
#include <map>

namespace flt::driver {

/// Names of sources, absolute, with what each was called before.
using RenamedFiles = std::map<std::string, std::string>;

/// \returns the files that git takes for renamed between \p Revision and the
/// work tree, or the index if \p Staged.
llvm::Expected<RenamedFiles>
renamedSince(const Git &G, const std::string &Revision, bool Staged);

/// \returns the files renamed since the baseline \p Path was last committed, or
/// since HEAD; none where there is no git.
RenamedFiles renamedSinceBaseline(llvm::StringRef Path, llvm::StringRef Root,
                                  bool Staged);

} // namespace flt::driver

#endif // FLT_DRIVER_RESULT_RENAMES_H
