//===-- finding/Steps.h - the steps that convince ----------------*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_FINDING_STEPS_H
#define FLT_FINDING_STEPS_H

#include "finding/Finding.h"

namespace flt {

/// Sets PathNote::Important of every step of \p Path, by its kind.
///
/// What is said of the object itself decides. So does what the path takes for
/// granted after the first of these: whether the call succeeded that gave the
/// object, and the branches from there to the end; of many, the first and the
/// last. A call decides if something in it does, or if the path ends there.
void markDecisive(std::vector<PathNote> &Path);

} // namespace flt

#endif // FLT_FINDING_STEPS_H
