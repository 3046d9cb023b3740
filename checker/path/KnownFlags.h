//===-- path/KnownFlags.h - bits that are set or clear ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_PATH_KNOWNFLAGS_H
#define FLT_PATH_KNOWNFLAGS_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

namespace flt {

/// The engine knows of a value in which range it is, and nothing of its bits:
/// after SetFlag(F, X), which is F |= X, it takes FlagOn(F, X) to be possible
/// either way.
///
/// \returns true if \p Cond can't come out as \p Assumption because of the bits
///   that the path has set or cleared itself.
bool contradictsFlags(clang::ento::ProgramStateRef S, clang::ento::SVal Cond,
                      bool Assumption);

} // namespace flt

#endif // FLT_PATH_KNOWNFLAGS_H
