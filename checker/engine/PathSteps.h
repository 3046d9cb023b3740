//===-- engine/PathSteps.h - the path of a report as steps ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_PATHSTEPS_H
#define FLT_ENGINE_PATHSTEPS_H

#include "finding/Finding.h"
#include "clang/Analysis/PathDiagnostic.h"

namespace flt {

/// What a call does to its caller, as PathNote::Does and EffectPlace::Does say
/// it.
inline constexpr llvm::StringLiteral AcquireVerb = "acquire";
inline constexpr llvm::StringLiteral GiveVerb = "give";
inline constexpr llvm::StringLiteral BackVerb = "give-back";
inline constexpr llvm::StringLiteral EnterVerb = "enter";
inline constexpr llvm::StringLiteral LeaveVerb = "leave";

/// \returns where the text at \p Loc stands, as clang prints it.
Place placeOf(clang::SourceLocation Loc, const clang::SourceManager &SM);

/// \returns what the pieces of a report say, in execution order, with what
/// diagnose/ForeignCalls.h adds joined to the notes beside it. The last step is
/// the finding itself.
std::vector<PathNote> pathSteps(const clang::ento::PathPieces &Pieces,
                                const clang::SourceManager &SM);

} // namespace flt

#endif // FLT_ENGINE_PATHSTEPS_H
