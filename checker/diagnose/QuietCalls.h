//===-- diagnose/QuietCalls.h - what a call did not do ----------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// That something is not held is shown by nothing that happens on a path, but by
// what does not: a helper that acquires on its other paths returned early.
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DIAGNOSE_QUIETCALLS_H
#define FLT_DIAGNOSE_QUIETCALLS_H

#include "clang/StaticAnalyzer/Core/BugReporter/BugReporterVisitors.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace flt {

/// Functions that acquire a lock or enter a region on some of their paths.
using Acquirers = llvm::SmallPtrSet<const clang::Decl *, 4>;

/// Notes where one of \p Functions returns without having acquired or entered
/// anything, so that the branch which led there is shown, too.
class QuietCalls : public clang::ento::BugReporterVisitor {
public:
  explicit QuietCalls(Acquirers Functions) : Functions(std::move(Functions)) {}

  clang::ento::PathDiagnosticPieceRef
  VisitNode(const clang::ento::ExplodedNode *N,
            clang::ento::BugReporterContext &BRC,
            clang::ento::PathSensitiveBugReport &BR) override;
  void Profile(llvm::FoldingSetNodeID &ID) const override;

private:
  Acquirers Functions;
};

} // namespace flt

#endif // FLT_DIAGNOSE_QUIETCALLS_H
