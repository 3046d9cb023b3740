//===-- driver/output/LineHash.h - GitHub's hash of a line ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_OUTPUT_LINEHASH_H
#define FLT_DRIVER_OUTPUT_LINEHASH_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace flt {

/// \returns for every line of \p Text what GitHub's upload action would compute
/// as partialFingerprints.primaryLocationLineHash: a hash of the 100 characters
/// from the start of the line on, and how often that hash was seen so far. The
/// same value must come out, or the action warns of an inconsistency.
std::vector<std::string> lineHashes(llvm::StringRef Text);

} // namespace flt

#endif // FLT_DRIVER_OUTPUT_LINEHASH_H
