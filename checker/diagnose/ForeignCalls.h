//===-- diagnose/ForeignCalls.h - calls of other files' functions -*- C++
//-*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a function of another file does is told at its call. Which function that
// is travels as a piece of the path to whoever makes findings of it, who joins
// it with the note beside it: see engine/PathSteps.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DIAGNOSE_FOREIGNCALLS_H
#define FLT_DIAGNOSE_FOREIGNCALLS_H

#include "clang/StaticAnalyzer/Core/BugReporter/BugReporterVisitors.h"

namespace flt {

/// Tag of the pieces.
inline constexpr const char CalledElsewhere[] = "flt.called";

/// Adds pieces to a path: at a call of a function that is defined elsewhere,
/// its name and number of parameters ("TableLock/1").
class ForeignCalls : public clang::ento::BugReporterVisitor {
public:
  clang::ento::PathDiagnosticPieceRef
  VisitNode(const clang::ento::ExplodedNode *N,
            clang::ento::BugReporterContext &BRC,
            clang::ento::PathSensitiveBugReport &BR) override;
  void Profile(llvm::FoldingSetNodeID &ID) const override;
};

} // namespace flt

#endif // FLT_DIAGNOSE_FOREIGNCALLS_H
