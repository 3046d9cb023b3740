//===-- seh/Verifier.h- figures and checks of lowered code ------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_SEH_VERIFIER_H
#define FLT_SEH_VERIFIER_H

#include "seh/Lowering.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "llvm/Support/raw_ostream.h"

namespace flt::seh {

/// Prints how many functions with __try there are, how many were lowered, and
/// which are not analysed and why.
void printFigures(const Lowering &L, clang::ento::AnalysisManager &Mgr,
                  llvm::raw_ostream &OS);

/// Remarks on each function with a __try that is not analysed, with the reason.
void remarkNotAnalysed(const Lowering &L, clang::ento::AnalysisManager &Mgr);

/// Checks that lowered bodies are sound trees: no __try left, no statement in
/// two places, every label defined, a CFG is built. Prints what is not, and a
/// last line with figures.
/// \returns whether all are.
bool verifyLowered(const Lowering &L, clang::ento::AnalysisManager &Mgr,
                   llvm::raw_ostream &OS);

} // namespace flt::seh

#endif // FLT_SEH_VERIFIER_H
