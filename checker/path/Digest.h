//===-- path/Digest.h - which paths are worth telling apart -----*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_DIGEST_H
#define FLT_PATH_DIGEST_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

namespace flt {

/// A digest of what the rules know of a path: what is held and owed, and which
/// calls brought it. It does not tell apart which entry of a list a lock
/// belongs to.
std::uint64_t digestOfRules(clang::ento::ProgramStateRef S);

/// A digest of what the variables of the functions on the stack say: a flag is
/// set, a status is a failure, a pointer is NULL.
std::uint64_t digestOfVariables(clang::ento::ProgramStateRef S);

} // namespace flt

#endif // FLT_PATH_DIGEST_H
