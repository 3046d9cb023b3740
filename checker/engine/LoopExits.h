//===-- engine/LoopExits.h - loops that were never left ----------*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_LOOPEXITS_H
#define FLT_ENGINE_LOOPEXITS_H

namespace clang {
class Decl;
namespace ento {
class ExprEngine;
class FunctionSummariesTy;
} // namespace ento
} // namespace clang

namespace flt {

/// Whether \p Engine, which has followed \p D, gave up in a loop of which there
/// is a way out that no path took: what stands behind it was not looked at.
///
/// \param Seen the blocks that were visited.
bool neverLeftALoop(const clang::ento::ExprEngine &Engine, const clang::Decl *D,
                    clang::ento::FunctionSummariesTy &Seen);

} // namespace flt

#endif // FLT_ENGINE_LOOPEXITS_H
