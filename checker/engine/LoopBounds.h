//===-- engine/LoopBounds.h - loops with many rounds -------------*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine follows a loop for some rounds. It counts exactly, so a loop of
// 256 would never end for it, and what stands behind would never be looked at.
// When the end is out of reach, the counter gets a value that may be any of
// those to come: the rounds between are left out, and the loop ends as it does
// at last.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_ENGINE_LOOPBOUNDS_H
#define FLT_ENGINE_LOOPBOUNDS_H

#include "clang/StaticAnalyzer/Core/Checker.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace flt {

class LoopBounds : public clang::ento::Checker<
                       clang::ento::check::PreStmt<clang::UnaryOperator>,
                       clang::ento::check::PreStmt<clang::BinaryOperator>> {
public:
  /// How often the engine visits a block on a path.
  unsigned Rounds = 4;

  void checkPreStmt(const clang::UnaryOperator *E,
                    clang::ento::CheckerContext &C) const;
  void checkPreStmt(const clang::BinaryOperator *E,
                    clang::ento::CheckerContext &C) const;
};

} // namespace flt

#endif // FLT_ENGINE_LOOPBOUNDS_H
