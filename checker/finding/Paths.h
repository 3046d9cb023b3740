//===-- finding/Paths.h - how reports spell files ---------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_PATHS_H
#define FLT_FINDING_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace flt {

/// \returns whether \p File lies below the folder \p Root.
bool isBelow(llvm::StringRef Root, llvm::StringRef File);

/// \returns \p File relative to \p Root if it lies below it, and as it is
/// otherwise; with forward slashes, so that reports do not depend on the host.
std::string displayPath(llvm::StringRef Root, llvm::StringRef File);

/// \returns \p File as compilers print it to somebody in \p Folder: relative if
/// it lies below, or if both lie below \p Root; absolute otherwise. Without a
/// folder, as displayPath().
std::string pathFrom(llvm::StringRef Folder, llvm::StringRef Root,
                     llvm::StringRef File);

/// \returns the sentence \p Text with the files in it that lie below \p Root
/// named as pathFrom() does.
std::string namesFrom(llvm::StringRef Folder, llvm::StringRef Root,
                      llvm::StringRef Text);

/// \returns \p Path (relative or absolute) with everything escaped that a URI
/// does not take; "file://" before an absolute one.
std::string pathToUri(llvm::StringRef Path);

} // namespace flt

#endif // FLT_FINDING_PATHS_H
