//===-- Witnesses.h - callers that refute findings ----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_WITNESSES_H
#define FLT_FINDING_WITNESSES_H

#include "finding/Finding.h"
#include "llvm/ADT/ArrayRef.h"

namespace flt {

/// Drops the findings about functions that return with a lock, where some
/// caller in \p Units releases it, or passes it on to one that does: to acquire
/// for their callers is what they are for. Takes the evidence out of \p Units.
///
/// \param Units all that may call each other's functions. Not null.
void dropRefuted(llvm::ArrayRef<RunResult *> Units);

} // namespace flt

#endif // FLT_FINDING_WITNESSES_H
