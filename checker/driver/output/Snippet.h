//===-- driver/output/Snippet.h - a source line with carets -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_SNIPPET_H
#define FLT_DRIVER_OUTPUT_SNIPPET_H

#include "finding/Report.h"
#include "finding/SourceLines.h"

namespace llvm {
class raw_ostream;
}

namespace flt {

/// Writes the line of \p P and below it a caret and \p Ranges (those parts of
/// them that are on the line); nothing if the source can't be read.
void writeSnippet(llvm::raw_ostream &OS, SourceLines &Lines, const Place &P,
                  const std::vector<std::pair<Place, Place>> &Ranges);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_SNIPPET_H
