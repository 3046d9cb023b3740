//===-- diagnose/Callers.h - which caller is to blame -----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A helper that only releases does what it is called for. Where there is
// nothing to release, the call of it is wrong, and not the helper.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DIAGNOSE_CALLERS_H
#define FLT_DIAGNOSE_CALLERS_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace flt {

/// \returns the node of the call that entered the function of \p N; null in
///   the function under analysis, and in one that is called without the source
///   saying so.
clang::ento::ExplodedNode *callOf(clang::ento::ExplodedNode *N);
const clang::ento::ExplodedNode *callOf(const clang::ento::ExplodedNode *N);

/// \returns the node of the call that should not have been made at \p N: \p N
///   itself, or the call of a helper which does nothing else, in a function
///   that \p Acquires. A helper that decides by a condition of its own what it
///   releases is not what it was called for, and is to blame itself.
/// \param Releases the calls that release something.
clang::ento::ExplodedNode *
callToBlame(clang::ento::ExplodedNode *N,
            const llvm::DenseSet<const clang::Expr *> &Releases,
            llvm::function_ref<bool(const clang::Decl *)> Acquires);

/// \returns the node of the outermost call on the stack of \p N since which
///   nothing has happened to \p Lock, or \p N if that is none.
clang::ento::ExplodedNode *whereAsked(clang::ento::ExplodedNode *N,
                                      const clang::ento::MemRegion *Lock);

} // namespace flt

#endif // FLT_DIAGNOSE_CALLERS_H
