//===-- finding/SourceLines.h - lines of the sources ------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_SOURCELINES_H
#define FLT_FINDING_SOURCELINES_H

#include "finding/Report.h"
#include "llvm/ADT/StringMap.h"
#include <optional>
#include <vector>

namespace flt {

/// Finds lines in the sources of a report, and reads each file once.
class SourceLines {
public:
  explicit SourceLines(const SourceReader &Reader) : Reader(Reader) {}

  /// \returns the whole of \p File, or nothing if it can't be read.
  std::optional<llvm::StringRef> text(llvm::StringRef File);

  /// \returns line \p Line of \p File (counted from 1) without its end, or
  /// nothing if there is no such line.
  std::optional<llvm::StringRef> line(llvm::StringRef File, unsigned Line);

  /// \returns the column after the token that begins at \p P, on the same line.
  /// One after P.Column if there is no source.
  unsigned tokenEnd(const Place &P);

private:
  struct FileLines {
    std::optional<llvm::StringRef> Text;
    std::vector<size_t> Starts; ///< Offset of each line.
  };
  const FileLines &load(llvm::StringRef File);

  const SourceReader &Reader;
  llvm::StringMap<FileLines> Files;
};

/// \returns the number of UTF-16 code units in the first \p Column - 1 bytes of
/// \p Line, plus 1: the column as SARIF, editors and browsers count it.
unsigned utf16Column(llvm::StringRef Line, unsigned Column);

} // namespace flt

#endif // FLT_FINDING_SOURCELINES_H
